"""Surroundings: what the words around a quantity say of it, whether it is denied, a total, a part, an outcome or a subject."""

from __future__ import annotations

from typing import Final

from marsad.model import CountWhat
from marsad.stages.code.counts.quantities import INCLUDING, Phrase, counted_at, harm_at, many_at
from marsad.stages.code.families import HELD
from marsad.stages.code.scene import Scene

_NO_HARM: Final = frozenset(["دون", "بدون", "عدم", "لم", "نفي", "نفت", "ينفي", "تنفي"])
_BEFORE_BETWEEN: Final = frozenset(["،", "منهم", "منهن"])
_MORE: Final = frozenset(["اخرين", "اخرون", "اخري", "اخر", "اضافيه", "جديده"])  # عدم وجود مصابين آخرين
_CONTRARY: Final = frozenset(["الا", "سوي", "بل", "لكن", "فقط", "غير"])
# عدد القتلى, حصيلة الضحايا and the words by which such a total is given
_TOTALS: Final = frozenset(
    [
        "عدد",
        "تعداد",
        "حصيله",
        "اعداد",
        "عديد",
        "مجموع",
        "محصله",
        "بعدد",
        "لعدد",
        "بحصيله",
        "حصيلته",
        "تعداد",
        "اجمالي",
        "ارتفاع",
        "بارتفاع",
    ]
)
THAT: Final = frozenset(["إن", "أن", "بأن", "وأن", "ان", "وإن"])
# Words behind which a subject may open.
BEFORE_SUBJECT: Final = THAT | {"فإن"}
_QUOTES: Final = frozenset('"“”«»')
_COLON: Final = frozenset(["،", ",", ":", "هم", "وهم", "هما", "وهما", "هن", "-", "–", "(", *_QUOTES])
_THEY: Final = frozenset(["هم", "وهم", "هن", "وهن", ":"])
_FAR_THEY: Final = 12
_MOST: Final = ("معظمهم", "اغلبهم", "جلهم", "غالبيتهم", "معظمها", "اغلبيتهم")
_ALL_OF_THEM: Final = frozenset(["كلهم", "كلهن", "جميعهم", "جميعهن", "وكلهم", "وجميعهم"])
_FAR_OUTCOME: Final = 18
_STRUCK: Final = 7
_GATHERED: Final = 5  # words between a verb of gathering and the crowd
_DENIED: Final = 10  # لم ترد بعد أي أنباء عن سقوط ضحايا
_FEARED: Final = frozenset(
    ["يخشي", "تخشي", "يخشون", "خشيه", "مخاوف", "المخاوف", "مخاوفه", "مخاوفها", "خوفا", "تخوف", "تخوفات", "تحسبا", "لتجنب", "تجنبا", "لتفادي",
     "تفاديا", "تجنب", "تفادي", "منع", "لمنع", "بمنع"]
)  # fmt: skip
_FEAR_REACH: Final = 4
_RUIN_REACH: Final = 4
_SPEAKER: Final = 6  # words of the one who speaks before a colon
# What is blown up and is never itself the bomb, as a car may be.
_ARMOUR: Final = frozenset(["tanks", "armour", "carriers", "vehicles", "excavators", "carts"])
_GOVERNS: Final = frozenset(["في", "من", "علي", "الي", "عن", "قرب", "مع", "ان", "حتي", "بعد", "قبل", "علي", "تحت", "عند", "داخل"])
_AFTER_PASSIVE: Final = frozenset(
    ["في", "علي", "خلال", "اثناء", "جراء", "اثر", "قبل", "بعد", "نتيجه", "من", "متاثرا", "متاثرين", "متاثره", "امس", "اليوم", "قرب",
     "عند", "داخل", "وهو", "عام", "فجر", "مساء", "صباح", "ظهر", "ليل", "لدي", "حين", "عندما", "حرقا", "ذبحا", "رميا", "شنقا", "تحت",
     "مع", "حتفه", "حتفهما", "مصرعه", "مصرعهما", "حتفها", "مصرعها", "الحياه", "انفاسه", "انفاسها", "لاحقا", "منذ", "هناك", "ايضا"]
)  # fmt: skip


def ill(scene: Scene, i: int) -> bool:
    """Whether what is said from token `i` on of those مصابون is an illness (مصابين بالسرطان): no wounds."""
    return scene.has_class("disease", i, i + 3)


def both(scene: Scene, phrase: Phrase) -> bool:
    """سبعة بين قتيل وجريح, سبعة مدنيين بين قتيل وجريح: one number for dead and wounded."""
    if phrase.number is None:
        return False
    end = phrase.last + (
        scene.form(phrase.last) in _BEFORE_BETWEEN
    )  # سقوط 1022 مدنيا، بين قتيل وجريح, العشرات منهم بين قتيل وجريح
    if scene.form(end) not in ("بين", "ما"):
        noun = phrase.noun.entry if phrase.noun is not None else None
        return noun is not None and noun.role == "harm" and fellow(scene, phrase)
    after = end + (2 if scene.form(end) == "ما" else 1)
    hit = counted_at(scene, after)
    return hit is not None and hit.payload.entry.role == "harm" and hit.payload.number in ("s", "p") and not hit.cut.definite


def fellow(scene: Scene, phrase: Phrase) -> bool:
    """Whether a second noun shares the number: 40 قتيلا وجريحا, 13 قياديا وعنصرا (above ten both stand in the singular)."""
    if phrase.number is None or phrase.noun is None or (phrase.low or 0) <= 10 or phrase.noun.number != "s":
        return False
    hit = counted_at(scene, phrase.last)
    alike = hit is not None and hit.payload.entry.role == phrase.noun.entry.role
    if hit is not None and hit.payload.entry.id == "injuries":
        return False  # سقوط 27 قتيلا وإصابة 106 آخرين: the masdar
    return alike and hit is not None and hit.cut.pro == "و" and hit.payload.number == "s" and not hit.enc


def totalled(scene: Scene, i: int) -> bool:
    """Whether عدد، حصيلة or the like stands right before token `i`."""
    return any(scene.form(k).removeprefix("و").removeprefix("ال") in _TOTALS for k in (i - 1, i - 2))


def feared(scene: Scene, i: int) -> bool:
    """Whether harm at token `i` is only feared or to be avoided: يخشى وقوع ضحايا, مخاوف من سقوط قتلى, لتفادي إصابة المدنيين."""
    first, _ = scene.clause(i)
    return any(scene.form(k).removeprefix("و") in _FEARED for k in range(max(first, i - _FEAR_REACH), i))


def negated(scene: Scene, i: int) -> str:
    """What a bare harm noun says behind a word of negation or fear, else "".

    "none" (دون إصابات), "unheard" (دون أنباء عن إصابات, يخشى وقوع ضحايا, مخاوف من سقوط قتلى).
    """
    first, _ = scene.clause(i)
    back = [scene.form(k) for k in range(max(first, i - _DENIED), i)]
    news = scene.words("news")
    if feared(scene, i):
        return "unheard"
    at = [
        k
        for k, w in enumerate(back)
        if w.removeprefix("و") in _NO_HARM
        # لا أنباء عن إصابات, ولا إصابات; not لا يزال الجرحى
        or (w in ("لا", "ولا") and (k + 1 == len(back) or back[k + 1] in news))
    ]
    if not at or any(w in _CONTRARY for w in back[at[-1] :]):
        return ""
    return "unheard" if scene.form(i + 1) in _MORE or any(w in news for w in back[at[-1] :]) else "none"


def caused(scene: Scene, i: int, reach: int = 4) -> bool:
    """Whether a verb of outcome stands shortly before (أوقع قتيلا، خلف قتيلا، أسفر عن)."""
    return any(
        c.stem in scene.words("outcome") for k in range(max(0, i - reach), i) for c in scene.page.lookup.cuts(scene.form(k))[:3]
    )


def object_of_outcome(scene: Scene, phrase: Phrase) -> bool:
    """Whether one dead or hurt in the accusative ends a clause that a verb of outcome opens: أوقع انفجار قرب موكب الوزير قتيلا وخمسة جرحى."""
    sentence = scene.sentence(phrase.first)
    if sentence is None or not scene.form(phrase.first).endswith("ا"):
        return False
    return caused(scene, phrase.first, min(_FAR_OUTCOME, phrase.first - sentence.first))


def bodies(scene: Scene, phrase: Phrase) -> Phrase:
    """جثتي شرطيين: the people whose bodies they are belong to the words."""
    hit = counted_at(scene, phrase.last)
    if hit is None or hit.payload.entry.role != "victim" or phrase.low is None:
        return phrase
    span = phrase.span if phrase.number is not None else scene.page.span(phrase.first, hit.last)
    return phrase._replace(last=hit.last, noun=hit.payload, span=span)


def bodies_known(scene: Scene, phrase: Phrase) -> bool:
    """Whether the bodies are of people known, by a noun with the article (جثة الشاب, جثتي القتيلين)."""
    hit = counted_at(scene, phrase.last)
    if hit is None or not hit.cut.definite or hit.payload.entry.role not in ("victim", "harm"):
        return False
    if any(scene.form(k).removeprefix("و").removeprefix("ال").startswith("عث") for k in range(phrase.first - 4, phrase.first)):
        return False  # العثور على جثة الشاب فلان
    named = any(m.first <= hit.first and m.last > hit.last for m in scene.actors_between(hit.first, hit.last + 1))
    return hit.payload.entry.role == "harm" or not named


def no_object(scene: Scene, i: int) -> bool:
    """Whether no object follows a verb: a preposition, a time or the end of the clause does."""
    form = scene.form(i)
    if not scene.word(i):
        return scene.tokens[i].kind != "number" if i < len(scene.tokens) else True
    if any(t.first <= i < t.last for _, t in scene.times_between(i - 2, i + 1)):
        return True
    hit = counted_at(scene, i)
    if hit is not None and hit.cut.pro == "" and hit.payload.entry.role == "victim":
        return False  # قتل والدة زوجته: no joining word
    return form in _AFTER_PASSIVE or form.startswith("ب") or (form.startswith("و") and len(form) > 3)


def included(scene: Scene, i: int) -> bool:
    """Whether بينهم or its like stands right before."""
    back = [scene.form(k) for k in (i - 1, i - 2)]
    if scene.word(i - 1) and harm_at(scene, i - 1) is not None:
        return False  # قتل عدد منهم وإصابة آخرين
    return any(w in INCLUDING or w.removeprefix("و") in INCLUDING for w in back)


def some_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether civilians in a bare plural stand alone right behind بينهم (سبعة جرحى بينهم أطفال): some of them are counted.

    A second noun (بينهم نساء وأطفال) or one of fighters (بينهم قياديون) says who they were.
    """
    if phrase.noun is None or phrase.noun.entry.role != "victim" or phrase.noun.entry.population != "civilian":
        return False
    if phrase.noun.number == "s" or phrase.low is not None:
        return False
    opener = scene.form(phrase.first - 1).removeprefix("و")
    if opener not in INCLUDING or opener.endswith(_MOST):
        return False  # غالبيتهم أطفال: who they were
    if opener.startswith("من") and any(
        n.last == phrase.first - 1 for n in scene.numbers_between(phrase.first - 4, phrase.first - 1)
    ):
        return False  # ثلاثة منهم أطفال
    second = counted_at(scene, phrase.last) if scene.word(phrase.last) else None
    return second is None or second.cut.pro != "و"


def among(scene: Scene, i: int, told: CountWhat | None = None) -> CountWhat | None:
    """What befell those of whom من بين الضحايا, بين الجرحى takes some, shortly before token `i`; `told` is what was counted last."""
    for k in range(i - 1, max(-1, i - 5), -1):
        hit = many_at(scene, k)
        if hit is not None and hit.payload.entry.role == "harm":
            within = scene.form(k - 1).removeprefix("و") == "بين"
            victims: CountWhat = told if told in HELD else "killed"  # 204 حالات اعتقال، من بين ضحاياها 12 طفلا
            return (victims if hit.payload.entry.id == "victims" else hit.payload.entry.what) if within else None
    return None


def in_brackets(scene: Scene, i: int) -> bool:
    """Whether token `i` stands in a bracket opened shortly before."""
    for k in range(i - 1, max(-1, i - 8), -1):
        form = scene.form(k)
        if form == "(":
            return True
        if form == ")":
            return False
    return False


def after_cause(scene: Scene, said: int, i: int) -> bool:
    """Whether a word of cause or another verb of attack stands between the harm and the phrase."""
    words = {scene.form(k) for k in range(said + 1, i) if not (scene.form(k) == "علي" and scene.form(k + 1).startswith("اثر"))}
    return bool(words & scene.words("cause")) and not words & {"يد", "ايدي"}


def of_actor(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun belongs to an actor named right behind (زعيم تنظيم كذا): it means one man, not any."""
    if any(
        m.first == phrase.first and m.last > phrase.last + 1 and m.form in ("name", "titled")
        for m in scene.actors_between(phrase.first, phrase.first + 1)
    ):
        return True  # زعيم تنظيم كذا فلان, read as one name
    found = scene.actors_between(phrase.last, phrase.last + 1)
    return any(m.form in ("name", "titled", "institution") and not scene.form(m.first).startswith("و") for m in found)


def begins(scene: Scene, i: int) -> bool:
    """Whether a subject may begin at token `i`: behind أن, or at the start of a sentence."""
    k = i - 1
    while scene.form(k) in _QUOTES and k > 0:
        k -= 1
    if scene.plain(k) in BEFORE_SUBJECT or scene.form(k).removeprefix("و") in ("كان", "كانت"):
        return True  # وكان الطفل فلان (18 شهرا) قتل
    sentence = scene.sentence(i)
    if sentence is None:
        return False
    if scene.form(k) == ":" and k - sentence.first <= _SPEAKER:
        return True  # مراسل القناة: قتيل وأربعة مصابين في قصف
    while k >= sentence.first and scene.tokens[k].kind in ("punct", "number"):
        k -= 1  # 16 / 3 / 1988 - فلان استشهد
    return k < sentence.first


def of_another(scene: Scene, phrase: Phrase, said: int) -> bool:
    """Whether a named person only says whose man or kin befell the harm (مقتل مرافق القائد فلان): the word between heads the phrase."""
    k = phrase.first - 1
    return k > said and scene.word(k) and counted_at(scene, k) is not None


def strange(scene: Scene, phrase: Phrase, gap: int) -> bool:
    """Whether a number away from the word of harm counts a noun of its own that is not known to be people (100 ألف قطعة سلاح)."""
    after = scene.form(phrase.last)
    if gap < 1 or phrase.noun is not None or (phrase.low or 0) <= 10 or not scene.word(phrase.last):
        return False
    if scene.form(phrase.first).startswith("ال"):
        return False  # قتل متشددون الآلاف وشردوا الملايين
    return after.endswith(("ا", "ه")) and not scene.actors_between(phrase.last, phrase.last + 1) and not after.startswith("ال")


def opens_list(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun of harm opens a headline: more harm is joined to it, or its cause follows (قتيل و4 جرحى بانفجار)."""
    if not begins(scene, phrase.first):
        return False
    adjective = scene.plain(phrase.last).endswith(("ون", "ين")) and phrase.noun is not None and phrase.noun.number == "p"
    after = scene.form(phrase.last + adjective)  # ضحايا مدنيون بقصف
    if after in ("في", "اثر", "جراء") or (after.startswith("ب") and len(after) > 3):
        return True
    if not after.startswith("و"):
        return False
    listed = (counted_at(scene, k) for k in range(phrase.last, phrase.last + 3) if scene.word(k))
    return any(hit is not None and hit.payload.entry.role == "harm" for hit in listed)


def says_nothing(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun of harm tells no number: حجم الخسائر البشرية, كلهم مصابون بالرصاص, ذوو ضحايا."""
    entry = phrase.noun.entry.id if phrase.noun is not None else ""
    before = scene.form(phrase.first - 1)
    if before in _ALL_OF_THEM:
        return True  # 39 مصابا كلهم مصابون بالرصاص
    if phrase.noun is not None and phrase.noun.number == "p" and before in scene.words("mourning"):
        return True  # أثناء تشييع قتلى الأمس
    if entry == "victims" and phrase.noun is not None and phrase.noun.number == "s" and before not in ("اي", "ايه"):
        return not caused(scene, phrase.first)  # عدم جعل الشعب ضحية
    if entry == "injuries" and scene.form(phrase.last) in ("مباشره", "دقيقه", "محققه"):
        return True  # تحقيق إصابات مباشرة: what was hit
    if entry == "losses":
        return scene.form(phrase.first).startswith("ال") and before != "من" and not caused(scene, phrase.first)
    heads = phrase.noun is not None and phrase.noun.number == "p" and opens_list(scene, phrase)
    return entry == "victims" and not (heads or negated(scene, phrase.first) or caused(scene, phrase.first))


def gathered(scene: Scene, phrase: Phrase) -> bool:
    """Whether a vague number with the article has just come together in the streets: تظاهر الآلاف, خرج أمس المئات."""
    if phrase.qualifier != "vague" or not scene.form(phrase.last - 1).startswith("ال"):
        return False
    words = scene.words("throngs")
    k = phrase.first - 1
    while k > phrase.first - _GATHERED and any(t.first <= k < t.last for _, t in scene.times_between(k - 3, k + 1)):
        k -= 1
    return scene.cut_to(k, words)


def struck_before(scene: Scene, i: int) -> bool:
    """Whether a verb of striking stands in the clause shortly before (قصف الطيران البلدة ثلاث مرات)."""
    first, _ = scene.clause(i)
    words = scene.words("strikes")
    return any(scene.cut_to(k, words) for k in range(max(first, i - _STRUCK), i))


def ruined(scene: Scene, phrase: Phrase) -> bool:
    """Whether one thing is the object of a word of destruction shortly before (تدمير دبابة, أسقط الجيش طائرة)."""
    noun = phrase.noun
    if noun is None or noun.number != "s" or phrase.low != 1:
        return False
    if noun.entry.what not in ("vehicles", "aircraft", "sites") and noun.entry.id != "machine-guns":
        return False
    ruin = scene.words("ruin") | (scene.words("blows-up") if noun.entry.id in _ARMOUR else frozenset())
    first, _ = scene.clause(phrase.first)
    k, left = phrase.first, _RUIN_REACH * (2 if phrase.joined else 1)
    while k > first and left > 0:
        k, left = k - 1, left - 1
        form = scene.form(k)
        if form in _QUOTES:
            left += 1
            continue
        named = next((m for m in scene.actors_between(k, k + 1) if m.first < k < m.last), None)
        if named is not None:
            k = named.first  # دمرت "هيئة كذا" جرافة: a name is one word
        if scene.cut_to(k, ruin):
            return True
        if named is not None:
            continue
        hit = counted_at(scene, k)
        listed = hit is not None and hit.payload.entry.role == "thing"
        if form == "علي" and k == phrase.first - 1:
            continue  # استولى المسلحون على آلية
        if not scene.word(k) or form in _GOVERNS or (listed and not phrase.joined):
            return False
    return False


def taken_or_ruined(scene: Scene, phrase: Phrase) -> bool:
    """Whether a word of destruction or capture stands in the clause shortly before (تدمير عدد من المواقع, السيطرة على عدة قرى)."""
    first, _ = scene.clause(phrase.first)
    lost = scene.words("ruin") | scene.words("takes")
    return any(
        c.stem in lost
        for k in range(max(first, phrase.first - _RUIN_REACH * 2), phrase.first)
        for c in scene.page.lookup.cuts(scene.form(k))[:3]
    )


def spelled_out(scene: Scene, phrase: Phrase, after: int, whole: int | None) -> bool:
    """Whether a bare noun right behind a number says who they were (قتل ثلاثة مدنيين، طفل وامرأتان)."""
    if phrase.joined or phrase.low is None or whole is None or whole < phrase.low:
        return False
    if phrase.number is not None:  # ارتفعت الحصيلة إلى 31، هم 12 مدنيا و10 من قوات النظام
        near = 4 if scene.form(phrase.first - 1) == ":" else _FAR_THEY  # تسعة قتلى في الهجوم على البلدة هم خمسة جنود
        apart = any(not scene.word(k) for k in range(after, phrase.first - 1)) and phrase.first - after > 4
        return scene.form(phrase.first - 1) in _THEY and phrase.first - after <= near and not apart
    people = phrase.noun is not None and phrase.noun.entry.role == "victim"
    between = [scene.form(k) for k in range(after, phrase.first)]
    return people and bool(between) and len(between) <= 2 and all(w in _COLON for w in between)

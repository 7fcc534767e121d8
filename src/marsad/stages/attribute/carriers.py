"""The other carriers of reports: participles, prepositions and the colon of a headline; nouns have their own module."""

from __future__ import annotations

from marsad.arabic.sentences import Sentence
from marsad.lexicon.attribute import Preposition
from marsad.stages.attribute.draft import Draft, Opening
from marsad.stages.attribute.openings import (
    PREPOSITION_OF,
    SAYING,
    by_preposition,
    find_opening,
)
from marsad.stages.attribute.reported import of_words
from marsad.stages.attribute.scene import ParticipleHit, Scene, VerbHit
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import subject_before
from marsad.stages.attribute.wording import (
    adjective_like,
    definite,
    long_quote,
    masdar_like,
    masdar_with_article,
    named_person,
    past_initials,
    responsibility,
    speaks,
)

_OF_OTHERS = frozenset(["accuses", "criticises", "rejects", "accepts"])  # stances towards somebody, no word for what is told
_SITE = frozenset(["بوابه", "موقع", "جريده", "صحيفه", "شبكه", "مجله", "قناه"])
_DATELINE = 6  # tokens before the colon of a dateline
_VOW = 3  # tokens in which a headline shows that somebody speaks
_WE = 3  # letters: سنرد has four, سنة three
_CARRY_ON = ("asserts", "assesses", "predicts", "announces")


def _past_setting(scene: Scene, i: int, limit: int) -> int:
    """The token behind what stands between a participle and its content: to whom it was said, and بالقول in front of أن."""
    k = skip_setting(scene, i, limit)
    told = skip_setting(scene, k, limit, phrases=True) if scene.form(k).startswith("ل") else k
    if scene.is_that(told) or scene.form(told) == ":":
        k = told  # موضحا لوكالة محلية أن
    return k + 1 if scene.form(k) in SAYING and scene.is_that(k + 1) else k  # مكتفيا بالقول إن


def participle_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A participle that carries on the report of the speaker before it (مشيرا إلى، مؤكدا أن)."""
    hit = scene.participle(i)
    if hit is None or definite(scene, i) or (hit.cut.enc and masdar_like(scene, i)):
        return None  # أعلنت الحركة موافقتها على المقترح: a noun
    verb, limit = hit.participle.verb, sentence.last
    if hit.cut.pro == "و" and i > sentence.first and scene.form(i - 1) == hit.cut.stem.removesuffix("ه"):
        return None  # ستون ألف طالب وطالبة
    k = _past_setting(scene, hit.last, limit)
    clear = scene.is_that(k) or (scene.form(k) in PREPOSITION_OF and scene.is_that(k + 1)) or scene.form(k) == ":"
    clearly = clear or (scene.is_quote_mark(k) and long_quote(scene, k))
    if (i == sentence.first or scene.form(i) in SAYING) and not clearly:
        return None  # only a line end or a stray full stop leaves a participle at the start of a sentence
    after_mark = (scene.tokens[i - 1].kind == "punct" and not scene.is_quote_mark(i - 1)) or scene.form(i).startswith("و")
    after_mark = after_mark or (scene.is_quote_mark(i - 1) and i - 2 >= sentence.first)
    if scene.form(k) in ("في", "فى") and (scene.stem_in(k + 1, "setting_noun") or scene.is_comma(k - 1)):
        for p in range(k, min(limit, k + 12)):  # مؤكدا , في الوقت ذاته , أن
            governed = p > k and PREPOSITION_OF.get(scene.form(p)) in verb.takes  # متسائلا في هذا السياق عن
            if scene.is_that(p) or governed or (scene.form(p) in PREPOSITION_OF and scene.is_that(p + 1)):
                k = p
                break
        else:
            beyond = skip_setting(scene, k, limit, phrases=True)  # مؤكدة في الوقت نفسه "ضرورة التحضير"
            if beyond < limit and masdar_like(scene, beyond + scene.is_quote_mark(beyond)):
                k = beyond
    if not after_mark and not clear and _describes(scene, i):
        return None
    if scene.form(k) == ":" and i > sentence.first and scene.form(i - 1) in ("-", "–") and i - sentence.first <= _DATELINE:
        return None  # سبق - متابعة:
    opening = _participle_opening(scene, hit, k, limit, after_mark=after_mark)
    if opening is None and "goes_on" in verb.ways and scene.is_word(k) and scene.is_comma(i - 1):
        opening = Opening("that", k, scene.tokens[k].start, k)
    if opening is None:
        return None
    if not after_mark and of_whom_asked(scene, i, sentence):
        return None
    clause = opening.how in ("colon", "quote") or scene.is_that(opening.token - 1)
    if verb.needs == "clause" and opening.how != "that" and not clause and not (after_mark and opening.how == "object"):
        return None
    if "of_responsibility" in verb.ways and not responsibility(scene, k, min(limit, k + 20)):
        return None
    if not of_words(scene, verb, opening):
        return None
    hal = opening.how == "object" and masdar_like(scene, opening.token) and scene.form(i).endswith(("ا", "ين"))
    if not after_mark and not clause and not hal and opening.how != "preposition" and verb.stance in _CARRY_ON:
        return None
    if opening.how == "by" and "needs_whom" in verb.ways and scene.form(i).endswith(("ين", "ون", "ات", "ان")):
        return None  # متهمين بالإرهاب: who is accused
    if opening.how == "by" and "by" not in verb.takes and verb.stance == "asserts" and verb.object != "any":
        return None
    return Draft(
        kind="participle",
        first=i,
        last=hit.last,
        cue=(scene.after_proclitic(i, 1) if hit.cut.pro in ("و", "ف") else scene.tokens[i].start, scene.tokens[hit.last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule=f"participle-{opening.how}",
        stance=verb.stance,
        certainty=verb.certainty if verb.impersonal is None else "stated",
        sentence=sentence.span,
        limit=limit,
        opening=opening,
        gender=hit.participle.gender,
        number=hit.participle.number,
        named=bool(hit.cut.enc),
    )


def _describes(scene: Scene, i: int) -> bool:
    """Whether a participle only says of what kind the noun before it is (ناشطين يساريين مؤيدين للقضية، حصارا مشددا على البلدة)."""
    if scene.form(i).endswith("ين") and scene.form(i - 1).endswith("ين"):
        return True
    return scene.form(i) == "مشددا" and scene.tokens[i - 1].plain.endswith("ا") and i - 1 not in scene.mentions


def of_whom_asked(scene: Scene, i: int, sentence: Sentence) -> bool:
    """Whether a participle is the passive one, predicate of the subject right before it (الحكومة مطالبة بفتح المعابر)."""
    hit = scene.participle(i)
    if hit is None or hit.cut.pro or "passive_alike" not in hit.participle.verb.ways or not scene.form(i).endswith("ه"):
        return False
    return subject_before(scene, i, sentence.first) is not None


def _participle_opening(scene: Scene, hit: ParticipleHit, k: int, limit: int, *, after_mark: bool) -> Opening | None:
    """Where the content of a participle opens, `k` being the first token behind it and its commas."""
    verb = hit.participle.verb
    form = scene.form(k)
    at_once = Opening("object", k, scene.tokens[k].start, k) if k < limit else None
    if scene.is_that(k) or form == ":" or (scene.is_quote_mark(k) and long_quote(scene, k)):
        return find_opening(scene, k, limit, ("that", "quote"), any_noun=True)
    if form in PREPOSITION_OF and k < limit - 1:
        want = PREPOSITION_OF[form]
        if want in verb.takes or ("to_object" in verb.takes and want == "to") or (scene.is_that(k + 1) and after_mark):
            q = k + 1 + (1 if scene.is_that(k + 1) else 0)
            return Opening("preposition", q, scene.tokens[q].start, k) if q < limit else None
        return Opening("that", k, scene.tokens[k].start, k) if want == "upon" and verb.stance == "asserts" else None
    if form == "ب" or (form.startswith("ب") and len(form) > 3 and scene.is_word(k)):
        takes_by = "by" in verb.takes or hit.cut.enc or verb.object == "any" or "by_object" in verb.takes
        return by_preposition(scene, k, limit, ("by",), any_noun=True) if takes_by else None
    if scene.is_quote_mark(k) and "object" in verb.takes and after_mark and masdar_like(scene, k + 1):
        return at_once
    if not scene.is_word(k):
        return None
    if verb.object == "any" and form in ("اياه", "اياها", "اياهم"):
        return at_once
    if "to_object" in verb.takes:
        e = noun_phrase(scene, k, limit, by=True, split=True)
        return at_once if e > k and scene.form(e) in ("الي", "ل") else None
    if scene.in_set(k, "stop") and form not in ("ما", "ذلك"):
        return None
    wide = (verb.object == "any" and (after_mark or definite(scene, k))) or ("by_object" in verb.takes and after_mark)
    if wide and ("object" in verb.takes or "by_object" in verb.takes):
        return at_once
    hal = scene.form(k - 1).endswith(("ا", "ين")) or scene.form(k - 1) == "ايضا"
    hal = hal and verb.stance in _CARRY_ON
    if "object" in verb.takes and (after_mark or hal) and (masdar_like(scene, k) or masdar_with_article(scene, k)):
        return at_once
    return None


def preposition_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A preposition that names the speaker of the clause before it, around it or behind it (بحسب، وفقا لـ، كما أفاد)."""
    hits = [h for h in scene.lexicon.prepositions.at(scene.tokens, i, scene.page.lookup) if h.last <= sentence.last]
    if not hits:
        return None
    hit = hits[0]
    entry = hit.payload
    limit = sentence.last
    j = last = hit.last
    found = None
    if entry.joins == "clause":
        found = _verb_of_clause(scene, i, j, entry, sentence)
        if found is None:
            return None
        last = j = found.last
        if "in_statement" in found.reading.verb.ways and scene.form(j) in ("في", "فى"):
            j += 1  # وفق ما جاء في بيان الوزارة
        elif scene.form(j).startswith("ل"):
            j = skip_setting(scene, j, limit, phrases=True)
    elif entry.joins == "for":
        if scene.form(j) == "ل":
            j += 1
            while j < limit and (scene.form(j) in ("-", "–", "ـ") or scene.is_quote_mark(j)):
                j += 1
        elif not scene.form(j).startswith("ل"):
            return None
    if entry.joins == "alone":
        if entry.stance == "assesses" and j < limit and not scene.is_comma(i - 1) and scene.is_word(j):
            return None  # يساوي في نظرها كل ما يحيطها: what is thought goes on behind it
        return _aside(scene, i, hit.last, entry, sentence)
    if entry.joins == "noun" and scene.form(j) in scene.lexicon.masdars and speaks(scene, j + 1):
        j += 1  # حسب تأكيد الوزارة
    e = noun_phrase(scene, j, limit, objects=entry.joins == "clause", appositions=False)
    e = _with_apposition(scene, j, _medium_alone(scene, j, e), limit)
    if entry.joins == "for" and e == j and scene.is_word(j):
        e = j + 1 if scene.is_comma(j + 1) else max(j + 1, noun_phrase(scene, j + 1, limit, appositions=False))
    if e == j and entry.joins != "clause":
        quote = scene.quote_at(j)
        if quote is None:
            return None
        e = quote.last + 1
    relays, j, e = _conveyed_from(scene, found, (j, e), limit)
    if entry.stance == "admits" and scene.is_that(e):
        return None  # باعتراف الوزير بأن: the noun reports
    if entry.aside and not _closed_aside(scene, j, e, limit):
        return None
    if entry.joins in ("noun", "for") and (scene.stem_in(j, "norm") or scene.stem_in(hit.last, "norm")):
        return None  # وفق مذكرة سوتشي: what was agreed says nothing
    apart = scene.form(j - 1) in ("ل", "-") or scene.is_quote_mark(j - 1)
    if entry.needs_speaker and not (speaks(scene, j) or apart or _heard(scene, scene.form(j).removeprefix("ل"))):
        return None
    return Draft(
        kind="preposition",
        first=i,
        last=last,
        cue=(scene.after_proclitic(i, 1) if hit.cut.pro in ("و", "ف") else scene.tokens[i].start, scene.tokens[last - 1].end),
        lemma=entry.form,
        entry=f"attribute/prepositions.yml#{entry.id}",
        rule="preposition",
        stance=entry.stance,
        certainty=found.reading.verb.certainty if found is not None else entry.certainty,
        sentence=sentence.span,
        limit=limit,
        source=(j, e) if e > j else None,
        relays=relays,
        gender=found.reading.form.gender if found is not None else "c",
        number=found.reading.form.number if found is not None else "s",
        top=False,
    )


def _conveyed_from(
    scene: Scene, found: VerbHit | None, teller: tuple[int, int], limit: int
) -> tuple[list[tuple[int, int]], int, int]:
    """The medium in front of عن and whom it quotes behind it (بحسب ما نقلته رويترز عن مسؤول محلي): relays, and the tokens of who speaks."""
    j, e = teller
    if found is not None and "about_source" in found.reading.verb.takes and e > j and scene.form(e) == "عن":
        told = noun_phrase(scene, e + 1, limit, appositions=False)
        if told > e + 1:
            return [teller], e + 1, told
    return [], j, e


def _with_apposition(scene: Scene, j: int, e: int, limit: int) -> int:
    """The end of the office or the name that stands behind a comma at the end of the clause (وفقا للحاكم، أوليه سينيهوبوف.), else `e`."""
    k = past_initials(scene, e + 1)
    if (
        e == j
        or not scene.is_comma(e)
        or k >= limit
        or not speaks(scene, k)
        or scene.verb(k) is not None
        or scene.form(k)[:1] == "و"
    ):
        return e
    names = [any(named_person(scene, p) for p in range(first, last)) for first, last in ((j, e), (k, k + 1))]
    end = noun_phrase(scene, e + 1, limit, appositions=False)
    closed = end >= limit or scene.tokens[end].kind == "punct" or scene.tokens[end].kind == "break"
    return end if end > k and closed and names[0] != names[1] else e


def _heard(scene: Scene, name: str) -> bool:
    """Whether a name stands right behind a reporting verb somewhere in the text (وقال بيترسن)."""
    told = (p for p in range(len(scene.tokens) - 1) if scene.form(p + 1) == name)
    return any((hit := scene.verb(p)) is not None and not hit.reading.verb.also_noun for p in told)


def _medium_alone(scene: Scene, j: int, e: int) -> int:
    """The end of a medium's name at token `j` where a new indefinite phrase follows it (هاجم المسلحون بحسب سكاي نيوز مواقع)."""
    named = scene.mentions.get(j)
    if named is None or not j < named.last < e or scene.actor_kind(named.entity) != "media" or not scene.is_word(named.last):
        return e
    apart = not definite(scene, named.last) and not adjective_like(scene, named.last) and named.last not in scene.mentions
    return named.last if apart else e


def _verb_of_clause(scene: Scene, i: int, j: int, entry: Preposition, sentence: Sentence) -> VerbHit | None:
    """The reporting verb behind ما in an attribution (بحسب ما أفاد), at token `j`; nothing where it opens a content itself."""
    found = scene.verb(j, pronoun=True)
    if found is None or found.reading.form.person == 1 or (entry.aside and i == sentence.first):
        return None
    verb = found.reading.verb
    if verb.needs_pronoun and not found.cut.enc:
        return None  # على ما يسمى المنطقة الآمنة
    if entry.aside and (verb.stance in _OF_OTHERS or (verb.stance == "demands" and (verb.whom or verb.object == "any"))):
        return None  # كما اتهم جهات: he also accused
    if entry.bare and (found.cut.enc or scene.verb(i - 1) is not None):
        return None  # علق على ما قاله الوزير
    if (verb.needs == "clause" or (verb.also_noun and entry.aside)) and "in_asides" not in verb.ways:
        return None
    last = found.last
    if scene.is_that(last) or (scene.form(last) in PREPOSITION_OF and scene.form(last) not in ("في", "فى")):
        return None  # كما أفاد أن: an ordinary verb behind a conjunction
    return found


def _aside(scene: Scene, i: int, last: int, entry: Preposition, sentence: Sentence) -> Draft:
    """على حد قوله: an attribution whose speaker is only its pronoun."""
    return Draft(
        kind="preposition",
        first=i,
        last=last,
        cue=(
            scene.after_proclitic(i, 1) if scene.form(i).startswith(("وعلي", "وبحسب", "وحسب")) else scene.tokens[i].start,
            scene.tokens[last - 1].end,
        ),
        lemma=entry.form,
        entry=f"attribute/prepositions.yml#{entry.id}",
        rule="preposition-pronoun",
        stance=entry.stance,
        certainty=entry.certainty,
        sentence=sentence.span,
        limit=sentence.last,
        top=False,
    )


def _closed_aside(scene: Scene, j: int, e: int, limit: int) -> bool:
    """Whether كما أفاد is an aside with no content of its own behind it."""
    if e == j and j < limit and scene.tokens[j].kind == "word":
        return False
    after = skip_setting(scene, e, limit)
    if after >= limit:
        return True
    form = scene.form(after)
    return not (
        scene.is_that(after)
        or form in PREPOSITION_OF
        or form == ":"
        or masdar_like(scene, after)
        or form.startswith("ب")
        or scene.is_quote_mark(after)
    )


def colon_cue(scene: Scene, sentence: Sentence) -> Draft | None:
    """A headline in which a colon stands for the verb (لافروف: الحل سياسي)."""
    start = sentence.first
    for i in range(start, min(sentence.last, start + 8)):
        if scene.form(i) != ":":
            if scene.tokens[i].kind not in ("word", "latin") and not scene.is_quote_mark(i):
                return None
            if scene.action(i) or (scene.verb(i) is not None and not scene.verb(i).reading.verb.also_noun):  # type: ignore[union-attr]
                return None
            continue
        if i == start + 1 and scene.form(start) in ("المصدر", "المصادر", "الكاتب", "المراسل", "تصوير", "بقلم"):
            return None  # المصدر: وكالات: a credit
        if start == 0 and scene.form(start) in _SITE:
            return None  # بوابة الأخبار : عنوان الخبر: the title of a page
        if scene.form(i + 1) == ":" or i + 2 >= sentence.last or i == start or not speaks(scene, start):
            return None
        if scene.form(start) == "محافظه" and any(p.first <= start and p.last == i for p in scene.recognised.place_mentions):
            return None  # محافظة حلب: where
        mention = scene.mentions.get(start)
        if mention is not None and mention.last == i and scene.actor_kind(mention.entity) == "state":
            if not _state_says(scene, start, i + 1, sentence.last):
                return None  # سوريا: a headline's place
        # الجيش الحر يجمد مشاركته: "الهدنة انتهت": who speaks ends where what he does begins
        deed = (
            mention is not None and mention.last < i and scene.is_quote_mark(i + 1) and scene.form(mention.last)[:1] in ("ي", "ت")
        )
        if noun_phrase(scene, start, i) != i:
            return None
        return Draft(
            kind="colon",
            first=i,
            last=i + 1,
            cue=scene.tokens[i].span,
            lemma=":",
            entry="attribute/colon",
            rule="headline-colon",
            stance="asserts",
            certainty="stated",
            sentence=sentence.span,
            limit=sentence.last,
            opening=Opening("colon", i + 1, -1, i),
            source=(start, mention.last if mention is not None and deed else i),
        )
    return None


def _state_says(scene: Scene, start: int, i: int, limit: int) -> bool:
    """Whether a state before a colon says what follows it at token `i` (موسكو: لن ننسحب، أنقرة: الهدنة في خطر), and is no mere place of it."""
    opening = range(i, min(limit, i + _VOW))
    if scene.in_set(i, "vow") or any(_we_do(scene, p) for p in opening):
        return True
    if any(scene.form(p) in scene.lexicon.edges["war_ground"] for p in range(start, i - 1)):
        return False  # السودان: المعارك تتجدد
    if any(scene.verb(p) is not None for p in opening):
        return False  # موسكو: الوزير أعلن أمس
    told_of, itself = scene.mentions.get(i), scene.mentions[start].entity
    if told_of is not None and (of := _state_of(scene, told_of.entity)) is not None:
        return of != itself  # أنقرة: القوات الروسية خرقت الهدنة, and not الجيش التركي ينسحب
    return definite(scene, i) and scene.form(i)[2:] not in scene.lexicon.speakers


def _state_of(scene: Scene, entity: str) -> str | None:
    """The state that an actor is or belongs to, by the registry; nothing where none is known."""
    actor = next((a for a in scene.recognised.actors if a.id == entity), None)
    if actor is None or (actor.kind != "state" and actor.of is None):
        return None
    return (actor.of or actor.id).split(".")[0]


def _we_do(scene: Scene, i: int) -> bool:
    """Whether the word at token `i` is a verb of the first person plural (سنرد، لن ننسحب، دمرنا)."""
    form = scene.form(i)
    if form[:2] == "سن" and len(form) > _WE and not scene.in_set(i, "never_future") and i not in scene.mentions:
        return True
    if form[:1] == "ن" and scene.form(i - 1) in ("لن", "لم", "لا") and form not in scene.lexicon.masdars:
        return True
    return form.endswith("نا") and form[:-2] in scene.lexicon.actions

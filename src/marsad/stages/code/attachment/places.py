"""The places of a mention: those of its clause, else of its sentence, less what is told of something else."""

from __future__ import annotations

from typing import Final

from marsad.handover import PlaceMention
from marsad.model import PlaceKind
from marsad.stages.code.attachment.beside import EFFECTS, REASON_REACH, describes, outcome, without_and
from marsad.stages.code.attachment.sayings import of_a_report_behind
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.nominals import stem_in
from marsad.stages.code.scene import Scene

_FINE: Final[dict[PlaceKind | None, int]] = {
    "facility": 0, "neighbourhood": 1, "village": 2, "town": 3, "route": 3, "water": 4, None: 4, "district": 5, "area": 6,
    "governorate": 7, "country": 8,
}  # fmt: skip
_BESIDE: Final = 10  # tokens from a headline's happening to its place, and between places in a row
_ROW: Final = 2
_STRUCK_REACH: Final = 2
_SAW: Final = frozenset(["شهدت", "شهد", "تشهد", "يشهد", "تعرضت", "تعرض", "تتعرض", "يتعرض", "هزت", "هز"])
_SAW_REACH: Final = 10
_FROM_THE_AIR: Final = frozenset(["air_strike", "shelling"])
_LAUNCHED: Final = frozenset(["اطلقت", "اطلق", "قادمه", "قادم"])
_SETS_OUT: Final = frozenset(["انطلاقا", "انطلق", "انطلقت", "تنطلق", "انطلقوا"])
_FROM: Final = frozenset(["من", "مصدره", "مصدرها", "انطلاقا"])
_ANSWERS: Final = frozenset([("ردا", "علي"), ("الرد", "علي"), ("كرد", "علي"), ("علي", "خلفيه")])
_ANSWERING: Final = frozenset(
    ["انتقاما", "ثارا", "احتجاجا", "تنديدا", "تضامنا", "اسنادا", "واسنادا", "دعما", "ودعما", "نصره", "ونصره", "انتصارا"]
)
_CONTINUING: Final = frozenset(
    ["destruction", "casualties", "humanitarian_aid", "evacuation", "air_defence", "equipment_loss", "displacement"]
)
# What has no place of its own: the places of its sentence are mostly those of something else (on train 9 surplus, 1 right).
_NOWHERE: Final = frozenset(
    ["political_process", "military_support", "sanction", "release_exchange", "intel_sharing", "talks", "coordination"]
)
# محادثات أستانة, اتفاق سوتشي: a town that a pact or a round of talks is called after is where nothing else happened.
_CALLED_AFTER: Final = frozenset(
    ["محادثات", "مفاوضات", "مباحثات", "مشاورات", "اتفاق", "اتفاقيه", "اتفاقيات", "اتفاقات", "تفاهمات", "تفاهم", "مسار", "منصه",
     "موتمر", "مقررات", "مخرجات", "بيان", "اعلان", "هدنه", "جوله", "جولات", "قمه", "صيغه", "بروتوكول", "حوار", "لقاءات", "لقاء",
     "اجتماعات", "اجتماع", "تسويه", "وثيقه", "ضامني"]
)  # fmt: skip
_CAMPAIGNS: Final = frozenset(["عمليه", "عمليات", "حمله", "معركه", "غزوه"])
_QUOTES: Final = frozenset(['"', "«", "“", "”", "'"])
_PACT_REACH: Final = 6
_SPARED: Final = frozenset(["بعيدا", "بعيده", "بعيدين", "بمناي", "مناي", "بعيد"])
_TRUCE_REACH: Final = 2
_OF_WHICH: Final = frozenset(["منها", "بينها", "بواقع"])
_MEANWHILE: Final = frozenset(["منذ", "بعد", "قبل", "خلال", "رغم", "عقب", "خرق", "خرقا"])
_THIS: Final = frozenset(["هذا", "هذه", "بهذا", "بهذه"])
_COVERED: Final = frozenset(
    ["مشمول", "مشموله", "مشمولتان", "مشمولتين", "مشمولان", "مشمولين", "تشمل", "تشملهما", "المشموله", "المشمول", "شملها", "يشملها"]
)
# المصالحة and مبادرة are told of the place they are for, these mostly of where and about what they were struck.
_STRUCK_PACTS: Final = frozenset(["اتفاق", "اتفاقيه", "اتفاقات", "اتفاقيات", "معاهده"])
_PACTS: Final = frozenset(["talks", "meeting", "agreement", "mediation", "ceasefire", "zone_establish", "political_process"])
# On which one speaks: مؤتمر صحافي, كلمة, خطاب, مقابلة.
_OCCASIONS: Final = frozenset(
    ["موتمر", "كلمه", "خطاب", "خطبه", "مقابله", "حوار", "حديث", "ندوه", "محاضره", "تصريح", "تصريحات", "مهرجان", "حفل", "احتفال", "مناسبه",
     "جلسه", "افتتاح", "ختام", "وصول", "زياره", "لقاء", "لقا", "لقاي", "اجتماع", "جوله"]
)  # fmt: skip
_OCCASION_REACH: Final = 5
_OFFICE_REACH: Final = 3
_UNITS: Final = frozenset(
    ["كم", "كلم", "كيلو", "كيلومتر", "كيلومترا", "كيلومترات", "ميل", "ميلا", "اميال", "متر", "مترا", "امتار"]
)
_AWAY: Final = 9  # tokens in which a distance and the name it is told of stand


def _usable(scene: Scene, place: PlaceMention, mention: Mention, mentions: list[Mention]) -> bool:
    if mention.type not in _PACTS and _of_a_name(scene, place):
        return False
    if place.speaks:
        return _struck(scene, place, mentions)
    if _yardstick(scene, place) or _where_the_reason_lies(scene, place, mention) or _where_one_spoke(scene, place, mention):
        return False
    if _of_an_office(scene, place) or _of_a_local_body(scene, place) or of_a_report_behind(scene, mention, place.span[0]):
        return False
    before = scene.form(place.first - 1)
    if before in _FROM and scene.form(place.first - 2) not in (
        "بالقرب",
        "قريبه",
        "قرب",
        "كل",
        "اجزاء",
        "انسحب",
        "انسحاب",
        "مقربه",
        "خرج",
    ):
        off = scene.form(place.first - 2)
        fired = off in _SETS_OUT and mention.type in _FROM_THE_AIR  # an advance from a town is fought close by it
        return off not in _LAUNCHED and not fired and before == "من"
    return True


def _of_a_name(scene: Scene, place: PlaceMention) -> bool:
    """بمفاوضات أستانا، مسار "أستانة"، محادثات أستانة وجنيف: whether talks or a pact are called by it, or by the place that و joins it to."""
    quote = scene.page.quote_around(place.first)
    if quote is not None and quote.closed and stem_in(scene, quote.first - 2, _CAMPAIGNS):
        return True  # عملية "درع الفرات"
    head = place.first - 1
    while scene.form(head) in _QUOTES:
        head -= 1
    if place.type_word is not None:
        return False
    if not scene.page.lookup.stems(scene.form(head)).isdisjoint(_CALLED_AFTER):
        return True
    return scene.form(place.first).startswith("و") and any(
        p.last == place.first and _of_a_name(scene, p) for _, p in scene.places_between(place.first - 2, place.first)
    )


def _where_the_reason_lies(scene: Scene, place: PlaceMention, mention: Mention) -> bool:
    """هجوم على القاعدة ردا على الحرب الدائرة في غزة: the place of what a deed answers or protests against."""
    for k in range(place.first - 1, max(mention.last, place.first - REASON_REACH) - 1, -1):
        if scene.form(k) in ("،", ",", "."):
            return False
        if (scene.form(k), scene.form(k + 1)) in _ANSWERS or scene.form(k) in _ANSWERING:
            return True
    return False


def _of_an_office(scene: Scene, place: PlaceMention) -> bool:
    """مسؤول الشرق الأوسط، سفير كذا: what somebody is in office for."""
    if any(
        a.form in ("title", "titled") and a.head + 1 == place.first and place.span[0] < a.span[1]
        for a in scene.actors_between(place.first - _OFFICE_REACH, place.first)
    ):
        return True
    joined = scene.form(place.first).startswith("و")  # مسؤول الشرق الأوسط وشمال أفريقيا
    return joined and any(
        p.last == place.first and _of_an_office(scene, p)
        for _, p in scene.places_between(place.first - _OFFICE_REACH, place.first)
    )


def _of_a_local_body(scene: Scene, place: PlaceMention) -> bool:
    """قال مصدر في قيادة شرطة حمص: whose town it is of which a body speaks."""
    return _of_a_source(scene, place) and stem_in(scene, place.first - 1, scene.words("bodies-of-towns")) != ""


def _where_one_spoke(scene: Scene, place: PlaceMention, mention: Mention) -> bool:
    """قال الوزير في مؤتمر صحافي في أنقرة إن الهجوم ..., في كلمة من بيروت: the place of the occasion at which it was said."""
    for claim in scene.claims_at(mention.span):
        if claim.cue is None or not claim.cue.span[0] < place.span[0] < claim.content[0][0]:
            continue
        said = range(max(scene.page.token_at(claim.cue.span[0]), place.first - _OCCASION_REACH), place.first)
        if any(stem_in(scene, k, _OCCASIONS) for k in said):
            return True
    return False


def _yardstick(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place is what the distance of one named just before it is told from: خيرسون التي تبعد 500 كلم عن كييف."""
    at = place.first - 1 - (scene.form(place.first - 1) in ("عن", "من", "الي"))
    if scene.form(at) not in _UNITS:
        return False
    return any((p.candidates or p.name) and not p.speaks for _, p in scene.places_between(at - _AWAY, at))


def _struck(scene: Scene, place: PlaceMention, mentions: list[Mention]) -> bool:
    """Whether a country that may act is where an attack fell (غارات على العراق, على العراق وسوريا)."""
    at = place.first
    if scene.form(at).startswith("و") and any(p.speaks and p.last == at for p in scene.recognised.place_mentions):
        at = next(p.first for p in scene.recognised.place_mentions if p.speaks and p.last == at)
    if scene.form(at - 1) not in ("علي", "ضد"):
        return False
    return any(0 <= at - 1 - m.last <= _STRUCK_REACH and m.type in _FROM_THE_AIR for m in mentions)


def settle_places(scene: Scene, mention: Mention, mentions: list[Mention]) -> None:
    """Places of the mention's clause, else of its sentence, nearest clause first; finest first, then what holds it."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return
    rivals = [m for m in mentions if m is not mention and m.sentence == mention.sentence]
    after = min(
        (m.first for m in rivals if m.first > mention.last and not _same_act(mention, m) and not outcome(mention, m)),
        default=sentence.last,
    )
    before = max((m.last for m in rivals if m.first < mention.first and not _same_act(m, mention)), default=sentence.first)
    if (mention.type == "military_support" and describes(scene, mention)) or _far_from_it(scene, mention):
        return
    own = [(k, p) for k, p in scene.places_between(mention.first, after) if _usable(scene, p, mention, mentions)]
    own = _that_saw_it(scene, mention, before) or own
    if own and all(_of_a_source(scene, p) for _, p in own) and _known(scene, before, mention):
        own = []  # قرب الحدود، في هجوم، وفق مصدر في العاصمة
    if not own:
        own = [(k, p) for k, p in scene.places_between(before, mention.first) if _usable(scene, p, mention, mentions)]
        first, _ = mention.clause
        close = [(k, p) for k, p in own if p.first >= first]
        own = close or own
    if scene.page.run_together:
        own = _close_by(mention, own)
    elif not own and mention.type not in _NOWHERE:
        own = [
            (k, p)
            for k, p in scene.places_between(sentence.first, sentence.last)
            if _usable(scene, p, mention, mentions) and not _anothers(p, mention, rivals)
        ]
    told_again = scene.form(mention.first - 1) in _THIS  # هذا الاتفاق: the sentence is about it
    struck = mention.type == "agreement" and mention.definite and not told_again and stem_in(scene, mention.first, _STRUCK_PACTS)
    if struck or mention.type == "ceasefire":
        own = [(k, p) for k, p in own if _of_its_phrase(scene, mention, p) and not _past_another(mention, p, rivals)]
    own = own[:8]
    if own and not any(p.candidates for _, p in own):
        own += _where_it_lies(scene, mention, mentions, sentence.first, sentence.last)
    seen: set[str] = set()
    kept = [(k, p) for k, p in own if not (p.name in seen or seen.add(p.name))]  # type: ignore[func-returns-value]
    if not kept and mention.type in _CONTINUING:
        mention.places = _told_just_before(mention, mentions)
        return
    mention.places = [k for k, _ in sorted(kept, key=lambda kp: (_rank(kp[1]), kp[0]))]


def _past_another(pact: Mention, place: PlaceMention, rivals: list[Mention]) -> bool:
    """هدنة سوريا وخروقات في حماة: whether another happening stands between a pact and a place behind it."""
    return any(pact.last <= m.first and m.last <= place.first for m in rivals)


def _far_from_it(scene: Scene, mention: Mention) -> bool:
    """بقيت المدينة بعيدة نسبيا عن القتال: whether what its clause names is told to be spared."""
    before = [scene.form(k) for k in range(mention.first - 3, mention.first)]
    return before[-1:] == ["عن"] and not _SPARED.isdisjoint(before)


def _of_its_phrase(scene: Scene, pact: Mention, place: PlaceMention) -> bool:
    """الاتفاق الموقع في كذا، الاتفاقية حول كذا: whether a place belongs to a pact that its sentence only refers to (قبل الاتفاق النووي).

    In front it does so after talks called by it, where it is what the pact covers (البلدة مشمولة بالاتفاق), and of a truce where it
    stands right before it (شهدت المدينة هدنة): what else a sentence with a truce names is where something happened during or against
    it, or who spoke (of places further in front 10 were right and 24 wrong).
    """
    if place.first < pact.first:
        talks = without_and(scene.form(place.first - 1)) in _CALLED_AFTER
        passed = {scene.form(k) for k in range(place.last, pact.first)}
        beside = pact.type == "ceasefire" and pact.first - place.last <= _TRUCE_REACH and passed.isdisjoint(_MEANWHILE)
        told_of = (talks and pact.type != "ceasefire") or beside
        covered = scene.form(pact.first - 1) in _COVERED
        return scene.form(pact.first - 2) != "غير" if covered else told_of
    between = range(pact.last, place.first)
    ends = any(
        scene.form(k) in ("،", ",", ".", "؛", ":") or scene.form(k) in _OF_WHICH or scene.tokens[k].kind in ("break", "number")
        for k in between
    )
    return len(between) <= _PACT_REACH and not ends


def _close_by(mention: Mention, own: list[tuple[int, PlaceMention]]) -> list[tuple[int, PlaceMention]]:
    """The places right behind a mention, else right in front, one after another: in a ticker what is further off may be another headline's."""
    behind: list[tuple[int, PlaceMention]] = []
    for k, p in sorted(own, key=lambda kp: kp[1].first):
        if p.first >= mention.last and p.first - (behind[-1][1].last if behind else mention.last) <= (
            _ROW if behind else _BESIDE
        ):
            behind.append((k, p))
    front: list[tuple[int, PlaceMention]] = []
    for k, p in sorted(own, key=lambda kp: -kp[1].first):
        if p.last <= mention.first and (front[-1][1].first if front else mention.first) - p.last <= (_ROW if front else _BESIDE):
            front.append((k, p))
    return behind or front


def _of_a_source(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place says where one who tells of it is (أفاد مصدر أمني في العاصمة)."""
    return any(first <= place.span[0] < last for first, last in scene.speaking)


def _known(scene: Scene, before: int, mention: Mention) -> bool:
    """Whether a place that a table knows stands in front of a mention in its sentence, and is no source's."""
    return any(
        p.candidates and not p.speaks and not _of_a_source(scene, p) for _, p in scene.places_between(before, mention.first)
    )


def _that_saw_it(scene: Scene, mention: Mention, before: int) -> list[tuple[int, PlaceMention]]:
    """شهدت مدينة كذا اشتباكات بين الجيش وثوار درعا: the place that saw it, before what is told behind it."""
    seen = [
        (k, p)
        for k, p in scene.places_between(max(before, mention.first - _SAW_REACH), mention.first)
        if without_and(scene.form(p.first - 1)) in _SAW
    ]
    return list(scene.places_between(seen[-1][1].first, mention.first)) if seen else []


def _anothers(place: PlaceMention, mention: Mention, rivals: list[Mention]) -> bool:
    """Whether a place right behind another happening of the sentence, one of another scene, is that one's and not this one's."""
    if place.first < mention.first:
        return False
    between = [m for m in rivals if mention.last <= m.first < place.first]
    if mention.type in ATTACKS and any(m.type in ATTACKS for m in between):
        return False  # غارة … استهدفت قرية كذا
    return any(m.type not in EFFECTS and mention.type not in EFFECTS and m.clause != mention.clause for m in between[-1:])


def _told_just_before(mention: Mention, mentions: list[Mention]) -> list[int]:
    """The places of the attack in the sentence before, for what it did or what came of it, where that sentence is one scene."""
    causes = [
        m
        for m in mentions
        if m.first < mention.first and 0 <= mention.sentence - m.sentence <= 1 and m.type in ATTACKS and m.places
    ]
    return list(causes[-1].places) if causes else []


def _where_it_lies(
    scene: Scene, mention: Mention, mentions: list[Mention], first: int, last: int
) -> list[tuple[int, PlaceMention]]:
    """The known place of the sentence, those before the mention first, that a place without a name or table can lie in."""
    known = [(k, p) for k, p in scene.places_between(first, last) if p.candidates and _usable(scene, p, mention, mentions)]
    before = [(k, p) for k, p in known if p.first < mention.first]
    return before[-1:] or known[:1]


def _rank(place: PlaceMention) -> int:
    if place.type_word is None and place.direction is not None:
        return 6
    return _FINE.get(place.type_word, 4)


def _same_act(left: Mention, right: Mention) -> bool:
    """Whether two mentions of one sentence are likely one act told twice (قصف استهدف)."""
    return (
        left.clause == right.clause and right.sense.cls == "verb" and left.sense.cls != "verb" and right.first - left.last <= 10
    )

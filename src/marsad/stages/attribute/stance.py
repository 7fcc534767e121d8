"""What a speaker does with the content: the verb's own stance, corrected by the content and by whose deeds it tells.

Signs of the lexicon come first (ضرورة, مستعد, لا صحة), then the side of whom the content speaks of: a belligerent that tells
its own deed announces it, one that tells the enemy's wrong accuses, whoever speaks of the future pledges, announces or predicts.
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.model import Actor, Certainty, ChainLink, Stance
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import PREPOSITION_OF, RELATIVE
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import adjective_like, definite, masdar_like, masdar_with_article, responsibility, speaks

_SIGN_REACH: Final = 14
_DEED_REACH: Final = 14
_ANNOUNCED_REACH: Final = 5
_OPEN: Final = frozenset(["asserts", "announces", "assesses"])
_PARTY_KINDS: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition"])
_CAUSES: Final = frozenset(["نتيجه", "جراء", "اثر", "بسبب", "عقب"])
_OBSERVERS: Final = frozenset(["monitor", "agency", "newspaper", "broadcaster"])


class Sides:
    """Whose side an actor is on, read from the registry's `of` and from ids that carry their country (tr.army)."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self._actors = {a.id: a for a in actors}

    def kind(self, ident: str) -> str | None:
        """The kind of an actor, a person's being that of the body he speaks for."""
        actor = self._actors.get(ident)
        if actor is None:
            return None
        if actor.kind == "person":
            if actor.of is None:
                return "person"
            body = self._actors.get(actor.of)
            return body.kind if body is not None else "government"
        return actor.kind

    def root(self, ident: str) -> str:
        """The side an actor belongs to; an actor of no known side is a side of its own."""
        seen = 0
        while seen < 5:
            actor = self._actors.get(ident)
            if actor is None or actor.of is None or not ident.startswith("local:"):
                break
            ident = actor.of
            seen += 1
        return ident if ident.startswith("local:") else ident.split(".")[0]


def stance_of(scene: Scene, draft: Draft, sides: Sides) -> tuple[Stance, Certainty, str | None]:
    """Stance, certainty, and the id of the sign that changed the verb's own stance."""
    if draft.kind == "withholding" or draft.open < 0 or draft.negated:
        return draft.stance, draft.certainty, None
    end = draft.close if draft.close > draft.open else draft.limit
    for i in range(draft.open, min(end, draft.open + _SIGN_REACH)):
        for hit in scene.lexicon.stance_phrases.at(scene.tokens, i, scene.page.lookup):
            sign = hit.payload
            if sign.not_topic and i == draft.open and scene.is_that(i - 1) and not scene.is_that(i + 1):
                continue  # أشار إلى أن أهمية الجسر تكمن في: what is said of it, and no call
            if i - draft.open < sign.within and draft.stance in sign.verbs:
                denied = scene.form(i - 1) in ("لم", "ولم", "لا", "ولا", "لن", "غير", "ليس", "ليست")
                if sign.by_parties and (denied or not _blames(draft, sides)):
                    continue
                return sign.stance, sign.certainty or draft.certainty, sign.id
    certainty: Certainty = "hedged" if _uncertain(scene, draft.open, end) else draft.certainty
    if draft.stance in _OPEN and _duty(scene, draft.open, end):
        return "demands", certainty, "duty"
    if draft.stance in _OPEN and _lays_blame(scene, draft.open, end):
        return "accuses", certainty, "responsibility"
    if draft.stance not in _OPEN or draft.kind == "noun" or draft.named or draft.nobody:
        return draft.stance, certainty, None
    changed = _by_side(scene, draft, sides, end)
    if changed is None:
        return draft.stance, certainty, None
    return changed[0], certainty, changed[1]


def _blames(draft: Draft, sides: Sides) -> bool:
    """Whether the speaker is one who blames: no monitor, medium or unnamed witness, whose word it is to report."""
    link = draft.links[-1] if len(draft.links) > 1 else None
    if link is None or link.role in _OBSERVERS or link.role in ("anonymous", "document"):
        return False
    return sides.kind(link.actor) not in ("media", "monitor")


def _uncertain(scene: Scene, first: int, end: int) -> bool:
    """Whether the content itself says that it may be otherwise (ربما، يبدو، قد يكون)."""
    for i in range(first, min(end, first + 6)):
        if scene.in_set(i, "maybe") and not scene.tokens[i].plain.endswith("أ"):
            return True
        if scene.form(i) == "قد" and (scene.form(i + 1) in scene.lexicon.presents or scene.form(i + 1) in ("لا", "يكون", "تكون")):
            return True
    return False


def _duty(scene: Scene, i: int, end: int) -> bool:
    """Whether a content that begins at token `i` says what somebody has to do (على المجتمع الدولي أن يتحرك)."""
    if scene.form(i) not in ("علي", "عليه", "عليها", "عليهم", "علينا", "عليكم"):
        return False
    for p in range(i + 1, min(end, i + 8)):
        if p > i + 1 and speaks(scene, i + 1) and (masdar_with_article(scene, p) or masdar_like(scene, p)):
            return True  # على الطرفين العودة إلى الطاولة
        if scene.is_that(p):
            return scene.tokens[p].plain in ("أن", "ان") and scene.form(p + 1)[:1] in "يتن"
        if scene.is_comma(p):
            return False
    return False


def _lays_blame(scene: Scene, i: int, end: int) -> bool:
    """Whether a content begins with holding somebody responsible (أعلنت المنظمة أنها تحمل الحكومة المسؤولية)."""
    verb = scene.verb(i)
    if verb is None or "of_responsibility" not in verb.reading.verb.ways:
        return False
    return responsibility(scene, i + 1, min(end, i + 20))


def _by_side(scene: Scene, draft: Draft, sides: Sides, end: int) -> tuple[Stance, str] | None:
    """The stance that follows from whose deeds, wrongs or plans the content tells."""
    link = draft.links[-1] if len(draft.links) > 1 else None
    speaker = link.actor if link is not None else ""
    party = link is not None and link.role not in _OBSERVERS and sides.kind(speaker) in _PARTY_KINDS
    own = _own(scene, draft, sides, speaker, end)
    if own and draft.stance == "asserts" and _not_done(scene, draft.open, min(end, draft.open + 5)):
        return "denies", "own-deed-denied"
    if draft.stance == "announces" and draft.opener == "that" and _suffered(scene, draft.open, end):
        return "asserts", "losses-told"
    future = _future(scene, draft.open, end)
    if future == "we":
        return "pledges", "we-will"
    if future is not None and draft.stance != "announces":
        if own and (party or sides.kind(speaker) != "person"):
            return "announces", "own-future"
        if link is not None and link.role in ("person", "official", "spokesperson", "commander"):
            return "predicts", "future"
    if (
        draft.stance == "asserts"
        and not own
        and link is not None
        and link.role not in _OBSERVERS
        and sides.kind(speaker) != "media"
    ):
        if any(scene.stem_in(i, "outrage") for i in range(draft.open, min(end, draft.open + _DEED_REACH))):
            return "accuses", "word-of-outrage"
    if draft.stance != "assesses" and link is not None and not own and _wrongdoer(scene, draft, sides, link, end):
        return "accuses", "wrong-of-another"
    if not party or draft.stance == "assesses":
        return None
    reach = range(draft.open, min(end, draft.open + _DEED_REACH))
    harm = _harm(scene, draft.open, reach.stop) and not any(_befell(scene, i) for i in reach)
    other = _other_party(scene, draft, sides, speaker, end) or _blamed(scene, draft, sides, speaker, end)
    if harm and other and not own:
        return "accuses", "wrong-of-another"
    if draft.stance == "asserts" and _operation(scene, draft, sides, speaker):
        return "announces", "own-operation"
    if (
        draft.stance == "asserts"
        and own
        and not _suffered(scene, draft.open, end)
        and _deed(scene, draft.open, min(end, draft.open + _DEED_REACH))
    ):
        return "announces", "own-deed"
    return None


def _suffered(scene: Scene, i: int, end: int) -> bool:
    """Whether what befell one's own side is told and not what it did (عناصرها تعرضوا لقصف، مقاتليه قتلوا في غارة)."""
    for p in range(i, min(end - 1, i + 8)):
        if p > i + 3 and scene.action(p - 1):
            return False
        if scene.form(p) in scene.lexicon.edges["suffered"]:
            return True
        if scene.form(p) in ("قتل", "قتلت", "قتلوا", "قتلا") and scene.form(p + 1) in PREPOSITION_OF:
            return True
    return False


def _own(scene: Scene, draft: Draft, sides: Sides, speaker: str, end: int) -> bool:
    """Whether the content tells of the speaker's own side: a pronoun on its opener, its first actor, or قواتنا."""
    before = draft.open - 1
    if before > 0 and scene.is_that(before) and scene.tokens[before].plain.endswith(("ه", "ها", "هم")):
        if scene.form(draft.open) not in ("تم", "جري", "لا", "من", "يجب", "ينبغي"):
            return True
    for i in range(draft.open, min(end, draft.open + 6)):
        if scene.form(i).endswith("نا") and len(scene.form(i)) > 4 and not scene.in_set(i, "stop"):
            return True
    for cut in scene.page.lookup.cuts(scene.form(draft.open)):
        if cut.enc in ("ه", "ها", "هم") and (
            cut.stem in scene.lexicon.edges["operation"] or cut.stem in scene.lexicon.edges["own_body"]
        ):
            return True  # قواته، طائراتها
    for i in range(draft.open + 1, min(end, draft.open + 6)):  # عشرة من جنودها قتلوا
        if scene.action(i):
            break
        if scene.form(i - 1) == "من" and any(
            c.enc in ("ه", "ها", "هم") and c.stem in scene.lexicon.edges["own_body"]
            for c in scene.page.lookup.cuts(scene.form(i))
        ):
            return True
    first = _first_party(scene, draft, sides, end)
    return first is not None and bool(speaker) and sides.root(first) == sides.root(speaker)


def _first_party(scene: Scene, draft: Draft, sides: Sides, end: int) -> str | None:
    """The first actor that the first words of the content name."""
    for mention in scene.recognised.actor_mentions:
        if draft.open <= mention.first < min(end, draft.open + 7) and sides.kind(mention.entity) in _PARTY_KINDS:
            return mention.entity
    return None


def _other_party(scene: Scene, draft: Draft, sides: Sides, speaker: str, end: int) -> bool:
    """Whether the content names an armed actor of another side as the one who acts."""
    first = _first_party(scene, draft, sides, end)
    if first is None or sides.root(first) == sides.root(speaker):
        return False
    # the one who acts stands first, or directly behind the verb the content begins with
    for mention in scene.recognised.actor_mentions:
        if mention.entity == first and draft.open <= mention.first:
            if sides.root(first).startswith("local:") and not definite(scene, mention.first):
                return False  # قتل ثلاثة جنود: nobody's side is told
            if (
                draft.stance == "announces"
                and draft.opener in ("object", "by")
                and _own_masdar(scene, draft, sides, speaker, mention)
            ):
                return False
            if scene.verb(mention.last) is not None:
                return False  # مجموعات المراقبة رصدت: it reports the wrong of others
            return mention.first <= draft.open + 1 or (
                mention.first <= draft.open + 3 and (scene.action(draft.open) or scene.stem_in(draft.open, "harm"))
            )
    return False


def _own_masdar(scene: Scene, draft: Draft, sides: Sides, speaker: str, mention: ActorMention) -> bool:
    """Whether the deed announced as a verbal noun is the speaker's own, the actor behind it being whom it hits.

    (أعلنت الكتائب استهداف دبابة إسرائيلية، استهداف قوات العدو; but استهداف الجيش المدنيين is told of another.)
    """
    if scene.action(draft.open) and not masdar_like(scene, draft.open):
        return False
    if mention.first > draft.open + 1 or mention.form == "nisba":
        return True
    behind = mention.last
    victim = (
        behind in scene.mentions
        or (definite(scene, behind) and not adjective_like(scene, behind))
        or scene.form(behind)[:1] == "ل"
    )
    return sides.kind(speaker) in ("armed_forces", "armed_group", "coalition") and not victim


def _wrongdoer(scene: Scene, draft: Draft, sides: Sides, link: ChainLink, end: int) -> bool:
    """Whether the first wrong that the content tells is done by an armed actor of another side than the speaker's.

    Nobody's side is guessed: who stands for no known body accuses armed groups only, and none who only witnesses accuses.
    """
    if link.role in _OBSERVERS or link.role in ("anonymous", "document") or sides.kind(link.actor) in ("media", "monitor", None):
        return False
    if draft.opener in ("object", "by") and any(
        draft.open < m.first <= draft.open + 2 and _own_masdar(scene, draft, sides, link.actor, m)
        for m in scene.recognised.actor_mentions
    ):
        return False  # أعلنت الكتائب استهداف دبابة إسرائيلية: whom it hits
    reach = _ANNOUNCED_REACH if draft.stance == "announces" else _DEED_REACH  # أعلنت التزامها بالهدنة، وسط خروق الحوثيين
    doer = _doer(scene, sides, draft.open, min(end, draft.open + reach))
    if doer is None or sides.root(doer) == sides.root(link.actor):
        return False
    if sides.root(doer).startswith("local:") and sides.kind(doer) != "armed_group":
        return False  # قال مسؤول إن القوات اعتقلت ثلاثة: whose forces they are, is not said
    if sides.kind(link.actor) in _PARTY_KINDS - {"coalition"} and not sides.root(link.actor).startswith("local:"):
        return True  # a coalition tells of the deeds of its members
    return sides.kind(doer) == "armed_group" and link.role in ("official", "spokesperson", "institution")


def _doer(scene: Scene, sides: Sides, first: int, last: int) -> str | None:
    """Who does the first wrong told among tokens `first` to `last`: the actor behind it or before it, or whose weapon it is."""
    last = next((i for i in range(first, last) if scene.form(i) in ("لكن", "ولكن")), last)
    at = next((i for i in range(first, last) if scene.form(i) in scene.lexicon.harms and i not in scene.mentions), None)
    if at is None or _befell(scene, at):
        return None
    before: str | None = None
    for mention in scene.recognised.actor_mentions:
        if not first <= mention.first < last or sides.kind(mention.entity) not in _PARTY_KINDS:
            continue
        if sides.root(mention.entity).startswith("local:") and not definite(scene, mention.first):
            continue  # انتحاري نفذ الهجوم: whose man he is, is not said
        if mention.first == at + 1 or (mention.first == at + 2 and adjective_like(scene, at + 1)):
            if _hits(scene, at, mention):
                break
            return mention.entity  # قصفت روسيا المدينة، غارة جوية روسية
        weapon = mention.form == "nisba" and scene.stem_in(mention.first - 1, "weapon")
        if mention.last <= at and (mention.first <= first + 1 or weapon):
            before = mention.entity  # القوات الروسية قصفت، إن صاروخا روسيا أصاب
    told = scene.action(at) or scene.verb(at) is not None  # الجانب التركي سجل خروقا: a wrong that he counts
    between = not told or any(scene.form(p) in RELATIVE or scene.is_that(p) or scene.is_comma(p) for p in range(first, at))
    return None if between else before


def _befell(scene: Scene, at: int) -> bool:
    """Whether the verb at token `at` tells what befell those named before it and takes nobody behind it (عشرة من التنظيم قتلوا)."""
    if scene.form(at) not in ("قتلوا", "قتلا", "اصيبوا", "اصيبا", "جرحوا"):
        return False
    behind = at + 1
    return behind >= len(scene.tokens) or not scene.is_word(behind) or scene.form(behind) in (*PREPOSITION_OF, "جراء", "اثر")


def _hits(scene: Scene, at: int, mention: ActorMention) -> bool:
    """Whether the actor behind a feminine verb is a man or a masculine body, and so whom it hits (الضربات تستهدف التنظيم)."""
    form = scene.form(at)
    feminine = form.startswith("ت") or (form.endswith("ت") and not form.endswith("ات"))
    return feminine and scene.action(at) and not masdar_like(scene, at) and mention.gender == "m" and mention.number == "s"


def _blamed(scene: Scene, draft: Draft, sides: Sides, speaker: str, end: int) -> bool:
    """Whether an armed actor of another side stands directly behind a word of wrongdoing (نتيجة إطلاق الميليشيا قذائف)."""
    for mention in scene.recognised.actor_mentions:
        if not draft.open < mention.first < min(end, draft.open + 2 * _DEED_REACH):
            continue
        if sides.kind(mention.entity) not in ("armed_group", "armed_forces", "coalition"):
            continue
        caused = scene.form(mention.first - 2) in _CAUSES and scene.stem_in(mention.first - 1, "harm")
        if caused and sides.root(mention.entity) != sides.root(speaker):
            return True
    return False


def _operation(scene: Scene, draft: Draft, sides: Sides, speaker: str) -> bool:
    """Whether an armed speaker tells of an operation that names nobody else as its doer, and so of its own."""
    if sides.kind(speaker) not in ("armed_forces", "armed_group", "coalition") and not speaker.endswith((".mod", ".moi")):
        return False
    if scene.form(draft.open) in ("تم", "جري"):
        return any(scene.stem_in(i, "operation") for i in range(draft.open + 1, draft.open + 4))
    if not scene.stem_in(draft.open, "operation"):
        return False
    near = range(draft.open, draft.open + 4)
    return not any(
        m.first in near and sides.kind(m.entity) in _PARTY_KINDS and sides.root(m.entity) != sides.root(speaker)
        for m in scene.recognised.actor_mentions
    )


def _not_done(scene: Scene, first: int, last: int) -> bool:
    """Whether a wrong is said not to be done (لم تستهدف المدنيين)."""
    return any(scene.form(i) in ("لم", "ولم", "لا") and scene.stem_in(i + 1, "wrong_denied") for i in range(first, last))


def _harm(scene: Scene, first: int, last: int) -> bool:
    """Whether a word of wrongdoing stands among the first words."""
    return any(scene.stem_in(i, "harm") for i in range(first, last))


def _deed(scene: Scene, first: int, last: int) -> bool:
    """Whether the first words tell a deed, not a state of affairs."""
    return any(scene.action(i) or scene.stem_in(i, "deed") for i in range(first, last))


def _future(scene: Scene, first: int, end: int) -> str | None:
    """Whether the main verb is in the future, and whether it is the first person's (سنواصل)."""
    for i in range(first, min(end, first + 7)):
        form = scene.form(i)
        if not scene.is_word(i):
            continue
        if form in ("لن", "سوف", "ولن", "وسوف"):
            return "we" if scene.form(i + 1).startswith("ن") and scene.form(i + 1) in scene.lexicon.presents else "they"
        if form in ("الذي", "التي", "الذين"):
            return None
        if form in scene.lexicon.edges["never_future"] or i in scene.mentions or len(form) < 5:
            continue
        if (form[:2] == "سن" or form[:3] == "وسن") and not scene.tokens[i].plain.endswith("ة"):
            return "we"  # سنواصل, not سنغافورية
        if form[:2] == "سا" and form[1:] in scene.lexicon.presents:
            return "we"
        if form[:2] in ("سي", "ست"):
            return "they"
    return None

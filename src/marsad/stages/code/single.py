"""Single victims: one person whom syntax finds struck by a verb of harm, where nothing right behind the verb counts him.

`أعدم التنظيم أمس الشيخ فلانا`, `اعتقلت الهيئة أحد مسلحيها`: the doer and a time stand between, and no number does.
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.model import CountWhat
from marsad.stages.code.counts import Found
from marsad.stages.code.counts.befalling import meant
from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.quantities import Phrase, counted_at, harm_at
from marsad.stages.code.families import DONE
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_HARMED: Final = frozenset(["killed", "wounded"])
_TAKEN: Final = frozenset(["detained", "captured"])
_FAR: Final = 24  # tokens between a verb and the one it strikes


def single_victims(scene: Scene, mentions: list[Mention], found: list[Found]) -> list[Found]:
    """The counts found with one for each person whom only syntax shows to be struck, in text order."""
    book = Book(scene)
    for mention in mentions:
        harm = harm_at(scene, mention.first)
        if mention.sense.cls != "verb" or mention.realis not in DONE or harm is None or meant(scene, harm):
            continue
        what: CountWhat = harm.payload.entry.what
        person = _sole_target(scene, mention)
        if person is None or not _counts(scene, person, what) or _told(found, mention, person, what):
            continue
        noun = counted_at(scene, person.first)
        sense = noun.payload if noun is not None and noun.payload.entry.role == "victim" else None
        first = person.first - _one_of(scene, person)
        last = person.last if noun is None or person.form in ("name", "titled") else noun.last
        span = scene.page.span(first, last)
        phrase = Phrase(first, last, span, 1, 1, "exact", sense, joined=False, number=None)
        book.take(phrase, (what,), mention.first, None)
    return sorted([*found, *book.found], key=lambda f: (f.first, f.last))


def _sole_target(scene: Scene, mention: Mention) -> ActorMention | None:
    """The one person that the mention strikes, named behind it in its sentence."""
    targets = [p.mention for p in mention.parties if p.role == "target"]
    if len(targets) != 1 or targets[0] is None:
        return None
    person = targets[0]
    actor = scene.actors.get(person.entity)
    sentence = scene.sentence(mention.first)
    if actor is None or sentence is None or not mention.last <= person.first < min(sentence.last, mention.last + _FAR):
        return None
    return person if person.number == "s" or _one_of(scene, person) else None


def _one_of(scene: Scene, person: ActorMention) -> bool:
    """Whether أحد takes one of them (أحد مسلحيها)."""
    return scene.form(person.first - 1) in ("احد", "احدي")


def _counts(scene: Scene, person: ActorMention, what: CountWhat) -> bool:
    """Whether one person is meant: by name where he was killed, by an indefinite noun where he was taken."""
    actor = scene.actors[person.entity]
    named = person.form in ("name", "titled") and actor.kind == "person"
    if what in _HARMED and named:
        return True
    if _one_of(scene, person):
        return what in _HARMED | _TAKEN
    noun = counted_at(scene, person.first)
    if noun is None or noun.cut.definite or noun.payload.number != "s" or noun.payload.entry.role != "victim":
        return False
    known = noun.payload.entry.numbered or scene.form(noun.last).startswith("ال")  # اعتقلت رئيس الجهاز: the target tells it
    return what in _HARMED | _TAKEN and not named and not known and scene.form(person.first - 1) not in ("اي", "ايه")


def _told(found: list[Found], mention: Mention, person: ActorMention, what: CountWhat) -> bool:
    """Whether the clause of the mention, or the words of the person, are counted already."""
    first, last = mention.clause
    return any(
        (f.count.what == what and first <= f.first < last) or (f.first < person.last and person.first < f.last) for f in found
    )

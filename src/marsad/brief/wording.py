"""Records as sentences, by template: names from the registry, numbers with their bounds, dates with their precision.

Nothing quoted is ever translated: what a text says stays in its own words, beside the sentence that tells what it makes.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Sequence
from typing import Final

from marsad.brief.english import fighters, figure, in_sentence, many, none, one, opened, plural, with_article
from marsad.brief.labels import Labels, Language, load_labels
from marsad.brief.names import Names, both, content, cut, words
from marsad.model import (
    Actor,
    ChainLink,
    Claim,
    Count,
    Dispute,
    Document,
    Doubt,
    Event,
    Incident,
    Judgement,
    Name,
    Place,
    Published,
    Reading,
    Record,
    Tally,
    TallyPart,
    When,
)

# How much of a claim's own words stands in for what it makes where it makes no event, in characters.
QUOTED: Final = 160
# More outlets than this are counted in the first line of a brief, not named.
FEW: Final = 8


class Wording(ABC):
    """What records are called in one language. An English and an Arabic one are shipped: `wording_of`."""

    language: Language
    direction: str

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.page = labels.page

    # Names

    @abstractmethod
    def name(self, name: Name | None, fallback: str = "") -> str:
        """A name for a sentence, in the letters of the language where it has any."""

    def titled(self, name: Name | None, fallback: str = "") -> str:
        """A name that stands by itself: in both scripts, on an Arabic page in Arabic alone."""
        return name.ar if self.language == "ar" and name is not None and name.ar else both(name, fallback)

    @abstractmethod
    def listed(self, names: Sequence[str]) -> str:
        """Names as a list in a sentence."""

    def party(self, name: str) -> str:
        """A party known by its name alone, as a sentence needs it."""
        return name

    def outlet(self, names: Names) -> str:
        """The outlet's name; one that nobody named is told apart by the reference of its article."""
        named = self.name(names.outlet)
        return named if names.known else f"{self.page.unnamed_outlet} ({named})"

    def actor(self, ident: str, names: Names) -> str:
        """An actor's name for a sentence; "outlet" is the outlet itself."""
        if ident == "outlet":
            return self.outlet(names)
        found = names.actors.get(ident)
        return self.name(found.name, ident) if found else ident

    def place(self, ident: str, names: Names) -> str:
        """A place's name for a sentence."""
        found = names.places.get(ident)
        return self.name(found.name, ident) if found else ident

    # Time

    @abstractmethod
    def day(self, iso: str) -> str:
        """One ISO day with its weekday."""

    @abstractmethod
    def short(self, iso: str) -> str:
        """One ISO day without its weekday."""

    @abstractmethod
    def month(self, year: int, month: int) -> str:
        """A month of a year."""

    @abstractmethod
    def between(self, start: str, end: str) -> str:
        """An interval; either side may be empty for not known."""

    def period(self, start: str | None, end: str | None) -> str:
        """An interval of ISO days as short as it can be said; empty when nothing is known."""
        if not start and not end:
            return ""
        if not start or not end:
            return self.between(self.short(start) if start else "", self.short(end) if end else "")
        if start == end:
            return self.day(start)
        one, other = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
        if one.day == 1 and one.month == 1 and (other.month, other.day) == (12, 31) and one.year == other.year:
            return str(one.year)
        last = monthrange(other.year, other.month)[1]
        if one.day == 1 and other.day == last and (one.year, one.month) == (other.year, other.month):
            return self.month(one.year, one.month)
        return self.between(self.short(start), self.short(end))

    def when(self, value: When | Published | None) -> str:
        """A date as a record gives it; empty when it gives none."""
        return self.period(value.start, value.end) if value else ""

    # What happened

    @abstractmethod
    def number(self, count: Count, names: Names) -> str:
        """A count with its bounds and whom it counts."""

    def doers(self, event: Event, names: Names) -> str:
        """Who an event's actors are, each with the voices that alone name him where others tell of the event as well."""
        named = [(self.actor(a, names), names.named_by.get((event.id, a), ())) for a in event.actors]
        if len({namers for _, namers in named}) == 1:
            return self.listed([name for name, _ in named]) + self._alone(named[0][1], names)
        return self.listed([name + self._alone(namers, names) for name, namers in named])

    def _alone(self, namers: tuple[str, ...], names: Names) -> str:
        return f" ({self.page.named_by} {self.listed([self.actor(n, names) for n in namers])})" if namers else ""

    @abstractmethod
    def happening(self, event: Event, names: Names, *, where: bool = True, dated: bool = False) -> str:
        """An event as one phrase; `where` adds its most specific place, `dated` its date."""

    def tally_of(self, tally: Tally) -> str:
        """What a tally counts."""
        return self.labels.tallies.get(tally.what, tally.what.replace("_", " "))

    def part(self, part: TallyPart, names: Names) -> str:
        """The place or party of one line of a tally."""
        if part.place:
            return self.place(part.place, names)
        return self.actor(part.actor, names) if part.actor else self.page.elsewhere

    @abstractmethod
    def sum_line(self, tally: Tally, names: Names) -> str:
        """A tally with its parts and whether they add up."""

    # Who says so

    def _voice_names(self, claim: Claim, names: Names) -> list[str]:
        """The voices of a chain from the outlet inwards; one who speaks for the voice before is put in brackets behind it."""
        told: list[str] = []
        before: ChainLink | None = None
        for link in claim.chain:
            name = self.actor(link.actor, names)
            actor = names.actors.get(link.actor)
            if before is not None and actor is not None and actor.kind == "person" and actor.of == before.actor:
                told[-1] += f" ({name})"
            elif not told or told[-1] != name:
                told.append(name)
            before = link
        return told or [self.outlet(names)]

    @abstractmethod
    def voices(self, claim: Claim, names: Names) -> str:
        """A chain of voices from the outlet inwards."""

    def speaker(self, claim: Claim, names: Names) -> str:
        """The innermost voice of a claim."""
        return self.actor(claim.chain[-1].actor, names) if claim.chain else self.outlet(names)

    @abstractmethod
    def saying(self, claim: Claim) -> str:
        """What the speaker does, with the machine's note on how firmly."""

    @abstractmethod
    def speaking(self, claim: Claim, names: Names) -> str:
        """Who does what, without what is said: "The ministry denies"."""

    @abstractmethod
    def summary(self, *, articles: int, outlets: Sequence[str], claims: int, events: int) -> str:
        """One line on what a brief rests on."""

    # Any record

    def tell(self, record: Record, reading: Reading, names: Names) -> str:
        """Any record of a reading as one sentence; raises TypeError for what is not a record of a reading."""
        match record:
            case Document():
                return self._document(record, names)
            case Claim():
                return self._claim(record, reading, names)
            case Event():
                told = [c for c in reading.claims if c.id in record.claims]
                voice = " / ".join(dict.fromkeys(self.voices(c, names) for c in told)) or self.outlet(names)
                return f"{voice}: {self.happening(record, names, dated=True)}"
            case Count():
                return self.number(record, names)
            case Tally():
                claim = next((c for c in reading.claims if c.id == record.claim), None)
                return f"{self.voices(claim, names) if claim else self.outlet(names)}: {self.sum_line(record, names)}"
            case Actor():
                return self._joined(both(record.name, record.id), self.labels.actors[record.kind])
            case Place():
                inside = [self.place(i, names) for i in record.admin if i in names.places]
                return self._joined(both(record.name, record.id), self.labels.places[record.kind], *inside[-1:])
            case Dispute():
                return f"{self.labels.disputes[record.kind]}: {self._sides(record, reading, names)}"
            case Doubt():
                about = words(reading.document.text, record.span)
                return self._joined(f"{record.stage}: {record.about}", f"«{cut(about, QUOTED)}»" if about else "")
        raise TypeError(f"{type(record).__name__} is not a record of a reading")

    def _joined(self, *pieces: str) -> str:
        comma = "، " if self.language == "ar" else ", "
        return comma.join(piece for piece in pieces if piece)

    def _document(self, document: Document, names: Names) -> str:
        title = document.title or next((line.strip() for line in document.text.splitlines() if line.strip()), "")
        quoted = f"«{cut(title, QUOTED)}»" if title else ""
        return self._joined(self.outlet(names), self.when(document.published) or self.page.undated, quoted)

    def _claim(self, claim: Claim, reading: Reading, names: Names) -> str:
        made = [self.happening(e, names, dated=True) for e in reading.events if claim.id in e.claims]
        said = "; ".join(made) or f"«{cut(content(claim, reading.document.text), QUOTED)}»"
        return f"{self._joined(self.voices(claim, names), self.saying(claim))}: {said}"

    def _sides(self, dispute: Dispute, reading: Reading, names: Names) -> str:
        claims = {c.id: c for c in reading.claims}
        return " / ".join(
            self._claim(claims[side], reading, names) if side in claims else self._joined(self.outlet(names))
            for side in dispute.between
        )

    @abstractmethod
    def incident(self, incident: Incident, *, place: str | None = None) -> str:
        """An incident: what, where, when, and how many tell of it from how many origins; `place` is the name of its place."""

    @abstractmethod
    def judgement(self, judgement: Judgement) -> str:
        """A person's decision, with who, when and why."""


class _English(Wording):
    """English, for a reader without Arabic: names in Latin letters where the registry has them."""

    language: Language = "en"
    direction = "ltr"

    def actor(self, ident: str, names: Names) -> str:
        found = names.actors.get(ident)
        return self._named(found) if found and ident != "outlet" else super().actor(ident, names)

    def name(self, name: Name | None, fallback: str = "") -> str:
        return (name.en or name.ar or fallback) if name else fallback

    def _named(self, actor: Actor) -> str:
        return in_sentence(actor, self.name(actor.name, actor.id), self.labels.bodies)

    def party(self, name: str) -> str:
        return with_article(name, self.labels.bodies)

    def listed(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} and {names[-1]}"

    def day(self, iso: str) -> str:
        return f"{_WEEKDAYS[dt.date.fromisoformat(iso).weekday()]} {self.short(iso)}"

    def short(self, iso: str) -> str:
        date = dt.date.fromisoformat(iso)
        return f"{date.day} {self.month(date.year, date.month)}"

    def month(self, year: int, month: int) -> str:
        return f"{_MONTHS[month - 1]} {year}"

    def between(self, start: str, end: str) -> str:
        if not start or not end:
            return f"from {start}" if start else f"until {end}"
        return f"{start} to {end}"

    def number(self, count: Count, names: Names) -> str:
        """A count with its bounds: "at least 4 civilians killed"; a part of another count and what no label tells with its words."""
        labels = self.labels
        quoted = f" («{names.counted[count.span]}»)" if count.span in names.counted else ""
        if count.part_of is not None and count.low is not None and count.low == count.high:
            return f"among them {figure(count.low)}{quoted}"
        what = labels.counts[count.what] + quoted
        group, _, who = count.population.partition(":")
        noun = labels.populations.get(group, "")
        given = count.high if count.qualifier == "up_to" and count.high is not None else count.low
        if group == "combatant":
            noun = self._fighters(names.actors.get(who))
        if count.what in labels.people:
            what = f"{noun or 'people'} {what}"
        if given is None:
            return f"an unstated number of {what}"
        if given == 0 == count.high:
            return none(what)
        if given == 1:
            what = one(what)
        bounds = figure(given)
        if count.low is not None and count.high is not None and count.low != count.high and count.qualifier != "up_to":
            bounds = f"{figure(count.low)} to {figure(count.high)}"
        if count.qualifier == "vague" and count.high is None:
            return f"at least {bounds} {what} (a round word)"
        return f"{labels.qualifiers[count.qualifier]} {bounds} {what}".strip()

    def _fighters(self, who: Actor | None) -> str:
        """Those of one side: by what they are where they have no other name (militants), else as fighters or members of who has one."""
        if who is None:
            return "fighters"
        if not who.registered and who.name.en and fighters(who.name.en, self.labels.bodies):
            return who.name.en
        return f"{'members' if who.kind in ('armed_forces', 'government') else 'fighters'} of {self._named(who)}"

    def happening(self, event: Event, names: Names, *, where: bool = True, dated: bool = False) -> str:
        label = self.labels.events[event.type]
        alone = label.one if len(event.targets) == 1 and self._person(event.targets[0], names) else ""
        told = alone or label.label
        realis = self.labels.realis[event.realis]
        if event.actors:
            # "between" wants two; one party alone does it by itself.
            by = label.by if label.by != "between" or len(event.actors) > 1 else "with"
            told += f" {by} {self.doers(event, names)}"
        if event.targets:
            told += f" {'of' if alone else label.to} {self.listed([self.actor(a, names) for a in event.targets])}"
        if where and event.places:
            told += f", {self.place(event.places[0], names)}"
        if dated and event.date:
            told += f", {self.when(event.date)}"
        if realis:
            told += f" ({realis})"
        if event.counts:
            told += f": {', '.join(dict.fromkeys(self.number(c, names) for c in event.counts))}"
        return opened(told)

    def _person(self, ident: str, names: Names) -> bool:
        found = names.actors.get(ident)
        return found is not None and found.kind == "person"

    def sum_line(self, tally: Tally, names: Names) -> str:
        parts = ", ".join(f"{self.part(p, names)} {p.count}" for p in tally.parts)
        total = self.page.no_total if tally.total is None else f"{tally.total} {self.tally_of(tally)}"
        verdict = {True: f"parts add up to {tally.sum}", False: f"parts add up to {tally.sum}, not {tally.total}", None: ""}
        return "; ".join(piece for piece in (f"{total}: {parts}" if parts else total, verdict[tally.agrees]) if piece)

    def voices(self, claim: Claim, names: Names) -> str:
        return ", citing ".join(self._voice_names(claim, names))

    def saying(self, claim: Claim) -> str:
        return self.labels.stances[claim.stance] + (", hedged" if claim.certainty == "hedged" else "")

    def speaking(self, claim: Claim, names: Names) -> str:
        who = names.actors.get(claim.chain[-1].actor) if claim.chain else None
        saying = self.saying(claim)
        # People and bodies named by what they are, without being registered: activists, a source, armed factions.
        if who is not None and not who.registered and who.name.en and many(who.name.en.partition(" of ")[0].split()):
            verb, _, rest = saying.partition(" ")
            mark = "," if verb.endswith(",") else ""
            saying = f"{plural(verb.removesuffix(','))}{mark} {rest}".strip()
        return opened(f"{self.speaker(claim, names)} {saying}")

    def summary(self, *, articles: int, outlets: Sequence[str], claims: int, events: int) -> str:
        named = self.listed(outlets) if len(outlets) <= FEW else f"{len(outlets)} outlets"
        return f"{articles} article{'s' * (articles != 1)} from {named}: {claims} attributed claims, {events} events."

    def incident(self, incident: Incident, *, place: str | None = None) -> str:
        what = self.labels.events[incident.type].label
        told = self._joined(what[0].upper() + what[1:], place or "", self.period(incident.first, incident.last))
        documents, origins = len(incident.documents), len(incident.origins)
        return (
            f"{told}: {documents} article{'s' * (documents != 1)} of {len(incident.outlets)} outlet{'s' * (len(incident.outlets) != 1)},"
            f" {origins} origin{'s' * (origins != 1)}"
        )

    def judgement(self, judgement: Judgement) -> str:
        about = judgement.a + (f" and {judgement.b}" if judgement.b else "")
        verdicts = {
            "same": f"{about} are the same",
            "different": f"{about} are not the same",
            "verified": f"{about} is verified",
            "rejected": f"{about} is rejected",
            "note": f"a note on {about}",
            "undo": f"{judgement.undoes or about} no longer counts",
        }
        why = f": {judgement.why}" if judgement.why else ""
        return f"{judgement.who}, {self.short(judgement.when[:10])}: {verdicts[judgement.kind]}{why}"


class _Arabic(Wording):
    """Arabic as labels with values behind them, so that nothing has to agree with a name of unknown gender."""

    language: Language = "ar"
    direction = "rtl"

    def name(self, name: Name | None, fallback: str = "") -> str:
        return (name.ar or name.en or fallback) if name else fallback

    def listed(self, names: Sequence[str]) -> str:
        return "، ".join(names)

    def day(self, iso: str) -> str:
        return f"{_AYYAM[dt.date.fromisoformat(iso).weekday()]} {self.short(iso)}"

    def short(self, iso: str) -> str:
        date = dt.date.fromisoformat(iso)
        return f"{date.day} {self.month(date.year, date.month)}"

    def month(self, year: int, month: int) -> str:
        return f"{_SHUHUR[month - 1]} {year}"

    def between(self, start: str, end: str) -> str:
        if not start or not end:
            return f"منذ {start}" if start else f"حتى {end}"
        return f"من {start} إلى {end}"

    def number(self, count: Count, names: Names) -> str:
        """A count behind its label: "القتلى: 4 على الأقل (مدنيون)"; a part of another count: "بينهم 5"."""
        labels = self.labels
        quoted = f" («{names.counted[count.span]}»)" if count.span in names.counted else ""
        if count.part_of is not None and count.low is not None and count.low == count.high:
            return f"بينهم {count.low}{quoted}"
        figure = count.high if count.qualifier == "up_to" and count.high is not None else count.low
        qualifier = labels.qualifiers[count.qualifier]
        if figure is None:
            told = "عدد غير مذكور"
        elif count.low is not None and count.high is not None and count.low != count.high and count.qualifier != "up_to":
            told = f"{qualifier} بين {count.low} و{count.high}".strip()
        elif count.qualifier == "at_least":
            told = f"{figure} {qualifier}"
        elif count.qualifier == "vague":
            told = f"{figure} على الأقل ({qualifier})"
        else:
            told = f"{qualifier} {figure}".strip()
        group, _, who = count.population.partition(":")
        noun = labels.populations.get(group, "") if count.what in labels.people else ""
        if noun and who:
            noun += f": {self.actor(who, names)}"
        return f"{labels.counts[count.what]}: {told}" + (f" ({noun})" if noun else "") + quoted

    def happening(self, event: Event, names: Names, *, where: bool = True, dated: bool = False) -> str:
        label = self.labels.events[event.type]
        realis = self.labels.realis[event.realis]
        pieces = [label.label + (f" ({realis})" if realis else "")]
        if event.actors:
            pieces.append(f"{label.by}: {self.doers(event, names)}")
        if event.targets:
            pieces.append(f"{label.to}: {self.listed([self.actor(a, names) for a in event.targets])}")
        if where and event.places:
            pieces.append(f"المكان: {self.place(event.places[0], names)}")
        if dated and event.date:
            pieces.append(f"الزمان: {self.when(event.date)}")
        pieces += dict.fromkeys(self.number(c, names) for c in event.counts)
        return "؛ ".join(pieces)

    def sum_line(self, tally: Tally, names: Names) -> str:
        parts = "، ".join(f"{self.part(p, names)} {p.count}" for p in tally.parts)
        total = self.page.no_total if tally.total is None else f"{self.tally_of(tally)}: {tally.total}"
        verdict = {True: f"حاصل الجمع {tally.sum}", False: f"حاصل الجمع {tally.sum} لا {tally.total}", None: ""}
        return "؛ ".join(piece for piece in (total, parts, verdict[tally.agrees]) if piece)

    def voices(self, claim: Claim, names: Names) -> str:
        return "، نقلاً عن ".join(self._voice_names(claim, names))

    def saying(self, claim: Claim) -> str:
        return self.labels.stances[claim.stance] + ("، بتحفظ" if claim.certainty == "hedged" else "")

    def speaking(self, claim: Claim, names: Names) -> str:
        return f"{self.saying(claim)}: {self.speaker(claim, names)}"

    def summary(self, *, articles: int, outlets: Sequence[str], claims: int, events: int) -> str:
        named = self.listed(outlets) if len(outlets) <= FEW else str(len(outlets))
        return f"المقالات: {articles}؛ وسائل الإعلام: {named}؛ الأقوال المنسوبة: {claims}؛ الأحداث: {events}."

    def incident(self, incident: Incident, *, place: str | None = None) -> str:
        what = self.labels.events[incident.type].label
        told = self._joined(what, place or "", self.period(incident.first, incident.last))
        return f"{told}: المقالات {len(incident.documents)}، وسائل الإعلام {len(incident.outlets)}، المصادر الأولى {len(incident.origins)}"

    def judgement(self, judgement: Judgement) -> str:
        about = judgement.a + (f" و{judgement.b}" if judgement.b else "")
        verdicts = {
            "same": f"الحدث نفسه: {about}",
            "different": f"حدثان مختلفان: {about}",
            "verified": f"جرى التحقق: {about}",
            "rejected": f"مرفوض: {about}",
            "note": f"ملاحظة: {about}",
            "undo": f"لم يعد قائماً: {judgement.undoes or about}",
        }
        why = f"؛ السبب: {judgement.why}" if judgement.why else ""
        return f"{judgement.who}، {self.short(judgement.when[:10])}: {verdicts[judgement.kind]}{why}"


def wording_of(language: Language = "en") -> Wording:
    """The wording of a language."""
    return (_English if language == "en" else _Arabic)(load_labels(language))


_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AYYAM: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
# The Levantine name and the one used from Egypt westwards, as pan-Arab outlets print them.
_SHUHUR: Final = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip

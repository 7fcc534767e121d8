"""Records as sentences in English, and behind labels in Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.brief.english import fighters, figure, in_sentence, many, none, one, opened, plural, with_article
from marsad.brief.labels import Language, load_labels
from marsad.brief.names import Names
from marsad.brief.wording.records import FEW, Wording
from marsad.model import Actor, Claim, Count, Event, Incident, Judgement, Name, Tally

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


class _English(Wording):
    """English, for a reader without Arabic: names in Latin letters where the registry has them."""

    language: Language = "en"
    direction = "ltr"
    weekdays = _WEEKDAYS
    months = _MONTHS

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
    weekdays = _AYYAM
    months = _SHUHUR

    def name(self, name: Name | None, fallback: str = "") -> str:
        return (name.ar or name.en or fallback) if name else fallback

    def listed(self, names: Sequence[str]) -> str:
        return "، ".join(names)

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

"""Readings made by hand, with the words found by search, so that rooms around the core can be tested without the stages."""

from __future__ import annotations

from marsad.model import (
    Actor,
    ChainLink,
    Claim,
    Count,
    Cue,
    Dispute,
    Document,
    Doubt,
    Event,
    Name,
    Outlet,
    Place,
    Published,
    Reading,
    Source,
    Span,
    Tally,
    TallyPart,
    Trace,
    Traced,
    When,
    Window,
    content_id,
    new_document,
)

TEXT = """موسكو تنفي قصف المشفى

قال مصدر عسكري لوكالة الصباح إن الطيران الروسي قصف بلدة كفر زيت مساء الاثنين، ما أدى إلى مقتل أربعة مدنيين على الأقل.
ونفت وزارة الدفاع الروسية ذلك، وأعلنت تسجيل خمسة خروقات للهدنة، ثلاثة في حماة واثنان في إدلب.
وكانت الطائرات قصفت البلدة في أيلول الماضي. وتستعد الأطراف لجولة محادثات جديدة في أستانا."""


def span(text: str, words: str, *, after: str = "") -> Span:
    """Where the words stand in the text, after other words if given."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return start, start + len(words)


def document(text: str = TEXT, *, ref: str | None = "one", url: str | None = None, outlet: str = "sabah") -> Document:
    """The article as a reader hands it over."""
    return new_document(
        text,
        ref=ref,
        url=url,
        outlet=Outlet(id=outlet, name=Name(ar="الصباح", en="As-Sabah"), basis="given"),
        published=Published(start="2018-10-09", end="2018-10-09", precision="day", basis="given"),
    )


def traced(doc: Document | None = None) -> Traced:
    """A reading of the article with two claims, four events, a tally, a dispute and a doubt, and reasons for three of them."""
    doc = doc or document()
    text = doc.text

    def at(words: str, after: str = "") -> Span:
        return span(text, words, after=after)

    def ident(kind: str, where: Span) -> str:
        return content_id(kind, doc.id, where)

    said, denied, announced = at("قال"), at("نفت"), at("أعلنت")
    first, second, third = ident("claim", said), ident("claim", denied), ident("claim", announced)
    sentence = (said[0], text.index("\n", said[0]))
    sentence2 = (denied[0] - 1, text.index("\n", denied[0]))
    strike, violation, old, talks = (
        at("قصف", "الروسي "),
        at("خروقات"),
        at("قصفت"),
        at("جولة محادثات"),
    )
    strike_id = ident("event", strike)
    reading = Reading(
        document=doc,
        actors=(
            Actor(
                id="local:1",
                kind="armed_forces",
                name=Name(ar="مصدر عسكري", en=None),
                registered=False,
                mentions=(at("مصدر عسكري"),),
            ),
            Actor(
                id="sabah_agency",
                kind="media",
                name=Name(ar="وكالة الصباح", en="Sabah Agency"),
                registered=True,
                mentions=(at("وكالة الصباح", "عسكري ل"),) if "لوكالة الصباح" not in text else (at("وكالة الصباح"),),
            ),
            Actor(
                id="ru.aaf",
                kind="armed_forces",
                name=Name(ar="القوات الجوية الروسية", en="Russian Aerospace Forces"),
                of="ru",
                registered=True,
                mentions=(at("الطيران الروسي"),),
            ),
            Actor(
                id="ru.mod",
                kind="government",
                name=Name(ar="وزارة الدفاع الروسية", en="Russian Ministry of Defence"),
                of="ru",
                registered=True,
                mentions=(at("وزارة الدفاع الروسية"),),
            ),
        ),
        places=(
            Place(
                id="x:kafr-zayt",
                kind="town",
                name=Name(ar="كفر زيت", en="Kafr Zayt"),
                lat=35.4,
                lon=36.6,
                precision_km=2.0,
                mentions=(at("كفر زيت"),),
            ),
            Place(
                id="x:hama",
                kind="governorate",
                name=Name(ar="حماة", en="Hama"),
                lat=35.1,
                lon=36.7,
                precision_km=40.0,
                mentions=(at("حماة"),),
            ),
            Place(
                id="x:idlib",
                kind="governorate",
                name=Name(ar="إدلب", en="Idlib"),
                lat=35.9,
                lon=36.6,
                precision_km=40.0,
                mentions=(at("إدلب"),),
            ),
        ),
        claims=(
            Claim(
                id=first,
                sentence=sentence,
                cue=Cue(span=said, lemma="قال"),
                source=Source(span=at("مصدر عسكري")),
                chain=(
                    ChainLink(role="outlet", actor="outlet"),
                    ChainLink(role="agency", actor="sabah_agency", span=at("وكالة الصباح")),
                    ChainLink(role="anonymous", actor="local:1", span=at("مصدر عسكري")),
                ),
                content=((at("الطيران الروسي")[0], sentence[1] - 1),),
                quotation="indirect",
                stance="accuses",
                certainty="stated",
                rule="verb-subject",
            ),
            Claim(
                id=second,
                sentence=sentence2,
                cue=Cue(span=denied, lemma="نفى"),
                source=Source(span=at("وزارة الدفاع الروسية")),
                chain=(
                    ChainLink(role="outlet", actor="outlet"),
                    ChainLink(role="institution", actor="ru.mod", span=at("وزارة الدفاع الروسية")),
                ),
                content=(at("ذلك"),),
                quotation="indirect",
                stance="denies",
                certainty="stated",
                rule="verb-subject",
            ),
            Claim(
                id=third,
                sentence=sentence2,
                cue=Cue(span=announced, lemma="أعلن"),
                source=None,
                chain=(
                    ChainLink(role="outlet", actor="outlet"),
                    ChainLink(role="institution", actor="ru.mod", span=at("وزارة الدفاع الروسية")),
                ),
                content=((at("تسجيل")[0], sentence2[1] - 1),),
                quotation="indirect",
                stance="announces",
                certainty="stated",
                rule="subject-in-verb",
                doubts=("the subject is only in the verb",),
            ),
        ),
        events=(
            Event(
                id=strike_id,
                type="air_strike",
                realis="actual",
                triggers=(strike,),
                claims=(first,),
                actors=("ru.aaf",),
                places=("x:kafr-zayt",),
                date=When(start="2018-10-08", end="2018-10-08", precision="day", basis="weekday", span=at("مساء الاثنين")),
                counts=(
                    Count(
                        span=at("أربعة"),
                        what="killed",
                        population="civilian",
                        low=4,
                        high=None,
                        qualifier="at_least",
                        claim=first,
                    ),
                ),
                rule="verb",
            ),
            Event(
                id=ident("event", violation),
                type="ceasefire_violation",
                realis="actual",
                triggers=(violation,),
                claims=(third,),
                places=("x:hama", "x:idlib"),
                counts=(
                    Count(
                        span=at("خمسة"),
                        what="violations",
                        population="unknown",
                        low=5,
                        high=5,
                        qualifier="exact",
                        claim=third,
                    ),
                ),
                rule="noun",
            ),
            Event(
                id=ident("event", old),
                type="air_strike",
                realis="historical",
                triggers=(old,),
                places=("x:kafr-zayt",),
                date=When(start="2018-09-01", end="2018-09-30", precision="month", basis="relative", span=at("أيلول الماضي")),
                rule="verb",
            ),
            Event(id=ident("event", talks), type="talks", realis="planned", triggers=(talks,), rule="noun"),
        ),
        tallies=(
            Tally(
                id=ident("tally", violation),
                what="ceasefire_violation",
                claim=third,
                total=5,
                parts=(
                    TallyPart(place="x:hama", count=3, span=at("ثلاثة")),
                    TallyPart(place="x:idlib", count=2, span=at("اثنان")),
                ),
                sum=5,
                agrees=True,
                window=Window(start="2018-10-08", end="2018-10-09"),
            ),
        ),
        disputes=(Dispute(kind="denied", between=(first, second)),),
        doubts=(Doubt(stage="ground", span=at("أستانا"), about="the city was renamed"),),
    )
    return Traced(
        reading=reading,
        traces=(
            Trace(record=first, stage="attribute", rule="verb-subject", entry="attribute/cues.yml#قال", spans=(said,)),
            Trace(record=strike_id, stage="code", rule="verb", entry="code/triggers.yml#قصف", spans=(strike,)),
            Trace(record="x:kafr-zayt", stage="ground", rule="name", spans=(at("كفر زيت"),)),
        ),
    )

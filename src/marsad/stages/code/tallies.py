"""Tallies: a total and what it is made of, by place or by party (15 انتهاكا منها 6 في … واثنان في …)."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.sentences import Sentence
from marsad.handover import NumberMention, TallyDraft, TallyDraftPart
from marsad.lexicon.code import CountedSense
from marsad.model import CountWhat, Doubt, Span, Trace, content_id
from marsad.stages.code.counts.quantities import also_plural, counted_at, harm_at, number_phrase
from marsad.stages.code.counts.surroundings import in_brackets
from marsad.stages.code.scene import Scene

_SOME: Final = frozenset(["منها", "بينها", "منهم", "بينهم", "معظمها", "اغلبها", "ضمنها", "ضمنهم", "بضمنهم"])
_ON: Final = frozenset(["وتوزعت", "توزعت", "وتوزعوا", "توزعوا", "وتوزع", "توزع", "وجاءت", "وكانت", "وسجلت", "وبحسب", "وجاء"])
_HAND: Final = frozenset(["يد", "ايدي", "قبل", "نيران", "قصف"])
_TURNS: Final = frozenset(["بينما", "فيما", "كما", "حيث", "الي", "فضلا"])
_LEADS: Final = frozenset(
    ["في", "علي", "من", "لدي", "قرب", "ضمن", "شرقي", "غربي", "شمالي", "جنوبي", "(", "داخل", "عند", "ضد", "فى"]
)
_CASES: Final = frozenset(["حالات", "حاله", "مرات", "مره", "منهم", "منها"])
_REACH: Final = 7
_OPEN_REACH: Final = 28
_LINE: Final = 20
_MOST_LINES: Final = 20


class _Item(NamedTuple):
    """A number at tokens `first` to `last` with what it counts and the words that give it."""

    first: int
    last: int
    value: int
    span: Span
    noun: CountedSense | None


class _Found(NamedTuple):
    """The parts found behind a total: where they end, and whether the opening word promised all of them."""

    parts: list[TallyDraftPart]
    last: int
    whole: bool


def _items(scene: Scene, first: int, last: int) -> list[_Item]:
    """All exact numbers, duals and واحد of a stretch, in text order."""
    out: list[_Item] = []
    numbers = {n.first: n for n in scene.recognised.numbers}
    dated = {k for t in scene.recognised.times for k in range(t.first, t.last)}
    k = first
    while k < last:
        number = numbers.get(k)
        if number is not None and _countable(scene, number) and k not in dated:
            hit = counted_at(scene, number.last) if number.last < last else None
            end = hit.last if hit is not None else number.last
            if hit is None and scene.form(end) in _CASES:
                end += 1  # 9 حالات في إدلب
            out.append(_Item(k, end, int(number.value.low or 0), number.figure, hit.payload if hit is not None else None))
            k = max(end, k + 1)
            continue
        if scene.word(k) and number is None:
            hit = counted_at(scene, k)
            two = hit is not None and hit.payload.number == "d" and not hit.payload.construct and not hit.cut.definite
            if hit is not None and two and not (scene.form(k).endswith("ين") and also_plural(scene, k)):
                out.append(_Item(k, hit.last, 2, scene.page.span(k, hit.last), hit.payload))
                k = hit.last
                continue
        k += 1
    return out


def _countable(scene: Scene, number: NumberMention) -> bool:
    """Whether a number can be a line or a total: no ordinal, no hours or days, no الأيام الثلاثة."""
    if number.value.ordinal or number.value.low is None or scene.form(number.first).startswith("ال"):
        return False
    return number_phrase(scene, number) is not None or scene.form(number.last - 1).endswith(("واحد", "واحده"))


def find_tallies(scene: Scene) -> tuple[list[TallyDraft], list[Doubt], list[Trace]]:
    """Every total that is broken down by place or party; a sum that does not come out is a doubt."""
    tallies: list[TallyDraft] = []
    doubts: list[Doubt] = []
    traces: list[Trace] = []
    sentences = scene.page.sentences
    taken: set[Span] = set()
    for number, sentence in enumerate(sentences):
        items = _items(scene, sentence.first, sentence.last)
        free = sentence.first
        for k, total in enumerate(items):
            if total.first < free or total.span in taken or not _counts(scene, items, k):
                continue
            found = _after(scene, items[k + 1 :], total, sentence)
            if found is None and number + 1 < len(sentences):
                found = _next(scene, sentences[number + 1], total)
            if found is None and k == len(items) - 1:
                found = _lines(scene, sentences[number:], total)
            if found is None:
                continue
            free = found.last
            taken.update(p.span for p in found.parts)
            draft, trace = _drawn(scene, total, found, items[:k], sentence)
            tallies.append(draft)
            traces.append(trace)
            added = sum(p.count for p in found.parts)
            if added > total.value or (added != total.value and found.whole):
                doubts.append(
                    Doubt(stage="code", span=total.span, about=f"the parts add up to {added}, the total says {total.value}")
                )
    return tallies, doubts, traces


def _counts(scene: Scene, items: list[_Item], k: int) -> bool:
    """Whether a number can be a total: it says what it counts, itself or by عدد الخروقات before it."""
    total = items[k]
    if total.value < 2:
        return False
    if total.noun is None:
        return _announced(scene, total) is not None
    return total.noun.entry.what != "other" or total.noun.entry.role != "victim" or _what(scene, total) != "other"


def _announced(scene: Scene, total: _Item) -> CountedSense | None:
    """The noun that عدد or حصيلة names before a number without its own (بلغ عدد الخروقات 9)."""
    for k in range(total.first - 1, max(-1, total.first - 9), -1):
        if scene.form(k) in (".", "،"):
            return None
        hit = counted_at(scene, k) if scene.word(k) else None
        if (
            hit is not None
            and hit.payload.number == "p"
            and scene.form(k - 1).removeprefix("و") in ("عدد", "حصيله", "مجموع", "اجمالي")
        ):
            return hit.payload
    return None


def _what(scene: Scene, total: _Item) -> CountWhat:
    """What a total counts; of people, what befell them by the word of harm before."""
    noun = total.noun or _announced(scene, total)
    if noun is None:
        return "other"
    if noun.entry.role != "victim":
        return noun.entry.what
    for k in range(total.first - 1, max(-1, total.first - 12), -1):
        for hit in scene.lexicon.harm.at(scene.tokens, k, scene.page.lookup) if scene.word(k) else []:
            return hit.payload.entry.what
        told = counted_at(scene, k) if scene.word(k) else None
        if told is not None and told.payload.entry.role == "harm":
            return "killed" if told.payload.entry.id == "victims" else told.payload.entry.what
    for k in range(total.last, total.last + 3):  # 500 مدني قتلوا
        for hit in scene.lexicon.harm.at(scene.tokens, k, scene.page.lookup) if scene.word(k) else []:
            if hit.payload.cls == "verb" and hit.payload.number == "p":
                return hit.payload.entry.what
    return "other"


def _after(scene: Scene, items: list[_Item], total: _Item, sentence: Sentence) -> _Found | None:
    """Parts in the same sentence, behind an opening word, a colon or a bracket."""
    if len(items) < 2:
        return None
    if (in_brackets := _bracketed(scene, items, total)) is not None:
        return in_brackets
    end = min(items[0].first, total.last + _OPEN_REACH)
    # the opening word stands before the first part, or right behind its number (6 منها في حلب)
    for i in (*range(total.last, end), items[0].last):
        form = scene.form(i)
        opens = form in scene.words("opens-parts") and i < end
        if opens or form in _SOME or (form == "(" and i + 1 == items[0].first):
            parts, last = _parts(scene, items, max(i, total.last), sentence.last, total)
            all_of_it = form not in ("بينهم", "بينها", "معظمها", "اغلبها") and not _cut_short(items, parts, last, total)
            return _Found(parts, last, all_of_it) if len(parts) > 1 else None
    if items[0].first - total.last > _OPEN_REACH:
        return None
    # no word opens them (52 خرقا، 25 في الحديدة و17 في تعز و10 في حجة; 25 خرقا في محافظات، حلب 15، حماة 10): only a sum that comes out shows a tally
    opened = items[0].first if scene.form(items[0].first - 1) in ("،", ",") else total.last
    parts, last = _parts(scene, items, opened, sentence.last, total)
    return _Found(parts, last, whole=True) if len(parts) > 1 and sum(p.count for p in parts) == total.value else None


def _bracketed(scene: Scene, items: list[_Item], total: _Item) -> _Found | None:
    """Parts in brackets behind their places: 14 خرقا في محافظات حلب (5) واللاذقية (3) وحماة (6)."""
    parts: list[TallyDraftPart] = []
    last = total.last
    for item in items:
        if scene.form(item.first - 1) != "(" or scene.form(item.last) != ")" or item.first - last > _OPEN_REACH:
            break
        label = _label(scene, last, item.first - 1)
        if label is None:
            break
        parts.append(TallyDraftPart(place=label[0], actor=label[1], count=item.value, span=item.span))
        last = item.last + 1
    return _Found(parts, last, whole=True) if len(parts) > 1 else None


def _next(scene: Scene, sentence: Sentence, total: _Item) -> _Found | None:
    """Parts in a sentence of their own (وتوزعت الخروقات على النحو التالي: …)."""
    noun = total.noun
    opened = sentence.first if scene.form(sentence.first) in _ON else _they_fell(scene, noun, sentence)
    if noun is None or opened is None:
        return None
    hit = next((h for k in range(opened, opened + 3) if (h := counted_at(scene, k)) is not None), None)
    if hit is not None and hit.payload.entry.what != noun.entry.what:
        return None
    items = [i for i in _items(scene, sentence.first, sentence.last) if i.first > opened]
    if hit is None and (not items or items[0].first - opened > _OPEN_REACH):
        return None
    parts, last = _parts(scene, items, opened, sentence.last, total)
    return _Found(parts, last, whole=not _cut_short(items, parts, last, total)) if len(parts) > 1 else None


def _they_fell(scene: Scene, noun: CountedSense | None, sentence: Sentence) -> int | None:
    """The word that breaks down what was counted in the sentence before: وذكرت الوكالة أن الخروقات توزعت بين 47 في …"""
    if noun is None:
        return None
    for i in range(sentence.first, min(sentence.last, sentence.first + _LINE)):
        if scene.form(i) in _ON:
            near = (counted_at(scene, k) for k in (i - 1, i + 1) if scene.word(k))
            return i if any(h is not None and h.payload.entry.id == noun.entry.id and h.cut.definite for h in near) else None
    return None


def _cut_short(items: list[_Item], parts: list[TallyDraftPart], last: int, total: _Item) -> bool:
    """Whether the list goes on behind the last line with a place or party known here, so that its sum says nothing."""
    rest = next((i for i in items if i.first >= last), None)
    missing = total.value - sum(p.count for p in parts)
    return rest is not None and rest.first - last <= _REACH and 0 < rest.value <= missing


def _lines(scene: Scene, sentences: tuple[Sentence, ...], total: _Item) -> _Found | None:
    """Parts in a line each, under a line that ends in a colon or كالتالي."""
    opening = sentences[0]
    close = range(max(total.last, opening.last - 3), opening.last)
    if not any(scene.form(i) in scene.words("opens-parts") for i in close):
        return None
    parts: list[TallyDraftPart] = []
    last = opening.last
    for line in sentences[1:_MOST_LINES]:
        items = _items(scene, line.first, line.last)
        label = _label(scene, line.first, line.last)
        noun, own = total.noun, items[0].noun if items else None
        strange = (
            own is not None
            and noun is not None
            and "other" not in (own.entry.what, noun.entry.what)
            and own.entry.what != noun.entry.what
        )
        if not items or label is None or strange or line.last - line.first > _LINE:
            break
        parts.append(TallyDraftPart(place=label[0], actor=label[1], count=items[0].value, span=items[0].span))
        last = line.last
    return _Found(parts, last, whole=True) if len(parts) > 1 else None


def _parts(scene: Scene, items: list[_Item], opened: int, end: int, total: _Item) -> tuple[list[TallyDraftPart], int]:
    """The numbers behind the opening word, each with its place or party behind it (6 في حلب) or, as the first, before it (حلب 6)."""
    out: list[TallyDraftPart] = []
    last = total.last
    noun = total.noun or _announced(scene, total)
    before = (
        bool(items) and _label(scene, opened, items[0].first) is not None and not scene.form(items[0].first - 1).startswith("منه")
    )
    for k, item in enumerate(items):
        if item.noun is not None and noun is not None and item.noun.entry.what != noun.entry.what:
            break
        if before:
            label = _label(scene, max(opened, items[k - 1].last if k else opened), item.first)
            if label is None and out and _leads(scene, item.last):  # حماة 23، إدلب 3 وواحد في حلب
                label = _label(scene, item.last, min(end, item.last + _REACH))
        else:
            limit = min(items[k + 1].first if k + 1 < len(items) else end, item.last + _REACH)
            label = _label(scene, item.last, limit) if _leads(scene, item.last) else None
        closed = in_brackets(scene, total.first) and any(scene.form(i) == ")" for i in range(last, item.first))
        if label is None or item.value > total.value or closed:
            break
        if sum(p.count for p in out) >= total.value and (
            item.noun is not None or item.first - last > _REACH or not _goes_on(scene, item)
        ):
            break
        # the harm of all of them stands behind the total (500 مدني قتلوا، 300 منهم)
        if any(_turns(scene, i) for i in range(last if out else last + 2, item.first)) and (out or not before):
            break
        out.append(TallyDraftPart(place=label[0], actor=label[1], count=item.value, span=item.span))
        last = item.last
    return out, last


def _goes_on(scene: Scene, item: _Item) -> bool:
    """Whether a number is joined to the list in front of it (وثلاثة في حماة), so that a sum that is too high comes to light."""
    form = scene.form(item.first)
    return (form.startswith("و") and not form.startswith("واحد")) or scene.form(item.first - 1) in ("و", "،")


def _leads(scene: Scene, i: int) -> bool:
    """Whether the words behind a number lead to where or whose it is: a preposition, منها, a bracket, or the name itself."""
    form = scene.form(i)
    if form in _LEADS or form in _SOME or form.startswith(("ب", "ل")):
        return True
    return bool(scene.places_between(i, i + 1)) or bool(scene.actors_between(i, i + 1))


def _turns(scene: Scene, i: int) -> bool:
    """Whether the text turns to something else at token `i`: a word of harm of its own, or another clause (بينما، كما)."""
    if scene.form(i) in _TURNS:
        return True
    harm = harm_at(scene, i) if scene.word(i) else None
    return harm is not None and harm.payload.cls == "verb"


def _label(scene: Scene, first: int, last: int) -> tuple[int | None, str | None] | None:
    """The place, or else the party, that stands in a stretch: the first of either kind."""
    stop = next((k for k in range(first, last) if scene.form(k) in (".", "؛", "فيما", "بينما")), last)
    for k in range(first, stop):
        for m in scene.actors_between(k, k + 1):
            actor = scene.actors.get(m.entity)
            if actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition", "state", "government"):
                by = scene.form(k - 1) in _HAND or not any(p.first <= m.head < p.last for _, p in scene.places_between(k, k + 1))
                if by and m.form != "nisba":
                    return None, m.entity
        places = [n for n, p in scene.places_between(k, k + 1) if not p.speaks]
        if places:
            return places[0], None
    return None


def _drawn(scene: Scene, total: _Item, found: _Found, earlier: list[_Item], sentence: Sentence) -> tuple[TallyDraft, Trace]:
    what = _what(scene, total)
    noun = total.noun or _announced(scene, total)
    claims = scene.claims_at(total.span)
    claim = claims[-1].id if claims else "outlet"
    if (
        claims
        and earlier
        and any(scene.claims_at(i.span)[-1:] == claims[-1:] for i in earlier[-1:])
        and _other(scene, earlier[-1], total)
    ):
        claim = "outlet"  # والجانب التركي 3 خروقات: the verb is the other party's
    times = scene.times_between(sentence.first, sentence.last)
    ident = content_id("tally", scene.page.document.id, total.span)
    draft = TallyDraft(
        id=ident, what="ceasefire_violation" if what == "violations" else what, claim=claim, total=total.value,
        parts=tuple(found.parts), time=times[0][0] if times else None, whole=found.whole,
    )  # fmt: skip
    entry = f"code/counted.yml#{noun.entry.id}" if noun is not None else None
    spans = (total.span, *(p.span for p in found.parts))
    return draft, Trace(record=ident, stage="code", rule="code.tally", entry=entry, spans=spans)


def _other(scene: Scene, before: _Item, total: _Item) -> bool:
    """Whether another party is named right before a total (والجانب التركي 3 خروقات)."""
    return any(scene.form(k) in ("والجانب", "والطرف") for k in range(before.last, total.first))

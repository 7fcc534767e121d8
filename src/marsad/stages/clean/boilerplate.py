"""Which stretches of a page are not the article.

Crawled pages come in two shapes: one line a paragraph, or the whole page run together in one line. In the first, each
line is judged by its opening words, its length, whether it ends like a sentence, and whether the page said it before; in
the second, a title that is repeated and a footer that opens with known words are cut off at the ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.arabic.fold import fold
from marsad.arabic.phrases import Lookup
from marsad.arabic.tokens import Token, tokenise
from marsad.lexicon.clean import CleanLexicon
from marsad.model import Document, Span
from marsad.stages.clean.galleries import gallery
from marsad.stages.clean.line import HEADLINE_WORDS, Line
from marsad.stages.clean.teasers import teasers

_FOOT_CHARS: Final = 1200
# A line this long that ends a list of headlines is prose again: the list was inside the article, not under it.
_PROSE_WORDS: Final = 25
_BYLINE_WORDS: Final = 7
_SHORT_WORDS: Final = 9
# What a headline shows beside its story.
_SHOWN: Final = frozenset(["صور", "صوره", "بالصور", "فيديو", "بالفيديو", "شاهد"])
_DATE_LINE: Final = re.compile(r"[\d\s:/.,،|\-–]+(?:[صم]|am|pm|gmt)?[\d\s:/.,،|\-–]*", re.IGNORECASE)
_CLOCKED: Final = re.compile(r"\d{1,2}:\d{2}\s*(?:[صم]|am|pm)?\s+\D{6}", re.IGNORECASE)  # a list of headlines with their hours
_TWEET: Final = re.compile(r"pic\.twitter\.com/|^\s*[—–-]+\s.*\(@\w+\)|https?://t\.co/")
_POST_SIGNS: Final = re.compile(
    r"(?:(?:https?://t\.co/\S+|pic\.twitter\.com/\S+)\s*)*[—–]\s[^—–\n]{1,80}?\(@\w+\)(?:\s+[A-Z][a-z]+ \d{1,2}, \d{4})?|"
    r"(?:(?:https?://t\.co/\S+|pic\.twitter\.com/\S+)\s*)+"
)  # the links and the signature that a post ends with
# More words than this beside a post are an article in one line: a post has room for some 45 words.
_BESIDE_POST: Final = 50
_ADDRESS: Final = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$|^\s*\S+@\S+\.\S+\s*$")
_CALENDAR: Final = frozenset(
    fold(
        "السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر "
        "نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول الثاني جانفي فيفري أفريل ماي جوان جويلية أوت "
        "الساعة ص م مساء صباحا ظهرا بتوقيت دمشق غرينتش يوم نشر آخر تحديث اليوم"
    ).text.split()
)  # the names that make a line a date line; the calendar itself is read in `ground`
_PUBLISHED: Final = frozenset(["نشر", "تحديث", "الساعه"])
_BESIDE: Final = frozenset("-–—|/(*")
_REPEAT_CHARS: Final = 22
_ALONE_WORDS: Final = 4
# The first two lines of a page are two tellings of its title when they share as many words as this at their start.
_RETOLD: Final = 8
# A headline between paragraphs is held against their words when it has as many words as this, and they are as many as that.
_STRANGER_WORDS: Final = 7
_PARAGRAPHS: Final = 3
# A run of words up to a full stop that is no longer than this is too short to hold the walk back from the end of a page.
_SHORT_RUN: Final = 4
# More words than this before the first furniture of a run are prose that was not ended.
_LEAD_IN: Final = 10
# A run of more words than this to one piece of furniture is prose that happens to hold such words (مكتب أخبار سوريا).
_DENSE: Final = 30
_MENU: Final = "navigation"
# Behind a furniture line of effect "rest" at most this share of the page's prose may lie: teasers are sometimes ended like
# sentences (4 of 50 annotated pages).
_REST_SHARE: Final = 0.2


class Block(NamedTuple):
    """A stretch that is not the article, with the rule and the lexicon entry that say so."""

    span: Span
    rule: str
    entry: str | None


def boilerplate(
    document: Document, lines: Sequence[Line], lexicon: CleanLexicon, *, lookup: Lookup | None = None
) -> tuple[Block, ...]:
    """The stretches that are not the article, in order, not overlapping."""
    if not lines:
        return ()
    lookup = lookup or Lookup()
    blocks = _by_line(document, lines, lexicon, lookup) + _run_together(document, lines, lexicon, lookup)
    return tuple(_joined(document.text, sorted(blocks)))


def _by_line(document: Document, lines: Sequence[Line], lexicon: CleanLexicon, lookup: Lookup) -> list[Block]:
    text = document.text
    rules: list[tuple[str, str | None] | None] = [None] * len(lines)
    seen: dict[str, int] = {}
    prose = [x.words if _prose(x, text) else 0 for x in lines]
    last_prose = _last_prose(lines, prose, text)
    listing = False  # whether the lines above opened a list of other stories
    for i, line in enumerate(lines):
        entry, effect = _furniture(line, lexicon, lookup)
        raw = text[line.span[0] : line.span[1]]
        if entry is not None:
            where = f"clean/furniture.yml#{entry}"
            rules[i] = (f"furniture-{effect}", where)
            alone = line.words <= _ALONE_WORDS  # اقرأ أيضاً with a story behind it in the same line opens no list
            listing = effect in ("list", "rest") and alone
            if effect == "rest" and (sum(prose[i:]) <= _REST_SHARE * sum(prose) or (alone and _titles(lines[i + 1 :], text))):
                for j in range(i, len(lines)):
                    rules[j] = rules[j] or ("furniture-rest", where)
                break
        elif listing and line.headline:
            rules[i] = ("list-of-stories", rules[i - 1][1] if rules[i - 1] else None)  # type: ignore[index]
        else:
            listing = False
            if line.key in seen and line.words >= 2:
                rules[i] = ("said-before", None)
                first = seen[line.key]
                if line.headline and rules[first] is None and any(prose[:first]):
                    rules[first] = ("said-before", None)  # another story's headline with its picture: the page's own comes first
            elif _TWEET.search(raw):
                rules[i] = ("embedded-post", None)
                if i and not _prose(lines[i - 1], text) and line.words < _BYLINE_WORDS and raw.lstrip()[0] in "—–-":
                    rules[i - 1] = rules[i - 1] or ("embedded-post", None)
            elif _ADDRESS.match(raw):
                rules[i] = ("address", None)
            elif _date_line(line, raw):
                if not _heads_what_follows(lines, i, text):
                    rules[i] = ("date-line", None)
            elif (byline := _byline(line, lexicon, lookup)) is not None:
                rules[i] = ("byline", byline)
            elif i > last_prose >= 0 and (line.headline or prose[i]):
                rules[i] = ("after-the-article", None)
            elif (
                _CLOCKED.match(raw)
                and line.headline
                and any(_CLOCKED.match(_raw(x, text)) for x in lines[max(0, i - 1) : i + 2] if x is not line)
            ):
                rules[i] = ("ticker", None)
        seen.setdefault(line.key, i)
    _sink_teasers(lines, rules, text)
    _sink_titles(lines, rules, text)
    _sink_strangers(lines, rules, prose)
    pictures = gallery(lines, prose)
    captions = [Block(pictures, "gallery", None)] if pictures is not None else []
    return captions + [
        Block(span, rule[0], rule[1])
        for line, rule in zip(lines, rules, strict=True)
        if rule is not None
        for span in (_posts(line, text) if rule[0] == "embedded-post" else (line.span,))
    ]


def _posts(line: Line, text: str) -> tuple[Span, ...]:
    """The stretches of a line that are embedded posts: all of it, or in an article of one line the sentence that each signature ends."""
    raw, at = _raw(line, text), line.span[0]
    spans = []
    for sign in _POST_SIGNS.finditer(raw):
        opened = max(
            (
                raw.rfind(stop, 0, sign.start()) + len(stop)
                for stop in (". ", "؟ ", "! ", '" ', "” ", "» ")
                if stop in raw[: sign.start()]
            ),
            default=0,
        )
        spans.append((opened, sign.end()))
    rest = len(raw.split()) - sum(len(raw[a:b].split()) for a, b in spans)
    if not spans or rest <= _BESIDE_POST:
        return (line.span,)
    return tuple((at + a, at + b) for a, b in spans)


def _raw(line: Line, text: str) -> str:
    return text[line.span[0] : line.span[1]]


def _cut_off(line: Line, text: str) -> bool:
    """Whether a line breaks off in the middle of its sentence: وأكدت..."""
    return _raw(line, text).endswith(("..", "…"))


def _titles(lines: Sequence[Line], text: str) -> bool:
    """Whether lines behind an opener are headlines of other stories, some of them ended like sentences: none long, most not ended."""
    titles = [x for x in lines if x.words >= _ALONE_WORDS]
    ended = sum(_raw(x, text).endswith(".") and not _cut_off(x, text) for x in titles)
    return len(titles) >= _PARAGRAPHS and 2 * ended < len(titles) and all(x.words < _PROSE_WORDS for x in titles)


def _last_prose(lines: Sequence[Line], prose: Sequence[int], text: str) -> int:
    """The last paragraph of the article: behind it stand headlines, some of which ask or break off like a sentence's end."""
    firm = [
        i
        for i, x in enumerate(lines)
        if prose[i] and (x.words >= _PROSE_WORDS or not _raw(x, text).endswith(("؟", "!", "..", "…")))
    ]
    last = max((i for i, words in enumerate(prose) if words), default=-1)
    if not firm or len(lines) - firm[-1] <= _PARAGRAPHS:
        return last
    return firm[-1]


def _sink_teasers(lines: Sequence[Line], rules: list[tuple[str, str | None] | None], text: str) -> None:
    """At the end of a page a headline and the beginning of its story, broken off with dots, are links to other stories."""
    i = len(lines) - 1
    while i > 0:
        if rules[i] is not None:
            i -= 1
        elif _cut_off(lines[i], text) and lines[i].words > HEADLINE_WORDS // 2 and rules[i - 1] is None and lines[i - 1].headline:
            rules[i] = rules[i - 1] = ("teaser", None)
            i -= 2
        else:
            return


def _sink_titles(lines: Sequence[Line], rules: list[tuple[str, str | None] | None], text: str) -> None:
    """Short headline lines before the title of the page, in a page that opens with several, are its menu."""
    first = next((i for i, x in enumerate(lines) if _prose(x, text)), None)
    if first is None or first < 4:
        return
    heads = [i for i in range(first) if rules[i] is None]
    title = max(heads, key=lambda i: lines[i].words, default=None)
    for i in heads:
        if title is not None and i < title and lines[i].words <= 4:
            rules[i] = ("menu", None)


def _sink_strangers(lines: Sequence[Line], rules: list[tuple[str, str | None] | None], prose: Sequence[int]) -> None:
    """Headlines between paragraphs that speak of something else are links to other stories; a subheading shares its words."""
    told = [i for i, words in enumerate(prose) if words and rules[i] is None]
    if len(told) < _PARAGRAPHS:
        return
    heads = [
        i
        for i in range(told[0] + 1, told[-1])
        if rules[i] is None and not prose[i] and lines[i].headline and lines[i].words >= _STRANGER_WORDS
    ]
    # Where many lines end without a full stop, the page is broken in the middle of its sentences.
    if not heads or len(heads) * 3 > len(told):
        return
    known = {_stem(token.form) for i in told for token in lines[i].tokens}
    for i in heads:
        words = [_stem(token.form) for token in lines[i].tokens if token.kind == "word" and len(token.form) > 3]
        if words and sum(word in known for word in words) * 3 < len(words):
            rules[i] = ("another-story", None)


def _stem(form: str) -> str:
    """A word without the article and the particles joined on to it, for comparing wordings."""
    for prefix in ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل"):
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            return form[len(prefix) :]
    return form


def _prose(line: Line, text: str) -> bool:
    """Whether a line reads as a paragraph of the article: long, or ended like a sentence and not short."""
    ended = text[line.span[0] : line.span[1]].endswith((".", "؟", "!", ".”", "”.", ".»", "».", '."', '".'))
    return line.words >= _PROSE_WORDS or (ended and line.words >= _SHORT_WORDS)


def _furniture(line: Line, lexicon: CleanLexicon, lookup: Lookup) -> tuple[str | None, str]:
    """The furniture entry that a line shows, and how far it goes."""
    start = next((i for i, t in enumerate(line.tokens) if t.kind != "punct"), None)
    if start is None:
        return None, ""
    hits = lexicon.lines.at(line.tokens, start, lookup)
    if hits:
        entry = lexicon.furniture[hits[0].payload]
        left = sum(t.kind != "punct" for t in line.tokens[hits[0].last :])
        # A share or menu line holds little but its words; a call to subscribe may run on if it never ends as a sentence.
        if left == 0 or (left <= 2 and line.headline) or (entry.id == "share" and hits[0].last - start >= 2 and line.headline):
            return entry.id, entry.effect
    hits = lexicon.openers.at(line.tokens, start, lookup)
    if hits:
        entry = lexicon.furniture[hits[0].payload]
        if entry.effect == "short":
            if line.words <= _SHORT_WORDS and (line.headline or line.words <= 4):
                return entry.id, "line"
        elif line.words <= HEADLINE_WORDS:
            return entry.id, entry.effect
    if line.headline or line.words <= _PROSE_WORDS:
        for i in range(len(line.tokens)):
            hits = lexicon.credits.at(line.tokens, i, lookup)
            if hits and (i == start or _at_end(line, hits[0].first, hits[0].last)) and (line.words <= 4 or i > start):
                return hits[0].payload, "line"
        last = line.tokens[-1].form
        if last == ")" and any(t.form == "(" for t in line.tokens[-6:]) and line.headline | (line.words <= HEADLINE_WORDS):
            words_before = next(k for k in range(len(line.tokens) - 1, -1, -1) if line.tokens[k].form == "(")
            shown = {t.form for t in line.tokens[words_before + 1 : -1]}  # قتلى بقصف على البلدة (صور): a headline
            if words_before > start and not shown <= _SHOWN and not any(t.form in ".؟" for t in line.tokens[:words_before]):
                return "picture", "line"
    return None, ""


def _at_end(line: Line, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` close the line behind a dash or in brackets: a picture credit."""
    before = line.tokens[first - 1].form if first else ""
    after = [t.form for t in line.tokens[last:]]
    return before in ("-", "–", "_", "(", "|", ":", "©") and all(form in ")_.-" for form in after)


def _byline(line: Line, lexicon: CleanLexicon, lookup: Lookup) -> str | None:
    """The entry that makes a line a byline: an outlet, agencies or "own correspondent" beside a dash or bracket."""
    if line.words > _BYLINE_WORDS or (not line.headline and line.words > 5):
        return None
    for i in range(len(line.tokens)):
        names = [h for h in lexicon.outlet_names.at(line.tokens, i, lookup) if not h.cut.pro]
        closes = bool(names) and all(t.kind == "punct" for t in line.tokens[names[0].last :])
        if names and (_beside_dash(line, names[0].first, names[0].last) or (closes and _behind_town(line, i))):
            return f"clean/outlets.csv#{names[0].payload}"
        words = lexicon.bylines.at(line.tokens, i, lookup)
        if words and _beside_dash(line, words[0].first, words[0].last):
            return f"clean/furniture.yml#{words[0].payload}"
    return None


def _behind_town(line: Line, first: int) -> bool:
    """Whether an outlet's name at token `first` begins its line or stands behind a town and a colon (لندن: «الضفتان»)."""
    before = [t.form for t in line.tokens[:first] if t.form not in "\"'“”«»()"]
    return not before or (before[-1] == ":" and len(before) <= 4)


def _beside_dash(line: Line, first: int, last: int) -> bool:
    """Whether a dash, a bar, a bracket or a star stands right before or behind tokens `first` to `last`; a colon opens speech."""
    tokens = line.tokens
    before = tokens[first - 1].form if first else ""
    after = tokens[last].form if last < len(tokens) else ""
    # A tatweel between spaces (دير الزور ـ نورث برس) is typed for a dash; folding drops it and leaves the gap.
    gap = first > 0 and tokens[first].start - tokens[first - 1].end >= 3
    gap = gap or (last < len(tokens) and tokens[last].start - tokens[last - 1].end >= 3)
    return gap or before in _BESIDE or after in _BESIDE


def _date_line(line: Line, raw: str) -> bool:
    """Whether a line holds a date or a clock and nothing else."""
    if _DATE_LINE.fullmatch(raw):
        return True
    words = [t for t in line.tokens if t.kind in ("word", "latin")]
    numbers = any(t.kind == "number" for t in line.tokens)
    months = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
              "december", "gmt", "am", "pm", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}  # fmt: skip
    return numbers and line.words <= 14 and all(t.form in _CALENDAR or t.form.lower() in months for t in words)


def _heads_what_follows(lines: Sequence[Line], i: int, text: str) -> bool:
    """10 آذار 2016: and then what happened on that day: a date that heads a part of a chronicle."""
    if not _raw(lines[i], text).rstrip().endswith(":") or i + 1 >= len(lines):
        return False
    published = any(t.form in _PUBLISHED for t in lines[i].tokens)
    return not published and lines[i + 1].words > _ALONE_WORDS and not _date_line(lines[i + 1], _raw(lines[i + 1], text))


def _run_together(document: Document, lines: Sequence[Line], lexicon: CleanLexicon, lookup: Lookup) -> list[Block]:
    """The head (a page title said again in the text) and the foot of a page that was crawled into one line."""
    text = document.text
    blocks: list[Block] = []
    start, end = lines[0].span[0], lines[-1].span[1]
    folded = fold(text)
    tokens = tokenise(folded)
    head = _repeated_head(text, *lines[0].span)
    if head is None and len(lines) > 2 and _retold(lines[0], lines[1]):
        head = lines[1].span[0]  # the title with the outlet's name, and again above the article
    if head is not None:
        blocks.append(Block((start, head), "title-repeated", None))
    begun = teasers(text, (start, end))
    if begun is not None:
        blocks.append(Block(begun, "teasers", None))
    colophon = _colophon(tokens, lexicon, lookup)
    if colophon is not None:
        blocks.append(Block((colophon[0], end), "colophon", f"clean/furniture.yml#{colophon[1]}"))
    # The foot begins at the first furniture words in the last 45 % of the page behind which no other sentence-long run of
    # article follows; pages of this shape carry 100 to 600 characters of foot.
    from_char = start + (end - start) * 55 // 100
    for i, token in enumerate(tokens):
        if token.start < from_char or token.kind == "punct":
            continue
        hits = lexicon.lines.at(tokens, i, lookup) or lexicon.openers.at(tokens, i, lookup)
        if not hits:
            continue
        entry = lexicon.furniture[hits[0].payload]
        after_stop = i == 0 or tokens[i - 1].form in (".", "؟", "!", "»", "”", '"') or tokens[i - 1].kind == "break"
        several = hits[0].last - hits[0].first >= 2
        more = _more_furniture(tokens, hits[0].last, lexicon, lookup)
        if (entry.effect == "rest" and ((several and (after_stop or more)) or (after_stop and more))) or (
            entry.id == "page-source" and after_stop and _colon(tokens, hits[0].last)
        ):
            if end - token.start <= _FOOT_CHARS:
                blocks.append(Block((token.start, end), "foot", f"clean/furniture.yml#{entry.id}"))
            break
        rest = tokens[i:]
        if (
            entry.id in ("tags", "share")
            and after_stop
            and len(rest) <= HEADLINE_WORDS
            and not any(t.form in ".؟!" for t in rest)
        ):
            blocks.append(Block((token.start, end), "foot", f"clean/furniture.yml#{entry.id}"))
            break
    return blocks


def _colophon(tokens: Sequence[Token], lexicon: CleanLexicon, lookup: Lookup) -> tuple[int, str] | None:
    """Where the end of a page stops being prose, and the entry that says so: forms, rights, menus, addresses, templates.

    Walking back from the end, a run of words up to a full stop or a line end belongs to it when it holds furniture words, when
    half of it is not Arabic, or when it is too short to be a sentence; the first run that is none of these ends the walk.
    At least two pieces of furniture must have been met: a single word that looks like one may be the article's own.
    """
    found: tuple[int, str] | None = None
    met: list[str] = []
    last = len(tokens)
    while last > 0 and tokens[-1].end - tokens[last - 1].start <= _FOOT_CHARS:
        first = last - 1
        while first > 0 and tokens[first - 1].kind != "break" and tokens[first - 1].form not in (".", "؟", "!"):
            first -= 1
        run = tokens[first:last]
        words = sum(t.kind == "word" for t in run)
        entries = _furniture_in(tokens, first, last, lexicon, lookup)
        foreign = sum(t.kind in ("latin", "number", "symbol") or t.form in "|{}/_-" for t in run)
        told = sum(t.kind == "word" for t in tokens[entries[0][1] : last]) if entries else words
        if (entries and told <= _DENSE * len(entries)) or (foreign and foreign >= len(run) / 2):
            met += [entry for entry, _ in entries]
            # What runs into the furniture without a full stop is the end of the article.
            led_in = bool(entries) and sum(t.kind == "word" for t in tokens[first : entries[0][1]]) > _LEAD_IN
            if len(met) >= 2:
                found = (tokens[entries[0][1]].start if led_in else run[0].start, met[0])
            if led_in:
                break
        elif words > _SHORT_RUN:
            break
        last = first
    return found


def _furniture_in(tokens: Sequence[Token], first: int, last: int, lexicon: CleanLexicon, lookup: Lookup) -> list[tuple[str, int]]:
    """The furniture entries that the tokens from `first` up to `last` hold by two words or more, with their first tokens."""
    entries = []
    i = first
    while i < last:
        found = lexicon.lines.at(tokens, i, lookup) or lexicon.openers.at(tokens, i, lookup)
        # The words of a menu (أخبار سوريا) are also names; as a line of their own they tell, in a run of words they do not.
        hits = [h for h in found if h.last - i >= 2 and h.payload != _MENU]
        if hits and hits[0].last <= last:
            entries.append((hits[0].payload, i))
            i = hits[0].last
        else:
            i += 1
    return entries


def _more_furniture(tokens: Sequence[Token], i: int, lexicon: CleanLexicon, lookup: Lookup) -> bool:
    """Whether another furniture phrase of two words or more follows within forty tokens."""
    for k in range(i, min(len(tokens), i + 40)):
        hits = lexicon.lines.at(tokens, k, lookup) or lexicon.openers.at(tokens, k, lookup)
        if hits and hits[0].last - k >= 2:
            return True
    return False


def _colon(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].form == ":"


def _retold(first: Line, second: Line) -> bool:
    """Whether two lines that differ open with the same many words; equal ones are `said-before`."""
    words = first.key.split()[:_RETOLD]
    return len(words) == _RETOLD and first.key != second.key and second.key.split()[:_RETOLD] == words


def _repeated_head(text: str, start: int, end: int) -> int | None:
    """Where the second telling of the page title begins, if the first line of a page tells its title twice."""
    words = text[start : min(end, start + 160)].split()
    for n in range(min(8, len(words)), 2, -1):
        piece = " ".join(words[:n])
        if len(piece) < _REPEAT_CHARS:
            break
        again = text.find(piece, start + len(piece), min(end, start + 700))
        # two sentences that begin alike (شنت الطائرات غارة على كذا. وشنت ...) tell two things, and no title ends with a full stop
        if again > 0 and text[again - 1].isspace() and not text[start:again].rstrip().endswith((".", "؟", "!")):
            return again
    return None


def _joined(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Neighbouring blocks with nothing but white space between them become one, named after the first."""
    out: list[Block] = []
    for block in blocks:
        if out and (block.span[0] < out[-1].span[1] or not text[out[-1].span[1] : block.span[0]].strip()):
            last = out[-1]
            out[-1] = Block((last.span[0], max(last.span[1], block.span[1])), last.rule, last.entry)
        else:
            out.append(block)
    return out

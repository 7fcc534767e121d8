"""Is this text an Arabic article? Each answer that is no comes with a sentence saying why and what to do."""

from __future__ import annotations

import re
from typing import Final

# An article is a few thousand characters; a report of a commission may have two hundred thousand.
MAX_CHARACTERS: Final = 300_000
MIN_ARABIC_SHARE: Final = 0.3
MIN_ARABIC_LETTERS: Final = 20
# Persian and Urdu use these letters all the time, Arabic newspapers in a foreign name now and then.
FOREIGN_LETTER_SHARE: Final = 0.012

ARABIC: Final = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
LETTER: Final = re.compile(r"[^\W\d_]+")
FOREIGN: Final = re.compile(r"[پچژگٹڈڑںے]+")
# The language of an article shows in its first pages.
SAMPLE: Final = 20_000
MOJIBAKE: Final = re.compile(r"(?:[ØÙ][\u0080-\u00ff\u0192\u02c6\u2013-\u2122]){4}")
PAGE: Final = re.compile(r"\A\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml)|</(?:div|p|script|span)>", re.IGNORECASE)


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


def objection(text: str) -> str | None:
    """Why the text cannot be read as one Arabic article, or None when it can."""
    if not text.strip():
        return "empty; nothing to read"
    if len(text) > MAX_CHARACTERS:
        return f"{len(text):,} characters: too long for one article (the limit is {MAX_CHARACTERS:,}); split it into articles"
    if PAGE.search(text[:4000]):
        return "an HTML page, not plain text; save the text of the article and give that"
    sample = text[:SAMPLE]
    letters, arabic = _length(LETTER, sample), _length(ARABIC, sample)
    if MOJIBAKE.search(sample) and arabic < letters / 2:
        return "Arabic that was decoded wrongly before it was saved; get the original file and give that"
    if arabic < max(1, MIN_ARABIC_SHARE * letters):
        return f"not Arabic: {arabic / max(1, letters):.0%} of its letters are Arabic letters; give Arabic text"
    if arabic < MIN_ARABIC_LETTERS:
        return f"only {arabic} Arabic letters: too short to be an article"
    if _length(FOREIGN, sample) > FOREIGN_LETTER_SHARE * arabic:
        return "written in Arabic letters but looks like Persian, Urdu or Kurdish; give Arabic text"
    return None

"""Reporting words in a sentence, each with its speaker's phrase and the place where its content opens."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.sentences import Sentence
from marsad.lexicon.attribute import Takes
from marsad.model import Considered
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.sources import definite, long_quote, masdar_like, noun_phrase, skip_setting, stops

_REACH: Final = 45
_PREPOSITION_OF: Final[dict[str, Takes]] = {
    "الي": "to",
    "عن": "about",
    "علي": "upon",
    "من": "of",
    "في": "in",
    "فى": "in",
    "عما": "about",
    "مما": "of",
}
_NEGATIONS: Final = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "لن", "ولن"])
_BE: Final = frozenset(["كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا", "فكان", "كانا"])
_SAYING: Final = frozenset(
    [
        "قائلا",
        "قائله",
        "قائلين",
        "بقوله",
        "بقولها",
        "بقولهم",
        "بالقول",
        "قوله",
        "قولها",
        "قولهم",
        "قولهما",
        "قايلا",
        "قايله",
        "قايلين",
    ]
)
_RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "الذى", "التى", "اللذان", "اللذين"])
_QUESTION: Final = frozenset(["ما", "اذا", "ماذا", "كيف", "لماذا", "متي", "هل", "اين", "من"])
_START: Final = frozenset(["كما", "وكما", "فيما", "وفيما", "بينما", "وبينما", "حيث", "وحيث", "اذ", "قد", "وقد", "فقد", "لكن", "ولكن", "حين", "عندما", "ثم", "لقد", "ولقد", "هذا", "جانبه", "جانبها", "جهته", "جهتها", "جهتهم", "ناحيته", "ناحيتها", "بدوره", "بدورها", "اخري", "ذلك", "السياق", "المقابل", "الاثناء", "غضون", "ايضا", "سبق", "ان", "انه", "بعدما", "الي", "صعيد", "نفسه", "ذاته", "متصل"])  # fmt: skip


class Opening(NamedTuple):
    """Where a content opens: how, the token it begins in, the character, and where the search for the speaker must end."""

    how: str
    token: int
    char: int
    at: int


def previous_word(scene: Scene, i: int, first: int) -> int | None:
    """The token before `i` in its sentence, or nothing at its start."""
    return i - 1 if i - 1 >= first else None


def clause_start(scene: Scene, i: int, first: int) -> bool:
    """Whether a verb may stand at token `i`: at the start of a clause, behind a mark or a conjunction."""
    if i == first:
        return True
    before = i - 1
    token = scene.tokens[before]
    if token.kind != "word":
        return True
    return (
        scene.form(before) in _START
        or scene.form(before) in _RELATIVE
        or scene.is_that(before)
        or scene.form(before) in _NEGATIONS
    )


def subject_before(scene: Scene, i: int, first: int) -> tuple[int, int, str] | None:
    """The noun phrase that stands before the verb at `i` as its subject, with what opens its clause (that, be, start)."""
    end = i
    while end - 1 > first and (scene.form(end - 1) in ("قد", "سوف") or scene.form(end - 1) in _NEGATIONS):
        end -= 1
    k = end - 1
    # behind كان the whole phrase up to the verb is the subject, commas and all
    for b in range(k, max(first, end - 26) - 1, -1):
        if scene.form(b) in _BE:
            e = noun_phrase(scene, b + 1, end)
            if e > b + 1 and skip_setting(scene, e, end) >= end - 1:
                return b + 1, e, "be"
            return (b + 1, e, "be") if e > b + 1 and end - e <= 4 else None
        if scene.tokens[b].kind == "punct" and not scene.is_quote_mark(b) and not scene.is_comma(b):
            break
        if scene.is_that(b):
            break
    b = end
    while b - 1 >= first:
        form = scene.form(b - 1)
        token = scene.tokens[b - 1]
        if token.kind == "break" or (token.kind == "punct" and not scene.is_quote_mark(b - 1) and form not in "()-–"):
            break
        if scene.is_that(b - 1) or form in _START or scene.in_set(b - 1, "conjunction") and form not in ("من",):
            break
        b -= 1
        if end - b > 16:
            return None
    if b >= end:
        return None
    opened = "start" if b == first else "that" if scene.is_that(b - 1) else "comma"
    start = b
    e = noun_phrase(scene, start, end)
    if e < end:
        return None
    if (
        scene.form(start).startswith("و")
        and opened == "start"
        and scene.form(start)[1:] not in scene.lexicon.speakers
        and start not in scene.mentions
    ):
        pass
    return (start, e, opened)


def agrees(scene: Scene, start: int, hit: VerbHit) -> bool:
    """Whether the phrase at `start` may be the subject of a verb, by the gender of its head."""
    form = hit.reading.form
    head = scene.form(start)
    mention = scene.mentions.get(start)
    gender = mention.gender if mention is not None else ("f" if head.endswith(("ه", "ات")) else "c")
    if gender == "c" or form.gender == "c" or form.number == "p":
        return True
    return gender == form.gender or head.endswith(("ون", "ين", "ات")) or mention is not None


def find_opening(scene: Scene, start: int, limit: int, takes: tuple[Takes, ...], *, any_noun: bool) -> Opening | None:
    """Where the content of a verb opens, looking from behind its speaker: a particle, a quotation, a colon, a preposition."""
    far = min(limit, start + _REACH)
    p = start
    nested = False
    while p < far:
        form = scene.form(p)
        token = scene.tokens[p]
        if scene.is_that(p):
            q = p + 1
            if scene.is_quote_mark(q) and scene.quote_at(q) is not None:
                return Opening("that", q, scene.tokens[q].start, p)
            return Opening("that", q, scene.tokens[q].start if q < len(scene.tokens) else token.end, p)
        if form == ":":
            q = p + 1
            while q < limit and scene.is_that(q):
                q += 1
            return Opening("colon", q, -1, p)
        if scene.is_quote_mark(p) and "quote" in takes and long_quote(scene, p):
            return Opening("quote", p, token.start, p)
        if form in _SAYING:
            p += 1
            continue
        if p == start:
            want = _PREPOSITION_OF.get(form)
            if want is not None and want in takes:
                q = p + 1
                at = p
                if form in ("عما", "مما"):
                    return Opening("preposition", q, scene.tokens[q].start, at) if q < limit else None
                if scene.is_that(q):
                    q += 1
                if q < limit:
                    return Opening("preposition", q, scene.tokens[q].start, at)
            if "by" in takes and token.kind == "word":
                if form in ("ب", "بـ"):
                    q = p + 1
                    while q < limit and scene.form(q) in ("-", "ـ", "–"):
                        q += 1
                    return Opening("by", q, scene.tokens[q].start, p) if q < limit else None
                if form.startswith("ب") and len(form) > 3 and not scene.in_set(p, "stop"):
                    rest = form[1:]
                    if any_noun or rest.startswith("ال") or rest in scene.lexicon.edges["masdar"] or _masdar_form(scene, rest):
                        return Opening("by", p, scene.after_proclitic(p, 1), p)
        if token.kind == "punct" and form in ".؟!?":
            return None
        if p > start and form in _RELATIVE:
            nested = True
        hit = scene.verb(p) if p > start and token.kind == "word" else None
        if (
            hit is not None
            and not nested
            and (hit.cut.pro in ("و", "ف") or clause_start(scene, p, start))
            and not hit.reading.verb.also_noun
        ):
            return None
        if scene.is_comma(p):
            nested = False
        p += 1
    return None


def _masdar_form(scene: Scene, rest: str) -> bool:
    n = len(rest)
    if rest in scene.lexicon.edges["not_masdar"]:
        return False
    if n >= 5 and rest[0] == "ا" and rest[-2] == "ا":
        return True
    if n == 5 and rest[0] == "ت" and rest[3] == "ي":
        return True
    return n in (4, 5) and rest[0] == "ت" and rest[-1] not in "ه" or rest.endswith(("ها", "هم"))


def verb_cue(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """The claim that a reporting verb opens, or nothing where the verb does not report here."""
    verb, form = hit.reading.verb, hit.reading.form
    i, j, limit = hit.first, hit.last, sentence.last
    if form.person == 1:
        return None
    negated = i > sentence.first and scene.form(i - 1) in _NEGATIONS
    if negated and verb.negated is None:
        return None
    if verb.needs_pronoun and not hit.cut.enc:
        return None
    before = i - 1 if not negated else i - 2
    start_ok = hit.cut.pro in ("و", "ف", "وس", "فس", "س") or clause_start(scene, i, sentence.first)
    ambiguous = verb.also_noun and form.gender == "m" and form.number == "s" and form.tense == "past"
    objects = "object" in verb.takes or "by_object" in verb.takes or "to_object" in verb.takes
    e = noun_phrase(scene, j, limit, objects=objects)
    null = e == j
    subject: tuple[int, int] | None = None if null else (j, e)
    rule = "verb-subject"
    front = None
    if hit.cut.pro not in ("و", "ف"):
        front = subject_before(scene, i, sentence.first)
    if front is not None:
        following = (
            scene.is_that(j)
            or scene.form(j) in (":",)
            or scene.form(j) in _PREPOSITION_OF
            or scene.form(j).startswith(("ب", "ل"))
        )
        if front[2] in ("be", "that") or null or following:
            if agrees(scene, front[0], hit):
                subject, rule = (front[0], front[1]), "subject-verb"
                e = j
                null = False
                start_ok = True
    if ambiguous and not start_ok:
        return None
    relative = before >= sentence.first and scene.form(before) in _RELATIVE
    if relative:
        e2 = before
        b = before
        while (
            b - 1 >= sentence.first
            and scene.is_word(b - 1)
            and not scene.in_set(b - 1, "stop")
            and not scene.in_set(b - 1, "conjunction")
            and scene.verb(b - 1) is None
        ):
            b -= 1
        if b < e2 and not hit.cut.enc and null:
            subject, rule, e, null = (b, e2), "relative-verb", j, False
    if null and form.voice == "passive":
        if verb.impersonal != "hedged":
            return None
    if null and verb.impersonal == "outlet" and form.tense == "present" and form.gender == "m" and form.number == "s":
        follows = scene.is_that(j) or scene.form(j) in ("الي", "هنا", "ايضا", "في")
        if follows and subject is None and not negated and hit.cut.pro in ("", "و"):
            return None
    k = skip_setting(scene, e, limit)
    opening: Opening | None = None
    takes = verb.takes
    any_noun = verb.object == "any" or verb.stance not in ("asserts",)
    objective = verb.object == "any" and objects
    if negated and verb.negated == "withholds":
        objective = True
    if objective or "by_object" in takes or "to_object" in takes:
        nearby = k
        if scene.is_that(nearby):
            opening = find_opening(scene, nearby, limit, takes, any_noun=True)
        elif scene.form(nearby) in _PREPOSITION_OF and _PREPOSITION_OF[scene.form(nearby)] in (
            *takes,
            "to" if "to_object" in takes else "that",
        ):
            q = nearby + 1
            if scene.is_that(q):
                q += 1
            opening = Opening("preposition", q, scene.tokens[q].start, nearby) if q < limit else None
        elif scene.form(nearby) == ":" or (scene.is_quote_mark(nearby) and long_quote(scene, nearby)):
            opening = find_opening(scene, nearby, limit, takes, any_noun=True)
        elif "by" in takes and scene.form(nearby).startswith("ب"):
            opening = find_opening(scene, nearby, limit, takes, any_noun=True)
        elif nearby < limit and (
            scene.is_word(nearby) or scene.is_quote_mark(nearby) or scene.tokens[nearby].kind in ("number", "latin")
        ):
            if not (scene.in_set(nearby, "stop") and scene.form(nearby) not in ("ما", "كل", "اي")) and scene.form(nearby) not in (
                "و",
            ):
                opening = Opening("object", nearby, scene.tokens[nearby].start, nearby)
    else:
        opening = find_opening(scene, k, limit, takes, any_noun=any_noun)
        if "object" in takes and (opening is None or opening.at > k):
            at = k
            q = at + 1 if scene.is_quote_mark(at) else at
            if (
                q < limit
                and scene.is_word(q)
                and (
                    masdar_like(scene, q)
                    or (definite(scene, q) and masdar_like_definite(scene, q))
                    or (verb.object == "counted" and (scene.tokens[q].kind == "number" or scene.is_word(q)))
                )
            ):
                opening = Opening("object", at, scene.tokens[at].start, at)
            elif verb.object == "counted" and q < limit and scene.tokens[q].kind == "number":
                opening = Opening("object", at, scene.tokens[at].start, at)
        if opening is None and hit.cut.enc and "by" in (*takes, *(["by"] if "by_object" in takes else [])):
            opening = None
    if opening is None:
        return None
    if (
        verb.needs == "clause"
        and opening.how not in ("that", "colon", "quote")
        and not (opening.how == "preposition" and scene.is_that(opening.token - 1))
    ):
        return None
    if not null and rule == "verb-subject" and opening.at < e:
        return None
    cue_first = i - 1 if negated else i
    start_char = (
        scene.after_proclitic(cue_first, 1)
        if scene.form(cue_first)[0] in "وف"
        and (negated or hit.cut.pro in ("و", "ف", "وس", "فس"))
        and not (negated and scene.form(cue_first) in ("لم", "لا", "لن"))
        else scene.tokens[cue_first].start
    )
    stance = verb.negated if negated and verb.negated is not None else verb.stance
    certainty = verb.certainty
    nobody = False
    if null and verb.impersonal == "hedged" and form.tense == "present" and form.gender == "m":
        nobody, certainty = True, "hedged"
    if verb.certainty == "hedged" and verb.impersonal == "hedged" and not nobody:
        certainty = "hedged"
    draft = Draft(
        kind="verb",
        first=cue_first,
        last=hit.last,
        cue=(start_char, scene.tokens[hit.last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule=f"{rule if subject else 'verb'}-{opening.how}",
        stance=stance,
        certainty=certainty,
        sentence=sentence.span,
        limit=limit,
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        gender=form.gender,
        number=form.number,
        present=form.tense != "past",
        source=subject,
        nobody=nobody,
        negated=negated,
    )
    if front is not None and rule != "subject-verb":
        draft.considered.append(
            Considered(span=scene.span(front[0], front[1]), what="speaker before the verb", why="a speaker follows the verb")
        )
    _relays(scene, draft, hit, e if rule == "verb-subject" else j, opening.at)
    if "about_source" in takes and not _about_source(scene, draft, j, limit):
        return None
    return draft


def masdar_like_definite(scene: Scene, i: int) -> bool:
    """Whether a word with the article is a verbal noun (التوصل، العثور)."""
    bare = scene.form(i)[2:]
    return scene.form(i) in scene.lexicon.edges["masdar"] or bare in scene.lexicon.edges["masdar"]


def _relays(scene: Scene, draft: Draft, hit: VerbHit, start: int, end: int) -> None:
    """Note agencies and papers named between the verb and the content (لوكالة، نقلا عن، على لسان، نقلته)."""
    i = hit.last
    subject = draft.source
    while i < end:
        form = scene.form(i)
        if subject is not None and subject[0] <= i < subject[1]:
            i += 1
            continue
        if form == "نقلا" and scene.form(i + 1) in ("عن", "عما"):
            e = noun_phrase(scene, i + 2, end)
            if e > i + 2:
                if draft.source is not None:
                    draft.relays.append(draft.source)
                draft.source = (i + 2, e)
                draft.rule += "-relayed"
                i = e
                continue
        if form in ("علي",) and scene.form(i + 1) == "لسان":
            e = noun_phrase(scene, i + 2, end)
            if e > i + 2 and draft.source is not None:
                draft.source = (draft.source[0], e)
                i = e
                continue
        if form.startswith("ل") and scene.is_word(i):
            target = i
            if form in ("ل", "لـ"):
                target = i + 1
                while target < end and (scene.is_quote_mark(target) or scene.form(target) in ("-", "–", "ـ")):
                    target += 1
                draft.relays.append((target, _name_end(scene, target, end)))
                i = draft.relays[-1][1]
                continue
            if scene.stem_in(i, "medium_noun") or (target in scene.mentions and scene.mentions[target].entity):
                e = max(i + 1, noun_phrase_from_medium(scene, i, end))
                draft.relays.append((i, e))
                i = e
                continue
        if form in (
            "نقلته",
            "نقلتها",
            "نشرته",
            "نشرتها",
            "بثته",
            "بثتها",
            "نشره",
            "نقله",
            "بثه",
            "نقلها",
            "نشرها",
            "بثها",
            "اوردته",
            "اوردتها",
        ):
            e = noun_phrase(scene, i + 1, end)
            if e > i + 1:
                draft.relays.append((i + 1, e))
                i = e
                continue
        i += 1


def noun_phrase_from_medium(scene: Scene, i: int, limit: int) -> int:
    """The end of a medium's name that begins with ل (لوكالة الأنباء الرسمية)."""
    j = i + 1
    while (
        j < limit
        and not stops(scene, j, i)
        and not scene.is_comma(j)
        and (scene.is_word(j) or scene.is_quote_mark(j) or scene.form(j) in "()")
    ):
        if scene.form(j).startswith("ب") and len(scene.form(j)) > 3 and not definite(scene, j):
            break
        if scene.is_quote_mark(j) and long_quote(scene, j):
            break
        j += 1
    return j


def _name_end(scene: Scene, i: int, limit: int) -> int:
    quote = scene.page.quote_around(i)
    if quote is not None and quote.last <= limit:
        return quote.last
    mention = scene.mentions.get(i)
    if mention is not None:
        return mention.last
    e = noun_phrase(scene, i, limit)
    return max(e, i + 1)


def _about_source(scene: Scene, draft: Draft, j: int, limit: int) -> bool:
    """نقلت الوكالة عن مسؤول أن: the agency is the relay, the one behind عن the speaker."""
    for p in range(j, min(limit, j + 14)):
        if scene.form(p) in ("عن", "عما") and p < draft.open:
            q = p + 1
            e = noun_phrase(scene, q, draft.open)
            if e == q:
                return False
            if draft.source is not None:
                draft.relays.insert(0, draft.source)
            draft.source = (q, e)
            draft.rule = "relay-about-speaker"
            return True
    return False


def participle_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A participle that carries on the report of the speaker before it (مشيرا إلى، مؤكدا أن)."""
    hit = scene.participle(i)
    if hit is None or i == sentence.first:
        return None
    verb = hit.participle.verb
    form = scene.form(i)
    written = "".join(scene.form(k) for k in range(hit.first, hit.last))
    if hit.participle.gender == "m" and hit.participle.number == "s" and not written.endswith("ا"):
        return None
    if hit.participle.number == "p" and not written.endswith("ين"):
        return None
    if form in _SAYING:
        return None
    j, limit = hit.last, sentence.last
    enc = bool(hit.cut.enc)
    any_noun = verb.stance != "asserts" or verb.object == "any"
    k = skip_setting(scene, j, limit)
    # a setting may stand between: مؤكدا , في الوقت ذاته , أن
    if scene.form(k) in ("في", "فى") and (scene.stem_in(k + 1, "setting_noun") or scene.is_comma(k - 1)):
        for p in range(k, min(limit, k + 12)):
            if scene.is_that(p) or scene.form(p) in _PREPOSITION_OF and scene.is_that(p + 1):
                k = p
                break
    opening: Opening | None = None
    form_k = scene.form(k)
    if scene.is_that(k) or form_k == ":" or (scene.is_quote_mark(k) and long_quote(scene, k)):
        opening = find_opening(scene, k, limit, ("that", "quote"), any_noun=True)
    elif form_k in _PREPOSITION_OF and k < limit - 1:
        want = _PREPOSITION_OF[form_k]
        if want in verb.takes or ("to_object" in verb.takes and want == "to") or scene.is_that(k + 1):
            q = k + 1 + (1 if scene.is_that(k + 1) else 0)
            opening = Opening("preposition", q, scene.tokens[q].start, k) if q < limit else None
        elif want == "upon" and verb.stance == "asserts":
            opening = Opening("that", k, scene.tokens[k].start, k)
    elif form_k in ("ب", "بـ") or (form_k.startswith("ب") and len(form_k) > 3 and scene.is_word(k)):
        if "by" in verb.takes or enc or verb.object == "any" or "by_object" in verb.takes:
            opening = find_opening(scene, k, limit, ("by",), any_noun=True)
    elif "object" in verb.takes and scene.is_word(k) and not scene.in_set(k, "stop"):
        if verb.object == "any" or masdar_like(scene, k) or masdar_like_definite(scene, k):
            opening = Opening("object", k, scene.tokens[k].start, k)
    elif "by_object" in verb.takes and scene.is_word(k):
        opening = Opening("object", k, scene.tokens[k].start, k)
    elif verb.id in ("add", "say") and scene.is_word(k) and scene.is_comma(i - 1):
        opening = Opening("that", k, scene.tokens[k].start, k)
    if opening is None:
        return None
    if verb.needs == "clause" and opening.how not in ("that", "colon", "quote") and not scene.is_that(opening.token - 1):
        return None
    if not any_noun and opening.how == "by" and "by" not in verb.takes:
        return None
    start = scene.after_proclitic(i, 1) if hit.cut.pro in ("و", "ف") else scene.tokens[i].start
    return Draft(
        kind="participle",
        first=i,
        last=hit.last,
        cue=(start, scene.tokens[hit.last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule=f"participle-{opening.how}",
        stance=verb.stance,
        certainty=verb.certainty if verb.impersonal is None else "stated",
        sentence=sentence.span,
        limit=limit,
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        gender=hit.participle.gender,
        number=hit.participle.number,
    )


def preposition_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A preposition that names the speaker of the clause before it, around it or behind it (بحسب، وفقا لـ، كما أفاد)."""
    hits = scene.lexicon.prepositions.at(scene.tokens, i, scene.page.lookup)
    hits = [h for h in hits if h.last <= sentence.last]
    if not hits:
        return None
    hit = hits[0]
    entry = hit.payload
    limit = sentence.last
    j, last = hit.last, hit.last
    verb_last: int | None = None
    if entry.joins == "clause":
        found = scene.verb(j)
        if found is None or found.reading.form.person == 1:
            return None
        if found.reading.verb.needs == "clause" or found.reading.verb.also_noun and entry.id == "as_said":
            if found.reading.verb.id not in ("mention", "convey", "make_clear", "reveal"):
                return None
        last = found.last
        j = found.last
        verb_last = found.last
        if scene.is_that(j) or scene.form(j) in _PREPOSITION_OF:
            return None  # كما أفاد أن: an ordinary verb behind a conjunction
    elif entry.joins == "for":
        if scene.form(j) in ("ل", "لـ"):
            j += 1
            while j < limit and (scene.form(j) in ("-", "–", "ـ") or scene.is_quote_mark(j)):
                j += 1
        elif not scene.form(j).startswith("ل"):
            return None
    e = noun_phrase(scene, j, limit)
    if entry.joins == "for" and e == j and scene.is_word(j):
        e = max(j + 1, noun_phrase(scene, j + 1, limit)) if not scene.is_comma(j + 1) else j + 1
    if e == j and entry.joins != "clause":
        quote = scene.quote_at(j)
        if quote is None:
            return None
        e = quote.last + 1
    if entry.joins == "clause" and entry.id == "as_said" and e == j:
        if scene.token(j) is not None and scene.tokens[j].kind == "word":
            return None
    if entry.id == "as_said":
        after = skip_setting(scene, e, limit)
        if after < limit and (
            scene.is_that(after)
            or scene.form(after) in _PREPOSITION_OF
            or scene.form(after) == ":"
            or masdar_like(scene, after)
            or scene.form(after).startswith("ب")
            or scene.is_quote_mark(after)
        ):
            return None
    if entry.id == "in_line" and not _speaks(scene, j):
        return None
    if entry.id == "according_short" and not _speaks(scene, j):
        return None
    start = scene.after_proclitic(i, 1) if hit.cut.pro in ("و", "ف") else scene.tokens[i].start
    draft = Draft(
        kind="preposition",
        first=i,
        last=last,
        cue=(start, scene.tokens[last - 1].end),
        lemma=entry.form,
        entry=f"attribute/prepositions.yml#{entry.id}",
        rule="preposition",
        stance="asserts",
        certainty=entry.certainty,
        sentence=sentence.span,
        limit=limit,
        source=(j, e) if e > j else None,
    )
    if verb_last is not None and scene.verb(hit.last) is not None:
        found2 = scene.verb(hit.last)
        assert found2 is not None
        draft.certainty = found2.reading.verb.certainty
        draft.gender, draft.number = found2.reading.form.gender, found2.reading.form.number
    if scene.is_quote_mark(j) and draft.source is not None:
        draft.source = (j, draft.source[1])
    return draft


def _speaks(scene: Scene, i: int) -> bool:
    """Whether a noun phrase can speak: a known actor, a head noun of speakers, or anything definite after a quotation mark."""
    if i in scene.mentions:
        return True
    if scene.is_quote_mark(i):
        return True
    return any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(i)))


def withholding_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A phrase with which the speaker declines to say something (من دون ذكر تفاصيل)."""
    at = i
    if scene.form(i) in ("من",) and scene.form(i + 1) == "دون":
        at = i + 1
    elif scene.form(i) == "دون" and scene.form(i - 1) == "من":
        return None
    hit = None
    if scene.form(at) in ("دون", "ودون") and scene.form(at + 1) == "ان":
        verb = scene.verb(at + 2)
        if (
            verb is not None
            and verb.reading.verb.negated == "withholds"
            or (verb is not None and verb.reading.verb.id in ("name_call", "term", "add", "point_out"))
        ):
            hit = verb.last
    if hit is None:
        hits = [h for h in scene.lexicon.withholding.at(scene.tokens, at, scene.page.lookup) if h.last <= sentence.last]
        if not hits:
            return None
        hit = hits[0].last
        if scene.form(hit - 1) in ("الي", "عن"):
            hit -= 1
    q = hit
    if scene.form(q) in ("الي", "عن"):
        q += 1
    if q >= sentence.last:
        return None
    return Draft(
        kind="withholding",
        first=i,
        last=hit,
        cue=(scene.tokens[i].start, scene.tokens[hit - 1].end),
        lemma="دون",
        entry="attribute/withholding.yml",
        rule="withholding",
        stance="withholds",
        certainty="stated",
        sentence=sentence.span,
        limit=sentence.last,
        opener="object",
        open=q,
        open_char=scene.tokens[q].start,
    )


def noun_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A noun that reports (إعلان الوزارة عن، بتهمة، أنباء عن)."""
    form = scene.form(i)
    stem, pro = form, ""
    entry = None
    for cut in scene.page.lookup.cuts(form):
        if cut.pro in ("", "و", "ف", "ب", "ل", "وب") and not cut.enc and cut.stem in scene.lexicon.nouns:
            entry, stem, pro = scene.lexicon.nouns[cut.stem], cut.stem, cut.pro
            break
    if entry is None:
        return None
    limit = sentence.last
    before = scene.form(i - 1) if i > sentence.first else ""
    if before in ("دون", "بلا", "بدون", "ورود", "ترد", "لا", "اي", "ترد"):
        return None
    j = i + 1
    source: tuple[int, int] | None = None
    e = j
    if entry.speaker == "genitive":
        e = noun_phrase(scene, j, limit, objects="object" in entry.takes)
        if e > j:
            source = (j, e)
    opening: Opening | None = None
    k = skip_setting(scene, e, limit)
    if entry.speaker == "subject":
        if j < limit and scene.is_word(j):
            opening = Opening("object", j, scene.tokens[j].start, j)
    elif scene.form(e) in _PREPOSITION_OF and _PREPOSITION_OF[scene.form(e)] in entry.takes and e + 1 < limit:
        q = e + 1 + (1 if scene.is_that(e + 1) else 0)
        opening = Opening("preposition", q, scene.tokens[q].start, e)
    elif "that" in entry.takes and scene.is_that(k) and k + 1 < limit:
        opening = Opening("that", k + 1, scene.tokens[k + 1].start, k)
    elif "by" in entry.takes and scene.form(e).startswith("ب") and scene.is_word(e):
        opening = find_opening(scene, e, limit, ("by",), any_noun=True)
    elif "object" in entry.takes and source is not None and e < limit and masdar_like(scene, e):
        opening = Opening("object", e, scene.tokens[e].start, e)
    if entry.speaker == "nobody" and opening is None and scene.form(j) in ("تفيد", "تتحدث", "تشير", "التي"):
        for p in range(j, min(limit, j + 5)):
            if scene.is_that(p) or scene.form(p) == "عن":
                q = p + 1 + (1 if scene.is_that(p + 1) else 0)
                opening = Opening("that", q, scene.tokens[q].start, p) if q < limit else None
                break
    if opening is None:
        return None
    start = scene.after_proclitic(i, len(pro)) if pro else scene.tokens[i].start
    if stem.startswith("ب") and entry.id == "charge":
        start = scene.after_proclitic(i, 1)
    return Draft(
        kind="noun",
        first=i,
        last=i + 1,
        cue=(start, scene.tokens[i].end),
        lemma=stem,
        entry=f"attribute/nouns.yml#{entry.id}",
        rule=f"noun-{opening.how}",
        stance=entry.stance,
        certainty=entry.certainty,
        sentence=sentence.span,
        limit=limit,
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        source=source,
        nobody=entry.speaker == "nobody",
    )


def colon_cue(scene: Scene, sentence: Sentence) -> Draft | None:
    """A headline in which a colon stands for the verb (لافروف: الحل سياسي)."""
    for i in range(sentence.first, min(sentence.last, sentence.first + 7)):
        if scene.form(i) != ":":
            if scene.tokens[i].kind not in ("word", "latin") and not scene.is_quote_mark(i):
                return None
            continue
        start = sentence.first
        if scene.form(i + 1) == ":" or i + 2 >= sentence.last or i == start:
            return None
        e = noun_phrase(scene, start, i)
        if (
            e != i
            or not _speaks(scene, start)
            or any(scene.verb(k) is not None and not scene.verb(k).reading.verb.also_noun for k in range(start, i))
        ):  # type: ignore[union-attr]
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
            opener="colon",
            open=i + 1,
            open_char=-1,
            source=(start, i),
        )
    return None

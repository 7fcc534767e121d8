"""English names of actors that the registry does not know, composed where every word of the Arabic name is known.

المجموعات المسلحة المتشددة is "hardline armed groups", فصائل مدعومة من تركيا "factions backed by Turkey"; a name with one word that no
table has stays Arabic, since a part of it would be another name.
"""

from __future__ import annotations

from marsad.arabic.fold import fold_word
from marsad.arabic.tokens import folded_words
from marsad.lexicon.recognise.english import Composer, Headed
from marsad.stages.recognise.scene import Draft, Scene, span_of


def english_name(scene: Scene, draft: Draft, text: str) -> str | None:
    """What an actor is called in English, `text` being its mention as written; None where a word of it is not known."""
    if draft.name is not None or draft.form not in ("collective", "institution", "title"):
        return None
    people = _people(scene, draft) if draft.form == "collective" else None
    wording = scene.lex.wording
    words = folded_words(fold_word(text))
    if people is None and _ambiguous(text.split(maxsplit=1)[0]):
        return None
    heads = wording.titles if draft.kind == "person" else wording.bodies
    composed = Composer(wording, _owners(scene, draft)).name(words, heads, people)
    if composed is not None or people is None or draft.words != (draft.key,):
        return composed
    if draft.short and draft.of is None:
        return people.en
    if draft.anonymous:
        return None  # مصدر روسي is no source of Russia
    owner = scene.lex.actors.get(draft.of.ids[0]) if draft.of is not None and len(draft.of.ids) == 1 else None
    return f"{people.en} of {owner.en}" if owner is not None and owner.en else None


def _ambiguous(word: str) -> bool:
    """Whether a word may end in a pronoun or in a ta marbuta written without its dots: فرقه is his teams, or a division."""
    return len(word) > 3 and word.endswith("ه") and word[-2] not in "ءؤئ"


def _people(scene: Scene, draft: Draft) -> Headed | None:
    """What the people of a collective are called: one, or many (خمسة عشر متشددا: behind a number the singular means many)."""
    known = scene.lex.english.get(draft.key)
    if known is None:
        return None
    counted = (
        draft.first > 0 and scene.tokens[draft.first - 1].kind == "number" or scene.plainly("counting-word", draft.first - 1)
    )
    several = counted or draft.number != "s"
    return Headed(known[several], several)


def _owners(scene: Scene, draft: Draft) -> dict[tuple[str, ...], str]:
    """The registered actors inside a mention: the English of the words that name them."""
    return {
        tuple(folded_words(fold_word(" ".join(scene.page.text(span_of(scene, inner)).split())))): row.en
        for inner in draft.inner
        if len(inner.ids) == 1 and inner.form == "name" and (row := scene.lex.actors.get(inner.ids[0])) is not None and row.en
    }

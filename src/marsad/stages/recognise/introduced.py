"""Introduced: a person told of first by a noun (قتلت شابا) and then by name (الشاب فلان) is one."""

from __future__ import annotations

from marsad.stages.recognise.listing import Entity


def join_introduced(entities: dict[str, Entity]) -> None:
    """Join an unnamed person to the only one who is named behind the same noun with its article, where the noun stands for one person."""
    named: dict[str, list[Entity]] = {}
    nouns: dict[str, list[Entity]] = {}
    for entity in entities.values():
        heads = {_bare(d.cut.stem) for d in entity.drafts if d.cut.stem and d.form in ("titled", "collective")}
        if entity.kind == "person" and entity.names and entity.row is None:
            for head in sorted(heads):
                named.setdefault(head, []).append(entity)
        elif entity.kind == "population" and all(d.form == "collective" and d.number == "s" for d in entity.drafts):
            for head in sorted(heads):
                nouns.setdefault(head, []).append(entity)
    for head, persons in named.items():
        unnamed = nouns.get(head, [])
        if len(persons) != 1 or len(unnamed) != 1 or unnamed[0].id not in entities:
            continue
        person, noun = persons[0], unnamed[0]
        told, by_name = min(d.first for d in noun.drafts), min(d.first for d in person.drafts)
        plain = all(d.last - d.first == 1 for d in noun.drafts)  # شاب آخر is somebody else
        if told < by_name and plain:
            for d in noun.drafts:
                d.entity = person.id
            person.drafts.extend(noun.drafts)
            person.drafts.sort(key=lambda d: (d.first, -d.last))
            del entities[noun.id]


def _bare(stem: str) -> str:
    """A singular without its article and the alif of the accusative (شابا)."""
    word = stem.removeprefix("ال")
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word

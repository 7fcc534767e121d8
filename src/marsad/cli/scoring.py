"""`marsad score`: readings against hand annotations, made on the spot or given, and floors below which figures must not fall."""

from __future__ import annotations

from pathlib import Path

from marsad.cli.out import Status, console, fail, notices
from marsad.cli.reading import progress
from marsad.cli.shelves import Shelves
from marsad.cli.workers import Failed, read_all
from marsad.model import Document, Reading
from marsad.readers import read_documents
from marsad.score import Figures, GoldError, load_articles, load_found, load_gold, score
from marsad.score.floors import Floors, fingerprint, load_floors, save_floors


def articles_beside(gold: Path) -> Path:
    """Where the articles of a folder of annotations are when nobody says: GOLD.jsonl, or articles.jsonl next to GOLD."""
    gold = gold.resolve()
    for name in (f"{gold.name}.jsonl", f"{gold.name}.jsonl.gz", "articles.jsonl", "articles.jsonl.gz"):
        if gold.with_name(name).exists():
            return gold.with_name(name)
    raise GoldError(f"{gold}: no articles beside it ({gold.name}.jsonl or articles.jsonl); name their file with --articles")


def read_articles(path: Path, wanted: set[str], *, jobs: int | None, shelves: Shelves) -> dict[str, Reading]:
    """Readings of the wanted articles of a file, by the id the file gives them."""
    stderr = notices()

    def documents() -> list[Document]:
        chosen = []
        for outcome in read_documents([str(path)]):
            if isinstance(outcome, Document):
                if outcome.ref in wanted:
                    chosen.append(outcome)
            else:
                stderr.print(f"{outcome.path}: {getattr(outcome, 'reason', None) or getattr(outcome, 'about', '')}")
        return chosen

    found: dict[str, Reading] = {}
    todo = documents()
    with progress(len(todo)) as bar:
        task = bar.add_task("reading", total=len(todo))
        for outcome in read_all(todo, jobs=jobs, shelves=shelves):
            bar.advance(task)
            if isinstance(outcome, Failed):
                stderr.print(f"{outcome.document.ref}: Marsad itself failed on it ({outcome.error})", markup=False)
            else:
                found[outcome.reading.document.ref or ""] = outcome.reading
    return found


def figures_for(
    gold: Path,
    *,
    articles: Path | None,
    found: Path | None,
    misses: int,
    jobs: int | None,
    shelves: Shelves,
) -> Figures:
    """The figures of a folder of annotations; without `found` the articles are read now."""
    if not gold.is_dir():
        raise GoldError(f"{gold}: not a folder of annotations")
    file = articles or articles_beside(gold)
    texts = load_articles(file)
    wanted = load_gold(gold, texts)
    readings = load_found(found) if found else read_articles(file, set(wanted), jobs=jobs, shelves=shelves)
    return score(readings, wanted, texts, misses=misses)


def hold(figures: Figures, gold: Path, articles: Path | None, path: Path, *, update: bool, allow: bool) -> Status | None:
    """Compare figures with the floors in `path`, or set them anew; a lower floor needs `allow`."""
    out = console()
    mark = fingerprint(gold, articles or articles_beside(gold))
    now = Floors.of(figures, mark)
    before = load_floors(path) if path.exists() else None
    if not update:
        if before is None:
            raise fail(f"{path}: no floors there yet; set them with --update-floors")
        if before.gold != mark:
            raise fail(f"{path}: the gold or its articles changed since the floors were set; set them anew with --update-floors")
    falls = before.fallen(figures) if before else ()
    for fall in falls:
        notices().print(f"[bold red]fell[/] {fall}")
    if falls and not (update and allow):
        if update:
            raise fail("floors not lowered; add --allow-regression if that is meant")
        return Status.FAILED
    if update:
        save_floors(path, now)
        out.print(f"floors written to {path}")
    return None

"""The committed files that are derived from the declaration of the fields and from the registries."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from rantau import pipeline
from rantau.clock import today
from rantau.forms import json_schema, snippets
from rantau.forms.reference import table
from rantau.model import Library, Registry

FOLDER = PurePosixPath("schemas")
SNIPPETS = PurePosixPath(".vscode/rantau.code-snippets")
GUIDE = PurePosixPath("CONTRIBUTING.md")
START, END = "<!-- isian: awal -->", "<!-- isian: akhir -->"


def registries(content: Path) -> Mapping[str, Registry]:
    """The known terms of a content directory. Raises: NotADirectoryError."""
    return _library(content).registries


def _library(content: Path) -> Library:
    # No term and no fact's key depends on the day.
    return pipeline.load(content, today()).library


def lists(content: Path) -> dict[PurePosixPath, bytes]:
    """The derived files that follow the registries of a content directory: the schemas and the completions."""
    library = _library(content)
    known = library.registries
    made: dict[PurePosixPath, object] = {FOLDER / name: schema for name, schema in json_schema.schemas(known).items()}
    made[SNIPPETS] = snippets.snippets(known, tuple(sorted(library.facts)))
    return {path: (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode() for path, value in made.items()}


def files(content: Path, root: Path) -> dict[PurePosixPath, bytes]:
    """Every derived file of the project by its path below `root`; the guide is read there, to keep what is around its table."""
    return lists(content) | {GUIDE: _guide((root / GUIDE).read_text("utf-8")).encode()}


def write(content: Path, root: Path) -> tuple[PurePosixPath, ...]:
    """Writes the derived files that are not as they should be, removes schemas that are no more, and names what changed."""
    made = files(content, root)
    stale = [path for path in sorted((root / FOLDER).glob("*.json")) if FOLDER / path.name not in made]
    for old in stale:
        old.unlink()
    changed = [path for path in sorted(made) if not (root / path).is_file() or (root / path).read_bytes() != made[path]]
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(made[path])
    return (*changed, *(FOLDER / old.name for old in stale))


def _guide(text: str) -> str:
    """The editors' guide with the table of fields as it is now."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    return "".join((before, start, "\n", *(f"{line}\n" for line in table()), end, after)) if end else text

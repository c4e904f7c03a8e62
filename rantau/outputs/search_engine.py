"""The scripts of the search, without their comments: lunr.js, as the mkdocs package ships it, and the theme's own modules."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from rantau.model import Edition
from rantau.scripts import lean

MODULES = Path(__file__).resolve().parent.parent.parent / "theme" / "assets" / "search"


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """assets/lunr.js and assets/search/."""
    yield PurePosixPath("assets/lunr.js"), engine()
    for path in sorted(MODULES.glob("*.js")):
        yield PurePosixPath("assets/search", path.name), module(path.name)


@cache
def module(name: str) -> bytes:
    """One of the theme's own modules without its comments."""
    return lean((MODULES / name).read_text("utf-8"))


@cache
def engine() -> bytes:
    """lunr.js without its comments. The file is read without importing mkdocs, which only hooks/ may do."""
    source = distribution("mkdocs").locate_file("mkdocs/contrib/search/templates/search/lunr.js")
    code = Path(str(source)).read_text("utf-8")
    # The licence stands in a comment at the top of the file, which must stay.
    licence = code[: code.index("*/") + 2]
    return f"{licence}\n".encode() + lean(code)

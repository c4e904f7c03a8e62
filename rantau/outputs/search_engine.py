"""The search engine of the search page: lunr.js, as the mkdocs package ships it, without its comments."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from rjsmin import jsmin

from rantau.model import Edition


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """assets/lunr.js."""
    yield PurePosixPath("assets/lunr.js"), engine()


@cache
def engine() -> bytes:
    """lunr.js without its comments. The file is read without importing mkdocs, which only hooks/ may do."""
    source = distribution("mkdocs").locate_file("mkdocs/contrib/search/templates/search/lunr.js")
    code = Path(str(source)).read_text("utf-8")
    # The licence stands in a comment at the top of the file, which must stay.
    licence = code[: code.index("*/") + 2]
    return f"{licence}\n{jsmin(code)}".encode()

"""The search engine of the search page: lunr.js, as the mkdocs package ships it."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from rantau.model import Edition


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """assets/lunr.js."""
    # The file is read without importing mkdocs, which only hooks/ may do.
    source = distribution("mkdocs").locate_file("mkdocs/contrib/search/templates/search/lunr.js")
    yield PurePosixPath("assets/lunr.js"), Path(str(source)).read_bytes()

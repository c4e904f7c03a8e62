"""The scripts that pages load at once, under names that change with them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau import scripts
from rantau.model import Edition


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """assets/scripts/<name>.<digest>.js."""
    for script in scripts.scripts().values():
        yield PurePosixPath(script.path), script.code

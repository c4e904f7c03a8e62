"""The stylesheets, under names that change with them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau import styles
from rantau.model import Edition


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """assets/stylesheets/rantau.<digest>.css and more.<digest>.css."""
    sheet = styles.sheet()
    for part in (sheet.rest, sheet.more):
        yield PurePosixPath(part.name), part.text.encode()

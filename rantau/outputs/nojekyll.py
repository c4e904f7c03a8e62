"""A mark for hosts that run a site through Jekyll, which would leave out every file whose name starts with "_"."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Edition


def publish(_edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """.nojekyll, empty."""
    yield PurePosixPath(".nojekyll"), b""

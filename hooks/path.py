"""Makes the project importable: the `mkdocs` command does not, `python -m mkdocs` does."""

import sys
from pathlib import Path

_ROOT = str(Path(__file__).resolve().parent.parent)


def _enter() -> None:
    if _ROOT not in sys.path:
        sys.path.insert(0, _ROOT)


_enter()

import hooks.engine  # noqa: E402, F401  (MkDocs takes sys.path back after each hook; what is imported stays)


def on_startup(command: str, dirty: bool) -> None:
    """Makes the project importable for good, also for workers that do not fork."""
    _enter()

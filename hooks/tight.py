"""Lines of a template that hold nothing but tags leave no line in the page: they cost bytes, and readers pay for those."""

import re
from hashlib import sha256
from pathlib import Path

from jinja2.ext import Extension

# Block tags and comments alone on their lines. The line's break is moved into its last tag, so that errors name the same lines.
_ALONE = re.compile(r"^[ \t]*((?:\{%(?:[^%]|%(?!\}))*%\}|\{#(?:[^#]|#(?!\}))*#\})+)[ \t]*\n", re.MULTILINE)
_CLOSE = re.compile(r"-?[%#]\}$")


class Tight(Extension):
    """Drops the line break of such lines. Every other line keeps its own, so that no two words are glued together."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's text as it is compiled, with as many lines as it has."""
        return _ALONE.sub(lambda alone: _CLOSE.sub(lambda close: f"\n{close[0]}", alone[1]), source)


def version() -> str:
    """A digest of this module: Jinja knows a compiled template by its text alone, and not by what an extension made of it."""
    return sha256(Path(__file__).read_bytes()).hexdigest()[:8]

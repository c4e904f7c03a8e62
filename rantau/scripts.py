"""The theme's scripts that pages load at once, without their comments, each under a name that changes with it.

So a page that was kept always finds the code of its own build, and never that of another (decision 22).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

ASSETS = Path(__file__).resolve().parent.parent / "theme" / "assets"
FOLDER = "assets/scripts"
# The one of every page, and the one of the pages of countries.
NAMES = ("rantau", "paket")


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its path relative to the site's root, and its bytes."""

    path: str
    code: bytes


def scripts() -> Mapping[str, Script]:
    """The scripts as they are now, by their names. Raises: OSError."""
    return {name: _script(name) for name in NAMES}


def _script(name: str) -> Script:
    code = lean((ASSETS / f"{name}.js").read_text("utf-8"))
    return Script(f"{FOLDER}/{name}.{sha256(code).hexdigest()[:8]}.js", code)


def lean(code: str) -> bytes:
    """A script without its comments and idle blanks."""
    return str(jsmin(code)).encode()

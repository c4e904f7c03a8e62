"""Files of tests/golden: words that somebody read and agreed to. They are compared, or written anew when that is asked for."""

import os
from pathlib import Path

_ASKED = "RANTAU_GOLDEN"


def text(path: Path, made: str) -> str:
    """What a golden file holds; with RANTAU_GOLDEN=write it gets what was `made` first."""
    if os.environ.get(_ASKED) == "write":
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def how(test: str) -> str:
    """The command that writes the golden files of a test file, for its failures."""
    return f"to write them: {_ASKED}=write python3 scripts/test.py tests/{test} (then look at the difference with git diff)"

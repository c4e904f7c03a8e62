"""The project's commands as messages name them: as they are typed on the machine that shows the message."""

import sys


def python(platform: str) -> str:
    """How Python is called in a terminal of a system, which is named as in sys.platform.

    Windows has "py" wherever Python was installed; "python3" opens its shop.
    """
    return "py" if platform == "win32" else "python3"


PYTHON = python(sys.platform)


def called(script: str, *arguments: str) -> str:
    """The line that calls one of the commands, by the name of its file without the ending: "check", "new"."""
    return " ".join((PYTHON, f"scripts/{script}.py", *arguments))


CHECK = called("check")
FIX = called("check", "--fix")
NEW = called("new")
COVER = called("cover")

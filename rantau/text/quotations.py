"""The parts of a text that somebody else says: between quotation marks, and in lines that start with ">"."""

import re
from bisect import bisect_right

_OPENING = "“„«「『"
_CLOSING = "”»」』"
# A mark behind a digit opens nothing but says inches; a quotation that is never closed ends with its paragraph, as in newspapers.
_MARK = re.compile(rf"^[ \t]{{0,12}}>[^\n]*|\n[ \t\r]*\n|[\"{_OPENING}{_CLOSING}]", re.MULTILINE)

_CURLY = re.compile('(?P<open>[“„‟])(?P<inner>[^“”„‟"\\\\]+)(?P<close>[”“])|‘(?P<single>[^‘’“”"\\\\]+)’')


def straight(written: str) -> str:
    """A value that starts and ends with curly quotes and holds no others, in straight ones; "" for every other one."""
    match = _CURLY.fullmatch(written)
    return f'"{(match["inner"] or match["single"]).strip()}"' if match is not None else ""


class Quotations:
    """The quotations of one text, looked up by offset."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        opened, mark = -1, ""
        for match in _MARK.finditer(text):
            found = match[0]
            if found.endswith("\n"):
                self._add(opened, match.start())
                opened = -1
            elif found.lstrip().startswith(">"):
                self._add(match.start(), match.end())
            elif opened >= 0 and (found == mark or found in _CLOSING or (mark == "„" and found == "“")):
                self._add(opened, match.end())
                opened = -1
            elif (
                opened < 0 and found not in _CLOSING and not (found == '"' and text[match.start() - 1 : match.start()].isdigit())
            ):
                opened, mark = match.start(), found
        self._add(opened, len(text))

    def _add(self, start: int, end: int) -> None:
        if start >= 0:
            self.starts.append(start)
            self.ends.append(end)

    def cover(self, offset: int) -> bool:
        """Whether the character at the offset is quoted."""
        number = bisect_right(self.starts, offset) - 1
        return number >= 0 and offset < self.ends[number]

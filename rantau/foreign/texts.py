"""Foreign bytes become text without hidden characters; words are counted, so that none gets lost on the way."""

import re
from collections import Counter
from collections.abc import Iterable

from rantau.model import Localized
from rantau.text import charsets

# What is no letter and no sign in any text: controls, marks of direction, blanks of no width, fillers, tags.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e007f]"
)
# Joiners part and bind letters in some scripts and hold emoji together; elsewhere they are debris of word processors.
_JOINER = re.compile("[\u200c\u200d]")
_JOINED = re.compile(
    "[\u0600-\u07ff\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_WORD = re.compile("[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff]|[^\\W_\u2e80-\u9fff\uf900-\ufaff]+")
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{2,40})", re.IGNORECASE)
# Who says so was not guessed at.
_GUESS = ("windows-1252", "cp1252", "iso-8859-1", "latin1")
OLD_CHARSET = Localized(
    "berkas ini bukan UTF-8; dibaca sebagai Windows-1252, periksa huruf-huruf khususnya",
    "this file is not UTF-8; it was read as Windows-1252, look at its special letters",
)


def decode(data: bytes, declared: str = "") -> tuple[str, Localized | None]:
    """The text of a file, and a note when its letters had to be guessed; "" for bytes that are no text.

    `declared` is the charset that the file names. Lines end with "\\n".
    """
    text, charset = charsets.decode(data, declared) or ("", "")
    return _plain(text), OLD_CHARSET if charset == charsets.GUESSED and declared.strip().lower() not in _GUESS else None


def html_charset(data: bytes) -> str:
    """The charset that an HTML file declares near its start; "" for none."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def _plain(text: str) -> str:
    return _BREAKS.sub("\n", text)


def tidy(text: str) -> str:
    """The text without characters that nobody sees; blanks that do not break become plain ones."""
    text = _HIDDEN.sub("", text.replace("\xa0", " ").replace("\u202f", " "))
    if _JOINER.search(text) is None:
        return text
    return _JOINER.sub(lambda m: m[0] if _JOINED.search(text[max(0, m.start() - 2) : m.end() + 2]) else "", text)


def one_line(text: str) -> str:
    """The text as one tidy line."""
    return " ".join(tidy(text).split())


def words(text: str) -> Counter[str]:
    """The words of a text and how often each stands in it; each Chinese or Japanese character is a word."""
    return Counter(match.casefold() for match in _WORD.findall(tidy(text)))


def missing_lines(lines: Iterable[tuple[int, str]], kept: Counter[str]) -> list[tuple[int, str]]:
    """The lines, with their numbers, whose words `kept` does not hold often enough."""
    left = Counter(kept)
    found = []
    for number, line in lines:
        wanted = words(line)
        short = [word for word, count in wanted.items() if left[word] < count]
        left.subtract(wanted)
        if short:
            for word in short:
                left[word] = max(left[word], 0)
            found.append((number, line))
    return found


class Finder:
    """Finds the line on which a piece of a text stands; pieces are asked for in the order of the text."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text, self.first_line = text, first_line
        self.place = self.line = 0
        self.misses = 0

    def line_of(self, piece: str) -> int:
        """The line from 1, or 0 when it is not found; after some misses nothing is looked for any more."""
        start = next((part for line in piece.split("\n") if (part := line.strip())), "")[:60]
        if not start or self.misses > 50:
            return 0
        at = self.text.find(start, self.place)
        if at < 0:
            self.misses += 1
            return 0
        self.line += self.text.count("\n", self.place, at)
        self.place = at
        return self.line + self.first_line

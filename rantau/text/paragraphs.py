"""Lines of a copied text become paragraphs, lists and headings of Markdown, word for word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a paragraph: the line it starts on, its text without blanks around it, whether an empty line stands before it."""

    number: int
    text: str
    gap: bool = False


_ITEM = re.compile(r"(?P<mark>[-*•●▪◦○·✓✔➢►‣■]|[–—](?=\s+[A-ZÀ-Þ\d])|\d{1,3}[.)]|[a-zA-Z][.)])\s+(?P<words>\S.*)", re.DOTALL)
_DASHED = re.compile(r"[–—]\s")
_CLOSED = re.compile(r"[.!?:;…][\"”’')\]]*$")
_OPEN = re.compile(
    r"(?:,|\b(?:dan|atau|yang|di|ke|dari|untuk|oleh|dengan|pada|kepada|bahwa|adalah|dalam|serta|sebagai|kata|the|of|and|to|in|for))$",
    re.IGNORECASE,
)
# A line that was broken for its width is no narrower and no wider.
_WIDTHS = range(30, 131)
# How much of a paragraph says whether it goes on: a quotation is hardly longer.
_RECENT = 1500
_HEADING = 80
_PARAGRAPH = 100


def item(text: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(text) is not None


def continues(text: str) -> bool:
    """Whether a line can only be the rest of a sentence: it starts with a small letter or a mark inside of sentences."""
    return (
        bool(text)
        and (not item(text) or _DASHED.match(text) is not None)
        and (text[0].islower() or text[0] in ",.;:)–—”" or text.startswith("- "))
        and not text.startswith("http")
    )


def closed(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return _CLOSED.search(text[-12:]) is not None


def full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def wrapped(lines: Sequence[Piece]) -> int:
    """The width in characters at which a text was broken into lines, 0 for one with a line a paragraph."""
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if not b.gap]
    width = max((len(a) for a, _ in pairs), default=0)
    if len(pairs) < 2 or width not in _WIDTHS:
        return 0
    broken = sum(full(a, b, width) for a, b in pairs)
    return width if broken * 10 >= len(pairs) * 6 else 0


def join(lines: Sequence[Piece], width: int) -> list[Piece]:
    """The paragraphs of a text whose lines these are; `width` is that of `wrapped`."""
    found: list[tuple[Piece, list[str]]] = []
    last, recent = "", ""
    for line in lines:
        if found and _joins(recent, last, line, width, len(found[-1][1]) > 1):
            # A word is not parted with a hyphen in what is copied from pages, but doubled ("orang-orang").
            blank = "" if last.endswith("-") and line.text[0].islower() and not last.endswith(" -") else " "
            found[-1][1].append(blank + line.text)
            recent = f"{recent}{blank}{line.text}"[-_RECENT:]
        else:
            found.append((line, [line.text]))
            recent = line.text[-_RECENT:]
        last = line.text
    return [Piece(first.number, "".join(texts), first.gap) for first, texts in found]


def _joins(whole: str, last: str, line: Piece, width: int, joined: bool) -> bool:
    text = line.text
    ended = closed(whole)
    # A dash behind words that have not ended belongs to their sentence; otherwise it is an item's.
    dashed = _DASHED.match(text) is not None and not ended and not item(last)
    if (item(text) and not dashed) or text.startswith("#") or last.startswith("#"):
        return False
    if line.gap:
        return not ended and continues(text)
    if not ended and continues(text):
        return True
    if width:
        return full(last, text, width)
    if ended:
        return _quote_is_open(whole) and _quote_closes(text)
    return _OPEN.search(whole[-12:]) is not None or (joined and len(last) < 60)


def _quote_is_open(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def _quote_closes(text: str) -> bool:
    return not text.startswith(('"', "“")) and (text.count('"') % 2 == 1 or text.count("”") > text.count("“"))


def markdown(pieces: Sequence[Piece], escape: bool) -> str:
    """The paragraphs as Markdown; with `escape` every sign in them stands for itself."""
    blocks: list[list[str]] = []
    listed = ""
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].text if number + 1 < len(pieces) else ""
        before = pieces[number - 1].text if number else ""
        match = _ITEM.match(piece.text)
        if piece.text.startswith("#") and not escape:
            level = "## " if piece.text.startswith(("# ", "## ")) else "### "
            blocks.append([re.sub(r"^#+\s*", level, _plain_tags(piece.text))])
        elif _heading(piece.text, before, following) or (piece.gap and _above_list(piece.text, before, following)):
            blocks.append([f"## {_literal(piece.text, escape, starts=False)}"])
        elif match is not None:
            numbered = match["mark"][0].isdigit()
            kind = "1" if numbered else "-"
            lettered = match["mark"] if match["mark"][0].isalpha() else ""
            words = _literal(f"{lettered} {match['words']}".strip(), escape, starts=False)
            line = f"{match['mark'].rstrip('.)')}. {words}" if numbered else f"- {words}"
            if listed == kind:
                blocks[-1].append(line)
            else:
                blocks.append([line])
            listed = kind
            continue
        else:
            blocks.append([_literal(piece.text, escape)])
        listed = ""
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _heading(text: str, before: str, following: str) -> bool:
    """Whether a short line between two paragraphs is the heading of the second one."""
    match = _ITEM.match(text)
    if match is not None and (not match["mark"][0].isdigit() or item(before) or item(following)):
        return False
    if len(text) > _HEADING or len(text.split()) > 12 or not (text[0].isupper() or text[0].isdigit()):
        return False
    if re.search(r"[.,:;!\"”)]$", text) or len(following) < _PARAGRAPH or item(following):
        return False
    return match is not None or len(before) > _HEADING or (bool(before) and closed(before))


def _above_list(text: str, before: str, following: str) -> bool:
    """Whether a short line apart is the heading of the list below it."""
    short = len(text) <= _HEADING and len(text.split()) <= 8 and text[0].isupper() and not re.search(r"[.,:;!?\"”)]$", text)
    return short and item(following) and not item(text) and len(before) > _HEADING


_MARKS = re.compile(r"[\\`*]|(?<!\w)_|_(?!\w)|\[(?=\^)|!(?=\[)")
_OPENED = re.compile(r"(?<!\\)\[")
_AT_START = re.compile(r"^(?:[#>+]|[-=]{2,}|!!!|~~~|\|)")
_NUMBER_AT_START = re.compile(r"^(\d+)([.)])(?=\s)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def _plain_tags(text: str) -> str:
    """Markdown whose tags are shown as they stand; addresses in angle brackets stay links."""
    return re.sub(r"<(?=[A-Za-z/!?])(?!https?://|mailto:)", r"\\<", text)


def _literal(text: str, escape: bool, starts: bool = True) -> str:
    """The text as Markdown that says just that; at the start of a block more signs have a meaning."""
    if not escape:
        return _plain_tags(text)
    plain = _TAG.sub(r"\\<", _without_labels(_MARKS.sub(r"\\\g<0>", text)))
    if not starts:
        return plain
    plain = _NUMBER_AT_START.sub(r"\1\\\2", plain)
    return f"\\{plain}" if _AT_START.match(plain) else plain


def _without_labels(text: str) -> str:
    """The text whose brackets make no link of the words in them, and no destination either."""
    parts = text.split("]")
    for number, following in enumerate(parts[1:]):
        if following.startswith(("(", ":", "[", "\\[")):
            parts[number] = _OPENED.sub(r"\\[", parts[number])
    return "]".join(parts)

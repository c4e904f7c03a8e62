"""A page's clean HTML as Markdown that every reader of Markdown understands (CommonMark, with GitHub's tables and footnotes)."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from selectolax.lexbor import LexborHTMLParser, LexborNode

# From what a link or an image says to where it leads; "" for nowhere.
Resolve = Callable[[str], str]

# Marks, what would be read as an entity, and the exclamation mark that would make an image of the link behind it.
_SPECIAL = re.compile(r"([\\`*_\[\]<>~]|&(?=#?\w+;)|!$)")
# Looking for these first is five times quicker, and most words hold none.
_PERHAPS = re.compile(r"[\\`*_\[\]<>~&!]")
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=[-\s]|$)|\d{1,9}(?=[.)](?:\s|$))|[=|])")
_BLANKS = re.compile(r"\s+")
_TICKS = re.compile("`+")
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*", "del": "~~", "s": "~~"}
_ALIGNED = {"left": ":---", "right": "---:", "center": ":---:"}
_BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol blockquote pre div table hr details dl".split())
# The end of a line inside a paragraph, kept apart from blanks until these are joined.
_BREAK = "\x00"


def escaped(text: str) -> str:
    """Plain words as Markdown in which they mean nothing but themselves."""
    return _begun(_plain(text).strip())


def link(words: str, address: str) -> str:
    """A link with words that are Markdown already."""
    return f"[{words}]({_destination(address)})"


def markdown(html: str, resolve: Resolve) -> str:
    """The Markdown of a body's HTML."""
    body = LexborHTMLParser(html).body
    return "\n\n".join(_Writer(resolve).blocks(body)) if body is not None else ""


def _plain(text: str) -> str:
    """Words that stand somewhere in a line."""
    if "\n" in text or "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    return _SPECIAL.sub(r"\\\1", text) if _PERHAPS.search(text) else text


def _begun(line: str) -> str:
    """A line whose first word shall not be taken for the mark of a block; a number is shielded at the dot behind it."""
    match = _AT_START.match(line)
    if match is None:
        return line
    return f"{match[1]}\\{line[match.end() :]}" if match[1].isdigit() else f"\\{line}"


def _destination(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")


def _indented(text: str, start: str) -> str:
    """A block behind the mark of a list."""
    first, *rest = text.split("\n")
    return "\n".join([start + first, *(" " * len(start) + line if line else "" for line in rest)])


def _quoted(blocks: list[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))


def _class(node: LexborNode) -> str:
    return node.attributes.get("class") or ""


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=True)


class _Writer:
    """Writes blocks and lines; knows where links lead."""

    def __init__(self, resolve: Resolve) -> None:
        self.resolve = resolve

    # --- blocks

    def blocks(self, node: LexborNode) -> list[str]:
        """The blocks in an element; words that stand beside blocks are a paragraph."""
        found: list[str] = []
        loose: list[str] = []
        for child in _children(node):
            if child.tag in _BLOCKS:
                self._end(loose, found)
                found += self._block(child)
            else:
                loose.append(self._piece(child))
        self._end(loose, found)
        return [block for block in found if block]

    def _end(self, loose: list[str], found: list[str]) -> None:
        if text := _joined(loose):
            found.append(text)
        loose.clear()

    def _block(self, node: LexborNode) -> list[str]:
        tag = node.tag or ""
        if tag == "p":
            return [self.line(node)]
        if tag[0] == "h" and tag[1:].isdigit():
            return [f"{'#' * int(tag[1:])} {self._whole(node)}"]
        if tag in ("ul", "ol"):
            return [self._list(node)]
        if tag == "hr":
            return ["---"]
        if tag == "pre":
            return [self._code(node)]
        if tag == "table":
            return [self._table(node)]
        if tag == "div" and "footnote" in _class(node).split():
            return self._notes(node)
        if tag == "dl":
            return self._terms(node)
        if tag in ("blockquote", "details") or "admonition" in _class(node).split():
            return [_quoted(self._titled(node))]
        return self.blocks(node)

    def _titled(self, node: LexborNode) -> list[str]:
        """The blocks of a box, whose title is a bold line."""
        first = next((n for n in node.iter() if n.tag == "summary" or "admonition-title" in _class(n)), None)
        if first is None:
            return self.blocks(node)
        title = self.line(first)
        first.decompose()
        return [f"**{title}**", *self.blocks(node)] if title else self.blocks(node)

    def _list(self, node: LexborNode) -> str:
        items: list[str] = []
        loose = False
        number = int(node.attributes.get("start") or 1)
        for item in node.iter():
            blocks = self.blocks(item)
            # A list inside an item follows its words without an empty line.
            loose = loose or any(n.tag == "p" for n in item.iter())
            start = f"{number}. " if node.tag == "ol" else "- "
            items.append(_indented(("\n\n" if loose else "\n").join(blocks), start))
            number += 1
        return ("\n\n" if loose else "\n").join(items)

    def _code(self, node: LexborNode) -> str:
        code = next((n for n in node.iter() if n.tag == "code"), node)
        language = next((c.removeprefix("language-") for c in _class(code).split() if c.startswith("language-")), "")
        text = (code.text(deep=True) or "").rstrip("\n")
        fence = "`" * max(3, 1 + max((len(t) for t in _TICKS.findall(text)), default=0))
        return f"{fence}{language}\n{text}\n{fence}"

    def _table(self, node: LexborNode) -> str:
        rows = [[cell for cell in row.iter() if cell.tag in ("th", "td")] for row in node.css("tr")]
        lines = ["| " + " | ".join(self._cell(cell) for cell in row) + " |" for row in rows if row]
        if rows and lines:
            lines.insert(1, "| " + " | ".join(_ALIGNED.get(c.attributes.get("align") or "", "---") for c in rows[0]) + " |")
        return "\n".join(lines)

    def _cell(self, node: LexborNode) -> str:
        return self._whole(node).replace("|", r"\|")

    def _whole(self, node: LexborNode) -> str:
        """The words in an element that must stay on one line, and whose last mark shall not be taken for one of Markdown."""
        line = self.line(node).replace("\\\n", " ")
        return f"{line[:-1]}\\#" if line.endswith(" #") else line

    def _notes(self, node: LexborNode) -> list[str]:
        notes = [item for item in node.css("li") if (item.attributes.get("id") or "").startswith("fn:")]
        return [
            _indented("\n\n".join(self.blocks(note)), f"[^{(note.attributes.get('id') or '')[3:]}]: ").replace(
                "\n" + " " * 8, "\n    "
            )
            for note in notes
        ]

    def _terms(self, node: LexborNode) -> list[str]:
        found: list[str] = []
        for child in node.iter():
            found += [f"**{self.line(child)}**"] if child.tag == "dt" else self.blocks(child)
        return found

    # --- lines

    def line(self, node: LexborNode) -> str:
        """The words in an element, which hold no blocks."""
        return _joined([self._piece(child) for child in _children(node)])

    def _piece(self, node: LexborNode) -> str:
        tag = node.tag or ""
        if tag == "-text":
            return _plain(node.text() or "")
        if tag == "br":
            return _BREAK
        if tag == "code":
            return _spanned(node.text(deep=True) or "")
        if tag == "img":
            address = self.resolve(node.attributes.get("src") or "")
            words = _plain(node.attributes.get("alt") or "")
            return f"!{link(words, address)}" if address else words
        inner = "".join(self._piece(child) for child in _children(node))
        if tag == "a":
            return self._link(node, inner)
        words = inner.strip(" ")
        if tag in _MARKS and words and _BREAK not in words:
            before, after = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
            return f"{before}{_MARKS[tag]}{words}{_MARKS[tag]}{after}"
        return f"“{inner}”" if tag == "q" else inner

    def _link(self, node: LexborNode, words: str) -> str:
        kind, address = _class(node), node.attributes.get("href") or ""
        if "footnote-ref" in kind:
            return f"[^{address.removeprefix('#fn:')}]"
        if "footnote-backref" in kind:
            return ""
        target = self.resolve(address)
        return link(words, target) if target and words.strip() else words


def _spanned(code: str) -> str:
    """Code within a line."""
    taken = {len(ticks) for ticks in _TICKS.findall(code)}
    marks = "`" * next(n for n in count(1) if n not in taken)
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{marks}{pad}{_BLANKS.sub(' ', code)}{pad}{marks}"


def _joined(pieces: list[str]) -> str:
    lines = "".join(pieces).split(_BREAK)
    return "\\\n".join(_begun(_single(line)) for line in lines if line.strip())


def _single(line: str) -> str:
    return (_BLANKS.sub(" ", line) if "  " in line else line).strip()

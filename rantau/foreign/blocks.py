"""Foreign HTML becomes this site's Markdown: paragraphs, headings from the second level on, lists, tables, boxes."""

import re
from dataclasses import dataclass, field

from rantau.foreign import texts
from rantau.foreign.inline import ANCHOR, BREAK, REFUSED, Inline, Surroundings, escape, source_of, start_safely
from rantau.foreign.tree import Element, parse
from rantau.model import Localized
from rantau.text.slugs import anchor

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
# A mark for the level of a heading, which is known when all of them are.
_LEVEL = re.compile("^((?:> ?| )*)\x01(\\d)\x02([^\n\x02]*)\x02", re.MULTILINE)
_NESTING = 12
_EMBEDS = frozenset("iframe video audio embed object rantau-embed".split())
_FLAT = Localized(
    "tag-tag HTML bertumpuk terlalu dalam; hanya kata-katanya diambil", "HTML nested too deeply; only its words were taken"
)
_LOST_PLACE = Localized(
    "tautan ke bagian yang tidak ada di tulisan ini; katanya tetap",
    "a link to a part that this text does not have; its words stay",
)


@dataclass(slots=True)
class Block:
    """One block of Markdown: p, list, code, table, quote, box, head, rule."""

    kind: str
    text: str


@dataclass(slots=True)
class Writer:
    """Writes the Markdown of one text. `title` is dropped where it stands again as the first heading."""

    around: Surroundings
    title: str = ""
    inline: Inline = field(init=False)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.inline = Inline(self.around)

    def write(self, html: str) -> str:
        """The Markdown of an HTML text."""
        root, flat = parse(html)
        if flat:
            self.around.drop(texts.one_line(html[:200]), _FLAT)
            lines = [texts.one_line(line) for line in root.text().split("\n")]
            return "\n\n".join(start_safely(escape(line)) for line in lines if line)
        return self.write_tree(root)

    def write_tree(self, root: Element) -> str:
        """The Markdown of a tree."""
        found = self._blocks(root.children, "top", 0)
        found += [Block("note", note) for note in self.notes]
        found += [Block("p", f"*[{short}]: {words}") for short, words in self.inline.abbreviations.items()]
        return self._anchored(self._levelled("\n\n".join(block.text for block in found)))

    # --- blocks

    def _blocks(self, children: list[Element | str], inside: str, depth: int) -> list[Block]:
        found: list[Block] = []
        waiting: list[Element | str] = []

        def flush() -> None:
            if waiting:
                found.extend(self._paragraphs(list(waiting), inside))
                waiting.clear()

        for child in children:
            if isinstance(child, str) or not child.block:
                waiting.append(child)
                continue
            flush()
            found.extend(self._block(child, inside, depth))
        flush()
        return found

    def _paragraphs(self, children: list[Element | str], inside: str) -> list[Block]:
        text = self.inline.markdown(children)
        parts = re.split(f"{BREAK}{{2,}}", text.strip(f"{BREAK} "))
        found = []
        for part in parts:
            lines = [start_safely(line) for raw in part.split(BREAK) if (line := raw.strip(" "))]
            if lines:
                found.append(Block("p", ("<br>" if inside == "cell" else "  \n").join(lines)))
        return found

    def _block(self, element: Element, inside: str, depth: int) -> list[Block]:
        tag = element.tag
        if tag in REFUSED and (tag != "form" or not element.find("p", "h1", "h2", "h3", "img", "table")):
            self.inline.refuse(element)
            return []
        if tag in _HEADINGS:
            return self._heading(element, inside)
        if tag in ("ul", "ol", "menu"):
            return self._list(element, inside, depth)
        if tag == "pre":
            return self._code(element, inside)
        if tag == "blockquote" and inside != "cell" and depth < _NESTING:
            inner = self._blocks(element.children, "quote" if inside == "top" else inside, depth + 1)
            return [Block("quote", _prefixed(inner, "> "))] if inner else []
        if tag == "table":
            return self._table(element, inside, depth)
        if tag == "hr":
            return [Block("rule", "***")] if inside == "top" else []
        if tag in _EMBEDS:
            return self._embed(element, inside, depth)
        if tag in ("figure", "rantau-figure"):
            return self._figure(element, inside, depth)
        if tag in ("details", "rantau-box", "rantau-tab"):
            return self._box(element, inside, depth)
        if tag == "rantau-note":
            inner = self._blocks(element.children, "list", depth + 1)
            self.notes.append(f"[^{element.get('name')}]: " + _prefixed(inner, "    ").strip())
            return []
        if tag in ("dt", "dd"):
            inner = self._blocks(element.children, inside, depth)
            if tag == "dt" and len(inner) == 1 and inner[0].kind == "p" and "*" not in inner[0].text:
                return [Block("p", f"**{inner[0].text}**")]
            return inner
        # A link round blocks: its words stay, and it follows them.
        if tag == "a" and (href := element.get("href")) and not href.startswith("#"):
            return self._blocks(element.children, inside, depth) + self._after(element, href)
        return self._blocks(element.children, inside, depth)

    def _after(self, element: Element, href: str) -> list[Block]:
        destination = self.around.link(href, texts.one_line(element.text())[:80])
        if not destination or not destination.startswith(("http://", "https://")):
            return []
        return [Block("p", self.inline.link(escape(destination), destination, destination))]

    def _heading(self, element: Element, inside: str) -> list[Block]:
        text = self.inline.markdown(element.children).replace(BREAK, " ").strip()
        pictures = re.findall(r"!\[[^\]]*\]\([^)]*\)", text)
        words = texts.one_line(element.text())
        if not words:
            return [Block("p", picture) for picture in pictures]
        if not self.headings and self.title and texts.words(words) == texts.words(self.title):
            return [Block("p", picture) for picture in pictures]
        if inside in ("list", "cell"):
            return [Block("p", start_safely(text) if "*" in text else f"**{text}**")]
        level = int(element.tag[1])
        inner = next((e.get("id") or e.get("name") for e in element.walk() if e.get("id") or e.get("name")), "")
        self.headings.append((level, words, inner))
        return [Block("head", f"\x01{level}\x02{text}\x02")]

    def _list(self, element: Element, inside: str, depth: int) -> list[Block]:
        if depth >= _NESTING or inside == "cell":
            found = [b for child in element.children for b in self._blocks(_inside(child), inside, depth)]
            return [Block("p", f"• {b.text}") if b.kind == "p" and inside == "cell" else b for b in found]
        items: list[list[Block]] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag in ("ul", "ol", "menu") and items:
                items[-1] += self._block(child, "list", depth + 1)
            elif inner := self._blocks(_inside(child), "list", depth + 1):
                items.append(inner)
        if not items:
            return []
        start = element.get("start")
        number = int(start) if element.tag == "ol" and start.isdigit() and len(start) < 9 else 1
        tight = all(all(b.kind == ("p" if i == 0 else "list") for i, b in enumerate(item)) for item in items)
        # A loose list inside makes the outer one loose, or its next item would belong to the inner one.
        tight = tight and not any("\n\n" in b.text for item in items for b in item)
        lines = []
        for item in items:
            mark = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            if item[0].kind != "p":
                item.insert(0, Block("p", "&nbsp;"))
            text = ("\n" if tight else "\n\n").join(block.text for block in item)
            lines.append(mark + _indented(text, "    ").lstrip(" "))
        return [Block("list", ("\n" if tight else "\n\n").join(lines))]

    def _code(self, element: Element, inside: str) -> list[Block]:
        inner = element.find("code")
        text = texts.tidy("".join(_raw(element))).strip("\n").rstrip()
        if not text.strip():
            return []
        if inside == "cell":
            return [Block("p", "<br>".join(escape(line) for line in text.split("\n")))]
        classes = f"{element.get('class')} {inner.get('class') if inner else ''}"
        match = re.search(r"\blang(?:uage)?-([\w+#\-]{1,20})", classes)
        if inside != "top":
            return [Block("code", _indented(text, "    "))]
        ticks = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        return [Block("code", f"{ticks}{match[1].lower() if match else ''}\n{text}\n{ticks}")]

    def _embed(self, element: Element, inside: str, depth: int) -> list[Block]:
        source = element.get("src") or element.get("data") or element.get("data-src")
        child = next((e.get("src") for e in element.walk() if e.tag in ("source", "embed") and e.get("src")), "")
        href = _watchable(source or child)
        found = self._blocks(
            [c for c in element.children if isinstance(c, str) or c.tag not in ("source", "track")], inside, depth
        )
        label = texts.one_line(element.get("title"))
        destination = self.around.link(href, label or href) if href else ""
        if destination:
            found.insert(0, Block("p", self.inline.link(escape(label or destination), destination, label or destination)))
        return found

    def _figure(self, element: Element, inside: str, depth: int) -> list[Block]:
        caption = element.find("figcaption", "rantau-caption")
        rest = [child for child in element.children if child is not caption]
        found = self._blocks(rest, inside, depth)
        if caption is None:
            return found
        if any(caption is e for child in rest if isinstance(child, Element) for e in child.walk()):
            return found
        words = self._blocks(caption.children, inside, depth)
        one = len(words) == 1 and words[0].kind == "p" and not re.search(r"[*<\n]", words[0].text)
        return found + ([Block("p", f"*{words[0].text}*")] if one else words)

    def _box(self, element: Element, inside: str, depth: int) -> list[Block]:
        summary = next((e for e in element.elements() if e.tag == "summary"), None) if element.tag == "details" else None
        title = texts.one_line(summary.text() if summary else element.get("data-title")).replace('"', "'")
        children = [child for child in element.children if child is not summary]
        if inside != "top" or depth >= _NESTING or element.tag == "rantau-tab":
            head = [Block("p", f"**{escape(title)}**")] if title else []
            return head + self._blocks(children, inside, depth + 1)
        inner = self._blocks(children, "quote", depth + 1)
        if not inner:
            return [Block("p", start_safely(escape(title)))] if title else []
        folded = element.tag == "details" or element.get("data-folded")
        kind = element.get("data-kind") or "note"
        head_line = f"{'???' if folded else '!!!'} {kind}" + (f' "{_plain_title(title)}"' if title else "")
        return [Block("box", head_line + "\n\n" + _prefixed(inner, "    "))]

    # --- tables

    def _table(self, table: Element, inside: str, depth: int) -> list[Block]:
        rows = [row for part in _rows(table) for row in [[c for c in part.elements() if c.tag in ("td", "th")]] if row]
        caption = next((e for e in table.elements() if e.tag == "caption"), None)
        head = self._blocks(caption.children, inside, depth) if caption else []
        nested = any(e.tag == "table" for row in rows for cell in row for e in cell.walk())
        if not rows or nested or max(len(row) for row in rows) < 2 or inside == "cell" or len(rows[0]) > 30:
            return head + [b for row in rows for cell in row for b in self._blocks(cell.children, inside, depth)]
        grid: list[list[str]] = []
        for row in rows:
            cells: list[str] = []
            for cell in row:
                inner = self._blocks(cell.children, "cell", depth + 1)
                cells.append("<br>".join(b.text.replace("\n", "<br>") for b in inner).replace("\x02", "").replace("\x01", ""))
                span = cell.get("colspan")
                cells += [""] * (min(int(span), 30) - 1 if span.isdigit() and len(span) < 4 else 0)
            grid.append(cells)
        width = max(len(row) for row in grid)
        lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in grid]
        return [*head, Block("table", "\n".join([lines[0], "|" + "---|" * width, *lines[1:]]))]

    # --- what is known at the end

    def _levelled(self, text: str) -> str:
        """The headings' levels: the highest becomes the second, none is left out, and the first is of the second level."""
        ranks = {level: 2 + n for n, level in enumerate(sorted({level for level, _, _ in self.headings}))}
        last = 1

        def levelled(match: re.Match[str]) -> str:
            nonlocal last
            last = min(6, last + 1, ranks.get(int(match[2]), 2))
            return f"{match[1]}{'#' * last} {match[3]}"

        return _LEVEL.sub(levelled, text)

    def _anchored(self, text: str) -> str:
        """Links to places of the text lead to its headings; others become plain words."""
        places: dict[str, str] = {}
        used: dict[str, int] = {}
        for _, words, own in self.headings:
            base = name = anchor(words) or "bagian"
            count = used.get(base, 1)
            while name in used:
                count += 1
                name = f"{base}-{count}"
            used[base], used[name] = count, used.get(name, 1)
            for key in (anchor(own), anchor(re.sub(r"[^\w\s-]", "", words)), base):
                if key:
                    places.setdefault(key, name)

        def lead(match: re.Match[str]) -> str:
            name = places.get(anchor(match[2]))
            if name is None and anchor(match[2]) != "top":
                self.around.drop(f"#{match[2]}", _LOST_PLACE)
            return f"[{match[1]}](#{name})" if name else match[1]

        return ANCHOR.sub(lead, text)


def _inside(child: "Element | str") -> "list[Element | str]":
    return child.children if isinstance(child, Element) and child.tag == "li" else [child]


def _rows(table: Element) -> list[Element]:
    found = []
    for part in table.elements():
        found += [part] if part.tag == "tr" else [row for row in part.elements() if row.tag == "tr"]
    return found


def _raw(element: Element) -> list[str]:
    pieces: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif item.tag == "br":
            pieces.append("\n")
        elif item.tag != "#comment":
            stack.extend(reversed(item.children))
    return pieces


def _prefixed(blocks: list[Block], prefix: str) -> str:
    text = "\n\n".join(block.text for block in blocks)
    return "\n".join(f"{prefix}{line}".rstrip() if not line.strip() else f"{prefix}{line}" for line in text.split("\n"))


def _indented(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}" if line.strip() else "" for line in text.split("\n"))


def _plain_title(title: str) -> str:
    return escape(title)


def _watchable(source: str) -> str:
    """The page of a video whose frame it was."""
    source = f"https:{source}" if source.startswith("//") else source
    if match := re.match(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w\-]{5,20})", source):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := re.match(r"https?://player\.vimeo\.com/video/(\d+)", source):
        return f"https://vimeo.com/{match[1]}"
    return source


__all__ = ["Block", "Writer", "source_of"]

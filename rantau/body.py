"""A Markdown body becomes HTML, headings, links and plain text, each with its place in the file; rendered once.

Raw HTML never reaches the page: a handful of plain inline tags apart, a tag is reported and shown as text. The
HTML is valid only if the sanitiser's result parses to the same tree; so nothing is ever removed in silence.

The module is long because the renderer's loops that take the square of a text's length are replaced here, where
they can be compared with what they replace: the result is the same, the time is not.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    HTML_RE,
    BacktickInlineProcessor,
    HtmlInlineProcessor,
    LinkInlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString
from selectolax.lexbor import LexborHTMLParser

from rantau.model import Body, Defect, Heading, Link, Localized, Span
from rantau.places import Places, span_at, unknown_boxes, unseen_entities
from rantau.text import facts
from rantau.text.components import as_image, is_component
from rantau.text.links import at_home, host_of, scheme_of
from rantau.text.slugs import anchor

PLACEHOLDER = "rantau:"
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
INLINE_TAGS = frozenset("b br cite del em i ins kbd mark q s small strong sub sup u wbr".split())
# Quotations, lists and boxes inside one another; a reader's screen has no room for a tenth of it.
DEPTH_LIMIT = 60
ADMONITIONS = frozenset("note abstract info tip success question warning failure danger bug example quote".split())

_BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote pre div table thead tbody tr th td hr details summary dl dt dd".split())
ALLOWED_TAGS = set(_BLOCKS | INLINE_TAGS | {"a", "img", "code", "abbr"})
ALLOWED_ATTRIBUTES = {
    "a": {"href", "title", "rel", "id"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "div": {"tabindex", "role", "aria-label"},
    "details": {"open"},
    "code": {"class"},
    "li": {"id"},
    "sup": {"id"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
ALLOWED_CLASSES = {
    "div": {"admonition", "footnote", "md-typeset__scrollwrap", "md-typeset__table"} | set(ADMONITIONS),
    "details": set(ADMONITIONS),
    "p": {"admonition-title"},
    "a": {"footnote-ref", "footnote-backref"},
}
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
# Every inline pattern of the renderer needs one of these; a line break needs two blanks before the line's end.
_INLINE_MARK = re.compile(r"[`\\\[\]<>&*_!~\x02]|\{\{|  \n|://|www\.")
_BLOCK_MARKS = {
    "table": ("|",),
    "hashheader": ("#",),
    "hr": ("-", "*", "_"),
    "reference": ("]:",),
    "footnote": ("[^",),
    "abbr": ("*[",),
}
# Python-Markdown's own, but that a name is no longer than this.
_NOTE = re.compile(r"\[\^([^\]]{0,200})\]")
_DESTINATION = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|<)([^\s<>()]+)")
_TAG_NAME = re.compile(r"</?\s*([a-zA-Z][^\s/>]*)")
_PLAIN_TAG = re.compile(r"</?([a-zA-Z]+)\s*/?>")
# Words in angle brackets ("REG<spasi>NAMA") are shown as they stand unless the first one is an element's name.
_WORDS = re.compile(r"</?([a-zA-Z]+)(?: [a-zA-Z]+)*>")
_ELEMENTS = INLINE_TAGS | frozenset(
    "a abbr acronym address animate applet area article aside audio base basefont bdi bdo bgsound big blink blockquote body "
    "button canvas caption center circle code col colgroup content data datalist dd defs desc details dfn dialog dir div dl dt "
    "element ellipse embed fencedframe fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html iframe image img input isindex keygen label legend li line link listing main map marquee math menu "
    "menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param path "
    "picture plaintext polygon polyline portal pre progress rb rect rp rt rtc ruby samp script search section select "
    "selectedcontent set shadow slot source spacer span strike style summary svg symbol table tbody td template text textarea "
    "tfoot th thead time title tr track tspan tt ul use var video view xmp".split()
)
# Addresses that are written without brackets; signs at their end belong to the sentence, as does a bracket that opened before.
_BARE = r"(?<![\w@/.:+\-])((?:https?://|www\.)[^\s<>\"“”‘’«»。、（）「」|\\^`{}\[\]*\x02\x03]{3,2000})"
_KEPT = re.compile("\x02klzzwxh:(\\d+)\x03")
_FOUND = "address"
_BEHIND = ".,;:!?'_~…，"
_STRUCK = r"(?<!~)(~~)(?=[^\s~])([^~\n]{0,1000}[^\s~])~~(?!~)"
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_REST = re.compile("\x02[^\x03]*\x03")
_AMPERSAND = "\x02amp\x03"
_FENCE = re.compile(r"^(`{3,}|~{3,}).*$")
_TICKS = re.compile("`+")
_BLANK = re.compile(r"\n(?=[ \t]*\n)")
_CONTAINER = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|\[\^)")
_BACKLINK = Localized("Kembali ke teks, catatan {}", "Back to the text, note {}", "本文に戻る 注{}")
_TABLE = Localized("Tabel", "Table", "表")


@dataclass(slots=True)
class _Page:
    """What rendering one body gathers on its way; places are added afterwards."""

    language: str = "id"
    links: list[tuple[str, str, bool]] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    text: str = ""


class _Tags(HtmlInlineProcessor):
    """Lets plain inline tags through and reports every other one."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(HTML_RE, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:  # type: ignore[override]
        plain = _PLAIN_TAG.fullmatch(m[1])
        if plain is not None and plain[1].lower() in INLINE_TAGS:
            if plain[1].lower() == "br":
                return Element("br"), m.start(0), m.end(0)
            self.page.plain.append(m[1])
            return self.md.htmlStash.store(m[1].lower()), m.start(0), m.end(0)
        words = _WORDS.fullmatch(m[1])
        if words is None or words[1].lower() in _ELEMENTS:
            self.page.tags.append(m[1])
        return None, None, None


class _Addresses(InlinePattern):
    """Makes links of web addresses that stand in a text; whether the writer's own machine is meant, nobody can say."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        address = m[1].rstrip(_BEHIND)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_BEHIND)
        whole = address if scheme_of(address) else f"https://{address}"
        # Where an escaped sign follows, the address goes on, and where it ends is not known.
        kept = _KEPT.match(data, m.end())
        inline = self.md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        if (
            (kept is not None and isinstance(inline.stashed_nodes.get(kept[1]), str))
            or "." not in host_of(whole)
            or at_home(whole)
        ):
            return None, None, None
        link = Element("a", {"href": whole, "class": _FOUND})
        link.text = AtomicString(address)
        return link, m.start(0), m.start(0) + len(address)


class _Facts(InlinePattern):
    """Puts a mark where a fact of the registry is named, because the registry is another file."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(facts.PATTERN, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        self.page.facts.append(m[1])
        return facts.mark(len(self.page.facts) - 1), m.start(0), m.end(0)


class _Inline(InlineProcessor):
    """Python-Markdown's inline processor, which leaves a text alone that no inline pattern can match.

    Most paragraphs of an article hold no mark at all, and trying every pattern on them takes half of the
    rendering time. The method is a private one of Python-Markdown: the version is pinned, and a test compares
    the result with and without this class.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if _INLINE_MARK.search(data) is None:
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]


class _Pairs:
    """Where the opening brackets of a text close, looked up once for the whole text.

    A text is replaced from its front, link by link, so places are counted from its end, where nothing changes.
    """

    def __init__(self, opening: str, closing: str) -> None:
        self.opening = opening
        self.marks = re.compile(f"[{re.escape(opening + closing)}]")
        self.text = ""
        self.rest = ""
        self.ends: dict[int, int] = {}

    def closing(self, text: str, start: int) -> int:
        """The place of the bracket that closes the one at `start`; -1 for none."""
        if text is not self.text:
            rest = text[start:]
            if not self.rest.endswith(rest):
                self._pair(rest)
            self.text = text
        elif len(text) - start > len(self.rest):
            self._pair(text[start:])
        return len(text) - self.ends.get(len(text) - start, len(text) + 1)

    def _pair(self, rest: str) -> None:
        self.rest, self.ends = rest, {}
        size = len(rest)
        opened: list[int] = []
        for mark in self.marks.finditer(rest):
            if mark[0] == self.opening:
                opened.append(mark.start())
            elif opened:
                self.ends[size - opened.pop()] = size - mark.start()


def _hasten_links(processor: LinkInlineProcessor) -> None:
    """Has a link's brackets looked up instead of counted anew from each of them to the text's end."""
    brackets, parentheses = _Pairs("[", "]"), _Pairs("(", ")")
    slow = processor.getLink

    def label(text: str, index: int) -> tuple[str, int, bool]:
        end = brackets.closing(text, index - 1)
        return (text[index:end], end + 1, True) if end >= 0 else ("", len(text), False)

    def destination(text: str, index: int) -> tuple[str, str | None, int, bool]:
        start = processor.RE_LINK.match(text, index)
        # Quotation marks hide parentheses, in a way that only the slow count knows.
        if start is None or start[1] or text.find('"', index) >= 0 or text.find("'", index) >= 0:
            return slow(text, index)
        return slow(text, index) if parentheses.closing(text, index) >= 0 else ("", None, len(text), False)

    processor.getText = label  # type: ignore[method-assign, assignment]
    processor.getLink = destination  # type: ignore[method-assign, assignment]


def _hasten_code(processor: BacktickInlineProcessor) -> None:
    """Has runs of backticks compared as wholes instead of counted letter by letter; the rules are the renderer's own."""

    def find(start: int, text: str) -> tuple[int, int | None]:
        first = _TICKS.match(text, start)
        size, begin = (len(first[0]), first.end()) if first else (0, start)
        longest = end = 0
        for run in _TICKS.finditer(text, begin):
            length = run.end() - run.start()
            if length == size:
                return begin, run.start()
            if length > longest:
                longest, end = length, run.end()
        return (begin - size + longest, end - longest) if 0 < longest < size else (begin + size, None)

    processor.find_code_spans = find  # type: ignore[method-assign, assignment]


def _limit_depth(parser: BlockParser) -> None:
    """Has blocks inside more than `DEPTH_LIMIT` others raise RecursionError: every level costs another look at all text."""
    parse = parser.parseBlocks
    depth = 0

    def deeper(parent: Element, blocks: list[str]) -> None:
        nonlocal depth
        if depth > DEPTH_LIMIT:
            raise RecursionError
        depth += 1
        try:
            parse(parent, blocks)
        finally:
            depth -= 1

    parser.parseBlocks = deeper  # type: ignore[method-assign]


def _drop_lost_ways_back(root: Element) -> None:
    """Takes the way back out of a footnote that no sentence refers to."""
    backs = [(p, e) for p in root.iter() for e in p if e.tag == "a" and e.get("class") == "footnote-backref"]
    if not backs:
        return
    ids = {e.get("id") for e in root.iter()}
    for parent, back in backs:
        if back.get("href", "").removeprefix("#") not in ids:
            parent.remove(back)


class _Collector(Treeprocessor):
    """Shifts headings below the title and names them, hands link destinations out as placeholders, keeps the plain text."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    @property
    def _stash(self) -> Sequence[object]:
        return self.md.htmlStash.rawHtmlBlocks

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        lift = any(element.tag == "h1" for element in root.iter())
        used: dict[str, int] = {}
        for parent in list(root.iter()):
            for position, element in enumerate(list(parent)):
                if element.tag == "a":
                    self._link(element)
                elif element.tag == "img":
                    self._image(element)
                elif element.tag == "table":
                    parent[position] = self._scroller(element)
                elif element.tag in _HEADINGS:
                    self._heading(element, int(str(element.tag)[1]) + lift, used)
        _drop_lost_ways_back(root)
        self.page.text = _plain(root, self._stash)

    def _heading(self, element: Element, level: int, used: dict[str, int]) -> None:
        element.tag = f"h{min(level, 6)}"
        text = _line("".join(_spoken(element)), self._stash)
        name = base = anchor(text) or "bagian"
        number = used.get(base, 1)
        while name in used:
            number += 1
            name = f"{base}-{number}"
        used[base], used[name] = number, used.get(name, 1)
        element.set("id", name)
        self.page.headings.append(Heading(min(level, 6), name, text))

    def _link(self, element: Element) -> None:
        destination = _unstash(element.get("href", ""), self._stash)
        if destination.startswith("&#"):  # mail addresses are hidden letter by letter
            destination = unescape(destination)
        if element.get("class", "").startswith("footnote-"):
            return
        if element.get("class") == _FOUND:
            # Nobody wrote a link, so that no rule on links has anything to say about it.
            element.attrib.pop("class")
            element.set("rel", "noopener")
            return
        label = _line("".join(element.itertext()), self._stash)
        self._hand_out(element, "href", destination, label, image=False)
        if (scheme := scheme_of(destination)) in ("http", "https"):
            element.set("rel", "noopener")
        elif scheme and scheme not in SAFE_SCHEMES:
            element.attrib.pop("href", None)

    def _image(self, element: Element) -> None:
        destination, label = (_unstash(element.get(name, ""), self._stash) for name in ("src", "alt"))
        self._hand_out(element, "src", destination, label, image=True)

    def _hand_out(self, element: Element, name: str, destination: str, label: str, *, image: bool) -> None:
        if image or not scheme_of(destination):
            element.set(name, f"{PLACEHOLDER}{len(self.page.links)}")
        self.page.links.append((destination, label, image))

    def _scroller(self, table: Element) -> Element:
        for cell in table.iter("th"):
            # The corner above the first column is often empty; a head that says nothing is none.
            if not len(cell) and not (cell.text or "").strip():
                cell.tag = "td"
        label = _TABLE.speak(self.page.language)
        box = Element("div", {"class": "md-typeset__scrollwrap", "tabindex": "0", "role": "group", "aria-label": label})
        inner = Element("div", {"class": "md-typeset__table"})
        box.tail, table.tail = table.tail, None
        inner.append(table)
        box.append(inner)
        return box


class _Footnotes(FootnoteExtension):
    """Python-Markdown's footnotes, which number the marks of one note without counting from the first each time."""

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The mark's id: "fnref:a", "fnref2:a" and so on."""
        if not found:
            return reference
        number = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        return reference if number == 1 else reference.replace(":", f"{number}:", 1)


class _Places(Places):
    """Finds the links in one pass over the text, and not in one for each of them."""

    def __init__(self, prose: str, first_line: int) -> None:
        super().__init__(prose, first_line)
        self.found: dict[str, deque[tuple[int, int]]] = {}
        for match in _DESTINATION.finditer(prose):
            self.found.setdefault(match[1].removeprefix("mailto:"), deque()).append(match.span(1))

    def of_link(self, destination: str) -> Span:
        """The next place where the destination stands as one; the last of them again when there are no more."""
        found = self.found.get(destination.removeprefix("mailto:"))
        if found is None:
            return super().of_link(destination)
        return span_at(self.prose, *(found.popleft() if len(found) > 1 else found[0]))


class _Strict(Extension):
    """The project's own treatment of tags, links and tables; ~~struck~~ words and bare addresses, which editors expect."""

    def __init__(self, page: _Page) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:
        """Replaces Python-Markdown's two ways of passing raw HTML on."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(_Tags(md, self.page), "html", 90)
        md.inlinePatterns.register(_Addresses(_BARE, md), "address", 85)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        # After code and escapes, before links, whose words may hold one.
        md.inlinePatterns.register(_Facts(md, self.page), "fact", 175)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Collector(md, self.page), "rantau", -1)


@lru_cache(maxsize=4)
def _renderer(language: str) -> tuple[Markdown, _Page]:
    page = _Page(language)
    md = Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            _Footnotes(BACKLINK_TITLE=_BACKLINK.speak(language)),
            _Strict(page),
            "abbr",
            "admonition",
            "fenced_code",
            "sane_lists",
            "pymdownx.details",
        ],
    )
    for name, marks in _BLOCK_MARKS.items():
        _guard(md.parser.blockprocessors[name], marks)
    md.inlinePatterns["footnote"].compiled_re = _NOTE
    for pattern in md.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            _hasten_links(pattern)
        elif isinstance(pattern, BacktickInlineProcessor):
            _hasten_code(pattern)
    _limit_depth(md.parser)
    # Python-Markdown knows no escape for them, so an editor could not show a tag's name.
    md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "<", ">", "~"]
    return md, page


def prepare(language: str) -> None:
    """Makes what renders the texts of a language, which is kept; the first text of a process waits for it otherwise."""
    _renderer(language)


def _guard(processor: BlockProcessor, marks: tuple[str, ...]) -> None:
    """Spares a block processor the blocks that hold none of the marks without which it does nothing."""
    test = processor.test
    processor.test = lambda parent, block: any(mark in block for mark in marks) and test(parent, block)  # type: ignore[method-assign]


def render(body: str, first_line: int, prose: str, language: str) -> tuple[Body | None, tuple[Defect, ...]]:
    """The rendered body, or None with the reasons.

    `body` starts on line `first_line` of its file; `prose` is the whole file as `mask` leaves it.
    Defects: raw-html, leftover-component, unknown-box, too-complex. Raises: nothing; time is limited by the caller.
    """
    md, page = _renderer(language)
    page.links, page.headings, page.tags, page.plain, page.facts, page.text = [], [], [], [], [], ""
    md.reset()
    try:
        html = md.convert(body)
        clean = nh3.clean(
            html,
            tags=ALLOWED_TAGS,
            attributes=ALLOWED_ATTRIBUTES,
            allowed_classes=ALLOWED_CLASSES,
            url_schemes=set(SAFE_SCHEMES) | {"rantau"},
            link_rel=None,
            strip_comments=True,
        )
        stray = _first_difference(html, clean)
    except RecursionError:
        # The parser's own state is left as it was in the depth; a new one starts clean.
        _renderer.cache_clear()
        return None, (Defect("too-complex", Span(first_line, 1, first_line, 1), {"limit": "depth"}),)
    places = _Places(prose, first_line)
    opened = {_name(tag) for tag in page.tags if not tag.startswith("</")}
    reported = [tag for tag in page.tags if not tag.startswith("</") or _name(tag) not in opened]
    defects = [_told(tag, places.of(tag), prose) for tag in reported]
    defects += [
        Defect("raw-html", places.of(tag), {"tag": _name(tag), "unpaired": "yes"})
        for tag in _unpaired(page.plain)
        if _name(tag) not in opened
    ]
    defects += unknown_boxes(prose, ADMONITIONS)
    defects += unseen_entities(prose)
    if stray and not defects:
        defects.append(Defect("raw-html", places.of(f"<{stray}"), {"tag": stray}))
    links = tuple(Link(to, label, places.of_link(to), image) for to, label, image in page.links)
    anchors = frozenset(unescape(name) for name in re.findall(r' id="([^"]+)"', clean))
    return Body(clean, page.text, tuple(page.headings), links, anchors, tuple(page.facts)), tuple(defects)


def _told(tag: str, place: Span, prose: str) -> Defect:
    """The defect of a tag; a component of another site has a rule of its own, and an image among them a repair."""
    if not is_component(tag):
        return Defect("raw-html", place, {"tag": _name(tag)})
    return Defect("leftover-component", place, {"tag": _name(tag)}, as_image(prose, tag, place))


def _unpaired(tags: Sequence[str]) -> Iterator[str]:
    """The first tag of each kind that is opened and closed unequally often: an open one would reach on to the page's end."""
    names = dict.fromkeys(_name(tag) for tag in tags if _name(tag) != "wbr")
    for name in names:
        same = [tag for tag in tags if _name(tag) == name]
        if sum(tag.startswith("</") for tag in same) * 2 != len(same):
            yield same[0]


def mask(text: str, body_line: int) -> str:
    """The text with front matter, code and code spans blanked out; every other character stays where it is."""
    lines = text.split("\n")
    fence = ""
    # The column where the content of the innermost list item, box or note starts; 0 outside of them.
    content = 0
    for number, line in enumerate(lines):
        if number < body_line - 1:
            lines[number] = " " * len(line)
            continue
        match = _FENCE.match(line)
        if fence:
            lines[number] = " " * len(line)
            if match and match[1].startswith(fence) and line.strip() == match[1]:
                fence = ""
            continue
        if match and "`" not in line[len(match[1]) :]:
            fence, lines[number] = match[1], " " * len(line)
            continue
        if not line.strip():
            continue
        spread = line.expandtabs(4)
        depth = (len(spread) - len(spread.lstrip())) // 4 * 4
        if depth >= content + 4 and not lines[number - 1].strip():
            lines[number] = " " * len(line)
        elif _CONTAINER.match(line):
            content = depth + 4
        else:
            content = min(content, depth)
    masked, done = "\n".join(lines), 0
    pieces = []
    for start, end in _code_spans(masked):
        pieces += [masked[done:start], re.sub(r"[^\n]", " ", masked[start:end])]
        done = end
    return "".join(pieces) + masked[done:]


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each code span: from a run of backticks to the next one as long, without an empty line between."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    blanks = [match.start() for match in _BLANK.finditer(text)]
    partners, seen = [-1] * len(runs), dict[int, int]()
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        partners[number] = seen.get(length, -1)
        seen[length] = number
    number = 0
    while number < len(runs):
        (start, begin), partner = runs[number], partners[number]
        number += 1
        if partner < 0 or text[start - 1 : start] == "\\":
            continue
        end = runs[partner]
        blank = bisect_left(blanks, begin)
        if blank == len(blanks) or blanks[blank] >= end[0]:
            yield start, end[1]
            number = partner + 1


def _first_difference(html: str, clean: str) -> str:
    """The name of the first tag that the sanitiser changed, "" when both parse to the same tree."""
    if html == clean:
        return ""
    before, after = LexborHTMLParser(html), LexborHTMLParser(clean)
    if before.html == after.html:
        return ""
    left, right = (
        [(node.tag, sorted(node.attributes.items(), key=str)) for node in tree.css("body *")] for tree in (before, after)
    )
    return next((str(a[0]) for a, b in zip(left, right, strict=False) if a != b), str(left[-1][0]) if left else "?")


def _spoken(element: Element) -> Iterator[str]:
    """The words of an element without its footnote marks."""
    if element.get("class", "").startswith("footnote-"):
        return
    yield element.text or ""
    for child in element:
        yield from _spoken(child)
        yield child.tail or ""


def _line(text: str, stash: Sequence[object]) -> str:
    """The text on one line, as it reads on the page."""
    return " ".join(unescape(_unstash(text, stash)).split())


def _plain(root: Element, stash: Sequence[object]) -> str:
    pieces: list[str] = []
    # Explicit stack: a deeply nested body must not overflow here after it was rendered.
    stack: list[Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        after = [item.tail or ""]
        if item.tag in _BLOCKS or item.tag == "br":
            pieces.append("\n")
            after.append("\n")
        for child in reversed(item):
            after.append(child)  # type: ignore[arg-type]
        if item.get("class", "").startswith("footnote-"):
            stack.append(item.tail or "")
            continue
        tail, *rest = after
        stack.append(tail)
        stack.extend(rest)
        stack.append(item.text or "")
    lines = (" ".join(line.split()) for line in unescape(_unstash("".join(pieces), stash)).split("\n"))
    return "\n".join(line for line in lines if line)


def _unstash(text: str, stash: Sequence[object]) -> str:
    """The text with the entities that Python-Markdown put aside, and without the tags."""

    def entity(match: re.Match[str]) -> str:
        found = str(stash[int(match[1])])
        return found if found.startswith("&") else ""

    return _REST.sub("", _STASHED.sub(entity, text.replace(_AMPERSAND, "&")))


def _name(tag: str) -> str:
    if tag.startswith("<!--"):
        return "!--"
    match = _TAG_NAME.match(tag)
    return match[1].lower() if match else tag[:20]

"""Components, boxes, shortcodes and templates of foreign Markdown become tags that the HTML reader knows.

What stands in code is left alone. What means nothing here is reported whole; the words inside it stay.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from html import escape as html_escape

from rantau.foreign import front
from rantau.foreign.slips import FENCE, parted, without_events
from rantau.model import Localized

Line = tuple[int, str]
Drop = Callable[[str, Localized, int], None]

_OPEN = re.compile(r"^[ \t]*(:{2,})[ \t]*([A-Za-z][\w.\-]*)[ \t]*(.*)$")
_CLOSE = re.compile(r"^[ \t]*(:{2,})[ \t]*$")
_SLOT = re.compile(r"^[ \t]*#([\w\-]+)(?:\{[^}]*\})?[ \t]*$")
_BOX = re.compile(r"^([ \t]*)(!!!|\?\?\?\+?|===)[ \t]*([\w\- ]*?)[ \t]*(?:\"([^\"]*)\")?[ \t]*$")
_CALLOUT = re.compile(r"^[ \t]*>[ \t]*\[!(\w+)\][+-]?[ \t]*(.*)$")
_ATTRIBUTE = re.compile(r"([:@]?[\w.\-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'}]+)))?|#([\w\-]+)")
_ATTRIBUTES = re.compile(
    r"(?<=[\])`*_\w])\s?\{:?\s*((?:[.#][\w:/\[\]\-]+|[:\w\-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}]+))(?:\s+(?:[.#]?[\w:/\[\]\-]+(?:=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}]+))?))*)\s*\}"
)
_INLINE = re.compile(r"(?<![\w:]):([a-zA-Z][\w\-]{0,60})(?:\[([^\[\]\n]*)\](\{[^{}\n]*\})?|(\{[^{}\n]*\}))")
_HEADING = re.compile(r"^([ \t]*(?:(?:>[ \t]?)|(?:[-*+][ \t]+))*)(#{2,6})([^\s#].*)$")
_CODE_SPAN = re.compile(r"(`+[^`]*`+)")
_CJK_BOLD = re.compile(r"\*\*(?=\S)([^*\n`<>\[\]]{1,300}?)(?<=\S)\*\*")
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef「」（）。、]")
# A file name with blanks, which Markdown reads as a link only between angle brackets.
_SPACED = re.compile(r"\]\(\s*([^()<>\n\"']{1,200}\.(?:jpe?g|png|gif|webp|svg|pdf|md|html?))\s*\)", re.IGNORECASE)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
_MUSTACHE = re.compile(r"\{\{(?![<%])([^{}\n]{0,200})\}\}")
_MODULE = re.compile(
    r"^(?:import\s.+?\sfrom\s+['\"].+['\"];?|import\s+['\"].+['\"];?|export\s+(?:const|default|let|function)\b.*)$"
)
_TOC = re.compile(r"^[ \t]*(?:\[\[?_?toc_?\]?\]|\[\[_TOC_\]\]|\{:\s*[^}]*\}|\{:toc\}|[*-] TOC|<toc\s*/?>)[ \t]*$", re.IGNORECASE)

_KINDS: Mapping[str, str] = {
    **{kind: kind for kind in "note abstract info tip success question warning failure danger bug example quote".split()},
    **dict.fromkeys(("alert", "callout", "admonition", "notice", "hint", "box", "important", "seealso", "u-alert"), "note"),
    **dict.fromkeys(("caution", "attention", "warn", "peringatan"), "warning"),
    **dict.fromkeys(("error", "fail"), "danger"),
    **dict.fromkeys(("check", "done", "primary"), "success"),
    **dict.fromkeys(("summary", "tldr"), "abstract"),
    **dict.fromkeys(("faq", "help"), "question"),
    **dict.fromkeys(("information", "secondary", "neutral", "todo"), "info"),
    **dict.fromkeys(("hints", "tips"), "tip"),
}
_FOLDED = frozenset("details collapse collapsible accordion-item spoiler toggle expand disclosure dropdown".split())
_IMAGES = frozenset(
    "img image nuxt-img nuxt-picture v-img figure prose-img inline-image picture responsive-image blog-image md-img photo".split()
)
_VIDEOS = frozenset(
    "youtube vimeo video iframe inline-video inline-social tweet twitter instagram you-tube youtube-video "
    "embed social gist".split()
)
_LINKS = frozenset("button-link nuxt-link link u-button button btn a router-link".split())
_WORDS = ("title", "label", "heading", "headline", "name", "question")
_MORE = ("description", "content", "body", "text", "answer", "caption", "subtitle", "summary")

COMPONENT = Localized(
    "komponen situs lama tidak dipakai di sini; tulisan di dalamnya tetap",
    "components of the old site are not used here; the words inside stay",
)
SHORTCODE = Localized(
    "kode pendek situs lama tidak dipakai di sini; tulisan di dalamnya tetap",
    "shortcodes of the old site are not used here; the words inside stay",
)
TEMPLATE = Localized(
    "perintah templat situs lama tidak dikenal di sini", "commands of the old site's templates mean nothing here"
)
ATTRIBUTES = Localized("atribut tampilan tidak dipakai di sini", "attributes for looks are not used here")
_NESTING = 10
# No line that opens a component is longer; some patterns look at one several times.
_LINE_LIMIT = 2000


def attributes(written: str) -> dict[str, str]:
    """The attributes between braces or in a tag: {type="info" .big} -> {"type": "info"}."""
    found = {}
    for match in _ATTRIBUTE.finditer(written.strip().removeprefix("{").removesuffix("}")):
        if match[1] and not match[1].startswith((".", "@")):
            found[match[1].lstrip(":").lower()] = next((v for v in match.groups()[1:4] if v is not None), "")
    return found


class Preparation:
    """Prepares one Markdown text; `mark` (see shortcodes.py) turns a site's own commands into tags first."""

    def __init__(self, drop: Drop, *, mdx: bool = False) -> None:
        self.drop, self.mdx = drop, mdx
        self.notes: set[str] = set()

    def prepare(self, text: str, first_line: int) -> str:
        """The Markdown with tags in the place of components."""
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=first_line)]
        self.notes = {match[1] for _, line in lines if (match := _NOTE.match(line))}
        return "\n".join(self._process(parted(lines), 0))

    def _process(self, lines: list[Line], depth: int) -> list[str]:
        out: list[str] = []
        fence = ""
        unclosed: set[int] = set()
        at = 0
        while at < len(lines):
            number, line = lines[at]
            match = FENCE.match(line)
            if fence:
                if match and match[2].startswith(fence) and not match[3].strip():
                    fence = ""
                out.append(line)
                at += 1
                continue
            if match and not ("`" in match[3] and match[2][0] == "`"):
                fence = match[2]
                # Names of files and lines to stress, behind the language, are for a viewer that is not here.
                out.append(match[1] + match[2] + re.sub(r"^\s*([\w+#\-]*).*$", r"\1", match[3]))
                at += 1
                continue
            taken = self._block(lines, at, depth, unclosed, out) if depth < _NESTING else 0
            if taken:
                at += taken
                continue
            out.append(self._line(number, line))
            at += 1
        return out

    def _block(self, lines: list[Line], at: int, depth: int, unclosed: set[int], out: list[str]) -> int:
        """Writes the block that starts on a line to `out`; how many lines it took, 0 for none."""
        number, line = lines[at]
        if len(line) > _LINE_LIMIT:
            return 0
        if _TOC.match(line):
            self.drop(line.strip(), ATTRIBUTES, number)
            out.append("")
            return 1
        if (self.mdx or line.startswith("import ")) and _MODULE.match(line):
            self.drop(line, TEMPLATE, number)
            out.append("")
            return 1
        if line.lstrip().startswith("::") and (match := _OPEN.match(line)):
            return self._component(lines, at, match, depth, unclosed, out)
        if (match := _BOX.match(line)) and (match[3] or match[4]):
            return self._marked_box(lines, at, match, depth, out)
        if match := _CALLOUT.match(line):
            return self._callout(lines, at, match, depth, out)
        if (match := _NOTE.match(line)) is not None:
            return self._note(lines, at, match, depth, out)
        return 0

    def _component(self, lines: list[Line], at: int, match: re.Match[str], depth: int, unclosed: set[int], out: list[str]) -> int:
        colons, name, rest = len(match[1]), match[2].lower(), match[3].strip()
        written = [lines[at][1].strip()]
        start = at + 1
        if rest.startswith("{") and "}" not in rest:
            while start < len(lines) and start < at + 40 and "}" not in rest:
                rest += " " + lines[start][1].strip()
                written.append(lines[start][1])
                start += 1
        values: dict[str, object] = {}
        title = ""
        if label := re.match(r"\[([^\]]*)\]", rest):
            title, rest = label[1], rest[label.end() :].strip()
        if rest.startswith("{"):
            values.update(attributes(rest))
        elif rest:
            title = title or rest.strip("\"'")
        end = self._end(lines, start, colons, unclosed)
        content = lines[start : end if end >= 0 else start]
        if content and content[0][1].strip() == "---":
            close = next((i for i in range(1, len(content)) if content[i][1].strip() == "---"), 0)
            if close:
                head = textwrap.dedent("\n".join(text for _, text in content[1:close]))
                written += ["---", *(text for _, text in content[1:close]), "---"]
                values.update(front.parse(head, "yaml")[0])
                content = content[close + 1 :]
        slots = [text.strip() for _, text in content if _SLOT.match(text)]
        content = dedented([(n, "" if _SLOT.match(text) else text) for n, text in content])
        inner = self._process(content, depth + 1)
        known = tag(name, values, title, inner)
        out += ["", *(known if known is not None else unknown(values, title, inner)), ""]
        if known is None or slots:
            self.drop("\n".join([*written, *slots]), COMPONENT, lines[at][0])
        return (end + 1 if end >= 0 else start) - at

    def _end(self, lines: list[Line], start: int, colons: int, unclosed: set[int]) -> int:
        """Where the component that opened before `start` ends; -1 for one that has no content."""
        if colons in unclosed:
            return -1
        opened, fence = 0, ""
        for place in range(start, len(lines)):
            line = lines[place][1]
            match = FENCE.match(line)
            if fence:
                fence = "" if match and match[2].startswith(fence) and not match[3].strip() else fence
            elif match:
                fence = match[2]
            elif (close := _CLOSE.match(line)) and len(close[1]) == colons:
                if not opened:
                    return place
                opened -= 1
            elif line.lstrip().startswith("::") and (other := _OPEN.match(line)) and len(other[1]) == colons:
                opened += 1
        unclosed.add(colons)
        return -1

    def _marked_box(self, lines: list[Line], at: int, match: re.Match[str], depth: int, out: list[str]) -> int:
        indent = len(match[1].expandtabs(4))
        end = at + 1
        while end < len(lines):
            text = lines[end][1].expandtabs(4)
            if text.strip() and len(text) - len(text.lstrip()) < indent + 4:
                break
            end += 1
        while end > at + 1 and not lines[end - 1][1].strip():
            end -= 1
        content = dedented([(n, text.expandtabs(4)) for n, text in lines[at + 1 : end]])
        if not content and not match[4]:
            return 0
        words = match[3].split()
        kind = next((_KINDS[word.lower()] for word in words if word.lower() in _KINDS), "note")
        inner = self._process(content, depth + 1)
        pad = " " * indent
        name = "rantau-tab" if match[2] == "===" else "rantau-box"
        folded = ' data-folded="1"' if match[2].startswith("???") else ""
        opening = f'<{name} data-kind="{kind}" data-title="{quoted(match[4] or "")}"{folded}>'
        out += ["", pad + opening, "", *((pad + text if text else "") for text in inner), "", f"{pad}</{name}>", ""]
        return end - at

    def _callout(self, lines: list[Line], at: int, match: re.Match[str], depth: int, out: list[str]) -> int:
        if match[1].lower() not in _KINDS:
            return 0
        end = at + 1
        while end < len(lines) and lines[end][1].lstrip().startswith(">"):
            end += 1
        content = [(n, re.sub(r"^[ \t]*> ?", "", text)) for n, text in lines[at + 1 : end]]
        inner = self._process(content, depth + 1)
        title = quoted(match[2].strip())
        out += [
            "",
            f'<rantau-box data-kind="{_KINDS[match[1].lower()]}" data-title="{title}">',
            "",
            *inner,
            "",
            "</rantau-box>",
            "",
        ]
        return end - at

    def _note(self, lines: list[Line], at: int, match: re.Match[str], depth: int, out: list[str]) -> int:
        end = at + 1
        while end < len(lines) and (
            lines[end][1].startswith(("    ", "\t"))
            or (not lines[end][1].strip() and end + 1 < len(lines) and lines[end + 1][1].startswith("    "))
        ):
            end += 1
        content = [(lines[at][0], match[2]), *dedented(lines[at + 1 : end])]
        out += ["", f'<rantau-note name="{quoted(match[1])}">', "", *self._process(content, depth + 1), "", "</rantau-note>", ""]
        return end - at

    def _line(self, number: int, line: str) -> str:
        if line.startswith(("    ", "\t")) and not line.lstrip().startswith(("-", "*", "+", "#")) and "![" not in line:
            return line
        line = _HEADING.sub(r"\1\2 \3", line)
        if self.mdx and len(line) <= _LINE_LIMIT:
            line = without_events(line)
        if not re.search(r"[{\[*:]", line) or len(line) > 50_000:
            return line
        parts = _CODE_SPAN.split(line)
        return "".join(part if n % 2 else self._prose(number, part) for n, part in enumerate(parts))

    def _prose(self, number: int, text: str) -> str:
        def note(match: re.Match[str]) -> str:
            return f'<rantau-ref name="{quoted(match[1])}"></rantau-ref>' if match[1] in self.notes else match[0]

        def bare(match: re.Match[str]) -> str:
            self.drop(match[0].strip(), ATTRIBUTES, number)
            return ""

        def bold(match: re.Match[str]) -> str:
            around = (
                text[max(0, match.start() - 1) : match.start()]
                + match[1][:1]
                + match[1][-1:]
                + text[match.end() : match.end() + 1]
            )
            return f"<strong>{match[1]}</strong>" if _CJK.search(around) else match[0]

        def inline(match: re.Match[str]) -> str:
            return self._inline(match, number)

        def binding(match: re.Match[str]) -> str:
            self.drop(match[0], TEMPLATE, number)
            return ""

        if "](" in text:
            text = _SPACED.sub(lambda m: f"](<{m[1]}>)" if " " in m[1] else m[0], text)
        if "[^" in text:
            text = _NOTE_MARK.sub(note, text)
        if ":" in text and ("[" in text or "{" in text):
            text = _INLINE.sub(inline, text)
        if "{" in text:
            text = _MUSTACHE.sub(binding, _ATTRIBUTES.sub(bare, text))
        return _CJK_BOLD.sub(bold, text) if "**" in text else text

    def _inline(self, match: re.Match[str], number: int) -> str:
        name, words = match[1].lower(), match[2]
        values = attributes(match[3] or match[4] or "")
        target = values.get("to") or values.get("href")
        if name in _LINKS and words and target:
            return f"[{words}]({target})"
        known = tag(name, dict(values), "", []) if name in _IMAGES or name in _VIDEOS else None
        if known is not None and not words:
            return known[0]
        self.drop(match[0], COMPONENT, number)
        return words or ""


def quoted(text: str) -> str:
    """A text as an attribute's value."""
    return html_escape(" ".join(text.split()), quote=True)


def dedented(lines: list[Line]) -> list[Line]:
    """The lines without the blanks that all of them start with."""
    text = textwrap.dedent("\n".join(line for _, line in lines)).split("\n")
    return [(number, line) for (number, _), line in zip(lines, text, strict=False)]


def tag(name: str, values: Mapping[str, object], title: str, inner: list[str]) -> list[str] | None:
    """The lines of a known component as tags; None for an unknown one."""
    flat = flattened(values)
    kind = _KINDS.get(name) or (_KINDS.get(name.removeprefix("u-").removeprefix("prose-")) if "-" in name else None)
    if name in _FOLDED or kind is not None:
        kind = next(
            (_KINDS[v.lower()] for k in ("type", "kind", "color", "variant") if (v := flat.get(k, "")).lower() in _KINDS),
            kind or "note",
        )
        title = title or next((flat[word] for word in (*_WORDS, "summary") if flat.get(word)), "")
        inner = inner if any(line.strip() for line in inner) else [next((flat[word] for word in _MORE if flat.get(word)), "")]
        if not any(line.strip() for line in inner):
            return None
        folded = ' data-folded="1"' if name in _FOLDED else ""
        return [f'<rantau-box data-kind="{kind}" data-title="{quoted(title)}"{folded}>', "", *inner, "", "</rantau-box>"]
    if name in _IMAGES and (src := flat.get("src") or flat.get("source") or flat.get("url") or flat.get("link")):
        alt = flat.get("alt") or flat.get("title") or title or ""
        caption = flat.get("caption") or flat.get("attr") or ""
        picture = f'<img src="{quoted(src)}" alt="{quoted(alt)}">'
        if caption or any(line.strip() for line in inner):
            return [
                f"<rantau-figure>{picture}",
                f"<rantau-caption>{html_escape(caption)}</rantau-caption></rantau-figure>",
                "",
                *inner,
            ]
        return [picture]
    if name in _VIDEOS:
        source = flat.get("src") or flat.get("url") or ""
        if not source and (key := flat.get("id") or flat.get("videoid") or flat.get("0") or title):
            source = (
                f"https://vimeo.com/{key}"
                if name == "vimeo"
                else f"https://www.youtube.com/watch?v={key}"
                if "tube" in name
                else ""
            )
        if source.startswith("http"):
            words = flat.get("title") or flat.get("caption") or flat.get("alt") or ""
            return [f'<rantau-embed src="{quoted(source)}" title="{quoted(words)}"></rantau-embed>', "", *inner]
    if name in _LINKS and (to := flat.get("to") or flat.get("href")):
        words = " ".join(line.strip() for line in inner if line.strip()) or title or flat.get("label") or flat.get("text") or to
        return [f"[{words}]({to})"]
    return None


def unknown(values: Mapping[str, object], title: str, inner: list[str]) -> list[str]:
    """The words of an unknown component: its title, what it says in its values, its content."""
    flat = flattened(values)
    head = title or next((flat[word] for word in _WORDS if flat.get(word)), "")
    more = [flat[word] for word in _MORE if flat.get(word)]
    return [f"**{head.strip()}**" if head.strip() else "", "", *(line for words in more for line in (words, "")), *inner]


def flattened(values: Mapping[str, object]) -> dict[str, str]:
    """The plain values, those of inner groups beside them; the outer ones count."""
    found: dict[str, str] = {}
    for value in values.values():
        if isinstance(value, Mapping):
            for inner, deep in value.items():
                if not isinstance(deep, (Mapping, list)):
                    found.setdefault(str(inner).lower(), str(deep))
    for name, value in values.items():
        if not isinstance(value, (Mapping, list)):
            found[str(name).lower()] = str(value)
    return found

"""Words, emphasis, links and pictures inside a paragraph, as this site's Markdown writes them."""

import re
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote

from rantau.foreign import texts
from rantau.foreign.tree import Element
from rantau.model import Localized

# Marks that no text holds any more: "a link to a place of this page", and a heading whose level is not known yet.
ANCHOR = re.compile("\x04([^\x04\x05\x06]*)\x05([^\x04\x05\x06]*)\x06")
BREAK = "\x07"
_SPECIAL = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!<&|\s]|$)|[`*\[\]|]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)")
_STARTS = re.compile(r"(#{1,6}|>|[-+](?=[\s\-+]|$)|=+\s*$|!!!|\?\?\?|~~~|:(?=\s))|(\d{1,9})([.)])(?=\s|$)")
_BLANKS = re.compile(r"[ \t\n]+")
_CJK = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_CJK_BREAK = re.compile(f"(?<=[{_CJK}])[ \t]*\n[ \t]*(?=[{_CJK}])")
_KEPT = frozenset("sub sup del ins u mark small kbd s q".split())
_RENAMED = {"strike": "del"}
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "cite", "dfn", "var"))
_CODE = frozenset(("code", "tt", "samp"))
_SILENT = frozenset("head meta link title base rp colgroup col param source track wbr area".split())
REFUSED: dict[str, Localized] = {
    **dict.fromkeys(
        ("script", "template", "rantau-template", "canvas", "svg", "math", "map", "applet"),
        Localized("skrip dan gambar program tidak diterima situs ini", "this site takes no scripts and drawings of programs"),
    ),
    "style": Localized("tampilan diatur situs", "the site takes care of looks"),
    **dict.fromkeys(
        ("form", "input", "button", "select", "textarea", "label", "datalist", "output", "progress", "meter"),
        Localized("formulir tidak bekerja di situs ini", "forms do not work on this site"),
    ),
}
_KNOWN = frozenset(
    "a abbr acronym b bdi bdo big center cite code data del dfn em font i img ins kbd mark nobr noscript "
    "picture q ruby rb rt rtc s samp "
    "small span strike strong sub sup time tt u var".split()
)
_COMPONENT = Localized(
    "komponen situs lama tidak dipakai di sini; tulisannya tetap",
    "components of the old site are not used here; their words stay",
)


class Surroundings(Protocol):
    """What the writer asks of the importer."""

    def link(self, href: str, label: str) -> str:
        """The destination to write, or "" when the link must go (and has been reported)."""

    def picture(self, src: str, alt: str) -> str:
        """The name of the imported picture, or "" when there is none (and that has been reported)."""

    def drop(self, text: str, why: Localized) -> None:
        """Reports a text that is left out."""


_PICTURES = frozenset(("img", "v-img", "nuxt-img", "nuxt-picture", "nuxtimg", "amp-img"))
_LINKS = frozenset(("a", "nuxt-link", "nuxtlink", "router-link", "routerlink"))


@dataclass(slots=True)
class Run:
    """A stretch of Markdown with one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Inline:
    """Turns what is inside paragraphs into Markdown. `cell` where a line break would end the block."""

    around: Surroundings
    abbreviations: dict[str, str] = field(default_factory=dict)

    def markdown(self, children: list[Element | str], *, cell: bool = False) -> str:
        """The Markdown of one paragraph; BREAK stands for each line break."""
        runs: list[Run] = []
        self._runs(children, Run(""), runs, linked=False)
        text = joined(runs)
        return text.replace(BREAK, "<br>") if cell else text

    def _runs(self, children: list[Element | str], style: Run, out: list[Run], *, linked: bool) -> None:
        before: Element | str = ""
        for child in children:
            if _component(child) and _component(before):
                # "<v-card-title>" and "<v-card-text>" stand one below the other.
                out.append(Run(BREAK))
            before = child
            if isinstance(child, str):
                text = _CJK_BREAK.sub("", texts.tidy(child))
                out.append(Run(escape(_BLANKS.sub(" ", text)), style.bold, style.italic))
            else:
                self._element(child, style, out, linked=linked)

    def _element(self, element: Element, style: Run, out: list[Run], *, linked: bool) -> None:
        tag = element.tag
        if tag == "#comment":
            self.comment(element)
        elif tag in _SILENT:
            pass
        elif tag == "br":
            out.append(Run(BREAK))
        elif tag in REFUSED:
            self.refuse(element)
        elif tag in _PICTURES:
            self._picture(element, style, out)
            self._runs(element.children, style, out, linked=linked)
        elif tag in _BOLD or tag in _ITALIC:
            bold, italic = style.bold or tag in _BOLD, style.italic or tag in _ITALIC
            self._runs(element.children, Run("", bold, italic), out, linked=linked)
        elif tag in _CODE:
            out.append(Run(code(element.text()), style.bold, style.italic))
        elif not linked and (tag in _LINKS or (_component(element) and (element.get("href") or element.get("to")))):
            self._link(element, style, out)
        elif tag == "rantau-ref":
            out.append(Run(f"[^{element.get('name')}]"))
        elif tag == "rt":
            out.append(Run("（"))
            self._runs(element.children, style, out, linked=linked)
            out.append(Run("）"))
        elif (name := _RENAMED.get(tag, tag)) in _KEPT:
            inner: list[Run] = []
            self._runs(element.children, Run(""), inner, linked=linked)
            if text := joined(inner):
                out.append(Run(f"<{name}>{text}</{name}>", style.bold, style.italic))
        else:
            self._other(element, style, out, linked=linked)

    def _other(self, element: Element, style: Run, out: list[Run], *, linked: bool) -> None:
        if element.tag in ("abbr", "acronym") and element.get("title") and re.fullmatch(r"[\w .\-/]{1,40}", element.text()):
            self.abbreviations[texts.one_line(element.text())] = texts.one_line(element.get("title"))
        elif element.tag not in _KNOWN and not element.block:
            self.around.drop(element.opening(), _COMPONENT)
        self._runs(element.children, style, out, linked=linked)

    def _picture(self, element: Element, style: Run, out: list[Run]) -> None:
        alt = texts.one_line(element.get("alt"))
        if text := self.picture(source_of(element), alt, texts.one_line(element.get("title"))):
            out.append(Run(text, style.bold, style.italic))

    def picture(self, src: str, alt: str, title: str = "") -> str:
        """The Markdown of a picture, "" when it is not to be had."""
        name = self.around.picture(src, alt) if src else ""
        if not name:
            if title:
                self.around.drop(title, Localized("judul gambar yang tidak ada", "title of a picture that is not there"))
            return ""
        return f"![{escape(alt or title)}]({name})"

    def _link(self, element: Element, style: Run, out: list[Run]) -> None:
        inner: list[Run] = []
        self._runs(element.children, Run(""), inner, linked=True)
        label = joined(inner)
        href = texts.tidy(element.get("href") or element.get("to")).strip()
        text = texts.one_line(element.text())
        if not label.replace(BREAK, "").strip():
            if href and not href.startswith("#"):
                self.around.drop(href, Localized("tautan tanpa teks", "a link without words"))
            out.append(Run(" " if label else ""))
            return
        if label.startswith("![") and re.search(r"\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#].*)?$", href, re.IGNORECASE):
            out.append(Run(label))
            return
        lead, trail = label[: len(label) - len(label.lstrip())], label[len(label.rstrip()) :]
        out.append(Run(lead))
        out.append(Run(self.link(label.strip(), href, text), style.bold, style.italic))
        out.append(Run(trail))

    def link(self, label: str, href: str, text: str) -> str:
        """The Markdown of a link whose label is Markdown already; the label alone when it leads nowhere."""
        if not href:
            return label
        if href.startswith("#"):
            return f"\x04{label}\x05{href[1:]}\x06" if href != "#" else label
        destination = self.around.link(href, text)
        if not destination:
            return label
        written = safe_destination(destination)
        if written == text and written.startswith(("http://", "https://")):
            return f"<{written}>"
        return f"[{label}]({written})"

    def comment(self, element: Element) -> None:
        """Reports a comment that says more than what a program notes for itself."""
        text = element.get("text").strip()
        if text and not re.match(r"/?wp:|more\b|nextpage$|excerpt$|\[if |<!\[endif|truncate$|endif", text, re.IGNORECASE):
            self.around.drop(f"<!--{element.get('text')}-->", Localized("catatan di dalam kode", "a comment in the code"))

    def refuse(self, element: Element) -> None:
        """Reports an element that has no place here, with all that is in it."""
        inside = element.text().strip()
        if element.tag in ("input", "label") and not inside and element.get("type") == "checkbox":
            return
        self.around.drop(f"{element.opening()}{inside}", REFUSED[element.tag])


def _component(child: Element | str) -> bool:
    """Whether it is a component of a program that this site does not know."""
    if not isinstance(child, Element) or child.block or "-" not in child.tag:
        return False
    return not child.tag.startswith("rantau-") and child.tag not in _PICTURES and child.tag not in _LINKS


def joined(runs: list[Run]) -> str:
    """One Markdown text of all runs: emphasis never starts or ends at a blank and is never empty."""
    split: list[Run] = []
    for run in runs:
        if not (run.bold or run.italic):
            split.append(run)
            continue
        core = run.text.strip(" ")
        lead = run.text[: len(run.text) - len(run.text.lstrip(" "))] if core else run.text
        split += [Run(lead), Run(core, run.bold, run.italic), Run(run.text[len(lead) + len(core) :])]
    merged: list[Run] = []
    for run in split:
        if not run.text:
            continue
        last = merged[-1] if merged else None
        if last is not None and (last.bold, last.italic) == (run.bold, run.italic):
            last.text += run.text
        elif last is not None and last.text == " " and len(merged) > 1 and _styled(run) and _style(merged[-2]) == _style(run):
            merged.pop()
            merged[-1].text += " " + run.text
        else:
            merged.append(Run(run.text, run.bold, run.italic))
    pieces: list[str] = []
    previous: Run | None = None
    for run in merged:
        mark = ("**" if run.bold else "") + ("*" if run.italic else "")
        close = previous is not None and _styled(previous) and _styled(run)
        if mark and (close or ("*" in run.text.replace(r"\*", "") and not run.text.startswith("!["))):
            tags = [name for name, on in (("strong", run.bold), ("em", run.italic)) if on]
            opening, closing = "".join(f"<{t}>" for t in tags), "".join(f"</{t}>" for t in reversed(tags))
            pieces.append(f"{opening}{run.text}{closing}")
        else:
            pieces.append(f"{mark}{run.text}{mark}")
        previous = run
    return re.sub(f" *{BREAK} *", BREAK, re.sub(r" {2,}", " ", "".join(pieces))).strip(" ")


def _styled(run: Run) -> bool:
    return run.bold or run.italic


def _style(run: Run) -> tuple[bool, bool]:
    return run.bold, run.italic


def escape(text: str) -> str:
    """The text as Markdown that shows it as it stands; the start of a line is the paragraph's business."""
    return _SPECIAL.sub(lambda m: "&amp;" if m[0] == "&" else "\\" + m[0], text)


def start_safely(line: str) -> str:
    """The line of a paragraph, so that its first letters do not make it something else."""
    match = _STARTS.match(line)
    if match is None:
        return line
    if match[2]:
        return f"{match[2]}\\{line[len(match[2]) :]}"
    # Python-Markdown knows no escape for these.
    entity = {"?": "&#63;", "~": "&#126;", "=": "&#61;", ":": "&#58;"}.get(line[0])
    return f"{entity}{line[1:]}" if entity else f"\\{line}"


def code(text: str) -> str:
    """A code span; as plain text when it would be empty."""
    text = texts.tidy(text)
    flat = " ".join(text.split())
    if not flat:
        return ""
    longest = max((len(run) for run in re.findall("`+", flat)), default=0)
    ticks = "`" * (longest + 1)
    blank = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{blank}{flat}{blank}{ticks}"


def safe_destination(destination: str) -> str:
    """The destination without signs that would end it."""
    return (
        quote(destination, safe="/:?#@!$&'*+,;=%~-._[]" + "".join(c for c in set(destination) if not c.isascii()))
        .replace("'", "%27")
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("*", "%2A")
    )


def source_of(element: Element) -> str:
    """Where a picture lies: what lazy pages keep for later goes before the grey pixel they show first."""
    for name in ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src", ":src", "source"):
        value = element.get(name).strip()
        if match := re.search(r"(?:require\(|`)\s*[\"'`]?([^\"'`)]+)", value):
            value = match[1]
        if value and not value.startswith("data:"):
            return value.strip("'\"")
    first = (element.get("srcset") or element.get("data-srcset")).split(",")[0].split()
    return first[0] if first else element.get("src")

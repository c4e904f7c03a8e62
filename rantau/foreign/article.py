"""One article on its way from a foreign file to a draft: its links and pictures found, everything left out noted."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePosixPath

from rantau.drafts import Draft, Dropped, Guess, Place, Sources
from rantau.foreign import bylines, texts
from rantau.foreign.media import Pictures
from rantau.foreign.site import Site
from rantau.model import Localized
from rantau.text import links

_NOWHERE = Localized(
    "alamat situs lama yang tidak ikut diimpor; kata-katanya tetap",
    "an address of the old site that was not imported; its words stay",
)
_UNSAFE = Localized(
    "tautan jenis ini tidak boleh ada di situs ini; kata-katanya tetap",
    "links of this kind may not be on this site; its words stay",
)
_FILE = Localized(
    "berkas unduhan tidak dapat terbit di sini; kata-katanya tetap", "files to download cannot be published here; its words stay"
)
_LEFT_OUT = Localized(
    "tidak dapat dipindahkan dengan pasti; periksa dan tulis sendiri bila perlu",
    "could not be carried over for certain; look at it and write it yourself if it is needed",
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|mp[34]|apk|csv)$", re.IGNORECASE)
_SHORT, _LONG = 50, 300
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)\s]*\)|\[\^[^\]]*\]|</?[a-z]+>|[*`]|\\(?=[^\w\s])")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\([^)\s]*\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
_CAPTIONS = re.compile(r"^(\s*!\[[^\]\n]*\]\([^)\n]*\)\n\n)\s*\*[^*\n]+\*$", re.MULTILINE)
_TAGS = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_ADDRESSES = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|(?<=\]:)\s*\S+")


@dataclass(slots=True)
class Workshop:
    """What all articles of one import share."""

    sources: Sources
    site: Site
    pictures: Pictures
    # The site's own keys of its writers.
    writers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, sources: Sources) -> "Workshop":
        """A workshop for the sources."""
        return cls(sources, Site(), Pictures(sources), bylines.listed(sources))


@dataclass(slots=True)
class Article:
    """Collects what one draft is made of. `source` is its file, `target` its place, `line` where its text stands in it."""

    shop: Workshop
    source: PurePosixPath
    target: PurePosixPath
    language: str
    finder: texts.Finder
    line: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    images: dict[PurePosixPath, Path] = field(default_factory=dict)

    def place(self, line: int = 0) -> Place:
        """A place in the source."""
        return Place(self.source, line or self.line)

    def drop(self, text: str, why: Localized, line: int = 0) -> None:
        """Notes a text that is left out; the line is looked for when it is not given."""
        if text.strip():
            self.dropped.append(Dropped(text, why, self.place(line or self.finder.line_of(text))))

    def guess(self, name: str, value: str, found_in: str, line: int = 0) -> None:
        """Notes a value that the source does not declare as ours."""
        self.guesses.append(Guess(name, value, found_in, self.place(line)))

    def link(self, href: str, label: str) -> str:
        """Where a link leads now: another article, another site, or nowhere (noted)."""
        scheme = links.scheme_of(href)
        if scheme == "//":
            href, scheme = f"https:{href}", "https"
        if scheme in ("mailto", "tel"):
            return href
        if scheme in ("http", "https"):
            host = links.host_of(href)
            if not host:
                return self._lost(href, label, _NOWHERE)
            own = any(links.belongs(host, known) for known in self.shop.site.hosts)
            if (own or links.at_home(href)) and (found := self._inside(href)):
                return found
            return self._lost(href, label, _NOWHERE) if links.at_home(href) else href
        if scheme and not (scheme == "post_url" or re.fullmatch(r"[a-z]", scheme)):
            return self._lost(href, label, _UNSAFE)
        if found := self._inside(href):
            return found
        if (meant := links.whole(href)) and not href.startswith(("/", ".")):
            return meant
        if _IMAGE.search(href.split("?")[0]) and (name := self.picture(href, "", quiet=True)):
            return name
        return self._lost(href, label, _FILE if _DOWNLOAD.search(href) else _NOWHERE)

    def _inside(self, href: str) -> str:
        target = self.shop.site.find(href, self.source, self.language)
        return (
            posixpath.relpath(target.as_posix(), self.target.parent.as_posix())
            if target is not None and target != self.target
            else ""
        )

    def _lost(self, href: str, label: str, why: Localized) -> str:
        self.drop(f"[{label}]({href})", why, self.finder.line_of(href))
        return ""

    def picture(self, src: str, alt: str, *, quiet: bool = False) -> str:
        """The name of a picture of the source here, "" when there is none (noted)."""
        found = self.shop.pictures.find(src, self.source.parent)
        if isinstance(found, Localized):
            if not quiet:
                self.drop(f"![{alt}]({src})", found, self.finder.line_of(src))
            return ""
        name, path = found
        self.images[PurePosixPath(name)] = path
        return name

    def keep_words(self, lines: Iterable[tuple[int, str]], fields: Mapping[str, object], body: str) -> None:
        """Notes every line of the source that holds words which are neither in the draft nor noted already."""
        kept = texts.words(unescape(body)) + texts.words(" ".join(_strings(fields)))
        for item in self.dropped:
            kept += texts.words(item.text)
        for number, line in texts.missing_lines(lines, kept):
            self.dropped.append(Dropped(line.strip(), _LEFT_OUT, self.place(number)))

    def finish(self, fields: Mapping[str, object], body: str) -> Draft:
        """The draft."""
        body = body.strip("\n")
        return Draft(
            self.target,
            dict(fields),
            f"{body}\n" if body else "",
            self.place(),
            dict(self.images),
            tuple(self.dropped),
            tuple(self.guesses),
        )

    def describe(self, given: str, body: str, written: str = "description") -> str:
        """A description of 50 to 300 characters: the given one, cut, or with the text's first sentences; noted as a guess."""
        given = texts.one_line(given)
        if _SHORT <= len(given) <= _LONG:
            return given
        if len(given) > _LONG:
            short = _cut(given)
            self.drop(
                given,
                Localized(
                    "ringkasan lebih dari 300 huruf; dipendekkan",
                    "the description was longer than 300 characters; it was shortened",
                ),
            )
            self.guess("description", short, written)
            return short
        first = [
            sentence
            for paragraph in paragraphs(_CAPTIONS.sub(r"\1", body))
            for sentence in _SENTENCE.split(paragraph)
            if sentence
        ]
        stop = "。" if re.search("[\u3040-\u9fff]", given) else "."
        words = given if not given or given.endswith((".", "!", "?", "。")) else f"{given}{stop}"
        for sentence in first[:20]:
            if len(words) >= _SHORT:
                break
            if sentence.strip(" .") != given.strip(" ."):
                words = f"{words} {sentence}".strip()
        words = _cut(words)
        if words and words != given:
            self.guess("description", words, given or "kalimat pertama tulisan ini")
        return words


def paragraphs(body: str) -> list[str]:
    """The first paragraphs of a Markdown body as plain text."""
    found = []
    for block in body[:20_000].split("\n\n"):
        if not block or re.match(r"#|!|\||[-*+] |> |`|\d+\. |\*\*\*|\?\?\?|    |\*\[|\[\^|<", block):
            continue
        text = texts.one_line(unescape(_MARKUP.sub("", _LABEL.sub(r"\1", block))))
        if text:
            found.append(text)
    return found


def _cut(text: str) -> str:
    """At most 300 characters, up to the end of a sentence or else of a word."""
    if len(text) <= _LONG:
        return text
    whole = ""
    for sentence in _SENTENCE.split(text):
        if len(whole) + len(sentence) + 1 > _LONG:
            break
        whole = f"{whole} {sentence}".strip()
    if len(whole) >= _SHORT:
        return whole
    head = text[: _LONG - 3]
    return (head.rsplit(" ", 1)[0] if " " in head[_SHORT:] else head).rstrip(" ,;:") + "..."


def _strings(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in _strings(inner)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in _strings(inner)]
    return [str(value)]


def visible_lines(text: str, first_line: int) -> list[tuple[int, str]]:
    """The lines of a Markdown text without what only machines read: tags, addresses, attributes, names of components."""
    flat = _TAGS.sub(lambda m: "\n" * m[0].count("\n") + " ", _ADDRESSES.sub("", text))
    found = []
    components = re.search(r"^\s*::", text, re.MULTILINE) is not None
    for number, line in enumerate(re.sub(r"[ \t]{2,}", " ", flat).split("\n"), start=first_line):
        line = re.sub(
            r"\{[{%]?[^{}]*[%}]?\}|^\s*:{2,}\s*[\w.\-]*|(?<![\w:]):[a-z][\w\-]*(?=[\[{])|^\s*(?:`{3,}|~{3,}).*|^\s*(?:!!!|\?\?\?\+?|===)\s*[\w\-]*|^\s*>?\s*\[!\w+\]",
            " ",
            line,
        )
        if components and (prop := re.match(r"\s*-?\s*[\w\-]+:(?:\s+(.*))?$", line)):
            line = "" if re.fullmatch(r"\S*[/.]\S*|\w+", prop[1] or "") else prop[1] or ""
        line = re.sub(r"https?://[^\s)\]>]+|\[\^[^\]]*\]:?", " ", unescape(line))
        if line.strip():
            found.append((number, line))
    return found

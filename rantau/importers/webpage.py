"""A saved web page (.html, with its folder of files or without, .mhtml): its story, and everything that was left out of it."""

import email
import email.policy
import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document, Extractor

from rantau.drafts import Place, Problem, Result, Sources
from rantau.foreign import days, fields, surroundings, texts
from rantau.foreign.article import Article, Workshop
from rantau.foreign.blocks import Writer
from rantau.foreign.broken import paragraphed
from rantau.foreign.site import text_language
from rantau.foreign.tree import Element, parse
from rantau.model import Localized

LABEL = Localized("halaman web yang disimpan (.html, .mhtml)", "saved web page (.html, .mhtml)")

_PAGES = (".html", ".htm", ".xhtml")
_ARCHIVES = (".mhtml", ".mht")
_LIMIT = 10 * 1024 * 1024
_BLOCK_LIMIT = 3_000
_FOLDER = re.compile(r"(?:_files|_archivos|-dateien|_fichiers|_bestanden|\.files|_berkas)(?:/|$)")
_LEFT_OUT = Localized("bukan bagian tulisan utama halaman ini", "no part of the page's main text")
_BLOCK = re.compile(r"<(?:p|li|h[1-6]|tr|blockquote|pre|img)\b")
_WRITERS = ("author", "content_author", "article:author", "dc.creator", "parsely-author")
_BY = re.compile(r"^(?:di(?:posting|tulis|terbitkan)|posted|written)?\s*(?:oleh|by)\s+", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\bhak cipta\b|\ball rights reserved\b", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")


def recognise(sources: Sources) -> int:
    """How sure it is that the files are saved web pages."""
    pages = _pages(sources)
    if not pages:
        return 0
    texts_ = [path for path in sources.files if path.suffix.lower() in (".md", ".markdown", ".mdx", ".txt", ".xml")]
    return 75 if not texts_ else 40


def read(sources: Sources) -> Iterator[Result]:
    """A draft for each page."""
    shop = Workshop.open(sources)
    for path in _pages(sources):
        try:
            yield from _page(shop, path)
        except OSError as error:
            yield _problem(f"tidak dapat dibaca: {error}", f"cannot be read: {error}", path)
        except Exception as error:  # the one boundary where a failure on a foreign page becomes its problem
            yield _problem(
                f"gagal diolah ({type(error).__name__}: {error})"[:200],
                f"could not be worked on ({type(error).__name__}: {error})"[:200],
                path,
            )


def _pages(sources: Sources) -> list[PurePosixPath]:
    found = (path for path in sorted(sources.files) if path.suffix.lower() in (*_PAGES, *_ARCHIVES))
    return [path for path in found if not _FOLDER.search(path.parent.as_posix() + "/")]


def _problem(message: str, english: str, path: PurePosixPath) -> Problem:
    return Problem(
        Localized(f"halaman ini {message}", f"this page {english}"),
        Localized(
            "buka halamannya, salin teksnya ke berkas .txt, lalu impor berkas itu",
            "open the page, copy its text into a .txt file and import that",
        ),
        Place(path),
    )


def _page(shop: Workshop, path: PurePosixPath) -> Iterator[Result]:
    data = shop.sources.read(path)
    if len(data) > _LIMIT:
        yield _problem("lebih dari 10 MB", "is larger than 10 MB", path)
        return
    html, note, address = _html(data, path)
    if note is not None:
        yield Problem(note, Localized("buka drafnya dan periksa", "open the draft and look"), Place(path))
    html = re.sub(r"data:[\w/+.\-]+;base64,[A-Za-z0-9+/=\s]+", "data:,", html)
    if saved := _SAVED.search(html[:2000]):
        address = address or saved[1]
    root, flat = parse(html)
    visible = _blocks(root)
    if not visible:
        yield _problem("tidak berisi tulisan", "holds no text", path)
        return
    # Its time grows with the square of the paragraphs; no story has so many.
    large = flat or len(visible) > _BLOCK_LIMIT or html.count("<") > 60 * _BLOCK_LIMIT
    found = None if large else _extract(paragraphed(html), address)
    head = _head(html)
    article = Article(shop, path, PurePosixPath("artikel"), "id", texts.Finder(html))
    first = root.find("h1")
    title = (
        texts.one_line(
            (found.title if found else "") or head.get("og:title", "") or (first.text() if first else "") or head.get("title", "")
        )
        or path.stem
    )
    # Some pages hold another heading before their own; the head names the page.
    named = head.get("og:title", "") or head.get("title", "")
    if named and texts.words(title) - texts.words(named):
        title = texts.one_line(named)
    title = _without_site(title, (found.sitename if found else "") or head.get("og:site_name", ""))
    title = _without_section(title, [texts.one_line(e.text()) for e in root.walk() if e.tag == "h1"])
    writer = _writer(found, head)
    body = surroundings.swept(article, _story(article, title, found, html, root), writer)
    day, _ = days.day((found.date if found else "") or "")
    article.language = text_language(body)
    article.target = shop.site.place(article.language, str(day.year) if day else "", title, path.stem)
    yield _finished(article, title, found, head, body, visible, address, day.isoformat() if day else "")


def _story(article: Article, title: str, found: Document | None, html: str, root: Element) -> str:
    if found is not None and found.text:
        return Writer(article, title).write(_unlined(_captioned(found.text, root)))
    article.guess("body", "semua tulisan di halaman", "bagian utama tidak dikenali")
    return Writer(article, title).write(html)


def _finished(
    article: Article,
    title: str,
    found: Document | None,
    head: Mapping[str, str],
    body: str,
    visible: list[str],
    address: str,
    day: str,
) -> Result:
    url = next(
        (
            u
            for u in (found.url if found else "", head.get("canonical", ""), head.get("og:url", ""), address)
            if u and urlsplit(u).scheme in ("http", "https")
        ),
        "",
    )
    source = {
        "title": title,
        "publisher": texts.one_line((found.sitename if found else "") or head.get("og:site_name", "")),
        "url": url,
        "date": day,
    }
    if not source["publisher"] and (site := _site_behind(title, head.get("title", ""), visible)):
        source["publisher"] = site
        article.guess("sources.0.publisher", site, head["title"])
    # Who wrote for the press is no author of ours.
    author = _writer(found, head)
    if author and not any(guess.field == "author" for guess in article.guesses):
        article.guess("author", author, "metadata halaman")
    values: dict[str, object] = {"title": title}
    if day:
        values["date"] = day
        article.guess("date", day, "metadata halaman")
    values["tags"] = list(found.tags or []) if found else []
    reading = fields.read(article, values)
    given = texts.one_line((found.description if found else "") or head.get("description", "") or head.get("og:description", ""))
    description = article.describe(given if surroundings.is_summary(given) else "", body, "metadata halaman") or title
    record: dict[str, object] = {k: v for k, v in source.items() if v}
    if day and reading.date:
        # A value of its own: YAML would write the same one as an alias.
        record["date"] = reading.date.replace()
    reading.fields |= {"rights": "third-party", "sources": [record]}
    front = fields.filled(reading, title, description, [])
    kept = texts.words(body) + texts.words(" ".join(str(v) for v in front.values()))
    for item in article.dropped:
        kept += texts.words(item.text)
    for block in visible:
        wanted = texts.words(block)
        if any(kept[word] < count for word, count in wanted.items()):
            article.drop(block, _LEFT_OUT)
            continue
        kept.subtract(wanted)
    return article.finish(front, body)


def _extract(html: str, address: str) -> Document | None:
    """The main text as HTML, with what the page says about itself."""
    settings = Extractor(
        output_format="html",
        recall=True,
        formatting=True,
        links=True,
        images=True,
        tables=True,
        comments=False,
        with_metadata=True,
        url=address or None,
    )
    found = trafilatura.bare_extraction(html, url=address or None, options=settings)
    if not isinstance(found, Document):
        return None
    story = trafilatura.extract(html, url=address or None, options=settings) or ""
    if story and len(_BLOCK.findall(story)) < 2:
        # Of a story of a few lines it takes all words of the page in one paragraph, unless told that few are enough.
        settings.min_extracted_size = 1
        parted = trafilatura.extract(html, url=address or None, options=settings) or ""
        whole = len(_BLOCK.findall(parted)) > 1 and _size(parted) * 2 >= _size(story)
        story = parted if whole else story
    found.text = story
    return found


def _size(html: str) -> int:
    return len(parse(html)[0].text())


def _captioned(story: str, root: Element) -> str:
    """The story with the captions that its pictures have on the page."""
    captions: dict[str, str] = {}
    for figure in (element for element in root.walk() if element.tag == "figure"):
        picture, caption = figure.find("img"), figure.find("figcaption")
        if picture is not None and caption is not None and (words := texts.one_line(caption.text())):
            captions.setdefault(picture.get("src"), words)

    def whole(match: re.Match[str]) -> str:
        words = captions.get(unescape(match[2]), "")
        below = escape(words) in story
        return match[0] if not words or below else f"<figure>{match[1]}<figcaption>{escape(words)}</figcaption></figure>"

    return re.sub(r"(?m)^[ \t]*(<img\b[^<>\n]{0,200}?\bsrc=\"([^\"<>\n]{1,2000})\"[^<>\n]{0,2000}>)$", whole, story)


def _unlined(html: str) -> str:
    """The HTML without the blanks that only set its tags apart."""
    return re.sub(r">\n\s*<", "><", html)


def _html(data: bytes, path: PurePosixPath) -> tuple[str, Localized | None, str]:
    """The page's HTML, a note on its letters, and the address that the file says it was saved from."""
    if path.suffix.lower() in _ARCHIVES:
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            if isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml"):
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes):
                    text, note = texts.decode(payload, part.get_content_charset() or "")
                    return text, note, str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    text, note = texts.decode(data, texts.html_charset(data))
    return text, note, ""


def _head(html: str) -> dict[str, str]:
    """What the page's head declares: names of <meta>, the title, the canonical address."""
    found: dict[str, str] = {}
    start = html[:300_000]
    for match in re.finditer(r"<(meta|link)\s([^<>]{1,4000})>", start, re.IGNORECASE):
        values = {
            name.lower(): a or b or c
            for name, a, b, c in re.findall(r"([\w:\-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", match[2])
        }
        name = values.get("property") or values.get("name") or values.get("rel") or ""
        text = values.get("content") or values.get("href") or ""
        if name and text:
            found.setdefault(name.lower(), texts.one_line(parse(text)[0].text()))
    if (named := re.search(r"<title[^>]{0,200}>([^<]{1,2000})", start, re.IGNORECASE)) is not None:
        found["title"] = texts.one_line(parse(named[1])[0].text())
    return found


def _without_site(title: str, site: str) -> str:
    for mark in (" - ", " | ", " – ", " — ", " :: ", " -- ", " » "):
        head, found, tail = title.rpartition(mark)
        if found and site and texts.words(tail) == texts.words(site):
            return head.strip()
    return title


def _writer(found: Document | None, head: Mapping[str, str]) -> str:
    """Who wrote the page, as its head or its frame says; without the words before a name."""
    named = next((head[name] for name in _WRITERS if head.get(name) and "://" not in head[name]), "")
    return _BY.sub("", texts.one_line((found.author if found else "") or named))


def _site_behind(title: str, named: str, visible: list[str]) -> str:
    """The site's name behind the title in the page's head, where the page's imprint says that it is one; "" for none."""
    rest = named[len(title) :] if title and named.startswith(title) else ""
    site = re.split(r"\s[-–—|»]\s|\s::\s", rest)[-1].strip(" -–—|»:")
    marked = any(_COPYRIGHT.search(block) and site.casefold() in block.casefold() for block in visible)
    return site if site and len(site.split()) <= 6 and marked else ""


def _without_section(title: str, headings: list[str]) -> str:
    """The title without what browsers show behind it, where a top heading of the page says how far it goes."""
    for heading in headings:
        rest = title[len(heading) :].lstrip()
        if len(heading.split()) > 2 and title.startswith(heading) and re.match(r"[|»›·:]|[-–—]+\s", rest):
            return heading
    return title


def _blocks(root: Element) -> list[str]:
    """The visible text of a page, a line a block."""
    kept = Element("body", {}, [])
    stack: list[tuple[Element, Element]] = [(root, kept)]
    while stack:
        element, copy = stack.pop()
        for child in element.children:
            if isinstance(child, str):
                copy.children.append(child)
            elif child.tag not in (
                "script",
                "style",
                "rantau-template",
                "svg",
                "head",
                "title",
                "meta",
                "link",
                "#comment",
                "noscript",
            ):
                inner = Element(child.tag, {}, [])
                copy.children.append(inner)
                stack.append((child, inner))
    return [line for raw in kept.text().split("\n") if (line := texts.one_line(raw))]

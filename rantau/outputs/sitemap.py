"""The sitemap: every page that a search engine may show, with the day its words last changed and its translations."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from rantau.model import DEFAULT_LANGUAGE, Edition, Published
from rantau.text.addresses import unspoken

# Search engines read up to 50,000 pages and 50 MB a file; translations make long lines.
PART = 20_000
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """sitemap.xml; of a large site the list of sitemap-1.xml and so on. Only when the site's address is known.

    Source: https://www.sitemaps.org/protocol.html, https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    if not edition.url:
        return
    base = edition.url.rstrip("/")
    shown = sorted((p for p in edition.pages if p.indexable), key=lambda p: p.address)
    same: dict[str, list[Published]] = {}
    for page in shown:
        if page.language != DEFAULT_LANGUAGE:
            same.setdefault(unspoken(page.address), []).append(page)
    for page in shown:
        if page.language == DEFAULT_LANGUAGE and page.address in same:
            same[page.address].append(page)
    if len(shown) <= PART:
        yield PurePosixPath("sitemap.xml"), _map(base, shown, same)
        return
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<sitemapindex {_SCHEMA}>"]
    for number, start in enumerate(range(0, len(shown), PART), start=1):
        part = shown[start : start + PART]
        name = f"sitemap-{number}.xml"
        yield PurePosixPath(name), _map(base, part, same)
        newest = max((p.changed for p in part if p.changed is not None), default=None)
        day = f"<lastmod>{newest.isoformat()}</lastmod>" if newest is not None else ""
        lines.append(f"<sitemap><loc>{escape(base)}/{name}</loc>{day}</sitemap>")
    yield PurePosixPath("sitemap.xml"), "\n".join([*lines, "</sitemapindex>", ""]).encode()


def _map(base: str, pages: Sequence[Published], same: dict[str, list[Published]]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset {_SCHEMA} xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for page in pages:
        changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed is not None else ""
        lines.append(
            f"<url><loc>{_whole(base, page)}</loc>{changed}{_alternates(base, same.get(unspoken(page.address), []))}</url>"
        )
    return "\n".join([*lines, "</urlset>", ""]).encode()


def _alternates(base: str, pages: Sequence[Published]) -> str:
    """The links between the languages of one page, itself among them, as the page's own head says them."""
    if len(pages) < 2:
        return ""
    named = [(p.language, p) for p in sorted(pages, key=lambda p: p.language)]
    named += [("x-default", p) for p in pages if p.language == DEFAULT_LANGUAGE]
    return "".join(f'<xhtml:link rel="alternate" hreflang="{name}" href="{_whole(base, p)}"/>' for name, p in named)


def _whole(base: str, page: Published) -> str:
    return escape(base + quote(page.address), {'"': "&quot;"})

"""The sitemap: every page that a search engine may show, with the day its words last changed."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from rantau.model import Edition


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """sitemap.xml and robots.txt; only when the site's address is known, because a sitemap holds whole addresses.

    Source: https://www.sitemaps.org/protocol.html
    """
    if not edition.url:
        return
    base = edition.url.rstrip("/")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(edition.pages, key=lambda p: p.address):
        changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed is not None else ""
        lines.append(f"<url><loc>{escape(base + quote(page.address))}</loc>{changed}</url>")
    lines += ["</urlset>", ""]
    yield PurePosixPath("sitemap.xml"), "\n".join(lines).encode()
    yield PurePosixPath("robots.txt"), f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n".encode()

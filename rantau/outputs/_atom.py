"""What an Atom feed is made of. Source: RFC 4287."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from rantau.model import Document, Edition

LIMIT = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: `address` is the page's, with an anchor where several entries speak of one page, so that it is the entry's id."""

    address: str
    title: str
    updated: datetime.date
    published: datetime.date | None = None
    summary: str = ""


def articles(documents: Iterable[Document]) -> list[Item]:
    """The entries of the articles that have a date, which are given newest first; at most as many as a feed holds.

    An article without a date is left out: a feed promises when something was published.
    """
    found: list[Item] = []
    for document in documents:
        fields = document.fields
        if fields is None or fields.date is None:
            continue
        changed = max(fields.date, fields.updated or fields.date)
        found.append(Item(quote(document.address), fields.title or "", changed, fields.date, fields.description or ""))
        if len(found) == LIMIT:
            break
    return found


def feed(edition: Edition, language: str, path: PurePosixPath, title: str, page: str, items: list[Item]) -> bytes:
    """The feed at a path of the site, which is about the `page` at an address; its id is its own whole address."""
    base = edition.url.rstrip("/")
    own, home = escape(f"{base}/{quote(path.as_posix())}", _QUOTE), escape(base + quote(page), _QUOTE)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<title>{escape(title)}</title>",
        f"<id>{own}</id>",
        f'<link rel="self" type="application/atom+xml" href="{own}"/>',
        f'<link rel="alternate" type="text/html" hreflang="{language}" href="{home}"/>',
        f"<updated>{_moment(max(item.updated for item in items))}</updated>",
        f"<author><name>{escape(edition.name)}</name></author>",
    ]
    for item in items:
        address = escape(base + item.address, _QUOTE)
        lines += ["<entry>", f"<title>{escape(item.title)}</title>", f"<id>{address}</id>"]
        lines.append(f'<link rel="alternate" type="text/html" href="{address}"/>')
        if item.published is not None:
            lines.append(f"<published>{_moment(item.published)}</published>")
        lines += [f"<updated>{_moment(item.updated)}</updated>", f"<summary>{escape(item.summary)}</summary>", "</entry>"]
    return "\n".join([*lines, "</feed>", ""]).encode()


_QUOTE = {'"': "&quot;"}


def _moment(day: datetime.date) -> str:
    """The beginning of a day in Jakarta."""
    return f"{day.isoformat()}T00:00:00+07:00"

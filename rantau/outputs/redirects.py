"""Old addresses: a small page at each, which leads to where its article is now."""

from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau.model import Edition
from rantau.text.addresses import file_of, old_address

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{href}">
</head>
<body><p><a href="{href}">{title}</a></p></body>
</html>
"""


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """One page for each entry of `redirect_from`."""
    for document in edition.library.published():
        for written in document.fields.redirect_from if document.fields is not None else ():
            address = old_address(written)
            if not address:
                continue
            path = file_of(address)
            href = "../" * (len(path.parts) - 1) + quote(document.address.lstrip("/"))
            title = escape((document.fields.title if document.fields is not None else None) or document.address)
            yield path, _PAGE.format(language=document.language, title=title, href=escape(href)).encode()

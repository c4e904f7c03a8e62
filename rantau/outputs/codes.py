"""Codes: for each page that somebody may print, a QR code of its address. A phone leads from the paper to what is new."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import segno

from rantau import keeping
from rantau.model import Edition
from rantau.text import qr
from rantau.text.sharing import CODED, code_path


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """gambar/kode/<address>.svg; only when the site's address is known, and short enough for a code."""
    if not edition.url:
        return
    base = edition.url.rstrip("/")
    made_by = keeping.key(Path(qr.__file__).read_bytes(), segno.__version__)
    with keeping.shelf(edition.kept, "codes") as shelf:
        for page in edition.pages:
            url = base + quote(page.address)
            if page.document is not None and page.document.kind in CODED and len(url) <= qr.LONGEST:
                yield code_path(page.address), shelf.get(keeping.key(made_by, url), partial(qr.svg, url))

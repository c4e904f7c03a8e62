"""Images: every one that a page shows, upright, re-encoded in the widths and formats that pages use, without metadata."""

import io
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path, PurePosixPath

from PIL import Image

from rantau import keeping
from rantau.keeping import Shelf
from rantau.model import Asset, Edition
from rantau.text import pictures
from rantau.text.pictures import files, opened, plain, published_path


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of each image that a published document shows; a drawing is published as it is.

    What an earlier build encoded of the same bytes is taken from where it was kept.
    """
    with keeping.shelf(edition.kept, "images") as shelf:
        for path in sorted(_shown(edition)):
            asset = edition.library.assets.get(path)
            if asset is not None and asset.format:
                yield from _files(asset, edition.read(path), shelf)


def _shown(edition: Edition) -> set[PurePosixPath]:
    shown = {PurePosixPath("images", t.img) for t in edition.library.registries["authors"].terms.values() if t.img}
    for document in edition.library.published():
        fields = document.fields
        if fields is None or document.body is None:
            continue
        named = (fields.card, fields.hero, fields.second, fields.author.img if fields.author else None)
        shown.update(image.file for image in named if image is not None and image.file is not None)
        for link in document.body.links:
            route = edition.library.routes.get((document.path, link.destination))
            if route is not None and route.address:
                shown.add(PurePosixPath(route.address.strip("/")))
    return shown & set(edition.library.assets)


def _files(asset: Asset, data: bytes, shelf: Shelf) -> Iterator[tuple[PurePosixPath, bytes]]:
    if asset.format == "svg":
        yield published_path(asset), data
        return

    @cache
    def image() -> Image.Image:
        with opened(data) as file:
            return plain(file)

    def encoded(width: int, name: str) -> bytes:
        return _encode(image(), width, name, drawn=asset.format == "png")

    for path, width, name in files(asset):
        key = keeping.key(_maker(), data, name, width)
        yield path, shelf.get(key, partial(encoded, width, name))


@cache
def _maker() -> str:
    return keeping.maker(Path(__file__), Path(pictures.__file__))


def _encode(image: Image.Image, width: int, name: str, *, drawn: bool) -> bytes:
    """The file of a width; what was `drawn` (a table, a screen) may be smaller without loss than with it."""
    if width != image.width:
        image = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    if name == "jpeg":
        image.save(buffer, "JPEG", quality=80, optimize=True, exif=b"", icc_profile=None)
    elif name == "webp":
        image.save(buffer, "WEBP", quality=78, method=4, exif=b"", icc_profile=None)
        exact = io.BytesIO()
        if drawn:
            image.save(exact, "WEBP", lossless=True, method=4, exif=b"", icc_profile=None)
        buffer = exact if 0 < exact.tell() <= buffer.tell() else buffer
    elif name == "gif":
        image.save(buffer, "GIF")
    else:
        image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()

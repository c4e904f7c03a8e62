"""Images: every one that a page shows, upright, re-encoded in the widths that pages use, without metadata."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath

from PIL import Image

from rantau.model import Asset, Edition
from rantau.text.pictures import opened, plain, published_path, widths


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of each image that a published document shows; a drawing is published as it is."""
    for path in sorted(_shown(edition)):
        asset = edition.library.assets.get(path)
        if asset is not None and asset.format:
            yield from _files(asset, edition.read(path))


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


def _files(asset: Asset, data: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    if asset.format == "svg":
        yield published_path(asset), data
        return
    with opened(data) as file:
        image = plain(file)
    for width in widths(asset):
        yield published_path(asset, width), _encode(image, width, asset.format)


def _encode(image: Image.Image, width: int, name: str) -> bytes:
    if width != image.width:
        image = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    if name == "jpeg":
        image.save(buffer, "JPEG", quality=80, optimize=True, exif=b"", icc_profile=None)
    elif name == "webp":
        image.save(buffer, "WEBP", quality=78, method=4, exif=b"", icc_profile=None)
    elif name == "gif":
        image.save(buffer, "GIF")
    else:
        image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()

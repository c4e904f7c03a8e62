"""Documents, images and registries, brought together: whose term is whose, who claims which address, where links lead."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from rantau.files import IMAGE_ENDINGS, INTRODUCED
from rantau.model import (
    FILE_START,
    Asset,
    Claim,
    Document,
    Fields,
    Image,
    Kind,
    Library,
    Placement,
    Registry,
    Route,
)
from rantau.reading import image_path, normal
from rantau.text.addresses import old_address
from rantau.text.links import scheme_of
from rantau.text.names import lookup, nearest
from rantau.text.spots import nearest_file

DECLARED = ("tags", "programs", "sectors", "authors")


def assemble(
    documents: Iterable[Document],
    assets: Mapping[PurePosixPath, Asset],
    registries: Mapping[str, Registry],
    date: datetime.date,
) -> Library:
    """The library without claims and routes, which need to know the index pages first."""
    whole = tuple(sorted((_with_images(d, assets) for d in documents), key=lambda d: d.path))
    return Library(
        date,
        whole,
        assets,
        registries,
        placements={d.path: _place(d, registries) for d in whole},
        by_path={d.path: d for d in whole},
    )


def connect(library: Library, generated: Sequence[Claim]) -> Library:
    """The library with claims and routes; `generated` are the addresses of pages that no file has."""
    claims: dict[str, list[Claim]] = {}
    for claim in (*generated, *_claims(library)):
        claims.setdefault(claim.address.casefold(), []).append(claim)
    addresses = {claim.address for claim in generated} | {d.address for d in library.published()}
    library = replace(library, claims={a: tuple(found) for a, found in sorted(claims.items())})
    routes: dict[tuple[PurePosixPath, str], Route] = {}
    for document in library.documents:
        for link in document.body.links if document.body is not None else ():
            if not scheme_of(link.destination) and (document.path, link.destination) not in routes:
                routes[document.path, link.destination] = _route(document, link.destination, link.image, library, addresses)
    return replace(library, routes=routes)


def _claims(library: Library) -> Iterator[Claim]:
    """Every address that a file has or had; those it has come first, so that the old one of two is the one at fault."""
    claiming = [d for d in library.documents if not d.draft]
    yield from (Claim(d.address, d.path, FILE_START) for d in claiming)
    for document in claiming:
        for number, written in enumerate(document.fields.redirect_from if document.fields else ()):
            if address := old_address(written):
                yield Claim(address, document.path, document.span(f"redirect_from.{number}"))


def _with_images(document: Document, assets: Mapping[PurePosixPath, Asset]) -> Document:
    """The document with the file of each image it names."""
    fields = document.fields
    if fields is None or not (fields.card or fields.hero or fields.second or fields.images or fields.author):
        return document

    def found(image: Image | None) -> Image | None:
        return replace(image, file=image_path(document.path, image.src, assets)) if image is not None else None

    author = replace(fields.author, img=found(fields.author.img)) if fields.author is not None else None
    images = tuple(i for image in fields.images if (i := found(image)) is not None)
    changed = replace(
        fields, card=found(fields.card), hero=found(fields.hero), second=found(fields.second), images=images, author=author
    )
    return replace(document, fields=changed)


def _place(document: Document, registries: Mapping[str, Registry]) -> Placement:
    fields = document.fields
    if fields is None:
        return Placement()
    about = {name: _keys(getattr(fields, name), registries[name]) for name in DECLARED}
    about["stages"] = _keys((fields.stage,) if fields.stage else (), registries["stages"])
    about["countries"] = _keys(fields.countries, registries["countries"])
    about["regions"] = _regions(fields, about["countries"], registries["regions"])
    if fields.author is not None:
        about["authors"] = (*about["authors"], *_keys((fields.author.name,), registries["authors"]))
    if document.kind is Kind.SHEET:
        about["programs"] = (document.path.stem,)
    mentioned = {
        name: tuple(m.key for m in document.mentions if m.registry == name and m.key not in about[name])
        for name in ("countries", "regions")
    }
    return Placement(about, mentioned)


def _keys(names: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """The keys that the names mean, each once, in the order of writing."""
    found = (lookup(registry, name) for name in names)
    return tuple(dict.fromkeys(term.key for term in found if term is not None))


def _regions(fields: Fields, countries: tuple[str, ...], regions: Registry) -> tuple[str, ...]:
    """Regions named among the countries, then those that have one of the countries as a member."""
    named = _keys((n for n in fields.countries if n), regions)
    around = (key for key, term in sorted(regions.terms.items()) if set(countries) & set(term.members))
    return tuple(dict.fromkeys((*named, *around)))


def _route(document: Document, destination: str, image: bool, library: Library, addresses: set[str]) -> Route:
    """Where one internal destination of a document leads."""
    path_text, _, anchor = destination.partition("#")
    path_text = unquote(path_text.partition("?")[0])
    anchor = unquote(anchor)
    if image:
        return _image_route(document, path_text, library)
    if not path_text:
        # Browsers lead it to the start of the page.
        anchor = "" if anchor.casefold() == "top" else anchor
        return _document_route(document, document, anchor)
    path = normal(PurePosixPath(path_text.lstrip("/")) if path_text.startswith("/") else document.path.parent / path_text)
    if path is None:
        return Route("", anchor, "page")
    if path in library.by_path:
        return _document_route(document, library.by_path[path], anchor)
    if path.suffix.lower() in IMAGE_ENDINGS:
        return _image_route(document, path_text, library)
    address = f"/{path.as_posix()}/" if path.parts else "/"
    if path.suffix != ".md" and address in addresses:
        return Route(address, anchor)
    return Route("", anchor, "page", _nearest_page(document, path, library))


def _nearest_page(document: Document, path: PurePosixPath, library: Library) -> str:
    """A link to the page whose file name is most like the path's, or ""."""
    by_name: dict[str, PurePosixPath] = {}
    for known in library.by_path:
        by_name.setdefault(known.stem, known)
    close = nearest(path.stem, by_name, 0.75)
    return _relative(document.path, by_name[close]) if close else ""


def _document_route(document: Document, target: Document, anchor: str) -> Route:
    if target.draft and not document.draft:
        return Route("", anchor, "draft")
    if anchor and target.body is not None and anchor not in target.body.anchors:
        return Route("", anchor, "anchor", nearest(anchor, target.body.anchors))
    return Route(target.address, anchor)


def _image_route(document: Document, name: str, library: Library) -> Route:
    path = image_path(document.path, name, library.assets)
    if path is not None and path in library.assets:
        return Route(f"/{path.as_posix()}")
    names = {p.name for p in library.assets if p.suffix.lower() in IMAGE_ENDINGS}
    return Route("", "", "image", nearest_file(name, names))


def _relative(source: PurePosixPath, target: PurePosixPath) -> str:
    """The target as a link in the source's file writes it."""
    here, there = source.parent.parts, target.parts
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + list(there[shared:]))


def introduced(document: Document) -> tuple[str, str]:
    """Registry and slug of the term that an introduction introduces."""
    return INTRODUCED[document.path.parent.name], document.path.stem

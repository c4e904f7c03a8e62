"""A link leads to an address that opens only on the writer's own computer.

It was copied from the preview or from a program at home; for every reader it is a dead link.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [paspor](http://127.0.0.1:8000/artikel/2025/paspor/) dan [visa](http://localhost:8000/artikel/2025/visa/).
    at: 5:16
    at: 5:71

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [denah](https://laptop-budi.local/denah.html) dan [daftar](http://192.168.1.7/daftar).
    at: 5:15
    at: 5:66

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: http://localhost/panduan
    #        ^^^^^^^^^^^^^^^^^^^^^^^^
    ---
    at: 7:10

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Situs [KP2MI](https://kp2mi.go.id/), [port lain](https://layanan.kp2mi.go.id:8000/), [angka](https://8.8.8.8/).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pratinjau ada di `http://127.0.0.1:8000/`.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Situs [lokal](https://local.example/) dan [host](https://localhost.example/); [surel](mailto:budi@kantor.local).

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: https://kp2mi.go.id/localhost
    ---
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from rantau.model import Document, Edit, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.links import at_home, rewritten

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Alamat yang diawali http://127.0.0.1 atau http://localhost adalah pratinjau di komputer Anda sendiri; pembaca "
        "tidak bisa membukanya. Untuk halaman situs ini tulis nama berkasnya, misalnya paspor.md. Untuk situs lain "
        "tulis alamatnya di internet, misalnya https://kp2mi.go.id."
    ),
    en=(
        "An address that starts with http://127.0.0.1 or http://localhost is the preview on your own computer; readers "
        "cannot open it. For a page of this site write the name of its file, such as paspor.md. For another site write "
        "its address on the internet, such as https://kp2mi.go.id."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Links of the body and addresses of the front matter that lead to the writer's own computer or network."""
    for link in document.body.links if document.body is not None else ():
        if not link.image and at_home(link.destination):
            page = _page(document, library, link.destination)
            yield _finding(document, link.span, link.destination, page, rewritten(document, link, page))
    for name, address in _addresses(document):
        if at_home(address):
            yield _finding(document, document.span(name), address, "", ())


def _addresses(document: Document) -> Iterator[tuple[str, str]]:
    if document.fields is not None:
        for number, source in enumerate(document.fields.sources):
            yield f"sources.{number}.url", source.url
        yield "official", document.fields.official or ""


def _finding(document: Document, span: Span, address: str, page: str, fix: tuple[Edit, ...]) -> Finding:
    shown = spoken.brief(address)
    message = Localized(
        id=f'alamat "{shown}" hanya terbuka di komputer Anda', en=f'the address "{shown}" opens only on your own computer'
    )
    if page:
        return Finding(document.path, span, message, Localized(id=f'maksud Anda "{page}"?', en=f'did you mean "{page}"?'), fix)
    return Finding(
        document.path,
        span,
        message,
        Localized(
            id="untuk halaman situs ini tulis nama berkasnya; untuk situs lain tulis alamatnya di internet, misalnya "
            "https://kp2mi.go.id",
            en="for a page of this site write the name of its file; for another site its address on the internet, such "
            "as https://kp2mi.go.id",
        ),
    )


def _page(document: Document, library: Library, destination: str) -> str:
    """The file whose page the preview shows at the address, counted from the document; "" for none."""
    try:
        parts = urlsplit(destination.strip())
    except ValueError:
        return ""
    address = unquote(parts.path or "/")
    path = next((d.path for d in library.documents if d.address in (address, f"{address}/")), None)
    if path is None:
        return ""
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return posixpath.relpath(str(path), str(document.path.parent)) + anchor

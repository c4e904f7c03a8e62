"""A link leads to an address without encryption.

On a public network anybody can read and change what such a page shows; a reader may even be led to a copy of it. Sources
stay as they are: they say where something was read.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [situs pendaftaran](http://www.kp2mi.go.id/daftar).
    at: 5:31

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [situs pendaftaran](https://www.kp2mi.go.id/daftar).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Alamat palsu seperti `http://kp2mi-daftar.example` dan [contoh](http://kp2mi-daftar.example) bukan situs pemerintah.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: http://www.kp2mi.go.id/panduan
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity, Span
from rantau.text import spoken
from rantau.text.links import at_home, host_of, scheme_of

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Alamat yang diawali http:// (tanpa huruf s) tidak tersandi: di wifi umum orang lain bisa membaca dan mengubah "
        "isinya. Hampir semua situs resmi punya alamat https://. Buka alamatnya dengan https:// di ponsel; kalau terbuka, "
        "pakai yang itu. Mesin tidak menggantinya, karena ada situs lama yang memang tidak punya. Sumber pada isian sources "
        "tidak diperiksa. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "An address that starts with http:// (without the s) is not encrypted: on a public network others can read and "
        "change what it shows. Nearly every official site has an https:// address. Open it with https:// on your phone; if "
        "that works, use it. No machine changes it, because some old sites have none. Addresses in sources are not looked "
        "at. This is only a warning; the text can be published."
    ),
)

# Addresses that nobody can own, so an example leads nowhere (RFC 2606).
_EXAMPLES = (".example", ".test", ".invalid", "example.com", "example.org", "example.net")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Links of the body that start with http://."""
    for link in document.body.links if document.body is not None else ():
        if not link.image and _open(link.destination):
            yield _finding(document, link.span, link.destination)


def _open(destination: str) -> bool:
    if scheme_of(destination) != "http" or at_home(destination):
        return False
    return not host_of(destination).endswith(_EXAMPLES)


def _finding(document: Document, place: Span, destination: str) -> Finding:
    secure = spoken.brief("https" + destination.strip()[4:])
    return Finding(
        document.path,
        place,
        Localized(
            id=f'alamat "{spoken.brief(destination)}" tidak tersandi',
            en=f'the address "{spoken.brief(destination)}" is not encrypted',
        ),
        Localized(
            id=f"coba buka {secure} di ponsel Anda; kalau terbuka, tulis alamat itu",
            en=f"open {secure} on your phone; if that works, write that address",
        ),
    )

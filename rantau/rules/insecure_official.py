"""A program's official channel is an address without encryption.

Readers enter personal data there, because this site said that it is the right place.

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    official: http://kp2mi.go.id/
    #         ^^^^^^^^^^^^^^^^^^^
    ---
    at: 5:11

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    official: HTTPS://kp2mi.go.id/
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    sources: [{title: Pengumuman, url: http://kp2mi.go.id/}]
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.links import scheme_of

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tombol jalur resmi di lembar program adalah tempat pembaca mengisi data diri. Alamat yang diawali http:// (tanpa "
        "huruf s) tidak tersandi: orang lain di wifi yang sama bisa membaca dan mengubah isinya. Pakai alamat https:// dari "
        "lembaga itu. Kalau tidak ada, hapus baris official; lembar lalu mengatakan bahwa jalur resminya belum ditemukan."
    ),
    en=(
        "The button of the official channel is where readers enter personal data. An address that starts with http:// "
        "(without the s) is not encrypted: others on the same network can read and change what it shows. Use the https:// "
        "address of that institution. If there is none, delete the line; the sheet then says that no official channel was found."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """An official address that does not start with https://."""
    official = document.fields.official if document.fields is not None else None
    if not official or scheme_of(official) == "https":
        return
    secure = spoken.brief("https" + official.strip()[4:])
    yield Finding(
        document.path,
        document.span("official"),
        Localized(
            id=f'jalur resmi "{spoken.brief(official)}" tidak tersandi',
            en=f'the official channel "{spoken.brief(official)}" is not encrypted',
        ),
        Localized(
            id=f"coba buka {secure} di ponsel Anda; kalau terbuka, tulis alamat itu",
            en=f"open {secure} on your phone; if that works, write that address",
        ),
    )

"""The text holds personal data: a NIK, a passport's number, somebody's bank account, the number or mail of a victim.

Who reads a NIK can take out loans with it, and a page is copied before anybody takes it down. The numbers and mails of offices
are published on purpose and pass.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Korban bernama Siti, NIK 3201014507900002, melapor ke polisi.
    at: 5:26

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Nomor paspor: C4829173.

    Transfer ke BCA 4829-1736-55 a.n. Budi Santoso.

    Nomor HP korban: 0812-9932-4411.
    at: 5:15
    at: 7:17
    at: 9:18

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    NIK terdiri dari 16 angka, misalnya 3201xxxxxxxxxxxx atau 1234567890123456.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Undang-Undang Nomor 18 Tahun 2017, ISBN 978-602-1234-56-7, nomor surat 9900112233445566, telepon (021) 2924 4800,
    0811-1-050-141, surel halo@kp2mi.go.id.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Iuran dibayar ke rekening BRI 0123-01-000456-30-8 a.n. PT Penempatan Sejahtera. Korban dapat menelepon 0811-9932-441.
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import identities
from rantau.text.positions import Positions

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "NIK, nomor paspor, rekening orang, dan nomor korban tidak boleh terbit: orang jahat bisa memakainya untuk pinjaman, "
        "pemalsuan, atau mengancam korban. Hapus nomornya, atau tutup sebagian besar angkanya, misalnya 3201xxxxxxxxxxxx. "
        "Nomor telepon dan surel kantor boleh ditulis. Hapus juga dari gambar."
    ),
    en=(
        "A NIK, a passport's number, a person's bank account and the number of a victim may not be published: they are used "
        "for loans, for forgery, or to threaten. Delete the number, or cover most of it, such as 3201xxxxxxxxxxxx. Telephone "
        "numbers and mail addresses of offices may be written. Take it out of images too."
    ),
)

_NAMES = {
    "nik": Localized("NIK seseorang", "a person's NIK"),
    "passport": Localized("nomor paspor seseorang", "the number of somebody's passport"),
    "account": Localized("nomor rekening seseorang", "the number of somebody's bank account"),
    "victim": Localized("nomor atau surel korban", "the number or mail address of a victim"),
}


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Numbers of persons anywhere in the file, code and front matter included; the message never repeats one in full."""
    positions = Positions(document.text)
    for found in identities.find(document.text):
        name = _NAMES[found.kind]
        shown = identities.masked(document.text[found.start : found.end])
        yield Finding(
            document.path,
            positions.span(found.start, found.end),
            Localized(id=f'"{shown}" tampak seperti {name.id}', en=f'"{shown}" looks like {name.en}'),
            Localized(
                id="hapus nomor itu, atau ganti angkanya dengan x sesudah empat yang pertama; nomor kantor boleh ditulis",
                en="delete it, or put x for all but its first four characters; numbers of offices may be written",
            ),
            private=True,
        )

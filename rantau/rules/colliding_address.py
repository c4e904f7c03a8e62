"""Two files claim the same address.

One page would overwrite the other, and which one differs from computer to computer.

Bad:
    path: artikel/2025/visa.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/artikel/2025/paspor/]
    ---
    at: 5:17

Bad:
    path: artikel/2025/visa.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/berita/surat/]
    ---
    path: artikel/2025/zaman.md
    ---
    title: Surat untuk visa pelajar
    description: Surat yang perlu disiapkan pelajar sebelum mengajukan visa belajar di luar negeri.
    date: 2025-03-02
    redirect_from: [/berita/surat/]
    ---
    at: 5:17

Good:
    path: artikel/2025/visa.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    redirect_from: [/berita/visa/]
    ---

Good:
    path: artikel/2024/paspor.md
    ---
    title: Cara membuat paspor tahun lalu
    description: Langkah membuat paspor bagi calon pekerja migran menurut aturan tahun 2024.
    date: 2024-03-01
    ---

Good:
    path: ja/artikel/2025/paspor.md
    ---
    title: パスポートの作り方
    description: >
      パスポートを作るときに必要な書類と手順、かかる時間と費用、
      困ったときに相談できる公的な窓口を、やさしい言葉で説明します。
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Claim, Finding, Library, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Setiap halaman punya alamatnya sendiri, yang dibuat dari nama berkasnya. Dua berkas tidak boleh memakai "
        "alamat yang sama, termasuk alamat lama pada isian redirect_from. Huruf besar dan kecil dianggap sama, karena "
        "sebagian komputer tidak membedakannya."
    ),
    en=(
        "Each page has an address of its own, made from the name of its file. Two files may not claim the same one, "
        "old addresses in redirect_from included. Capitals make no difference, because some computers do not tell "
        "them apart."
    ),
)


def check_library(library: Library) -> Iterator[Finding]:
    """Every claim to an address after its first one."""
    for address in sorted(library.claims):
        first, *others = library.claims[address]
        for claim in others:
            yield Finding(claim.path, claim.span, _message(first, claim), _help(claim))


def _message(first: Claim, claim: Claim) -> Localized:
    if first.path == claim.path:
        return Localized(
            id=f'alamat "{claim.address}" ditulis dua kali di berkas ini',
            en=f'the address "{claim.address}" stands twice in this file',
        )
    return Localized(
        id=f'alamat "{claim.address}" sudah dipakai "content/{first.path}"',
        en=f'the address "{claim.address}" is already used by "content/{first.path}"',
    )


def _help(claim: Claim) -> Localized:
    if claim.path.suffix != ".md":
        return Localized(id="beri butir ini slug yang lain", en="give this item another slug")
    if claim.span.line > 1:
        return Localized(
            id="hapus alamat ini dari redirect_from di salah satu berkas",
            en="delete this address from redirect_from in one of the files",
        )
    return Localized(id="ganti nama salah satu berkas", en="rename one of the files")

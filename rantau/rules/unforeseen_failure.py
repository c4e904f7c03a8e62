"""The checker itself failed on a file.

One file that we did not foresee must not hide what is wrong with the others, and somebody has to learn of it.

Bad:
    made: an article on which reading fails
    at: artikel/2025/gagal.md:1:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan paspor.
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Program pemeriksa gagal membaca berkas ini karena kesalahan pada programnya, bukan karena kesalahan Anda. "
        "Laporkan kepada pengelola situs dengan melampirkan berkasnya, supaya programnya diperbaiki. Sementara itu, "
        "coba kembalikan perubahan terakhir Anda."
    ),
    en=(
        "The checker failed to read this file because of a mistake in the checker, not because of you. Report it to "
        "those who keep the site, with the file attached, so that the program gets mended. Meanwhile, try to undo "
        "your last change."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    detail = defect.values.get("detail", "")
    return (
        Localized(
            id=f'program pemeriksa gagal membaca berkas ini: "{detail}"',
            en=f'the checker failed to read this file: "{detail}"',
        ),
        Localized(
            id="ini bukan kesalahan Anda; kirim berkas ini dan pesan ini kepada pengelola situs",
            en="this is not your mistake; send this file and this message to those who keep the site",
        ),
    )

"""A text file is not UTF-8.

Read with another encoding, letters and quotes turn into nonsense.

Bad:
    made: an article in windows-1252
    at: artikel/2025/sandi.md:6:6

Bad:
    made: an article in utf-16
    at: artikel/2025/sandi.md:1:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Caf\u00e9, \u201ckutipan\u201d, dan \u65e5\u672c\u8a9e.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    made: an article with a byte order mark
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Berkas tulisan disimpan dengan cara penyandian huruf yang bernama UTF-8, supaya semua huruf tampil benar di "
        "ponsel mana pun. Berkas ini disimpan dengan cara lain. Buka di editor teks, pilih Simpan Sebagai, dan pilih "
        "UTF-8 pada pilihan penyandian (encoding)."
    ),
    en=(
        "Text files are saved in the encoding called UTF-8, so that all letters look right on any phone. This file "
        "was saved in another one. Open it in a text editor, choose Save As, and pick UTF-8 as the encoding."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    encoding = defect.values.get("encoding", "")
    if encoding == "binary":
        return (
            Localized(id="isi berkas ini bukan tulisan", en="what this file holds is not text"),
            Localized(
                id="kalau ini dokumen Word atau PDF, salin isinya ke berkas .md yang baru; kalau gambar, beri akhiran yang benar",
                en="if it is a Word or PDF document, copy its text into a new .md file; if an image, give it the right ending",
            ),
        )
    name = "UTF-16" if encoding == "utf-16" else encoding
    return (
        Localized(
            id=f'berkas ini tidak disimpan sebagai UTF-8, tetapi mungkin "{name}"',
            en=f'this file is not saved as UTF-8, but maybe as "{name}"',
        ),
        Localized(
            id="buka di Notepad, pilih File > Simpan Sebagai, lalu pada Encoding pilih UTF-8",
            en="open it in Notepad, choose File > Save As, and pick UTF-8 as the Encoding",
        ),
    )

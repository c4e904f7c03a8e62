"""A file holds characters that nobody sees.

They come with copy and paste, break searching and links, and can make a text read differently from what it says.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pekerja\u200b migran
    at: 5:8

Bad:
    path: tentang.md
    ---
    title: Tentang\u202e Rantau
    ---
    at: 2:15

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pekerja m\ufffdgran
    at: 5:10

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pekerja migran, caf\u00e9, \u65e5\u672c\u3067\u50cd\u304f.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, \u0645\u06cc&zwnj;\u062e\u0648\u0627\u0647\u0645 dan \U0001f468\u200d\U0001f469\u200d\U0001f467

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Rp\u00a05.000.000 per bulan

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Selesai dalam 2\u20133 hari\u2026
"""

from rantau.model import Defect, Localized, Severity
from rantau.text.commands import FIX

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Teks yang disalin dari situs atau aplikasi lain kadang membawa tanda yang tidak terlihat. Tanda itu "
        f"membuat kata tidak ditemukan di pencarian, merusak tautan, atau membalik urutan tulisan. Perintah {FIX} "
        "menghapusnya."
    ),
    en=(
        "Text copied from other sites or apps sometimes brings characters that cannot be seen. They keep words from "
        f"being found, break links or turn the order of the text round. The command {FIX} "
        "deletes them."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    code, name = defect.values.get("character", ""), defect.values.get("name", "")
    if code == "U+FFFD":
        return (
            Localized(
                id='di sini satu huruf rusak ketika teks ini disalin atau disimpan, dan tampil sebagai "\ufffd"',
                en='a letter broke here when this text was copied or saved, and shows as "\ufffd"',
            ),
            Localized(id="lihat teks aslinya, lalu ketik ulang kata ini", en="look at the original, then type this word again"),
        )
    return (
        Localized(
            id=f'di sini ada tanda yang tidak terlihat: "{code}" ({name})',
            en=f'there is a character here that cannot be seen: "{code}" ({name})',
        ),
        Localized(
            id=f"jalankan {FIX} untuk menghapusnya, atau ketik ulang kata ini",
            en=f"run {FIX} to delete it, or type this word again",
        ),
    )

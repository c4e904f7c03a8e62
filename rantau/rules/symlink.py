"""A file is a symbolic link.

Following it could publish any file of the machine that builds the site.

Bad:
    made: a link to a file outside
    at: artikel/2025/tautan.md:1:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    made: a photo in a folder of images
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Berkas ini hanya penunjuk ke berkas lain di komputer (pintasan, atau symlink), bukan berkas sungguhan. Situs "
        "tidak mengikutinya, supaya tidak ada berkas pribadi yang ikut terbit. Salin berkas yang dimaksud ke tempat "
        "ini."
    ),
    en=(
        "This file only points to another file of the computer (a shortcut, or symlink). The site does not follow it, "
        "so that no private file gets published. Copy the file that is meant to this place."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    name = defect.values.get("name", "")
    return (
        Localized(
            id=f'"{name}" hanya penunjuk ke berkas lain, bukan berkas sungguhan',
            en=f'"{name}" only points to another file and is not a file itself',
        ),
        Localized(
            id="hapus penunjuk ini, lalu salin berkas aslinya ke tempat yang sama",
            en="delete this pointer and copy the file itself to the same place",
        ),
    )

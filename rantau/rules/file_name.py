"""A file's name or place cannot become an address.

The path is the address: the same on every computer, easy to say, and never one that servers give a meaning to.

Bad:
    path: artikel/2025/Visa.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
    at: 1:1

Bad:
    path: artikel/2025/visa kerja.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
    at: 1:1

Bad:
    path: images/surat.exe
    Bukan gambar.
    at: 1:1

Good:
    path: artikel/2025/visa-kerja.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: ja/artikel/2025/visa-kerja-2.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    made: a photo in a folder of images
"""

from pathlib import PurePosixPath

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Nama berkas menjadi alamat halaman, jadi dipakai huruf kecil a-z, angka, dan tanda hubung saja, misalnya "
        "visa-kerja.md. Artikel disimpan di content/artikel/<tahun>/, lembar program di content/program/, gambar di "
        "content/images/. Untuk foto, perintah python3 scripts/check.py --fix memperbaiki nama sekaligus ukurannya."
    ),
    en=(
        "A file's name becomes the page's address, so it has only small letters a-z, digits and hyphens, such as "
        "visa-kerja.md. Articles are kept in content/artikel/<year>/, program sheets in content/program/, images in "
        "content/images/. For photos, the command python3 scripts/check.py --fix mends the name and the size."
    ),
)

_PHOTOS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif"))
# problem -> message (id, en), then help (id, en) for when there is no suggestion
_WORDS = {
    "uppercase": (
        'nama berkas "{name}" memakai huruf besar',
        'the file name "{name}" has capital letters',
        "ganti nama berkas dengan huruf kecil semua",
        "rename the file in small letters",
    ),
    "space": (
        'nama berkas "{name}" memakai spasi',
        'the file name "{name}" has blanks',
        "ganti setiap spasi pada nama berkas dengan tanda hubung (-)",
        "replace every blank in the name by a hyphen (-)",
    ),
    "character": (
        'nama berkas "{name}" memuat tanda selain huruf a-z, angka, dan tanda hubung',
        'the file name "{name}" holds something else than letters a-z, digits and hyphens',
        "ganti nama berkas memakai huruf kecil a-z, angka, dan tanda hubung saja, misalnya visa-kerja.md",
        "rename the file with small letters a-z, digits and hyphens only, such as visa-kerja.md",
    ),
    "folder": (
        '"{name}" berada di folder yang tidak dipakai situs ini',
        '"{name}" is in a folder that this site does not use',
        "pindahkan ke content/artikel/<tahun>/, content/program/, atau content/images/",
        "move it to content/artikel/<year>/, content/program/ or content/images/",
    ),
    "ending": (
        'jenis berkas "{name}" tidak dipakai situs ini',
        'this site does not use files of the kind of "{name}"',
        "simpan tulisan sebagai .md dan gambar sebagai .jpg, .png, .webp, .gif, atau .svg",
        "save texts as .md and images as .jpg, .png, .webp, .gif or .svg",
    ),
    "reserved": (
        'nama "{name}" sudah dipakai sistem',
        'the name "{name}" is kept for the system',
        "pilih nama berkas yang lain",
        "choose another file name",
    ),
    "length": (
        'nama berkas "{name}" terlalu panjang',
        'the file name "{name}" is too long',
        "pendekkan menjadi beberapa kata saja, misalnya visa-kerja-jepang.md",
        "shorten it to a few words, such as visa-kerja-jepang.md",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    message_id, message_en, help_id, help_en = _WORDS.get(defect.values.get("problem", "character"), _WORDS["character"])
    name, suggestion = defect.values.get("name", ""), defect.values.get("suggestion", "")
    message = Localized(id=message_id.replace("{name}", name), en=message_en.replace("{name}", name))
    if suggestion and PurePosixPath(name).suffix.lower() in _PHOTOS:
        return message, Localized(
            id=f'jalankan python3 scripts/check.py --fix, atau ganti namanya menjadi "{suggestion}"',
            en=f'run python3 scripts/check.py --fix, or rename it to "{suggestion}"',
        )
    if suggestion:
        return message, Localized(id=f'ganti namanya menjadi "{suggestion}"', en=f'rename it to "{suggestion}"')
    return message, Localized(id=help_id, en=help_en)

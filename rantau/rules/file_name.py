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

Bad:
    path: artikel/2025/visa-kerja.md.txt
    ---
    title: Surat untuk visa kerja
    ---
    at: 1:1

Bad:
    path: negara/jepang/visa.md
    ---
    title: Surat untuk visa kerja
    ---
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
    path: artikel/2025/a.b_c-2.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: artikel/2025/denah.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>

Good:
    made: a photo in a folder of images
"""

from pathlib import PurePosixPath

from rantau.model import Defect, Localized, Severity
from rantau.text.commands import FIX, NEW
from rantau.text.slugs import slugify

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Nama berkas menjadi alamat halaman, jadi dipakai huruf kecil a-z, angka, dan tanda hubung saja, misalnya "
        "visa-kerja.md. Artikel disimpan di content/artikel/<tahun>/, lembar program di content/program/, gambar di "
        "content/images/. Tulisan berakhiran .md; gambar berakhiran .jpg, .png, .webp, .gif, atau .svg. Dokumen Word, PDF, "
        f"dan foto .heic tidak dapat terbit. Perintah {FIX} mengganti nama yang salah beserta tautan dan isian "
        "gambar yang menyebutnya; berkas lain tidak pernah tertimpa."
    ),
    en=(
        "A file's name becomes the page's address, so it has only small letters a-z, digits and hyphens, such as "
        "visa-kerja.md. Articles are kept in content/artikel/<year>/, program sheets in content/program/, images in "
        "content/images/. Texts end in .md, images in .jpg, .png, .webp, .gif or .svg. Word documents, PDFs and .heic "
        f"photos cannot be published. The command {FIX} gives wrong names right ones, also in the "
        "links and entries that name them; it never overwrites another file."
    ),
)

_IMAGES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"))
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
    "reserved": (
        'nama "{name}" sudah dipakai sistem',
        'the name "{name}" is kept for the system',
        "pilih nama berkas yang lain, misalnya visa-kerja.md",
        "choose another file name, such as visa-kerja.md",
    ),
    "length": (
        'nama berkas "{name}" terlalu panjang',
        'the file name "{name}" is too long',
        "pendekkan menjadi beberapa kata saja, misalnya visa-kerja-jepang.md",
        "shorten it to a few words, such as visa-kerja-jepang.md",
    ),
}
_FOLDER = (
    'folder tempat "{name}" memuat tanda selain huruf kecil a-z, angka, dan tanda hubung',
    'the folder of "{name}" holds something else than small letters a-z, digits and hyphens',
    "ganti nama foldernya dengan huruf kecil a-z, angka, dan tanda hubung saja",
    "rename the folder with small letters a-z, digits and hyphens only",
)
_DOCUMENT = (
    f'berkas Word tidak dapat terbit; buat artikel dengan {NEW} "Judul", lalu salin teksnya ke sana, dan '
    "hapus berkas ini dari content",
    f'Word documents cannot be published; make an article with {NEW} "Title", copy the text into it, and '
    "delete this file from content",
)
_PDF = (
    "dokumen PDF tidak dapat terbit; tulis tautan ke tempat asalnya di internet, atau salin isinya ke artikel, lalu hapus "
    "berkas ini dari content",
    "PDF documents cannot be published; link to where it stands on the internet, or copy its text into an article, and "
    "delete this file from content",
)
_IPHONE = (
    "foto dari iPhone: kirim foto itu ke diri sendiri lewat WhatsApp lalu simpan, hasilnya JPG; atau pilih Pengaturan > Kamera > "
    "Format > Paling Kompatibel sebelum memotret. Sesudah itu hapus berkas {ending} ini",
    "a photo of an iPhone: send it to yourself through WhatsApp and save it, which makes a JPG; or choose Settings > Camera > "
    "Formats > Most Compatible before taking it. Then delete this {ending} file",
)
_PICTURE = (
    "buka gambarnya di ponsel lalu ambil tangkapan layar, atau di komputer lalu Simpan sebagai JPG atau PNG; sesudah itu hapus "
    "berkas {ending} ini",
    "open the image on the phone and take a screenshot, or on a computer and save it as JPG or PNG; then delete this {ending} "
    "file",
)
_FILM = (
    "video dan suara tidak disimpan di sini; tulis tautan biasa ke tempatnya di internet, lalu hapus berkas ini dari content",
    "films and sounds are not kept here; write a plain link to where they stand, and delete this file from content",
)
_SHEET = (
    "tulis isinya sebagai tabel di dalam artikel, lalu hapus berkas ini dari content",
    "write what it holds as a table in an article, and delete this file from content",
)
_ENDINGS = (
    dict.fromkeys((".docx", ".doc", ".odt", ".rtf", ".pages"), _DOCUMENT)
    | dict.fromkeys((".heic", ".heif"), _IPHONE)
    | dict.fromkeys((".tif", ".tiff", ".bmp", ".avif", ".psd"), _PICTURE)
    | dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".webm", ".3gp", ".mp3", ".m4a", ".ogg"), _FILM)
    | dict.fromkeys((".xlsx", ".xls", ".ods", ".csv"), _SHEET)
    | {".pdf": _PDF}
)
_OTHER_ENDING = (
    "hapus berkas ini dari content; yang dipakai tulisan .md dan gambar .jpg, .png, .webp, .gif, atau .svg",
    "delete this file from content; texts are .md, images .jpg, .png, .webp, .gif or .svg",
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    problem, name = defect.values.get("problem", "character"), defect.values.get("name", "")
    suggestion = defect.values.get("suggestion", "")
    if problem == "folder":
        message = Localized(
            id=f'"{name}" berada di folder yang tidak dipakai situs ini',
            en=f'"{name}" is in a folder that this site does not use',
        )
        return message, _place(suggestion or name)
    if problem == "ending":
        message = Localized(
            id=f'jenis berkas "{name}" tidak dipakai situs ini', en=f'this site does not use files of the kind of "{name}"'
        )
        return message, _ending(name)
    words = _WORDS.get(problem, _WORDS["character"])
    if suggestion == name:
        # A right name that is refused: its folder's is wrong, or no name made of its letters will do.
        suggestion, words = "", _FOLDER if problem == "character" else words
    message_id, message_en, help_id, help_en = (text.replace("{name}", name) for text in words)
    message = Localized(id=message_id, en=message_en)
    if not suggestion:
        return message, Localized(id=help_id, en=help_en)
    command = defect.values.get("command", FIX)
    return message, Localized(
        id=f'jalankan {command} untuk mengganti namanya menjadi "{suggestion}"; tulisan yang menyebut nama lama ikut disesuaikan',
        en=f'run {command} to rename it to "{suggestion}"; texts that name the old one are changed as well',
    )


def _place(name: str) -> Localized:
    """Where a file belongs that stands in a folder of no meaning."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in _IMAGES:
        return Localized(id=f"pindahkan ke content/images/{name}", en=f"move it to content/images/{name}")
    if ending == ".yml":
        return Localized(
            id="daftar hanya ada di content/_data; hapus berkas ini dari sini",
            en="lists are kept in content/_data only; delete this file here",
        )
    return Localized(
        id=f"pindahkan ke content/artikel/<tahun>/{name}; lembar program ke content/program/{name}",
        en=f"move it to content/artikel/<year>/{name}; a program sheet to content/program/{name}",
    )


def _ending(name: str) -> Localized:
    """What to do with a file of a kind that is not used."""
    lower = name.lower()
    stem, ending = PurePosixPath(lower).stem, PurePosixPath(lower).suffix
    if lower.endswith(".md.txt"):
        right = f"{slugify(stem.removesuffix('.md')) or 'artikel'}.md"
        return Localized(
            id=f'ganti namanya menjadi "{right}"; kalau akhiran .txt tidak tampak, nyalakan "Ekstensi nama file" di File '
            "Explorer",
            en=f'rename it to "{right}"; if you do not see .txt, switch on "File name extensions" in File Explorer',
        )
    if ending in (".markdown", ".mdown", ".txt", ".yaml"):
        right = f"{slugify(stem) or 'artikel'}{'.yml' if ending == '.yaml' else '.md'}"
        return Localized(id=f'ganti namanya menjadi "{right}"', en=f'rename it to "{right}"')
    if not ending:
        right = slugify(stem) or "nama"
        return Localized(
            id=f'beri akhiran: "{right}.md" untuk tulisan, "{right}.jpg" untuk foto',
            en=f'give it an ending: "{right}.md" for a text, "{right}.jpg" for a photo',
        )
    help_id, help_en = (text.replace("{ending}", ending) for text in _ENDINGS.get(ending, _OTHER_ENDING))
    return Localized(id=help_id, en=help_en)

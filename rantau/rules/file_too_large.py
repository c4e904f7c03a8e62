"""A file is larger than the site takes.

Readers pay for their data, and a very long text can take minutes to render.

Bad:
    made: an article of 70 KB
    at: artikel/2025/panjang.md:1:1

Bad:
    made: an image of 6 MB
    at: images/besar.png:1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Siapkan paspor.

Good:
    made: an article of 60 KB

Good:
    made: a photo in a folder of images
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken
from rantau.text.commands import FIX

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Pembaca membuka situs ini lewat ponsel dan membayar kuota, jadi tulisan paling besar 64 KB dan gambar paling "
        f"besar 5 MB. Foto dari ponsel sering lebih besar dari itu; perintah {FIX} mengecilkannya "
        "sampai 2560 piksel di sisi terpanjang, dua kali yang pernah ditampilkan, dan membuang data tempat pemotretannya. "
        "Tulisan yang terlalu panjang lebih baik dibagi menjadi beberapa artikel."
    ),
    en=(
        "Readers use phones and pay for data, so a text may have 64 KB and an image 5 MB at most. Photos from phones "
        f"are often larger; the command {FIX} shrinks them to 2560 pixels on the longer side, twice "
        "of what is ever shown, and drops where they were taken. A text that is too long is better split into several "
        "articles."
    ),
)

# Only images may be so large; files of other kinds have lower limits.
_IMAGE_LIMIT = 5 * 1024 * 1024


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    size, limit = (spoken.size(int(defect.values.get(name, "0"))) for name in ("size", "limit"))
    message = Localized(
        id=f"ukuran berkas ini {size.id}, batasnya {limit.id}",
        en=f"this file has {size.en}, the limit is {limit.en}",
    )
    if int(defect.values.get("limit", "0")) >= _IMAGE_LIMIT:
        if command := defect.values.get("command", FIX):
            return message, Localized(id=f"jalankan {command} untuk mengecilkannya", en=f"run {command} to shrink it")
        return message, Localized(
            id="perintah perbaikan tidak dapat mengecilkan yang ini; kecilkan dengan Paint (Ubah ukuran, lebar 1280 piksel "
            "cukup), lalu simpan sebagai JPG",
            en="the repair command cannot shrink this one; make it smaller in Paint (Resize, 1280 pixels are wide enough) and "
            "save it as JPG",
        )
    return message, Localized(
        id="bagi isinya menjadi beberapa berkas yang lebih pendek",
        en="split what it holds into several shorter files",
    )

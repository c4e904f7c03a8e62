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

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Pembaca membuka situs ini lewat ponsel dan membayar kuota, jadi tulisan paling besar 64 KB dan gambar paling "
        "besar 5 MB. Foto dari ponsel sering lebih besar dari itu; kecilkan dulu sampai lebarnya kira-kira 1280 piksel. "
        "Tulisan yang terlalu panjang lebih baik dibagi menjadi beberapa artikel."
    ),
    en=(
        "Readers use phones and pay for data, so a text may have 64 KB and an image 5 MB at most. Photos from phones "
        "are often larger; make them smaller first, about 1280 pixels wide. A text that is too long is better split "
        "into several articles."
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
        return message, Localized(
            id="kecilkan fotonya dulu (lebar 1280 piksel cukup), misalnya dengan Paint: Ubah ukuran, lalu simpan lagi",
            en="make the photo smaller first (1280 pixels are wide enough), for instance in Paint: Resize, then save it again",
        )
    return message, Localized(
        id="bagi isinya menjadi beberapa berkas yang lebih pendek",
        en="split what it holds into several shorter files",
    )

"""An image file cannot be shown.

A broken or empty file leaves a hole in the page, and a very large one can stop the build.

Bad:
    made: an image cut off in the middle
    at: images/rusak.jpg:1:1

Bad:
    made: an empty image
    at: images/kosong.png:1:1

Bad:
    path: images/tulisan.jpg
    Ini bukan gambar.
    at: 1:1

Good:
    made: a photo in a folder of images

Good:
    path: images/bulat.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>

Good:
    path: images/kotak.svg
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor](/images/visa.jpg)
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Gambar ini tidak bisa dibuka, misalnya karena terpotong ketika diunduh atau isinya bukan gambar. Gambar yang "
        "dipakai situs ini: JPG, PNG, WebP, GIF, dan SVG. Coba buka gambarnya di komputer Anda; kalau tidak terbuka "
        "juga, cari berkas aslinya."
    ),
    en=(
        "This image cannot be opened, for instance because its download stopped or because it is no image at all. The "
        "site uses JPG, PNG, WebP, GIF and SVG. Try to open it on your computer; when that fails too, look for the "
        "original file."
    ),
)

_WORDS = {
    "broken": (
        "gambar ini rusak atau tidak lengkap",
        "this image is broken or incomplete",
        "ambil lagi berkas aslinya, lalu simpan dengan nama yang sama",
        "get the original file again and save it under the same name",
    ),
    "format": (
        "isi berkas ini bukan gambar JPG, PNG, WebP, GIF, atau SVG yang sesuai dengan namanya",
        "this file does not hold the JPG, PNG, WebP, GIF or SVG image that its name says",
        "buka gambarnya di komputer, lalu simpan lagi sebagai JPG atau PNG",
        "open the image on your computer and save it again as JPG or PNG",
    ),
    "pixels": (
        "gambar ini terlalu banyak pikselnya untuk dibuka",
        "this image has too many pixels to be opened",
        "kecilkan gambarnya, cukup 1280 piksel lebarnya",
        "make the image smaller; 1280 pixels are wide enough",
    ),
    "animation": (
        "gambar bergerak ini terlalu panjang",
        "this moving image is too long",
        "pakai satu gambar diam sebagai gantinya",
        "use a single still image instead",
    ),
    "empty": (
        "berkas gambar ini kosong",
        "this image file is empty",
        "ambil lagi berkas aslinya, lalu simpan dengan nama yang sama",
        "get the original file again and save it under the same name",
    ),
}

_MISTAKEN = {
    "HEIC/AVIF": Localized(
        id="ini foto dari iPhone atau kamera baru; kirim ke diri sendiri lewat WhatsApp lalu simpan (hasilnya JPG), atau buka di "
        "komputer dan simpan lagi sebagai JPG",
        en="this is a photo of an iPhone or a new camera; send it to yourself through WhatsApp and save it (which makes a JPG), or "
        "open it on a computer and save it again as JPG",
    ),
    "HTML": Localized(
        id="yang tersimpan halaman web, bukan gambarnya; buka gambarnya di peramban, lalu simpan gambarnya saja",
        en="what was saved is a web page, not the image; open the image in the browser and save just the image",
    ),
    "PDF": Localized(
        id="ini dokumen PDF; ambil gambar layar dari halaman yang diperlukan, lalu simpan sebagai PNG",
        en="this is a PDF document; take a screenshot of the page you need and save it as PNG",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    message_id, message_en, help_id, help_en = _WORDS.get(defect.values.get("problem", "broken"), _WORDS["broken"])
    problem, detail = defect.values.get("problem", ""), defect.values.get("detail", "")
    # For a broken file the detail is a decoder's remark, which helps nobody who edits texts.
    tail = f': "{detail}"' if detail and problem != "broken" else ""
    action = _MISTAKEN.get(detail, Localized(id=help_id, en=help_en))
    return Localized(id=message_id + tail, en=message_en + tail), action

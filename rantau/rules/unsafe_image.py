"""An SVG image holds something that is no drawing.

An SVG is a document: opened on its own, a script or an outside reference in it runs with the rights of the site.

Bad:
    path: images/jahat.svg
    <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
    at: 1:1

Bad:
    path: images/jahat.svg
    <svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1" onclick="alert(1)"/></svg>
    at: 1:1

Good:
    path: images/bulat.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#c00"/></svg>

Good:
    path: images/teks.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g><text x="1" y="5">SSW</text></g></svg>

Good:
    made: a photo in a folder of images
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Gambar SVG sebenarnya berkas teks yang bisa memuat perintah, bukan hanya gambar. Situs ini hanya menerima "
        "SVG yang berisi bentuk, warna, dan tulisan. Simpan ulang gambarnya dari aplikasi gambar sebagai SVG polos "
        "(plain SVG), atau sebagai PNG."
    ),
    en=(
        "An SVG image is really a text file that can hold commands, not just a drawing. This site takes only SVGs "
        "made of shapes, colours and text. Save the image again from your drawing program as plain SVG, or as PNG."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    element = defect.values.get("element", "")
    return (
        Localized(
            id=f'gambar SVG ini memuat "{element}", yang bukan bagian gambar',
            en=f'this SVG image holds "{element}", which is no part of a drawing',
        ),
        Localized(
            id="simpan ulang gambarnya sebagai SVG polos (plain SVG) atau sebagai PNG",
            en="save the image again as plain SVG or as PNG",
        ),
    )

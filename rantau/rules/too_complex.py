"""A body is too deeply nested, or takes too long to render.

One such text, by accident or on purpose, would stop the whole site from being built.

Bad:
    made: an article of a list 3000 levels deep
    at: artikel/2025/dalam.md:6:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    > Kutipan
    >
    > > di dalam kutipan

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    - satu
        - dua
            - tiga
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tulisan ini terlalu rumit untuk dijadikan halaman: kutipan atau daftar di dalamnya terlalu bertingkat, atau "
        "ada rangkaian tanda yang tidak wajar seperti ratusan tanda kurung. Rapikan bagian itu, atau bagi tulisannya "
        "menjadi beberapa artikel."
    ),
    en=(
        "This text is too intricate to become a page: quotations or lists in it are nested too deeply, or it holds an "
        "unusual run of characters such as hundreds of brackets. Tidy that part, or split the text into several "
        "articles."
    ),
)

_MESSAGES = {
    "time": Localized(id="tulisan ini terlalu lama diubah menjadi halaman", en="this text takes too long to become a page"),
    "depth": Localized(
        id="kutipan atau daftar di tulisan ini terlalu bertingkat",
        en="quotations or lists in this text are nested too deeply",
    ),
}
_HELP = Localized(
    id="hapus rangkaian tanda yang tidak wajar dan kurangi tingkat kutipan dan daftar, atau bagi tulisan ini",
    en="delete unusual runs of characters and nest quotations and lists less deeply, or split the text",
)
_LATE = Localized(
    id="hapus rangkaian tanda yang tidak wajar, beri baris kosong di antara judul, garis, dan kotak, atau bagi tulisan ini",
    en="delete unusual runs of characters, leave an empty line between headings, rules and boxes, or split the text",
)
_OTHER = Localized(id="tulisan ini terlalu rumit untuk dijadikan halaman", en="this text is too intricate to become a page")


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    limit = defect.values.get("limit", "")
    return _MESSAGES.get(limit, _OTHER), _LATE if limit == "time" else _HELP

"""Somebody else's text is to be published.

Full texts of other publishers belong to them; the portal may cite facts with their source, not copy sentences.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    rights: third-party
    #       ^^^^^^^^^^^
    ---
    at: 5:9

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    status: published
    rights: third-party
    ---
    at: 6:9

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    rights: third-party
    status: draft
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    rights: quoted
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "rights: third-party berarti tulisan ini disalin utuh dari media atau lembaga lain. Tulisan seperti itu milik "
        "mereka dan tidak boleh terbit di sini. Tulis ulang dengan kalimat sendiri, sebutkan sumbernya pada isian "
        "sources, lalu ganti rights menjadi own. Selama belum ditulis ulang, simpan sebagai status: draft."
    ),
    en=(
        "rights: third-party means that this text was copied whole from another publisher. Such texts are theirs and "
        "may not be published here. Write it anew in your own sentences, name the source in sources, and change "
        "rights to own. Until then keep it as status: draft."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """A text of a third party that would get a page; an archived one has a page too."""
    fields = document.fields
    if fields is None or fields.rights != "third-party" or fields.status == "draft":
        return
    yield Finding(
        document.path,
        document.span("rights"),
        Localized(
            id="tulisan milik pihak lain tidak boleh terbit di situs ini",
            en="a text that belongs to others may not be published here",
        ),
        Localized(
            id='tulis ulang dengan kalimat sendiri dan sebutkan sumbernya, atau tulis "status: draft"',
            en='write it anew in your own sentences and name the source, or write "status: draft"',
        ),
    )

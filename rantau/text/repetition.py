"""Texts that say the same, in one document and in several."""

import unicodedata
from collections.abc import Collection, Iterator

from rantau.model import Document, Kind, Library


def letters(text: str) -> str:
    """The letters and digits of a text in one spelling: "Visa  kerja!" and "visa kerja" are equal."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def repeated(library: Library, name: str, kinds: Collection[Kind]) -> Iterator[tuple[Document, Document]]:
    """Each published document of the kinds with the first one, by path, of its language whose field `name` says the same.

    Drafts and archived documents are left out. Capitals, blanks and the last full stop make no difference; an empty field
    says nothing.
    """
    first: dict[tuple[str, str], Document] = {}
    for document in library.published():
        fields = document.fields
        if fields is None or fields.status == "archived" or document.kind not in kinds:
            continue
        said = " ".join(unicodedata.normalize("NFKC", str(getattr(fields, name) or "")).casefold().split()).rstrip(" .。")
        if said:
            original = first.setdefault((document.language, said), document)
            if original is not document:
                yield document, original

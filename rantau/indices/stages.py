"""Index pages of stages: /tahap/<slug>/."""

from collections.abc import Iterator

from rantau.model import Document, Library, Localized, Taxonomy, Term


class _Stages(Taxonomy):
    """The stages; an article also mentions one that it calls by a name of several parts ("pra-penempatan", "masa penempatan").

    "Persiapan" and "penempatan" alone are everyday words.
    """

    __slots__ = ()

    def place(self, document: Document, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stage that the document is about, and those that its text names."""
        about = library.placements[document.path].about.get(self.registry, ())
        text = document.body.text.casefold() if document.body is not None else ""
        named = (
            t.key for t in self.terms(library) if t.key not in about and any(n in text for n in _names(t, document.language))
        )
        return about, tuple(named)


def _names(term: Term, language: str) -> Iterator[str]:
    for name in (term.name.speak(language), *term.aliases):
        if " " in name.strip() or "-" in name:
            yield name.casefold()


TAXONOMY = _Stages("tahap", "stages", Localized("Tahap", "Stages", "段階"), 30)

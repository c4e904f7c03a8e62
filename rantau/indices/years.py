"""Index pages of years: /tahun/<year>/; an article without a date stands on none."""

from rantau.model import Document, Library, Localized, Taxonomy, Term


class _Years(Taxonomy):
    """The years in which something was published, which no registry lists."""

    __slots__ = ()

    def terms(self, library: Library) -> tuple[Term, ...]:
        years = {key for document in library.articles() for key in self.place(document, library)[0]}
        return tuple(Term(self.registry, year, year, Localized(year, year, f"{year}年")) for year in sorted(years))

    def place(self, document: Document, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
        day = document.fields.date if document.fields is not None else None
        return ((str(day.year),) if day is not None else ()), ()


TAXONOMY = _Years("tahun", "years", Localized("Tahun", "Years", "年"), 70)

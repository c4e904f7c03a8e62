"""A country's code is, in everyday words, the short name of another country.

"AS" is the code of American Samoa, but every Indonesian reads it as the United States; the article would
stand on a page where nobody looks for it.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP, AS]
    #               ^^
    ---
    at: 5:17

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [US]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [Amerika Serikat, KR]
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity, Term
from rantau.text.names import fold

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    "Beberapa kode negara berarti lain dalam percakapan sehari-hari. AS adalah kode Samoa Amerika, padahal banyak orang "
    "menulis AS untuk Amerika Serikat, yang kodenya US. Kalau salah, artikel berdiri di halaman negara yang keliru.",
    "Some country codes mean something else in everyday speech. AS is the code of American Samoa, yet many people write AS "
    "for the United States, whose code is US. A wrong one puts the article on the wrong country's page.",
)


def check_library(library: Library) -> Iterator[Finding]:
    """Codes among the countries that are also the everyday name of another country."""
    registry = library.registries.get("countries")
    countries = registry.terms if registry is not None else {}
    aliases = {fold(alias): term for _, term in sorted(countries.items()) for alias in term.aliases}
    doubtful = {fold(key): (term, aliases[fold(key)]) for key, term in countries.items() if fold(key) in aliases}
    for document in library.documents:
        for number, written in enumerate(document.fields.countries if document.fields is not None else ()):
            if fold(written) in doubtful:
                yield _finding(document, number, written, *doubtful[fold(written)])


def _finding(document: Document, number: int, written: str, meant: Term, other: Term) -> Finding:
    return Finding(
        document.path,
        document.span(f"countries.{number}"),
        Localized(
            f'"{written}" adalah kode {meant.name.id}, padahal sehari-hari berarti {other.name.id}',
            f'"{written}" is the code of {meant.name.speak("en")}, yet in everyday speech it means {other.name.speak("en")}',
        ),
        Localized(
            f"untuk {other.name.id} tulis {other.key}; kalau memang {meant.name.id}, tulis namanya",
            f"for {other.name.speak('en')} write {other.key}; for {meant.name.speak('en')} write its name",
        ),
    )

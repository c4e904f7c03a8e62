"""A `countries` entry, or the introduction of a country's page, is not a known country or region.

Index pages are made per country, so a mistyped code would publish an orphan page.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP, JPN]
    #               ^^^
    ---
    at: 5:17

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: Indonesia
    ---
    at: 5:12

Bad:
    path: negara/jepan.md
    ---
    title: Bekerja di Jepang
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries:
      - Korea Selatan
      - taiwan
      - Uni Eropa
    ---

Good:
    path: negara/jepang.md
    ---
    title: Bekerja di Jepang
    ---

Good:
    path: kawasan/uni-eropa.md
    ---
    title: Bekerja di Uni Eropa
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries:
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Registry, Severity, Term
from rantau.text import spoken
from rantau.text.names import fold, lookup
from rantau.text.terms import belongs, entry_span, hidden, likely, registry, several, stray_introduction

SEVERITY = Severity.ERROR
LISTS = ("countries", "regions")
EXPLANATION = Localized(
    id=(
        'Isian "countries" memuat negara atau kawasan tujuan yang dibahas tulisan, ditulis dengan kode dua huruf (JP) '
        "atau namanya (Jepang). Yang dikenal situs tercantum di content/_data/countries.yml dan "
        "content/_data/regions.yml. Indonesia tidak ditulis, karena isian ini untuk negara tujuan."
    ),
    en=(
        'The entry "countries" holds the countries or regions of destination that a text is about, as two-letter '
        "codes (JP) or names (Japan). Those the site knows are listed in content/_data/countries.yml and "
        "content/_data/regions.yml. Indonesia is not written, because the entry is for destinations."
    ),
)

_HOME = frozenset(("id", "idn", "ri", "indonesia", "republik indonesia", "インドネシア"))


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `countries` that neither the countries nor the regions know; introductions of no such page."""
    yield from stray_introduction(document, registry(library, "countries"), "negara", "country")
    yield from stray_introduction(document, registry(library, "regions"), "kawasan", "region")
    if document.fields is None:
        return
    countries, regions = registry(library, "countries"), registry(library, "regions")
    for index, value in enumerate(document.fields.countries):
        if not value:
            continue
        span = entry_span(document, "countries", index)
        if fold(value) in _HOME:
            yield Finding(document.path, span, *_indonesia(value))
        elif not _known(countries, regions, value):
            joined = several(document, "countries", index, lambda part: _known(countries, regions, part))
            if joined is not None:
                yield joined
                continue
            if hidden(library, "countries", value) or hidden(library, "regions", value):
                continue
            message = Localized(
                id=f'"{spoken.brief(value)}" bukan negara atau kawasan yang dikenal',
                en=f'"{spoken.brief(value)}" is not a country or region that is known',
            )
            meant = _meant(countries, regions, value)
            fix = (Edit(span, meant.key),) if meant is not None and len(value) == 3 else ()
            yield Finding(document.path, span, message, belongs(document, library, "countries", value) or _help(meant), fix)


def _known(countries: Registry, regions: Registry, value: str) -> bool:
    return lookup(countries, value) is not None or lookup(regions, value) is not None


def _help(meant: Term | None) -> Localized:
    if meant is not None:
        return Localized(
            id=f'maksud Anda "{meant.key}" ({meant.name.id})?',
            en=f'did you mean "{meant.key}" ({meant.name.speak("en")})?',
        )
    return Localized(
        id="tulis kode dua huruf atau nama negaranya, bukan nama kota; negara yang dikenal tercantum di "
        "content/_data/countries.yml",
        en="write the two-letter code or the country's name, not a city; the known countries are listed in "
        "content/_data/countries.yml",
    )


def _meant(countries: Registry, regions: Registry, value: str) -> Term | None:
    return likely(countries, value) or likely(regions, value)


def _indonesia(value: str) -> tuple[Localized, Localized]:
    return Localized(
        id=f'"{spoken.brief(value)}" bukan negara tujuan penempatan',
        en=f'"{spoken.brief(value)}" is not a country of destination',
    ), Localized(
        id="hapus Indonesia dari countries; isian ini hanya untuk negara tujuan",
        en="delete Indonesia from countries; the entry is for destinations only",
    )

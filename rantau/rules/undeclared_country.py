"""An article speaks of a country that it does not declare.

It would be missing on that country's page, where readers look for it; but a mention alone is no proof.

Bad:
    ---
    title: Lowongan perawat di Jepang
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
    at: 2:8

Bad:
    ---
    title: Lowongan perawat
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Perawat dicari di Taiwan.

    Taiwan membuka lowongan, dan gaji di Taiwan naik.
    at: 7:19

Good:
    ---
    title: Lowongan perawat di Jepang
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    countries: [JP]
    ---

Good:
    ---
    title: Lowongan perawat
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Perawat dicari di Taiwan dan di Korea Selatan. Taiwan membuka lowongan.

Good:
    ---
    title: Belajar membaca sebelum berangkat
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Hafalkan huruf Korea dulu, lalu kosakata Korea. Teks Korea pendek dibaca sesudahnya.

Good:
    path: tentang.md
    ---
    title: Tentang kerja di Jepang
    ---

Good:
    ---
    title: Lowongan perawat di Uni Eropa
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Kind, Library, Localized, Mention, Placement, Severity, Term
from rantau.text.terms import registry

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Tulisan ini menyebut sebuah negara di judul, di ringkasan, atau berkali-kali di isinya, tetapi negara itu "
        "tidak ada pada isian countries. Kalau tulisannya memang tentang negara itu, tambahkan, supaya muncul di "
        "halaman negaranya. Kalau hanya disebut sambil lalu, biarkan saja: ini hanya peringatan."
    ),
    en=(
        "This text names a country in its title, in its summary or many times in the body, but the entry countries "
        "does not hold it. If the text is about that country, add it, so that it appears on the country's page. If it "
        "is only named in passing, leave it: this is only a warning."
    ),
)

_OFTEN = 3
_PLACES = {
    "title": Localized("di judul", "in its title"),
    "description": Localized("di ringkasan", "in its summary"),
}


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Countries in the title or the description, or three times in the body, that an article does not declare."""
    if document.kind is not Kind.ARTICLE or document.fields is None:
        return
    declared = library.placements.get(document.path, Placement()).about.get("countries", ())
    countries = registry(library, "countries").terms
    for mention in document.mentions:
        term = countries.get(mention.key) if mention.registry == "countries" else None
        if term is None or mention.key in declared:
            continue
        if mention.where in _PLACES or mention.count >= _OFTEN:
            yield _finding(document, mention, term)


def _finding(document: Document, mention: Mention, term: Term) -> Finding:
    where = _PLACES.get(mention.where, Localized(f"{mention.count} kali", f"{mention.count} times"))
    name_id, name_en = term.name.id, term.name.speak("en")
    return Finding(
        document.path,
        mention.span,
        Localized(
            id=f'tulisan ini menyebut "{name_id}" {where.id}, tetapi "{term.key}" tidak ada pada isian "countries"',
            en=f'this text names "{name_en}" {where.en}, but "{term.key}" is not in the entry "countries"',
        ),
        Localized(
            id=f"kalau tulisan ini memang tentang {name_id}, tambahkan {term.key} pada countries; kalau tidak, biarkan",
            en=f"if this text is about {name_en}, add {term.key} to countries; if not, leave it",
        ),
    )

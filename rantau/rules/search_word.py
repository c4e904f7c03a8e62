"""A list of words for the search contradicts itself.

A word that is written for another must lead to one word and no further; otherwise the search would look for both and find neither.
The words of a name count as the words to look up. A word that stands twice, that is not looked up at all or that means a country
does nothing where it stands.

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [ijin]}
    - {key: ijin, aliases: [idzin]}
    at: 2:9
    also: registry-entry

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [surat ijin]}
    at: 1:25

Bad:
    path: _data/spellings.yml
    - {key: kong-hu-cu, name: kong hu cu, aliases: [konghucu]}
    - {key: raja, aliases: [kong]}
    at: 2:25

Bad:
    path: _data/stems.yml
    - {key: latih, aliases: [pelatihan]}
    - {key: pelatihan, aliases: [pelatihannya]}
    at: 2:9
    also: registry-entry

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [ijin]}
    - {key: ijin, aliases: [izin]}
    at: 2:25
    also: registry-entry

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [ijin, idzin, ijin]}
    at: 1:38

Bad:
    path: _data/synonyms.yml
    - {key: ginseng, name: tanaman ginseng, aliases: [Korsel]}
    at: 1:51

Good:
    path: _data/stems.yml
    - {key: Latih, aliases: [PELATIHAN]}
    path: _data/places.yml
    - {key: kabupaten, aliases: [Kediri, gunungkidul]}

Good:
    path: _data/countries.yml
    - {key: HK, slug: hong-kong, name: {id: Hong Kong, en: Hong Kong}, aliases: [Hongkong]}
    path: _data/spellings.yml
    - {key: hong-kong, name: hong kong, aliases: [hongkong]}

Good:
    path: _data/stopwords.yml
    - {key: kata-depan, aliases: [di, ke, yang]}
    path: _data/spellings.yml
    - {key: yang, aliases: [yg]}

Good:
    path: _data/spellings.yml
    - {key: izin, aliases: [ijin, idzin]}
    - {key: hong-kong, name: hong kong, aliases: [hongkong]}

Good:
    path: _data/spellings.yml
    - {key: jumat, aliases: ["Jum'at", Jum’at]}

Good:
    path: _data/spellings.yml
    - {key: aktivitas, aliases: [aktifitas]}
    path: _data/stems.yml
    - {key: aktif, aliases: [aktivitas, aktifitas]}

Good:
    path: _data/stopwords.yml
    - {key: kata-sambung, aliases: [dan, atau, ke dalam]}

Good:
    path: _data/stems.yml
    - {key: latih, aliases: [pelatihan, pelatihannya]}

Good:
    path: _data/synonyms.yml
    - {key: pmi, name: pekerja migran Indonesia, aliases: [PMI, TKI]}
    - {key: kp2mi, name: Kementerian Pelindungan Pekerja Migran Indonesia, aliases: [KP2MI], related: [pmi]}
"""

import re
from collections.abc import Iterator, Mapping

from rantau.model import Finding, Library, Localized, Severity, Span, Term
from rantau.text.names import fold

SEVERITY = Severity.ERROR
# Words as the search splits them: "Jum'at" is one, "on-line" is two.
_WORD = re.compile("[^\\W_]+(?:['’ʼ`][^\\W_]+)*")
EXPLANATION = Localized(
    id=(
        "spellings.yml dan stems.yml mengatakan: kata-kata di aliases dicari sebagai kata di key. Kata di key tidak boleh "
        "menjadi alias butir lain, karena pencarian akan berputar-putar di antara keduanya. Ejaan lain, bentukan, dan nama "
        "tempat masing-masing satu kata; sebutan yang lebih panjang ditulis di synonyms.yml. Kata yang sudah tertulis, kata "
        "di stopwords.yml, dan nama negara tidak berguna sebagai alias."
    ),
    en=(
        "spellings.yml and stems.yml say: the words in aliases are looked up as the word in key. A word in key must not be "
        "an alias of another item, because the search would go round in circles between them. Other spellings, derived "
        "words and names of places are single words; longer names belong into synonyms.yml. A word that is there already, a "
        "word of stopwords.yml and the name of a country are of no use as an alias."
    ),
)


def check_library(library: Library) -> Iterator[Finding]:
    """Words that lead on to further words, spellings of several words, and words that do nothing where they stand."""
    lists = {n: r.terms for n, r in library.registries.items() if n in ("places", "spellings", "stems", "stopwords", "synonyms")}
    ignored = {w.lower() for t in lists.get("stopwords", {}).values() for a in t.aliases or (t.key,) for w in _WORD.findall(a)}
    # A code of two letters is a word more often than a country.
    names = library.registries["countries"].names if "countries" in library.registries else {}
    countries = {name: key for name, key in names.items() if len(name) > 2}
    for name, terms in lists.items():
        if name in ("spellings", "stems"):
            yield from _chains(name, terms)
        for term in terms.values():
            yield from _idle(
                term, ignored if name != "stopwords" else set(), countries if name not in ("places", "stopwords") else {}
            )
            for alias, span in _aliases(term):
                if name in ("places", "spellings", "stems") and len(_WORD.findall(alias)) > 1:
                    yield _several(term, alias, span)


def _aliases(term: Term) -> Iterator[tuple[str, Span]]:
    """The aliases in their order, each with its place."""
    return zip(term.aliases, (span for _, span in term.places), strict=False)


def _chains(name: str, terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Words to look up that another item looks up as something else; each pair of items once."""
    leads = {fold(alias): term for term in terms.values() for alias in term.aliases}
    seen: set[frozenset[str]] = set()
    for term in terms.values():
        # A name is what a spelling is looked up as; stems have none.
        for word in _WORD.findall(term.name.id) if name == "spellings" else (term.key,):
            other = leads.get(fold(word))
            if other is not None and other.key != term.key and frozenset((term.key, other.key)) not in seen:
                seen.add(frozenset((term.key, other.key)))
                yield _chain(term, word, other)


def _idle(term: Term, ignored: set[str], countries: Mapping[str, str]) -> Iterator[Finding]:
    """Aliases that change nothing."""
    own = (
        {fold(term.key)}
        if term.registry in ("spellings", "stems")
        else {fold(term.name.id)}
        if term.name.id != term.key
        else set()
    )
    seen: set[str] = set()
    country = countries.get(fold(term.name.id), "")
    for alias, span in _aliases(term):
        folded = fold(alias)
        if folded in seen or (folded in own and term.registry in ("spellings", "stems", "synonyms")):
            yield _finding(
                term,
                span,
                (f'"{alias}" sudah tertulis pada butir ini', f'"{alias}" is already written in this item'),
                ("hapus yang kedua", "delete the second one"),
            )
        elif folded in ignored:
            yield _finding(
                term,
                span,
                (f'"{alias}" ada di stopwords.yml, jadi tidak dicari', f'"{alias}" is in stopwords.yml, so it is not looked up'),
                ("hapus kata itu di sini atau di stopwords.yml", "delete the word here or in stopwords.yml"),
            )
        elif folded in countries and countries[folded] != country:
            yield _finding(
                term,
                span,
                (f'"{alias}" sebutan negara di countries.yml', f'"{alias}" is the name of a country in countries.yml'),
                ("hapus kata itu di sini, atau dari negaranya", "delete the word here, or from its country"),
            )
        seen.add(folded)


def _chain(term: Term, word: str, other: Term) -> Finding:
    """Placed at what stands further down in the file: most lists grow at their end."""
    place = dict(other.places).get(next((a for a in other.aliases if fold(a) == fold(word)), ""), other.span)
    later = place if place.line > term.span.line else term.span
    return _finding(
        term,
        later,
        (
            f'"{word}" kata tujuan di baris {term.span.line}, tetapi alias butir "{other.key}" di baris {place.line}',
            f'"{word}" is the word to look up on line {term.span.line}, but an alias of the item "{other.key}" on line {place.line}',
        ),
        (
            f'pilih satu: hapus alias "{word}" dari butir "{other.key}", atau satukan kedua butir',
            f'choose one: delete the alias "{word}" from the item "{other.key}", or make one item of the two',
        )
        if word == term.key
        else (
            f'hapus alias "{word}" dari butir "{other.key}", atau pakai kata lain di name butir "{term.key}"',
            f'delete the alias "{word}" from the item "{other.key}", or use another word in the name of the item "{term.key}"',
        ),
    )


def _several(term: Term, alias: str, span: Span) -> Finding:
    if term.registry == "places":
        advice = "tulis kata demi kata: setiap kata menjadi satu isian", "write it word by word: each word is an entry of its own"
    else:
        advice = (
            "tulis satu kata saja; sebutan yang lebih panjang ditulis di synonyms.yml",
            "write a single word; longer names belong into synonyms.yml",
        )
    return _finding(term, span, (f'"{alias}" terdiri dari beberapa kata', f'"{alias}" has several words'), advice)


def _finding(term: Term, span: Span, message: tuple[str, str], advice: tuple[str, str]) -> Finding:
    return Finding(term.path, span, Localized(*message), Localized(*advice))

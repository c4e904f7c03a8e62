"""A list of words for the search contradicts itself.

A word that is written for another must lead to one word and no further; otherwise the search would look for both and find neither.
The words of a name count as the words to look up.

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [ijin]}
    - {key: ijin, aliases: [idzin]}
    at: 2:9
    also: registry-entry

Bad:
    path: _data/spellings.yml
    - {key: izin, aliases: [surat ijin]}
    at: 1:9

Bad:
    path: _data/spellings.yml
    - {key: daring, aliases: [on-line]}
    at: 1:9

Bad:
    path: _data/spellings.yml
    - {key: kong-hu-cu, name: kong hu cu, aliases: [konghucu]}
    - {key: raja, aliases: [kong]}
    at: 1:9

Bad:
    path: _data/stems.yml
    - {key: latih, aliases: [pelatihan]}
    - {key: pelatihan, aliases: [pelatihannya]}
    at: 2:9
    also: registry-entry

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
from collections.abc import Iterator

from rantau.model import Finding, Library, Localized, Severity, Term
from rantau.text.names import fold

SEVERITY = Severity.ERROR
# Words as the search splits them: "Jum'at" is one, "on-line" is two.
_WORD = re.compile("[^\\W_]+(?:['’ʼ`][^\\W_]+)*")
EXPLANATION = Localized(
    id=(
        "spellings.yml dan stems.yml mengatakan: kata-kata di aliases dicari sebagai kata di key. Kata di key tidak boleh "
        "menjadi alias butir lain, karena pencarian akan berputar-putar di antara keduanya. Ejaan lain terdiri dari satu "
        "kata; sebutan yang lebih panjang ditulis di synonyms.yml."
    ),
    en=(
        "spellings.yml and stems.yml say: the words in aliases are looked up as the word in key. A word in key must not be "
        "an alias of another item, because the search would go round in circles between them. Another spelling is a single "
        "word; longer names belong into synonyms.yml."
    ),
)


def check_library(library: Library) -> Iterator[Finding]:
    """Words that lead on to further words, and spellings of several words."""
    for name in ("spellings", "stems"):
        terms = library.registries[name].terms if name in library.registries else {}
        leads = {fold(alias): term for term in terms.values() for alias in term.aliases}
        for term in terms.values():
            # A name is what a spelling is looked up as; stems have none.
            for word in _WORD.findall(term.name.id) if name == "spellings" else (term.key,):
                other = leads.get(fold(word))
                if other is not None and other.key != term.key:
                    yield _chain(term, word, other)
            for alias in term.aliases:
                if name == "spellings" and len(_WORD.findall(alias)) > 1:
                    yield _several(term, alias)


def _chain(term: Term, word: str, other: Term) -> Finding:
    return Finding(
        term.path,
        term.span,
        Localized(
            id=f'"{word}" di sini kata tujuan, tetapi pada butir "{other.key}" ia menjadi alias',
            en=f'"{word}" is the word to look up here, but an alias of the item "{other.key}"',
        ),
        Localized(
            id=f'pindahkan semua alias butir ini ke butir "{other.key}", lalu hapus butir ini',
            en=f'move all aliases of this item to the item "{other.key}", then delete this item',
        )
        if word == term.key
        else Localized(
            id=f'hapus alias "{word}" dari butir "{other.key}", atau pakai kata lain di name butir ini',
            en=f'delete the alias "{word}" from the item "{other.key}", or use another word in the name of this item',
        ),
    )


def _several(term: Term, alias: str) -> Finding:
    return Finding(
        term.path,
        term.span,
        Localized(
            id=f'ejaan lain "{alias}" terdiri dari beberapa kata',
            en=f'the other spelling "{alias}" has several words',
        ),
        Localized(
            id="tulis satu kata saja; sebutan yang lebih panjang ditulis di synonyms.yml",
            en="write a single word; longer names belong into synonyms.yml",
        ),
    )

"""What the portal's lists say about words, in the form in which the analyser needs it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS as ENGLISH_STOPWORDS

from rantau.model import Registry, Term
from rantau.registry import WORDS
from rantau.search.analysis import Analyzer, Vocabulary
from rantau.search.conflate import Conflator, dictionary
from rantau.search.words import is_cjk, split


def analyzer(language: str, registries: Mapping[str, Registry]) -> Analyzer:
    """The analyser of a language's texts. Japanese words stay as they are, English ones are stemmed as lunr.py does."""
    conflate: Callable[[str], str] = str
    if language == "id":
        conflate = conflator(registries)
    elif language == "en":
        conflate = PorterStemmer().stem
    return Analyzer(conflate, vocabulary(language, registries), f"{language} {_digest(registries)}")


def _digest(registries: Mapping[str, Registry]) -> str:
    """Changes with whatever the lists say about words."""
    terms = [
        (name, t.key, t.slug, t.name, t.aliases, t.members) for name in (*WORDS, "countries") for t in _terms(registries, name)
    ]
    return sha256(repr(terms).encode()).hexdigest()


def conflator(registries: Mapping[str, Registry]) -> Conflator:
    """The conflator with the exceptions of stems.yml, and the names of places.yml and of countries, which stay whole."""
    stems = _terms(registries, "stems")
    exceptions = {word: root for t in stems for root in split(t.key)[:1] for form in (t.key, *t.aliases) for word in split(form)}
    places = {word for t in _terms(registries, "places") for form in (t.key, *t.aliases) for word in split(form)}
    countries = {word for t in _terms(registries, "countries") for form in _names(t) for word in split(form)}
    return Conflator(exceptions, (places | countries) - set(exceptions))


def vocabulary(language: str, registries: Mapping[str, Registry]) -> Vocabulary:
    """Synonyms and the names of countries for every language; spellings and stop words for the one that they are of."""
    concepts: dict[tuple[str, ...], str] = {}
    for key, forms in _concepts(registries):
        for form in forms:
            words = tuple(split(form))
            if words and not any(is_cjk(word) for word in words):
                concepts.setdefault(words, f"={key}")
    if language != "id":
        return Vocabulary({}, concepts, _related(registries), frozenset(ENGLISH_STOPWORDS if language == "en" else ()))
    spellings = {
        alias[0]: tuple(split(t.name.id or t.key))
        for t in _terms(registries, "spellings")
        for form in t.aliases
        if len(alias := split(form)) == 1
    }
    # The key of several stop words is the name of their group.
    stopwords = frozenset(w for t in _terms(registries, "stopwords") for form in t.aliases or (t.key,) for w in split(form))
    return Vocabulary(spellings, concepts, _related(registries), stopwords, _known(registries, concepts), dictionary())


def _known(registries: Mapping[str, Registry], concepts: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Every word of the lists."""
    terms = (t for name in ("spellings", "stems") for t in _terms(registries, name))
    places = (form for t in _terms(registries, "places") for form in t.aliases or (t.key,))
    listed = (*places, *(form for t in terms for form in (t.key, t.name.id, *t.aliases)))
    return frozenset(w for form in listed for w in split(form)).union(w for form in concepts for w in form)


def _concepts(registries: Mapping[str, Registry]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for term in _terms(registries, "synonyms"):
        yield term.slug, (term.name.id, *term.aliases)
    for term in _terms(registries, "countries"):
        # A code of two letters is a word more often than a country.
        yield f"negara-{term.slug}", tuple(name for name in _names(term) if len(name) > 2)


def _related(registries: Mapping[str, Registry]) -> dict[str, tuple[str, ...]]:
    terms = {t.key: t for t in _terms(registries, "synonyms")}
    return {f"={t.slug}": tuple(f"={terms[m].slug}" for m in t.members if m in terms) for t in terms.values() if t.members}


def _names(term: Term) -> tuple[str, ...]:
    return tuple(name for name in (term.name.id, term.name.en, *term.aliases) if name)


def _terms(registries: Mapping[str, Registry], name: str) -> tuple[Term, ...]:
    return tuple(registries[name].terms.values()) if name in registries else ()

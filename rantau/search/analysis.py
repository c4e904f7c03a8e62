"""From words to keys: spelling, abbreviations, conflation; what the index holds and what the lexicon tells the browser.

A key is what the index files a word under. Keys of concepts start with "=" ("=pmi" stands wherever a text says PMI, TKI
or "pekerja migran Indonesia"), those of facets with "@" ("@negara:jp"); no word has either sign.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rantau.search.words import is_cjk, split


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What editors know about words, all of it as `split` gives it.

    `spellings`: a word -> the words it is written for ("hongkong" -> "hong", "kong"). `concepts`: a form, of one word or
    several -> the concept's key. `related`: a concept's key -> keys that are near it but not equal. `stopwords` are
    not indexed. `known` and `roots`: words of the lists and of a dictionary, right although no text may hold them, so
    that nobody takes them for slips.
    """

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    concepts: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stopwords: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()


class Analyzer:
    """Turns texts into keys, and remembers every word it has seen with its keys and how often it stood.

    `conflate` gives the key of a word in plain letters; it must be a pure function.
    """

    def __init__(self, conflate: Callable[[str], str], vocabulary: Vocabulary, version: str = "") -> None:
        self.vocabulary = vocabulary
        self.version = version
        self.seen: dict[str, int] = {}
        self.touched: set[str] = set()
        self._conflate = conflate
        self.keys: dict[str, tuple[str, ...]] = {}
        self._phrases = _by_first_word(vocabulary.concepts)

    def count(self, text: str, sign: int = 1) -> dict[str, int]:
        """How often each key stands in a text; a form counts for its concept and for the keys of its words.

        With `sign` -1 the text is taken back: its words are no longer seen.
        """
        words = split(text)
        found: dict[str, int] = {}
        known, seen, phrases = self.keys, self.seen, self._phrases
        here = Counter(words)
        self.touched.update(here)
        for word, times in here.items():
            left = seen.get(word, 0) + sign * times
            if left:
                seen[word] = left
            else:
                del seen[word]
            keys = known.get(word)
            if keys is None:
                concept = self.vocabulary.concepts.get((word,))
                keys = known[word] = (*self.target(word), concept) if concept else self.target(word)
            for key in keys:
                found[key] = found.get(key, 0) + times
        if not phrases.keys().isdisjoint(here):
            for place, word in enumerate(words):
                if word in phrases and (concept := _longest(phrases[word], words, place)):
                    found[concept] = found.get(concept, 0) + 1
        return found

    def target(self, word: str) -> tuple[str, ...]:
        """The keys of one word: none for a stop word, several for one that is written for several."""
        if word in self.vocabulary.stopwords:
            return ()
        # One step and no further: lists that go round in a circle must not take the search with them.
        parts = self.vocabulary.spellings.get(word, (word,))
        known = (part for part in parts if part == word or part not in self.vocabulary.stopwords)
        return tuple(dict.fromkeys(part if is_cjk(part) else self._conflate(part) for part in known))

    def lexicon(self) -> dict[str, tuple[str, ...]]:
        """Every word seen, and every word that is listed or known, with its keys; stop words have none."""
        lists = self.vocabulary
        single = {form[0]: concept for form, concept in lists.concepts.items() if len(form) == 1}
        found = {word: self.keys[word] for word in self.seen if not is_cjk(word)}
        for word in {*lists.spellings, *single, *lists.stopwords, *lists.known}:
            if not is_cjk(word):
                # A name that no text holds leads to its concept alone.
                found[word] = (*self.target(word), single[word]) if word in single and word not in found else self.target(word)
        return found


def _by_first_word(concepts: Mapping[tuple[str, ...], str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, key in sorted(concepts.items(), key=lambda item: (-len(item[0]), item[0])):
        if len(form) > 1:
            found.setdefault(form[0], []).append((form, key))
    return found


def _longest(forms: Iterable[tuple[tuple[str, ...], str]], words: Sequence[str], place: int) -> str:
    return next((key for form, key in forms if tuple(words[place : place + len(form)]) == form), "")

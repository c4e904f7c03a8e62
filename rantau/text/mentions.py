"""Countries and regions that a text names, whether or not the article is about them.

A name counts as a whole word that starts with a capital; the longest name wins ("Korea Utara" is not "Korea").
A short name in capitals ("AS") counts only in capitals. "bahasa Jerman" and "huruf Jepang" name a language, not a country.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rantau.model import Mention, Registry, Span

_CAPITAL = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][^\W_]*")
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s\-'’.]{1,2}")
_LANGUAGE = re.compile(r"\b(?:(?:ber)?bahasa|aksara|huruf|abjad|teks|kosakata|kamus)\s+$", re.IGNORECASE)
_KATAKANA = re.compile("[\u30a1-\u30fc]")
# Letters of Japanese.
SCRIPT = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names to look for in one language: first word -> (words, exact spelling or "", registry, key), longest first."""

    names: Mapping[str, tuple[tuple[tuple[str, ...], str, str, str], ...]] = field(default_factory=dict)
    script: re.Pattern[str] | None = None
    script_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def gazetteer(registries: Iterable[Registry], language: str) -> Gazetteer:
    """The gazetteer of the given registries' names and aliases in a language."""
    names: dict[str, list[tuple[tuple[str, ...], str, str, str]]] = {}
    script: dict[str, tuple[str, str]] = {}
    for registry in registries:
        for key, term in sorted(registry.terms.items()):
            for name in (term.name.speak(language), *term.aliases):
                if SCRIPT.search(name):
                    script.setdefault(name, (registry.name, key))
                    continue
                words = tuple(w.casefold() for w in _WORD.findall(name))
                exact = name if name.isupper() and len(name.replace(".", "")) <= 4 else ""
                if words:
                    names.setdefault(words[0], []).append((words, exact, registry.name, key))
    ordered = {first: tuple(sorted(found, key=lambda n: (-len(n[0]), n))) for first, found in names.items()}
    longest = sorted(script, key=lambda n: (-len(n), n))
    return Gazetteer(ordered, re.compile("|".join(map(whole, longest))) if longest else None, script)


def whole(name: str) -> str:
    """A pattern for a name in Japanese letters; one in katakana is no part of a longer katakana word (インド, インドネシア)."""
    before = r"(?<![\u30a1-\u30fc])" if _KATAKANA.match(name) else ""
    after = r"(?![\u30a1-\u30fc])" if _KATAKANA.match(name[-1]) else ""
    return before + re.escape(name) + after


def mentions(texts: Mapping[str, str], places: Mapping[str, Span], prose: str, book: Gazetteer) -> tuple[Mention, ...]:
    """What the texts named "title", "description" and "body" mention, in the order of their keys in the result.

    `places` says where title and description stand; a mention in the body alone is looked up in `prose`, the
    whole file with code and front matter blanked out.
    """
    counts: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for where, text in texts.items():
        for registry, key, surface in find(text, book):
            counts[registry, key] = counts.get((registry, key), 0) + 1
            first.setdefault((registry, key), (where, surface))
    result = []
    for (registry, key), count in sorted(counts.items()):
        where, surface = first[registry, key]
        span = _first(surface, prose) if where == "body" else places.get(where)
        result.append(Mention(registry, key, count, where, span or Span(1, 1, 1, 1)))
    return tuple(result)


def find(text: str, book: Gazetteer) -> Iterator[tuple[str, str, str]]:
    """(registry, key, words as written) of each name in the text, in order."""
    covered = 0
    for match in _CAPITAL.finditer(text):
        if match.start() < covered:
            continue
        for words, exact, registry, key in book.names.get(match[0].casefold(), ()):
            end = _follow(text, match.end(), words[1:])
            if end < 0 or (exact and text[match.start() : match.start() + len(exact)] != exact):
                continue
            covered = end
            if not _LANGUAGE.search(text[max(0, match.start() - 14) : match.start()]):
                yield registry, key, text[match.start() : end]
            break
    if book.script is not None:
        for match in book.script.finditer(text):
            if not text.startswith("語", match.end()):
                yield *book.script_names[match[0]], match[0]


def _follow(text: str, position: int, words: tuple[str, ...]) -> int:
    """Where the words end that are to follow at the position, or -1."""
    for word in words:
        joint = _JOINT.match(text, position)
        match = _WORD.match(text, joint.end()) if joint else None
        if match is None or match[0].casefold() != word:
            return -1
        position = match.end()
    return position


def _first(surface: str, prose: str) -> Span | None:
    start = prose.find(surface)
    if start < 0:
        return None
    line, column = prose.count("\n", 0, start) + 1, start - prose.rfind("\n", 0, start)
    return Span(line, column, line, column + len(surface))

"""The abbreviations and terms of a page that a glossary explains, each marked where it first stands.

A name counts as a whole word ("PMI" is no part of "E-PMI", but of "PMI-nya"), the longest one wins ("BPJS Ketenagakerjaan"
before "BPJS"). A name with two capitals or more counts only as it is written ("KUR", not "kur"), others in small letters too.
Nothing is marked inside headings, links, code and quotations.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from html import unescape

from rantau.model import Word
from rantau.text.mentions import SCRIPT, whole
from rantau.text.names import fold

# What may not hold a link, or whose words are another's. The title of a box is a paragraph of its own class.
_CLOSED = frozenset("a abbr blockquote cite code h1 h2 h3 h4 h5 h6 kbd pre q samp summary".split())
_TITLE = '<p class="admonition-title"'
_TOKEN = re.compile(r'<(?:[^<>"]|"[^"]*")*>|[^<]+')
_TAG = re.compile(r"</?([a-z][a-z0-9]*)")
_ABBREVIATION = re.compile(r'<abbr title="([^"]*)">([^<]*)</abbr>')
_LATIN = "A-Za-z0-9\u00c0-\u024f"
_WORD = re.compile(f"[{_LATIN}]+")
_START = re.compile(rf"(?<![{_LATIN}_&@])(?<![{_LATIN}][-.‐’'])")
# Addresses, entities and what stands between quotation marks are passed over as they are.
_PASSED = re.compile(r"(?:https?://|www\.)\S+|&#?\w+;|[\"“«][^\"“”«»]{0,200}[\"”»]")
_END = rf"(?![{_LATIN}_@])(?![-‐](?!nya\b)[{_LATIN}])(?!\.[{_LATIN}])"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What to look for in one language: first word -> (pattern, key), longest first; and names in Japanese letters.

    `meant` says which expansions, folded, an editor may write beside a name that is as well explained by the glossary.
    """

    names: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = field(default_factory=dict)
    script: re.Pattern[str] | None = None
    script_names: Mapping[str, str] = field(default_factory=dict)
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)


def exact(name: str) -> bool:
    """Whether a name counts only as it is written."""
    return sum(letter.isupper() for letter in name) > 1


def lexicon(words: Iterable[Word], language: str) -> Lexicon:
    """The lexicon of a glossary's names and other spellings in a language."""
    names: dict[str, list[tuple[str, str]]] = {}
    script: dict[str, str] = {}
    meant: dict[str, frozenset[str]] = {}
    for word in words:
        expansions = frozenset(fold(text) for text in (word.expansion.id, word.expansion.en, word.expansion.ja) if text)
        for name in dict.fromkeys((word.name.speak(language), *word.spellings)):
            if SCRIPT.search(name):
                script.setdefault(name, word.key)
            elif first := re.search(rf"[{_LATIN}]+", name):
                names.setdefault(first[0].casefold(), []).append((name, word.key))
            meant[name] = expansions
    ordered = {first: sorted(found, key=lambda pair: (-len(pair[0]), pair)) for first, found in names.items()}
    patterns = {first: tuple((_pattern(name), key) for name, key in found) for first, found in ordered.items()}
    longest = sorted(script, key=lambda name: (-len(name), name))
    return Lexicon(patterns, re.compile("|".join(map(whole, longest))) if longest else None, script, meant)


def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(part) for part in name.split())
    return re.compile(words + _END, re.NOFLAG if exact(name) else re.IGNORECASE)


def explained(
    html: str, book: Lexicon, seen: MutableMapping[str, None], own: MutableMapping[str, str], mark: Callable[[str, str], str]
) -> str:
    """The sanitised HTML with `mark(key, words)` for each name where it first stands.

    The keys are added to `seen` in their order. What an editor explained for his page alone (`*[PT]: Perseroan Terbatas`)
    is added to `own`, its words by the abbreviation, and stays marked once; where the glossary says the same, the
    glossary's entry takes its place.
    """
    html = _ABBREVIATION.sub(lambda match: _folded(match, book, own), html)
    pieces: list[str] = []
    closed, title = 0, False
    for match in _TOKEN.finditer(html):
        token = match[0]
        tag = _TAG.match(token)
        if tag is None:
            pieces.append(token if closed or title or token.isspace() else _marked(token, book, seen, own, mark))
            continue
        pieces.append(token)
        if tag[1] in _CLOSED:
            closed += -1 if token.startswith("</") else 1
        elif tag[1] == "p":
            title = token.startswith(_TITLE)
    return "".join(pieces)


def _folded(match: re.Match[str], book: Lexicon, own: MutableMapping[str, str]) -> str:
    """An abbreviation that stays as the page explains it where it first stands; elsewhere its bare words."""
    words, name = unescape(match[1]), unescape(match[2])
    if name in own or fold(words) in book.meant.get(name, frozenset()):
        return match[2]
    own[name] = words
    return match[0]


def _marked(
    text: str, book: Lexicon, seen: MutableMapping[str, None], own: Mapping[str, str], mark: Callable[[str, str], str]
) -> str:
    pieces: list[str] = []
    done = 0
    for start, end, key in sorted(_found(text, book)):
        if start < done:
            continue
        words = text[start:end]
        pieces.append(text[done:start])
        pieces.append(words if key in seen or words in own else mark(key, words))
        if words not in own:
            seen[key] = None
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _found(text: str, book: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of each name in a text."""
    words = [match for match in _WORD.finditer(text) if match[0].casefold() in book.names]
    passed = [match.span() for match in _PASSED.finditer(text)] if words else []
    for match in words:
        at = match.start()
        if not _START.match(text, at) or any(start <= at < end for start, end in passed):
            continue
        for pattern, key in book.names[match[0].casefold()]:
            if found := pattern.match(text, at):
                yield at, found.end(), key
                break
    if book.script is not None:
        yield from ((match.start(), match.end(), book.script_names[match[0]]) for match in book.script.finditer(text))

"""What a draft seems to be about: countries, topics, programs, sectors, stage and day, with the words that say so.

A value is sure when the title names it, or the text does twice; it is only offered otherwise. A word that everybody uses
("data", "kontrak") never makes anything sure, and neither does a country among many in a sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from rantau.drafts import Draft, Guess, Place
from rantau.model import Registry, Term
from rantau.text.mentions import find, gazetteer
from rantau.text.names import fold
from rantau.text.press import days

_SURE = 2
_MOST = 5
# From so many places on a sentence lists them; it is about none of them.
_MANY = 3
_SENTENCE = re.compile(r"(?<=[.!?])[\"”']?\s+")
_LISTS = ("tags", "programs", "sectors")
_OFFERED_DAYS = 3
# A stage is named like the thing itself; only with such a word before it the text means the reader's stage.
_STAGE_BEFORE = r"(?:tahap|masa|fase|periode|stage)\s+"


@dataclass(slots=True)
class _Found:
    """How often a term was found, and first where: the words around it, and the line of the body (0: the title)."""

    count: int
    sure: bool
    words: str
    line: int


def guess(draft: Draft, registries: Mapping[str, Registry], language: str) -> tuple[dict[str, object], tuple[Guess, ...]]:
    """The fields that are sure enough to be written, and all guesses with their places in the draft's body.

    A field that the draft has already is left alone. `language` is that of the text.
    """
    title = str(draft.fields.get("title", ""))
    texts = [(0, title), *((number, line) for number, line in enumerate(draft.body.split("\n"), 1) if line.strip())]
    fields: dict[str, object] = {}
    guesses: list[Guess] = []

    def add(name: str, found: Mapping[str, _Found]) -> None:
        ranked = sorted(found.items(), key=lambda item: (-item[1].sure, item[1].line > 0, -item[1].count, item[0]))
        sure = [key for key, hit in ranked if hit.sure][:_MOST]
        if name == "stage":
            sure = sure if len(sure) == 1 else []
        if sure:
            fields[name] = sure[0] if name == "stage" else sure
        guesses.extend(Guess(name, key, hit.words, Place(draft.path, hit.line)) for key, hit in ranked)

    if not draft.fields.get("countries"):
        add("countries", _countries(texts, registries, language))
    for name in _LISTS:
        if not draft.fields.get(name) and name in registries:
            add(name, _terms(texts, registries[name]))
    if not draft.fields.get("stage") and "stages" in registries:
        add("stage", _stages(texts, registries["stages"]))
    if not draft.fields.get("date"):
        guesses.extend(_days(draft.path, texts))
    return fields, tuple(guesses)


def moved(guess_: Guess, title_line: int, body_line: int) -> Guess:
    """The guess with its place counted in the whole file, whose title and body stand on these lines."""
    line = guess_.place.line + body_line - 1 if guess_.place.line else title_line
    return replace(guess_, place=Place(guess_.place.path, line))


def _countries(texts: list[tuple[int, str]], registries: Mapping[str, Registry], language: str) -> dict[str, _Found]:
    book = gazetteer([registries[name] for name in ("countries", "regions") if name in registries], language)
    found: dict[str, _Found] = {}
    for line, text in texts:
        for sentence in _SENTENCE.split(text):
            named = list(find(sentence, book))
            listed = line > 0 and len({key for _, key, _ in named}) >= _MANY
            for registry, key, surface in named:
                if registry == "countries":
                    _count(found, key, line, _around(text, text.find(surface), len(surface)), sure=not listed)
    return found


def _terms(texts: list[tuple[int, str]], registry: Registry) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    patterns = [(key, *_pattern(term)) for key, term in sorted(registry.terms.items())]
    for line, text in texts:
        for key, own, common in patterns:
            for match in own.finditer(text) if own is not None else ():
                _count(found, key, line, _around(text, match.start(), len(match[0])), sure=True)
            match_ = common.search(text) if common is not None else None
            if match_ is not None:
                _count(found, key, line, _around(text, match_.start(), len(match_[0])), sure=False)
    return found


def _pattern(term: Term) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What finds the names that mean this term alone, and what finds the everyday words that may mean it."""
    names = dict.fromkeys(name for name in (term.name.id, term.name.en, *term.aliases) if len(name) > 1 and name.isascii())
    own = [name for name in names if name == term.name.id or " " in name or name != name.lower()]
    common = [name for name in names if name not in own]
    return _any(own), _any(common)


def _any(names: list[str]) -> re.Pattern[str] | None:
    """A pattern for whole words; a name in capitals is found in capitals only."""
    if not names:
        return None
    forms = (re.escape(name) if name.isupper() else f"(?i:{_spelt(name)})" for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


def _spelt(name: str) -> str:
    return r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", name))


def _stages(texts: list[tuple[int, str]], registry: Registry) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for key, term in sorted(registry.terms.items()):
        plain = [name for name in dict.fromkeys((key, term.name.id, *term.aliases)) if name]
        alone = [name for name in plain if "-" in name or " " in name]
        bare = [name for name in plain if name not in alone]
        forms = [_spelt(name) for name in alone] + [_STAGE_BEFORE + re.escape(name) for name in bare]
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE) if forms else None
        for line, text in texts:
            for match in pattern.finditer(text) if pattern is not None else ():
                _count(found, key, line, _around(text, match.start(), len(match[0])), sure=True)
    return found


def _count(found: dict[str, _Found], key: str, line: int, words: str, *, sure: bool) -> None:
    hit = found.setdefault(key, _Found(0, False, words, line))
    hit.count += sure
    hit.sure = hit.sure or (sure and (line == 0 or hit.count >= _SURE))


def _days(path: PurePosixPath, texts: list[tuple[int, str]]) -> Iterator[Guess]:
    seen: list[str] = []
    for line, text in texts:
        for day, match in days(text):
            if day.isoformat() not in seen and len(seen) < _OFFERED_DAYS:
                seen.append(day.isoformat())
                yield Guess("date", day.isoformat(), _around(text, match.start(), len(match[0])), Place(path, line))


def _around(text: str, start: int, length: int, more: int = 25) -> str:
    """A few words of the text with what was found in their middle."""
    first = text.rfind(" ", 0, max(0, start - more)) + 1 if start > more else 0
    last = text.find(" ", start + length + more)
    last = len(text) if last < 0 else last
    return f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"


def same(field: object, value: str) -> bool:
    """Whether a field holds a guessed value."""
    entries = field if isinstance(field, (list, tuple)) else [field]
    return any(fold(str(entry)) == fold(value) for entry in entries)

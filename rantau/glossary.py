"""The glossary, content/_data/glossary.yml: what an abbreviation stands for, what a term means, and who says so.

An entry that says what something means needs a source; one that only spells out an abbreviation says it by itself.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from rantau.entries import dated, entries, first_day, is_key, listed, strangers, web
from rantau.model import Defect, Localized, Span, Word
from rantau.source import Group, Listing, Node, Scalar, localized, one_line
from rantau.text.names import fold

PATH = PurePosixPath("_data/glossary.yml")
_FIELDS = ("key", "abbreviation", "term", "expansion", "meaning", "aliases", "source", "source_url", "source_date")
# What every page calls its own parts; an entry's key is its place on the page of the glossary.
_TAKEN = frozenset({"isi", "drawer", "q-head"})


def read(data: bytes) -> tuple[tuple[Word, ...], tuple[Defect, ...]]:
    """The entries of the file, and the glossary-entry defects of those that cannot be shown."""
    words, defects = listed(data, _word, _wrong)
    names: dict[str, tuple[str, int]] = {}
    for key, (_, item) in words.items():
        for name, span in _names(item):
            other, line = names.setdefault(fold(name), (key, span.line))
            if other != key:
                defects.append(Defect("glossary-entry", span, _values("duplicate-name", name, other, str(line))))
    return tuple(word for word, _ in words.values()), tuple(defects)


def _word(node: Node, defects: list[Defect]) -> Word | None:
    if not isinstance(node, Group):
        defects.append(_wrong(node, "not-a-mapping"))
        return None
    before = len(defects)
    defects.extend(_wrong(stranger, "unknown-field", stranger.text) for stranger in strangers(node, _FIELDS))
    values = entries(node)
    texts = {name: one_line(values.get(name)) for name in ("key", "abbreviation", "source", "source_url", "source_date")}
    term, expansion, meaning = (localized(values.get(name)) for name in ("term", "expansion", "meaning"))
    name = Localized(texts["abbreviation"]) if texts["abbreviation"] else term
    shown = texts["key"] or name.id
    if not is_key(texts["key"]) or texts["key"] in _TAKEN:
        defects.append(_wrong(values.get("key", node), "bad-key" if texts["key"] else "no-key", shown))
    if bool(texts["abbreviation"]) == bool(term.id):
        defects.append(_wrong(node, "one-name", shown))
    if not expansion.id and not meaning.id:
        defects.append(_wrong(node, "no-meaning", shown))
    if meaning.id and not texts["source"]:
        defects.append(_wrong(values.get("source", node), "no-source", shown))
    if texts["source_url"] and not web(texts["source_url"]):
        defects.append(_wrong(values["source_url"], "bad-source", texts["source_url"]))
    if texts["source_date"] and first_day(texts["source_date"]) is None:
        defects.append(dated(_wrong(values["source_date"], "bad-date", texts["source_date"])))
    if len(defects) > before:
        return None
    spellings = tuple(text for text in _texts(values.get("aliases")) if text)
    return Word(texts["key"], name, expansion, meaning, spellings, texts["source"], texts["source_url"], texts["source_date"])


def _names(node: Node) -> Iterator[tuple[str, Span]]:
    """Every spelling of an entry, each language's term among them, with its place."""
    held: Iterable[tuple[Scalar, Node]] = node.entries if isinstance(node, Group) else ()
    for key, value in held:
        if key.text in ("abbreviation", "term", "aliases"):
            for scalar in _scalars(value):
                if text := one_line(scalar):
                    yield text, scalar.span


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        yield from (item for item in node.items if isinstance(item, Scalar))
    else:
        yield from (value for _, value in node.entries if isinstance(value, Scalar))


def _wrong(node: Node, problem: str, value: str = "") -> Defect:
    return Defect("glossary-entry", node.span, _values(problem, value))


def _values(problem: str, value: str, other: str = "", line: str = "") -> dict[str, str]:
    return {"problem": problem, "value": value, "other": other, "line": line}


def _texts(node: Node | None) -> tuple[str, ...]:
    return tuple(one_line(scalar) for scalar in _scalars(node)) if node is not None else ()

"""What rules are for, in readable form: their explanations, and the examples of their docstrings.

The form of an example is described in tests/test_rules.py.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from types import ModuleType

from rantau.model import Localized, Rule, Severity
from rantau.text.commands import CHECK
from rantau.text.excerpts import plain

WIDTH = 100
_HOME = "artikel/2025/contoh.md"
_EXAMPLE = re.compile(r"^(Bad|Good):\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)
_ORDER = re.compile(r"(path|made|at|also): (.*)")
_CARETS = re.compile(r"( *)#( *\^+) *")
_SENTENCE_END = re.compile(r"(?<=[^\s!.?][.?])\s+")
_SEVERITY = {
    Severity.ERROR: Localized("menghalangi terbit", "blocks publishing"),
    Severity.WARNING: Localized("peringatan", "warning"),
}
_TIDIED = Localized("dirapikan --fix, tidak dilaporkan", "tidied by --fix, not reported")
_WRONG = Localized("Salah:", "Wrong:")
_RIGHT = Localized("Benar:", "Right:")


def manual(name: str, module: ModuleType) -> Rule:
    """What the rule in a module of rantau/rules says about itself; its first examples that are text, of the same files."""
    told: Localized = module.EXPLANATION
    sense = Localized(_first(told.id), _first(told.en), _first(told.ja))
    examples = [(kind, *_shown(block)) for kind, block in _EXAMPLE.findall((module.__doc__ or "").rstrip() + "\n")]
    wrong = next(((paths, text) for kind, paths, text in examples if kind == "Bad" and text), ((), ""))
    good = [(paths, text) for kind, paths, text in examples if kind == "Good" and text]
    right = next((text for paths, text in good if paths == wrong[0]), good[0][1] if good else "")
    return Rule(name, module.SEVERITY, sense, told, wrong[1], right if wrong[1] else "")


def card(rule: Rule, language: str) -> Iterator[str]:
    """The lines that explain a rule: its name, why it is there, what is wrong, and how it is right."""
    yield f"{rule.name} ({_SEVERITY[rule.severity].speak(language)})"
    yield ""
    yield from _wrapped(rule.explanation.speak(language))
    for title, example in ((_WRONG, rule.wrong), (_RIGHT, rule.right)):
        if example:
            yield ""
            yield title.speak(language)
            yield ""
            yield from ("    " + plain(line) if line else "" for line in example.split("\n"))


def note(name: str, told: Localized, language: str) -> Iterator[str]:
    """The lines that explain what is tidied in silence."""
    yield f"{name} ({_TIDIED.speak(language)})"
    yield ""
    yield from _wrapped(told.speak(language))


def overview(rules: Mapping[str, Rule], tidyings: Mapping[str, Localized], language: str) -> Iterator[str]:
    """A line for each rule, those that block publishing first, and for what is tidied: its name, and what it is about."""
    width = max(map(len, (*rules, *tidyings)), default=0)
    for severity in Severity:
        chosen = [rule for rule in rules.values() if rule.severity is severity]
        if chosen:
            yield f"{_SEVERITY[severity].speak(language)}:"
            yield from (f"  {rule.name:<{width}}  {_short(rule.sense.speak(language), WIDTH)}" for rule in chosen)
            yield ""
    if tidyings:
        yield f"{_TIDIED.speak(language)}:"
        yield from (f"  {name:<{width}}  {_short(_first(told.speak(language)), WIDTH)}" for name, told in tidyings.items())
        yield ""
    yield {
        "id": f"penjelasan dan contoh satu aturan: {CHECK} --explain nama-aturan",
        "en": f"explanation and examples of one rule: {CHECK} --explain rule-name --lang en",
    }[language]


def _first(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _short(text: str, width: int) -> str:
    return textwrap.shorten(text, width, placeholder=" …")


def _shown(block: str) -> tuple[tuple[str, ...], str]:
    """The paths of an example's files, and the files as text with carets below the place; "" when no text is given."""
    files: dict[str, list[str]] = {}
    path, places = _HOME, []
    for line in textwrap.dedent(block).strip("\n").split("\n"):
        order = _ORDER.fullmatch(line)
        if order is None:
            files.setdefault(path, []).append(line)
        elif order[1] == "made":
            return (), ""
        elif order[1] == "path":
            path = order[2]
        elif order[1] == "at":
            places.append(order[2])
    texts = [f"content/{name}\n" + "\n".join(_marked(lines, _carets(places, name, path))) for name, lines in files.items()]
    return tuple(files), "\n\n".join(texts)


def _carets(places: list[str], name: str, last: str) -> dict[int, int]:
    """The column of the place in each marked line of a file, by line."""
    found: dict[int, int] = {}
    for place in places:
        *where, line, column = place.split(":")
        if (where[0] if where else last) == name:
            found.setdefault(int(line), int(column))
    return found


def _marked(lines: list[str], carets: Mapping[int, int]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if drawn := _CARETS.fullmatch(line):
            yield f"{drawn[1]} {drawn[2]}"
            continue
        yield line
        drawn = _CARETS.fullmatch(lines[number]) if number < len(lines) else None
        if number in carets and drawn is None:
            yield " " * (carets[number] - 1) + "^"

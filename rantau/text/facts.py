"""Facts of the registry in a text: "{{ fakta: biaya-visa-ssw }}", what stands for one meanwhile, and how far one can be trusted.

A text is read without the registry, so that its reading depends on its file alone. Until the registry is known, a mark stands
where the fact will: characters that no file may hold, and no letters, so that nothing else is found in them.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rantau.model import Document, Fact, Span
from rantau.text.names import one_slip
from rantau.text.positions import Positions

NAME = "fakta"
PATTERN = r"(?<!\\)\{\{[ \t]*[Ff]akta[ \t]*:[ \t]*([A-Za-z0-9-]{1,80})[ \t]*\}\}"
_WRITTEN = re.compile(PATTERN, re.ASCII)
# What may have been meant for one: braces with a word before a colon, or a name alone in two of them.
_LIKELY = re.compile(
    r"(?<![\\{])\{{1,3}[ \t]*(?:(?P<word>[A-Za-z]{3,8})[ \t]*[:;=][ \t]*|(?P<bare>[Ff]akta)[ \t]+)?"
    r"(?P<key>[\w-]{1,80})?[ \t]*\}{0,3}",
    re.ASCII,
)
_WORDS = frozenset({"fact", "facts", "faktanya", "fakta"})
_EDGE, _FIRST = "\ufff8", 0xFFF0
_MARK = re.compile(f"{_EDGE}([\ufff0-\ufff7]+){_EDGE}")


@dataclass(frozen=True, slots=True)
class Use:
    """A fact named in a text, from `start` up to `end`, its key from `at`; one that is not `right` was only meant to be named."""

    key: str
    start: int
    end: int
    at: int
    right: bool = True


def uses(text: str, known: Callable[[str], bool] = lambda _: False) -> Iterator[Use]:
    """The facts that a text names, and what was meant to name one: another word, other braces, a `known` key alone in braces."""
    if "{" not in text:
        return
    taken: set[int] = set()
    for match in _WRITTEN.finditer(text):
        taken.update(range(*match.span()))
        yield Use(match[1], match.start(), match.end(), match.start(1))
    for match in _LIKELY.finditer(text):
        if match.start() in taken or not _meant(match, known):
            continue
        key = match["key"] or ""
        yield Use(key, match.start(), match.end(), match.start("key") if key else match.start(), right=False)


def named_in(document: Document, known: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[Use, Span, str]]:
    """The facts that a file names, or was meant to name, each with its place and the text it stands in: the front matter, or
    the document's `prose`."""
    if "{" not in document.text:
        return
    front = "\n".join(document.text.split("\n")[: document.body_line - 1])
    for text in (front, document.prose):
        positions = Positions(text)
        yield from ((use, positions.span(use.start, use.end), text) for use in uses(text, known))


def key_place(use: Use, whole: Span) -> Span:
    """Where the key of a use stands, which stands on one line."""
    start = whole.column + use.at - use.start
    return Span(whole.line, start, whole.line, start + len(use.key)) if use.key else whole


def _meant(match: re.Match[str], known: Callable[[str], bool]) -> bool:
    word, key = (match["word"] or match["bare"] or "").casefold(), match["key"] or ""
    if word:
        return word in _WORDS or one_slip(word, NAME)
    return match[0].startswith("{{") and (known(key) or key.casefold() == NAME)


def mark(number: int) -> str:
    """What stands for the fact of a number (from 0)."""
    return f"{_EDGE}{''.join(chr(_FIRST + int(digit)) for digit in oct(number)[2:])}{_EDGE}"


def marked(text: str) -> bool:
    """Whether something stands for a fact in the text."""
    return _EDGE in text


def filled(text: str, fill: Callable[[int], str]) -> str:
    """The text with every mark replaced by what `fill` makes of its number."""
    return _MARK.sub(lambda match: fill(int("".join(str(ord(c) - _FIRST) for c in match[1]), 8)), text)


def named(text: str, fill: Callable[[str], str]) -> str:
    """The text with the name of each fact replaced by what `fill` makes of its key."""
    return _WRITTEN.sub(lambda match: fill(match[1]), text) if "{" in text else text


def state(fact: Fact, today: datetime.date) -> str:
    """How far a fact can be trusted on a day: "verified", "review-due", "expired" or "unverified"."""
    if fact.expires is not None and fact.expires < today:
        return "expired"
    if not fact.verified_on:
        return "unverified"
    return "review-due" if fact.review_by is not None and fact.review_by <= today else "verified"

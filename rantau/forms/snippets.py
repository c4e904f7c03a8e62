"""Completions of the front matter for VS Code, which completes Markdown by snippets without any extension.

Source: https://code.visualstudio.com/docs/editing/userdefinedsnippets
"""

from collections.abc import Sequence
from typing import TypedDict

from rantau.fields import FIELDS, Choice, Day, Either, Field, ListOf, Record, Reference, Shape, Text
from rantau.forms._terms import Registries, listed
from rantau.model import Registry
from rantau.text.facts import NAME as FACT

# A choice of hundreds is no help; beyond it the editor types the name himself, which the check corrects.
LONGEST_CHOICE = 300


class Snippet(TypedDict):
    """One completion as VS Code reads it."""

    scope: str
    prefix: str
    body: list[str]
    description: str


def snippets(known: Registries, facts: Sequence[str] = ()) -> dict[str, Snippet]:
    """The completions by their names: one a field, in the order of the declaration, old forms last; and one for all facts."""
    ordered = sorted(FIELDS, key=lambda f: f.legacy)
    made = {f"rantau: {f.name}": _snippet(f, known) for f in ordered}
    if facts:
        body = [f"{{{{ {FACT}: ${{1|{','.join(facts[:LONGEST_CHOICE])}|}} }}}}"]
        said = "Fakta dari content/_data/facts.yml: nilainya, dengan tanggal dan sumber."
        made[f"rantau: {FACT}"] = {"scope": "markdown", "prefix": FACT, "body": body, "description": said}
    return made


def _snippet(declared: Field, known: Registries) -> Snippet:
    old = " (bentuk lama)" if declared.legacy else ""
    said = f"{declared.label.id}{old}. {declared.help.id}"
    return {"scope": "markdown", "prefix": declared.name, "body": _lines(declared, known), "description": said}


def _lines(declared: Field, known: Registries) -> list[str]:
    match declared.shape:
        case Record(fields=fields):
            return [f"{declared.name}:", *_inner(fields, "  ", "  ")]
        case ListOf(item=Record(fields=fields)):
            return [f"{declared.name}:", *_inner(fields, "  - ", "    ")]
        case Either(record=record):
            return [f"{declared.name}:", *_inner(record.fields, "  ", "  ")]
        case ListOf(item=item):
            return [f"{declared.name}: [{_slot(1, item, declared, known)}]"]
        case shape:
            return [f"{declared.name}: {_slot(1, shape, declared, known)}"]


def _inner(fields: tuple[Field, ...], first: str, further: str) -> list[str]:
    return [
        f"{further if number > 1 else first}{f.name}: {_slot(number, f.shape, f, {})}" for number, f in enumerate(fields, start=1)
    ]


def _slot(number: int, shape: Shape, declared: Field, known: Registries) -> str:
    """Where the editor writes, with what he may choose from."""
    match shape:
        case Day():
            # Today is right where it is the article's own day alone.
            return (
                "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"
                if declared.name == "date" and number == 1
                else f"${{{number}}}"
            )
        case Choice(options=options):
            return f"${{{number}|{','.join(options)}|}}"
        case Reference(registry=registry):
            keys = [term.key for term in listed(known.get(registry, Registry(registry)))][:LONGEST_CHOICE]
            return f"${{{number}|{','.join(_plain(key) for key in keys)}|}}" if keys else f"${{{number}}}"
        case Text(max=most) if most:
            return f'"${{{number}:{declared.help.id.partition(";")[0]}}}"'
    return f"${{{number}:{declared.label.id}}}"


def _plain(word: str) -> str:
    """A word as a choice holds it."""
    return "".join(f"\\{c}" if c in "\\,|}" else c for c in word)

"""The terms of registries as an editor chooses them: by key, with the name that a reader sees."""

from collections.abc import Mapping

from rantau.model import Registry, Term
from rantau.text.names import fold

Registries = Mapping[str, Registry]


def listed(known: Registry) -> tuple[Term, ...]:
    """The terms in the order of their Indonesian names."""
    return tuple(sorted(known.terms.values(), key=lambda term: (fold(term.name.id), term.key)))


def label(term: Term) -> str:
    """The name of a term for a list of choices: "Jepang (JP)", or "Bahasa" where the key says no more than the name."""
    return term.name.id if fold(term.name.id) == fold(term.key) else f"{term.name.id} ({term.key})"


def spellings(term: Term) -> tuple[str, ...]:
    """The key, the names and the aliases of a term, each once, the key first."""
    return tuple(dict.fromkeys(s for s in (term.key, term.name.id, term.name.en, term.name.ja, *term.aliases) if s))

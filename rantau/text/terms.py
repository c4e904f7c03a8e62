"""Terms as messages speak of them: the one that was probably meant, and the ones there are."""

from rantau.model import Document, Library, Registry, Span, Term
from rantau.text.names import nearest


def registry(library: Library, name: str) -> Registry:
    """The registry of that name; an empty one when the content directory has none."""
    return library.registries.get(name, Registry(name))


def likely(known: Registry, word: str) -> Term | None:
    """The term whose key, name or alias is written most like the word, or None when none is near."""
    name = nearest(word, known.names)
    return known.terms[known.names[name]] if name else None


def slugs(known: Registry) -> dict[str, Term]:
    """The terms by the slug of their address."""
    return {term.slug: term for term in known.terms.values()}


def listed(words: list[str], limit: int = 8) -> str:
    """Some words in quotes, in order, "..." for those beyond the limit."""
    shown = [f'"{word}"' for word in words[:limit]]
    return ", ".join(shown + ["..."] * (len(words) > limit))


def entry_span(document: Document, field: str, index: int) -> Span:
    """Where one entry of a list field stands; the field's place when the entry has none of its own."""
    spans = document.fields.spans if document.fields is not None else {}
    return spans.get(f"{field}.{index}") or document.span(field)

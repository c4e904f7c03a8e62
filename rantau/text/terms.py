"""Terms as messages speak of them: the one that was probably meant, and the ones there are."""

from collections.abc import Iterator

from rantau.model import FILE_START, Document, Finding, Kind, Library, Localized, Registry, Span, Term
from rantau.text import spoken
from rantau.text.names import lookup, nearest


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


def unknown_entries(document: Document, field: str, known: Registry) -> Iterator[tuple[Span, str]]:
    """Place and words of each entry of a field that means no term of the registry; empty entries mean nothing."""
    value = getattr(document.fields, field) if document.fields is not None else ()
    entries = (value,) if isinstance(value, str) else value or ()
    for index, entry in enumerate(entries):
        if entry and lookup(known, entry) is None:
            yield entry_span(document, field, index), entry


def not_known(value: str, kind: Localized) -> Localized:
    """The message that a word names no known `kind` ("topik", "topic")."""
    return Localized(f'"{spoken.brief(value)}" bukan {kind.id} yang dikenal', f'"{spoken.brief(value)}" is not a known {kind.en}')


def did_you_mean(known: Registry, value: str, otherwise: Localized, *, by_name: bool = False) -> Localized:
    """The help that offers the nearest term's key (or name), or else says what to do."""
    term = likely(known, value)
    if term is None:
        return otherwise
    offer = term.name.id if by_name else term.key
    return Localized(f'maksud Anda "{offer}"?', f'did you mean "{offer}"?')


def stray_introduction(document: Document, known: Registry, folder: str, english: str) -> Iterator[Finding]:
    """The finding that an introduction in `folder` has the name of no term's address; `english` names the kind of page."""
    slug = document.path.stem
    if document.kind is not Kind.INTRODUCTION or document.path.parent.name != folder or slug in ("index", *slugs(known)):
        return
    message = Localized(
        f'tidak ada halaman {folder} yang alamatnya "{slug}"', f'there is no {english} page with the address "{slug}"'
    )
    term = lookup(known, slug) or likely(known, slug)
    file = f"content/_data/{known.name}.yml"
    if term is None:
        action = Localized(
            f"samakan nama berkas ini dengan slug yang ada di {file}",
            f"give this file the name of a slug in {file}",
        )
    else:
        action = Localized(
            f'maksud Anda "{term.slug}.md"? Kalau ya, ganti nama berkas ini',
            f'did you mean "{term.slug}.md"? Then rename this file',
        )
    yield Finding(document.path, FILE_START, message, action)

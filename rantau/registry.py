"""Registry files and program sheets become the terms that articles may name."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from babel import Locale

from rantau.mistakes import syntax
from rantau.model import FILE_START, Asset, Defect, Document, Edit, Kind, Localized, Registry, Span, Term
from rantau.source import Group, Listing, Node, Scalar, load_registry, localized, one_line
from rantau.text.names import fold
from rantau.text.quotations import straight
from rantau.text.slugs import slugify

NAMES = ("authors", "countries", "regions", "sectors", "stages", "tags")
# Lists of words for the search; their entries have no pages.
WORDS = ("places", "spellings", "stems", "stopwords", "synonyms")
FOLDER = PurePosixPath("_data")
LONGEST_SLUG = 100
_NAMED = ("aliases", "members", "related", "name")
# {key:visa}: without a blank behind the colon, or with a full-width one, all of it is one name.
_GLUED = re.compile(r"(\w+)(:(?=\S)|[ \t]*\uff1a[ \t\u3000]*)")
UNREADABLE = frozenset(("conflict-marks", "file-too-large", "front-matter-syntax", "not-utf8"))
_FIELDS = ("key", "slug", "name", "aliases", "members", "related", "img", "note", "warning")


def read(path: PurePosixPath, data: bytes) -> tuple[tuple[Term, ...], Asset]:
    """The terms of one registry file, and the file with what was wrong in it.

    Defects: those of source.py, registry-entry, empty-slug. A file that is no registry known here (facts,
    glossary, ...) has no terms; its YAML is checked all the same.
    """
    node, text, found = load_registry(data)
    defects = [*found, *_curly(node, text.split("\n"))]
    terms: list[Term] = []
    if path.stem in (*NAMES, *WORDS) and node is not None:
        if isinstance(node, Listing):
            terms = [t for item in node.items if (t := _term(path, item, defects)) is not None]
        else:
            defects.append(_wrong(node.span, "not-a-list"))
    return tuple(_unique(terms, defects)), Asset(path, len(data), text=text, defects=tuple(defects))


def _term(path: PurePosixPath, node: Node, defects: list[Defect]) -> Term | None:
    if not isinstance(node, Group):
        defects.append(_glued(node) or _wrong(node.span, "not-a-mapping", one_line(node), registry=path.stem))
        return None
    values = {key.text: value for key, value in node.entries}
    for key, _ in node.entries:
        if (glued := _glued(key)) is not None:
            defects.append(glued)
            return None
        if key.text not in _FIELDS:
            defects.append(_wrong(key.span, "unknown-field", key.text, registry=path.stem))
    key_text = one_line(values.get("key"))
    if not key_text:
        defects.append(_wrong(node.span, "no-key"))
        return None
    registry = path.stem
    name = localized(values.get("name"))
    if registry == "countries" and not name.id:
        name = country_name(key_text)
        if not name.id:
            defects.append(_wrong(values["key"].span, "unknown-country", key_text))
            return None
    name = name if name.id else Localized(key_text)
    slug = one_line(values.get("slug")) or _slug(key_text) or _slug(name.id)
    if len(slug) > LONGEST_SLUG:
        defects.append(_wrong(node.span, "long-slug", slug))
        return None
    if not slug or slug != slugify(slug):
        defects.append(Defect("empty-slug", node.span, {"field": f"{registry}.slug", "value": slug or name.id}))
        return None
    return Term(
        registry,
        key_text,
        slug,
        name,
        aliases=_texts(values.get("aliases")),
        members=_texts(values.get("members")) or _texts(values.get("related")),
        img=one_line(values.get("img")),
        note=localized(values.get("note")),
        warning=localized(values.get("warning")),
        path=path,
        span=values["key"].span,
        places=tuple((text, n.span) for field in _NAMED for n in _scalars(values.get(field)) if (text := one_line(n))),
    )


def _glued(node: Node) -> Defect | None:
    """The defect that a field's colon has no blank behind it or is a full-width one, so that name and value are one text."""
    match = _GLUED.match(node.text) if isinstance(node, Scalar) and node.plain else None
    if match is None or match[1] not in _FIELDS:
        return None
    line, column = node.span.line, node.span.column
    start, end = (column + place for place in match.span(2))
    return syntax(
        "wide-colon" if "\uff1a" in match[2] else "missing-space",
        match[1],
        line - 1,
        start,
        1,
        (Edit(Span(line, start, line, end), ": "),),
    )


def _curly(node: Node | None, lines: Sequence[str]) -> Iterator[Defect]:
    """The values that are in curly quotes, which do not count as quotes, wherever they stand."""
    waiting = [node] if node is not None else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Scalar):
            span = one.span
            written = lines[span.line - 1][span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
            if one.plain and (right := straight(written)):
                yield Defect("curly-quoted-value", span, {"written": written, "right": right}, (Edit(span, right),))
        else:
            waiting += one.items if isinstance(one, Listing) else (value for _, value in one.entries)


def _scalars(node: Node | None) -> tuple[Scalar, ...]:
    items = node.items if isinstance(node, Listing) else (node,)
    return tuple(item for item in items if isinstance(item, Scalar))


def _slug(name: str) -> str:
    """The slug of a name, cut where file systems would refuse it."""
    return slugify(name)[:LONGEST_SLUG].strip("-")


def _unique(terms: Iterable[Term], defects: list[Defect]) -> Iterable[Term]:
    """The terms whose key and slug no earlier entry of the file has; a name that one has is reported where it stands."""
    keys: dict[str, Term] = {}
    slugs: dict[str, Term] = {}
    names: dict[str, Term] = {}
    for term in terms:
        other = keys.get(fold(term.key)) or slugs.get(term.slug)
        if other is not None:
            defects.append(_wrong(term.span, "duplicate-key", term.key, other=other.key, line=str(other.span.line)))
            continue
        keys[fold(term.key)] = slugs[term.slug] = term
        # A code is no name: "AS" is Samoa's code and everybody's short name of another country.
        for name, written in sorted({fold(n): n for n in (*reversed(term.aliases), term.name.id) if n}.items()):
            other = names.setdefault(name, term)
            if other is not term:
                span = dict(term.places).get(written, term.span)
                line = {fold(n): s for n, s in other.places}.get(name, other.span).line
                defects.append(_wrong(span, "duplicate-name", written, other=other.key, line=str(line)))
        yield term


def spellings(term: Term) -> frozenset[str]:
    """Every folded form that means the term."""
    known = (term.key, term.slug, term.name.id, term.name.en, term.name.ja, *term.aliases)
    return frozenset(fold(name) for name in known if name)


def country_name(code: str) -> Localized:
    """The name of a country in CLDR, in the three languages; empty for an unknown code. Source: Babel's territories."""
    names = [Locale.parse(language).territories.get(code.upper(), "") for language in ("id", "en", "ja")]
    return Localized(*names)


def assemble(files: Mapping[str, tuple[Term, ...]], documents: Iterable[Document]) -> dict[str, Registry]:
    """All registries: those of the files, programs from their sheets, and authors that articles introduce themselves."""
    terms = {name: {t.key: t for t in files.get(name, ())} for name in (*NAMES, *WORDS)}
    terms["programs"] = {}
    known_authors = {s for t in terms["authors"].values() for s in spellings(t)}
    for document in documents:
        if document.fields is None:
            continue
        if document.kind is Kind.SHEET:
            _add_program(terms["programs"], document)
        author = document.fields.author
        slug = _slug(author.name) if author else ""
        if author and slug and fold(author.name) not in known_authors and slug not in terms["authors"]:
            terms["authors"][slug] = Term(
                "authors", slug, slug, Localized(author.name), aliases=(author.name,), path=document.path
            )
    return {name: _registry(name, found) for name, found in terms.items()}


def _add_program(programs: dict[str, Term], document: Document) -> None:
    assert document.fields is not None
    key, fields = document.path.stem, document.fields
    name = fields.name or fields.title or key
    term = programs.get(key) or Term("programs", key, slugify(key), Localized(""), path=document.path)
    names = {"id": term.name.id, "en": term.name.en, "ja": term.name.ja} | {document.language: name}
    names["id"] = names["id"] or name
    programs[key] = replace(term, name=Localized(**names), aliases=(*term.aliases, *(a for a in fields.aliases if a)))


def _registry(name: str, terms: Mapping[str, Term]) -> Registry:
    names: dict[str, str] = {}
    for key in sorted(terms):
        for spelling in sorted(spellings(terms[key])):
            names.setdefault(spelling, key)
    # A key always means its own term, whatever else is called like it.
    names.update({fold(key): key for key in terms})
    return Registry(name, terms, names)


def unread(assets: Mapping[PurePosixPath, Asset]) -> frozenset[str]:
    """The names of the lists of which a part at least cannot be read: nobody knows what they would declare."""
    lists = (asset for path, asset in assets.items() if path.parent == FOLDER)
    return frozenset(
        a.path.stem for a in lists if any(d.rule in UNREADABLE or d.values.get("problem") == "not-a-list" for d in a.defects)
    )


def check_members(registries: Mapping[str, Registry], lost: Collection[str]) -> tuple[tuple[PurePosixPath, Defect], ...]:
    """The members of regions that are no known countries, and the related synonyms that are no known synonyms.

    Nothing is said of those that a `lost` list, which cannot be read, may know.
    """
    return tuple(
        (term.path, _wrong(dict(term.places).get(member, term.span), problem, member))
        for registry, known, problem in (
            ("regions", "countries", "unknown-member"),
            ("synonyms", "synonyms", "unknown-related"),
        )
        if known not in lost
        for _, term in sorted(registries[registry].terms.items())
        for member in term.members
        if member not in registries[known].terms
    )


def _wrong(span: Span, problem: str, value: str = "", **more: str) -> Defect:
    return Defect("registry-entry", span or FILE_START, {"problem": problem, "value": value, "field": value, **more})


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Listing):
        return tuple(t for item in node.items if (t := one_line(item)))
    return tuple(t for t in (one_line(node),) if t)

"""Terms as messages speak of them: the one that was probably meant, and the ones there are."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from babel.core import get_global

from rantau.model import FILE_START, Document, Edit, Finding, Kind, Library, Localized, Registry, Span, Term
from rantau.text import spoken
from rantau.text.names import fold, lookup, nearest

# Names of places are alike by chance ("Dubai", "Kuba"), and a wrong offer is worse than none.
_LIKENESS = {"countries": 0.8, "regions": 0.9, "tags": 0.75}
_BETWEEN = re.compile(r" ?[,;/] ?(?:(?:dan|and) )?")
_DASH = re.compile(r"(?:^| )-")
_AND = re.compile(r" (?:dan|and|&) ")
# What can keep an entry of a list, or one of its names, from counting.
_SPOILT = frozenset(("duplicate-field", "empty-slug", "front-matter-syntax", "registry-entry"))
# What may stand in brackets without quotes.
_PLAIN = re.compile(r"\w[\w .'’()#+\-]*")
# What editors write who think in Indonesian, for the words that a field offers.
_CHOICES = {
    "terbit": "published",
    "tayang": "published",
    "terbitkan": "published",
    "publish": "published",
    "publik": "published",
    "konsep": "draft",
    "draf": "draft",
    "naskah": "draft",
    "arsip": "archived",
    "diarsipkan": "archived",
    "sendiri": "own",
    "tulisan sendiri": "own",
    "kutipan": "quoted",
    "pihak ketiga": "third-party",
    "mesin": "machine",
    "manusia": "human",
    "rp": "idr",
    "rupiah": "idr",
    "us$": "usd",
    "dolar": "usd",
    "won": "krw",
    "yen": "jpy",
    "anda": "pekerja",
    "calon": "pekerja",
    "pmi": "pekerja",
    "cpmi": "pekerja",
    "majikan": "pemberi-kerja",
}
# field -> the lists whose terms it holds, and what one of them is called
_FIELDS = (
    ("countries", "countries", Localized("negara", "country")),
    ("countries", "regions", Localized("kawasan", "region")),
    ("stage", "stages", Localized("tahap", "stage")),
    ("sectors", "sectors", Localized("bidang kerja", "sector")),
    ("programs", "programs", Localized("program", "program")),
    ("tags", "tags", Localized("topik", "topic")),
    ("authors", "authors", Localized("penulis", "author")),
)


def registry(library: Library, name: str) -> Registry:
    """The registry of that name; an empty one when the content directory has none."""
    return library.registries.get(name, Registry(name))


def likely(known: Registry, word: str) -> Term | None:
    """The term whose key, name or alias is written most like the word, or None when none is near.

    Places must be nearly equal and start with the same letter; two-letter codes are never near. A code of three letters
    means its country.
    """
    # CLDR knows the three-letter codes as other spellings of the two-letter ones.
    codes = get_global("territory_aliases").get(word.strip().upper(), []) if known.name == "countries" else []
    if codes and codes[0] in known.terms:
        return known.terms[codes[0]]
    likeness = _LIKENESS.get(known.name)
    if likeness is None:
        name = nearest(word, known.names)
    else:
        folded = fold(word)
        name = nearest(word, (n for n in known.names if len(n) > 3 and n[:1] == folded[:1]), likeness) if len(folded) > 3 else ""
    return known.terms[known.names[name]] if name else None


def likely_choice(word: str, options: Sequence[str]) -> str:
    """The one of a field's choices that an Indonesian word means for certain ("terbit" -> "published"), or ""."""
    choice = _CHOICES.get(fold(word), "")
    return choice if choice in options else ""


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


def unknown_entries(
    document: Document,
    library: Library,
    field: str,
    known: Registry,
    kind: Localized,
    action: Callable[[str], Localized],
    unread: Callable[[str], bool] = lambda _: False,
) -> Iterator[Finding]:
    """A finding for each entry of a field that means no term of the registry; empty entries mean nothing.

    `kind` names what the registry lists ("topik", "topic"), `action` says what to do about one entry, `unread`
    whether it may be what a file declares that cannot be read.
    """
    value = getattr(document.fields, field) if document.fields is not None else ()
    entries = (value,) if isinstance(value, str) else value or ()
    for index, entry in enumerate(entries):
        if entry and lookup(known, entry) is None:
            joined = several(document, field, index, lambda part: lookup(known, part) is not None)
            if joined:
                yield joined
            elif not unread(entry) and not hidden(library, known.name, entry):
                way_out = belongs(document, library, field, entry) or action(entry)
                yield Finding(document.path, entry_span(document, field, index), not_known(entry, kind), way_out)


def hidden(library: Library, name: str, value: str) -> bool:
    """Whether a value may be what a list of _data says in an entry that is wrong there: it is told at the list."""
    asset = library.assets.get(PurePosixPath("_data", f"{name}.yml"))
    if asset is None or not any(defect.rule in _SPOILT for defect in asset.defects):
        return False
    return stands(value, asset.text)


def stands(value: str, text: str) -> bool:
    """Whether a name stands in a text, as a whole word and in whatever spelling."""
    return re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", fold(text)) is not None


def several(document: Document, field: str, index: int, known: Callable[[str], bool]) -> Finding | None:
    """The finding that one entry of a field holds several values, of which one at least is known; or None.

    A machine repairs it when all are known and the field holds nothing else. A field of one value cannot be a list.
    """
    value = getattr(document.fields, field)
    entries = (value,) if isinstance(value, str) else tuple(value)
    dashes = not isinstance(value, str) and entries[index].startswith("-")
    parts = _undashed(entries[index]) if dashes else _parts(entries[index], known)
    if (len(parts) < 2 and not dashes) or not any(known(part) for part in parts):
        return None
    shown, span = spoken.brief(entries[index]), entry_span(document, field, index)
    message = Localized(f'"{shown}" adalah beberapa nilai dalam satu tulisan', f'"{shown}" is several values in one text')
    if isinstance(value, str):
        first = next(part for part in parts if known(part))
        action = Localized(f"pilih satu saja, misalnya {field}: {first}", f"choose just one, such as {field}: {first}")
        return Finding(document.path, span, message, action)
    listed_ = ", ".join((*(e for e in entries[:index] if e), *parts, *(e for e in entries[index + 1 :] if e)))
    action = Localized(
        f"tulis sebagai daftar dengan kurung siku: {field}: [{spoken.brief(listed_)}]",
        f"write a list in brackets: {field}: [{spoken.brief(listed_)}]",
    )
    if dashes:
        message = Localized(f'belum ada spasi sesudah tanda hubung: "{shown}"', f'there is no blank after the hyphen: "{shown}"')
        action = Localized(
            f'tulis satu spasi sesudah setiap tanda hubung: "- {parts[0]}"', f'write a blank after each hyphen: "- {parts[0]}"'
        )
    sure = len(entries) == 1 and span == document.span(field) and all(known(p) and _PLAIN.fullmatch(p) for p in parts)
    return Finding(document.path, span, message, action, (Edit(span, f"[{listed_}]"),) if sure else ())


def _parts(entry: str, known: Callable[[str], bool]) -> list[str]:
    """The values between commas and the like; "Trinidad dan Tobago" is one of "Jepang, Trinidad dan Tobago"."""
    pieces = (piece for piece in _BETWEEN.split(entry) if piece)
    return [part for piece in pieces for part in ([piece] if known(piece) else _AND.split(piece)) if part]


def _undashed(entry: str) -> list[str]:
    """The items of a list whose hyphens lack their blanks, which YAML reads as one text: "-visa -paspor"."""
    return [part for part in _DASH.split(entry) if part]


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


def belongs(document: Document, library: Library, field: str, value: str) -> Localized | None:
    """The help that an entry of a field is a term of another one; None when no other field knows it.

    `programs` stand in articles only.
    """
    for other, name, kind in _FIELDS:
        term = lookup(registry(library, name), value) if other != field else None
        if term is None or document.fields is None or (other == "programs" and document.kind is not Kind.ARTICLE):
            continue
        given = getattr(document.fields, other)
        entries = [given] if isinstance(given, str) and given else [entry for entry in given or () if entry]
        said = term.name.id if fold(term.name.id) != fold(value) and other == "countries" else ""
        named = Localized(*(f" ({term.name.speak(language)})" if said else "" for language in ("id", "en")))
        shown = spoken.brief(value, 40)
        what = Localized(f'"{shown}" adalah {kind.id}{named.id}', f'"{shown}" is a {kind.en}{named.en}')
        if any(lookup(registry(library, name), entry) is term for entry in entries):
            return Localized(
                f"{what.id} dan sudah ditulis di {other}: hapus dari {field}",
                f"{what.en} and stands in {other} already: delete it from {field}",
            )
        if other == "stage" and entries:
            only = spoken.brief(entries[0], 40)
            return Localized(
                f'{what.id}: hapus dari {field}; isian stage hanya memuat satu nilai, dan sudah berisi "{only}"',
                f'{what.en}: delete it from {field}; the entry stage holds one value, and has "{only}"',
            )
        right = f"stage: {term.key}" if other == "stage" else f"{other}: [{spoken.brief(', '.join((*entries, value)))}]"
        return Localized(
            f"{what.id}: tulis di isian {other}, bukan {field}: {right}",
            f"{what.en}: write it in {other}, not in {field}: {right}",
        )
    return None


def stray_introduction(document: Document, known: Registry, folder: str, english: str) -> Iterator[Finding]:
    """The finding that an introduction in `folder` has the name of no term's address; `english` names the kind of page."""
    slug = document.path.stem
    if (
        document.kind not in (Kind.INTRODUCTION, Kind.STAGE)
        or document.path.parent.name != folder
        or slug in ("index", *slugs(known))
    ):
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

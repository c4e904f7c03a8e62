"""Where an input can stand in a content tree: each slot makes the files of one case out of one input."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rantau.benches._inputs import Input
from rantau.fields import FIELDS, Either, ListOf, Record, Shape, Text
from rantau.model import Kind

DESCRIPTION = "Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta."
ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "svg")
# What stands in every tree, and must never be blamed. Registries grow by the entries of the cases.
SCAFFOLD: Mapping[str, str] = {
    "artikel/2025/contoh.md": f"---\ntitle: Contoh judul\ndescription: {DESCRIPTION}\ndate: 2025-01-02\n---\n\nContoh kalimat.\n",
    "images/contoh.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>\n',
}
REGISTRIES: Mapping[str, str] = {
    "_data/authors.yml": "- {key: redaksi, name: Redaksi}\n",
    "_data/countries.yml": "- {key: JP, slug: jepang}\n",
    "_data/regions.yml": "- {key: timur, name: Timur}\n",
    "_data/sectors.yml": "- {key: kesehatan, name: Kesehatan}\n",
    "_data/stages.yml": "- {key: persiapan, name: Persiapan}\n",
    "_data/tags.yml": "- {key: visa, name: Visa}\n",
}
_KINDS = (
    (Kind.ARTICLE, "artikel/2025/"),
    (Kind.ARTICLE, "en/artikel/2025/"),
    (Kind.SHEET, "program/"),
    (Kind.PAGE, ""),
    (Kind.PAGE, "ja/"),
    (Kind.INTRODUCTION, "topik/"),
    (Kind.STAGE, "tahap/"),
    (Kind.HOME, ""),
    (Kind.HOME, "ja/"),
)
_BASE: Mapping[Kind, Mapping[str, str]] = {
    Kind.ARTICLE: {"title": "Contoh judul", "description": DESCRIPTION, "date": "2025-01-02"},
    Kind.SHEET: {"title": "Contoh lembar", "description": DESCRIPTION},
    Kind.PAGE: {"title": "Contoh halaman"},
    Kind.INTRODUCTION: {},
    Kind.STAGE: {},
    Kind.HOME: {},
}
# What another field asks for before it is looked at itself.
_COMPANIONS = {
    "alt": ("img", "contoh.svg"),
    "alt2": ("img2", "contoh.svg"),
    "img": ("alt", "Contoh"),
    "imgContentBerita": ("alt", "Contoh"),
    "img2": ("alt2", "Contoh"),
}
_SIBLINGS = {"src": "alt: Contoh gambar"}
_BODIES = {
    "link": "Contoh [tautan]({}) kalimat.",
    "link in brackets": "Contoh [tautan](<{}>) kalimat.",
    "link text": "Contoh [{}](contoh.md) kalimat.",
    "link title": 'Contoh [tautan](contoh.md "{}") kalimat.',
    "link reference": "Contoh [tautan][a] kalimat.\n\n[a]: {}",
    "bare link": "Contoh <{}> kalimat.",
    "heading": "## {}\n\nContoh kalimat.",
    "heading below": "{}\n=====\n\nContoh kalimat.",
    "table": "| Hal | Isi |\n|---|---|\n| {} | Contoh |\n| Contoh | {} |",
    "code": "Contoh `{}` kalimat.",
    "fence": "```\n{}\n```\n\nContoh kalimat.",
    "fence language": "```{}\nContoh\n```\n\nContoh kalimat.",
    "indented code": "Contoh kalimat.\n\n    {}",
    "image text": "![{}](contoh.svg)",
    "image": "![Contoh]({})",
    "footnote": "Contoh[^1] kalimat.\n\n[^1]: {}",
    "footnote name": "Contoh[^{0}] kalimat.\n\n[^{0}]: Contoh catatan.",
    "box title": '!!! note "{}"\n    Contoh isi.',
    "box kind": "!!! {}\n    Contoh isi.",
    "box": "!!! note\n    {}",
    "fold title": '??? question "{}"\n    Contoh isi.',
    "list": "- {}\n- Contoh",
    "quote": "> {}",
    "abbreviation": "Contoh PMI.\n\n*[PMI]: {}",
    "abbreviation name": "Contoh {0}.\n\n*[{0}]: Contoh",
    "plain tag": "Contoh <b>{}</b> kalimat.",
    "attribute": 'Contoh <b title="{}">kalimat</b>.',
    "strong": "Contoh **{}** kalimat.",
    "twice": "{0}\n\n{0}",
}
_TERMS = ("name", "slug", "key", "aliases", "note", "warning", "img")
_TAGGED = {"tags": "tags", "authors": "authors", "sectors": "sectors"}


@dataclass(frozen=True, slots=True)
class Case:
    """One input in one slot: its files by path, and its entry in a registry (path and lines).

    `alone`: it may spoil a registry for everybody else, so it is tried in a tree of its own first.
    """

    source: str
    slot: str
    excerpt: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    entry: tuple[str, str] = ("", "")
    alone: bool = False


Made = tuple[Mapping[str, bytes], tuple[str, str], bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an input; `make` gives nothing for an input that cannot stand there."""

    name: str
    make: Callable[[Input, int], Made | None]


def turns(count: int, each: int, whole: bool) -> int:
    """In how many slots each of `count` inputs goes; with `whole`, so many that every slot has its turn."""
    if whole and count < 2 * len(OTHERS):
        each = max(each, -(-len(OTHERS) // max(1, count)) + len(MAIN))
    return min(len(MAIN) + len(OTHERS), each)


def cases(inputs: Sequence[Input], each: int) -> Iterator[Case]:
    """Every input in `each` slots: in the main ones first where there is room, and in the others in turn.

    Slot after slot, so that one input seldom stands twice in one tree.
    """
    planned: dict[str, list[tuple[Slot, Input]]] = {}
    for textual in (True, False):
        main, others = (MAIN, OTHERS) if textual else (_BINARY[:1], _BINARY[1:])
        turn = 0
        for number, item in enumerate(i for i in inputs if (i.text is not None) is textual):
            # One slot means a main one and another by turns, two mean one of each, from four on all main ones are there.
            known = min(len(main), (each + number % 2) // 2)
            rest = min(len(others), each - known)
            chosen = [main[(number // 2 + step) % len(main)] for step in range(known)]
            chosen += [others[(turn + step) % len(others)] for step in range(rest)]
            turn += rest
            for slot in chosen:
                planned.setdefault(slot.name, []).append((slot, item))
    number = 0
    for pairs in planned.values():
        for slot, item in pairs:
            number += 1
            made = slot.make(item, number)
            if made is not None:
                excerpt = (item.text or repr(item.data[:60]))[:300]
                yield Case(item.source, slot.name, excerpt, *made)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _document(values: Mapping[str, str], body: str = "Contoh kalimat.") -> bytes:
    front = "".join(f"{name}: {value}\n" for name, value in values.items())
    return _bytes(f"---\n{front}---\n\n{body}\n")


def _path(kind: Kind, folder: str, number: int) -> str:
    return f"{folder}index.md" if kind is Kind.HOME else f"{folder}u{number}.md"


def _entry(kind: Kind, number: int) -> tuple[str, str]:
    """The term that an introduction needs."""
    registry = {Kind.INTRODUCTION: "tags", Kind.STAGE: "stages"}.get(kind)
    return (f"_data/{registry}.yml", f"- {{key: u{number}, name: Uji {number}}}\n") if registry else ("", "")


def _leaves(shape: Shape, name: str, before: str, indent: str) -> Iterator[tuple[str, str]]:
    """Name of every single value of a field, and the YAML that stands before it."""
    if isinstance(shape, ListOf):
        yield from _leaves(shape.item, name, f"{before}\n{indent}- ", indent + "  ")
    elif isinstance(shape, Either):
        yield from _leaves(shape.record, name, before, indent)
        yield from _leaves(shape.bare, name, before, indent)
    elif isinstance(shape, Record):
        names = [f.name for f in shape.fields]
        for inner in shape.fields:
            first = _SIBLINGS.get(inner.name, "src: contoh.svg" if "src" in names else "")
            start = before if before.endswith("- ") else f"{before}\n{indent}"
            start += f"{first}\n{indent}" if first else ""
            yield from _leaves(inner.shape, f"{name}.{inner.name}", f"{start}{inner.name}: ", indent + "  ")
    else:
        yield name, before


def _field_slots() -> Iterator[Slot]:
    for kind, folder in _KINDS:
        found = tuple(_fields_of(kind, folder))
        if kind is Kind.HOME:
            # A tree has one home page for each language: its fields take turns in one slot.
            yield Slot(f"{folder}index.md", _in_turn([slot.make for slot in found]))
        else:
            yield from found


def _fields_of(kind: Kind, folder: str) -> Iterator[Slot]:
    for declared in FIELDS:
        if kind not in declared.kinds:
            continue
        for name, before in _leaves(declared.shape, declared.name, "", "  "):
            for form in ("quoted", "raw"):
                make = _in_field(kind, folder, declared.name, before, form == "quoted", declared.shape)
                yield Slot(f"{folder}{kind} {name}, {form}", make)


def _in_turn(makers: Sequence[Callable[[Input, int], Made | None]]) -> Callable[[Input, int], Made | None]:
    return lambda item, number: makers[number % len(makers)](item, number)


def _in_field(kind: Kind, folder: str, name: str, before: str, quoted: bool, shape: Shape) -> Callable[[Input, int], Made | None]:
    def make(item: Input, number: int) -> Made | None:
        text = item.text
        if text is None:
            return None
        # Too short a value would be refused for its length alone.
        words = f"{text} {DESCRIPTION}" if isinstance(shape, Text) and shape.min and len(text) < 200 else text
        values = dict(_BASE[kind])
        if name in _COMPANIONS:
            companion, value = _COMPANIONS[name]
            values[companion] = value
        values[name] = before + (_quoted(words) if quoted else words)
        return {_path(kind, folder, number): _document(values)}, _entry(kind, number), False

    return make


def _every_field(item: Input, number: int) -> Made | None:
    """An article that says the input wherever it may say anything."""
    if item.text is None:
        return None
    text = _quoted(item.text)
    values = dict(_BASE[Kind.ARTICLE]) | {"title": text, "alt": text, "img": "contoh.svg"}
    values["description"] = _quoted(f"{item.text[:200]} {DESCRIPTION}")
    values["author"] = f"\n  name: {_quoted(f'{item.text} {number}')}"
    values["sources"] = f"\n  - title: {text}\n    publisher: {text}"
    values["figures"] = f"\n  - label: {text}\n    value: {text}\n    unit: {text}\n    source: {text}\n    series: {text}"
    values["images"] = f"\n  - src: contoh.svg\n    alt: {text}\n    caption: {text}\n    credit: {text}\n    license: {text}"
    return {f"artikel/2025/u{number}.md": _document(values)}, ("", ""), False


def _body(pattern: str) -> Callable[[Input, int], Made | None]:
    def make(item: Input, number: int) -> Made | None:
        if item.text is None:
            return None
        # No str.format: the input may hold braces, and the pattern none but its own.
        body = pattern.replace("{0}", item.text) if "{0}" in pattern else pattern.replace("{}", item.text)
        return {f"artikel/2025/u{number}.md": _document(_BASE[Kind.ARTICLE], body)}, ("", ""), False

    return make


def _file(pattern: str, before: str = "", after: str = "") -> Callable[[Input, int], Made | None]:
    def make(item: Input, number: int) -> Made | None:
        data = before.encode() + item.data + after.encode()
        path = pattern.format(number)
        return {path: data}, ("", ""), path in REGISTRIES

    return make


def _named(pattern: str, content: bytes) -> Callable[[Input, int], Made | None]:
    def make(item: Input, number: int) -> Made | None:
        parts = [os.fsdecode(_cut(p)) for p in item.data.replace(b"\0", b"").split(b"/") if p not in (b"", b".", b"..")]
        if not parts:
            return None
        return {pattern.replace("{}", "/".join(parts[:4])).replace("{0}", str(number)): content}, ("", ""), False

    return make


def _cut(name: bytes) -> bytes:
    """The most of a name that file systems take."""
    return name[:200]


def _term(registry: str, name: str, quoted: bool) -> Callable[[Input, int], Made | None]:
    """An entry of a registry that has the input in one of its fields, and an article that names it."""

    def make(item: Input, number: int) -> Made | None:
        if item.text is None:
            return None
        value = _quoted(item.text) if quoted else item.text
        values = {"key": f"u{number}", "name": f"Uji {number}", "slug": f"u{number}"} | {name: value}
        lines = "\n  ".join(f"{k}: {v}" for k, v in values.items())
        tagged = values["key"] if quoted or name != "key" else f"u{number}"
        article = dict(_BASE[Kind.ARTICLE]) | ({_TAGGED[registry]: f"[{tagged}]"} if registry in _TAGGED else {})
        files = {f"artikel/2025/u{number}.md": _document(article)}
        return files, (f"_data/{registry}.yml", f"- {lines}\n"), not quoted

    return make


def _picture(ending: str) -> Callable[[Input, int], Made | None]:
    """The bytes as an image, and an article that shows it."""

    def make(item: Input, number: int) -> Made | None:
        own = item.ending.strip(".")
        name = f"u{number}.{ending or (own if own in ENDINGS else 'png')}"
        values = dict(_BASE[Kind.ARTICLE]) | {"img": name, "alt": "Contoh gambar"}
        files = {f"images/{name}": item.data, f"artikel/2025/u{number}.md": _document(values, f"![Contoh]({name})")}
        return files, ("", ""), False

    return make


_PICTURES = tuple(Slot(f"image .{ending}", _picture(ending)) for ending in ENDINGS)
_FILES = (
    Slot("article file", _file("artikel/2025/u{}.md")),
    Slot("front matter", _file("artikel/2025/u{}.md", "---\n", "\n---\n\nContoh kalimat.\n")),
    Slot(
        "more front matter",
        _file(
            "artikel/2025/u{}.md",
            f"---\ntitle: Contoh\ndescription: {DESCRIPTION}\ndate: 2025-01-02\n",
            "\n---\n\nContoh kalimat.\n",
        ),
    ),
    Slot("unknown registry", _file("_data/u{}.yml")),
    *(Slot(path.removeprefix("_data/"), _file(path)) for path in REGISTRIES),
    Slot("article name", _named("artikel/2025/{}.md", _document(_BASE[Kind.ARTICLE]))),
    Slot("article name and number", _named("artikel/2025/{}-u{0}.md", _document(_BASE[Kind.ARTICLE]))),
    Slot("page name", _named("{}.md", _document(_BASE[Kind.PAGE]))),
    Slot("folder name", _named("{}/u{0}.md", _document(_BASE[Kind.ARTICLE]))),
    Slot("year name", _named("artikel/{}/u{0}.md", _document(_BASE[Kind.ARTICLE]))),
    Slot("image name", _named("images/{}.svg", SCAFFOLD["images/contoh.svg"].encode())),
    Slot("whole name", _named("artikel/2025/{}", _document(_BASE[Kind.ARTICLE]))),
)
_TERM_SLOTS = tuple(
    Slot(f"{registry}.{name}, {'quoted' if quoted else 'raw'}", _term(registry, name, quoted))
    for registry in ("tags", "authors", "sectors", "stages", "regions")
    for name in _TERMS
    for quoted in (True, False)
    if quoted or (registry == "tags" and name in ("name", "slug"))
)
MAIN: tuple[Slot, ...] = (Slot("body", _body("{}")), Slot("every field, quoted", _every_field))
OTHERS: tuple[Slot, ...] = (
    *(Slot(f"body: {name}", _body(pattern)) for name, pattern in _BODIES.items()),
    *_FILES,
    *_TERM_SLOTS,
    *_PICTURES,
    *_field_slots(),
)
_BINARY: tuple[Slot, ...] = (
    Slot("image", _picture("")),
    *_PICTURES,
    *(s for s in _FILES if s.name in ("article file", "unknown registry", "article name", "image name", "tags.yml")),
)

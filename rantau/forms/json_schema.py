"""JSON Schemas of the front matter of every kind of file, for editors that read them and for other tools.

A schema refuses what is wrong about shapes: unknown fields, missing ones, dates that no calendar has, lengths, choices,
addresses. Whether a name is known to a registry, and whatever needs other files, is for `scripts/check.py` to say; the names
are listed for completion, and any other scalar passes. Draft 7, because editors' YAML support knows no later draft well.
Sources: https://json-schema.org/draft-07/schema, https://github.com/redhat-developer/yaml-language-server
"""

from collections.abc import Mapping

from rantau.fields import FIELDS, URL_SCHEMES, Choice, Day, Either, Field, File, ListOf, Record, Reference, Shape, Text, Url
from rantau.forms._terms import Registries, label, listed, spellings
from rantau.model import Kind, Registry

DRAFT = "http://json-schema.org/draft-07/schema#"
TERMS = "istilah.json"
NAMES: Mapping[Kind, str] = {
    Kind.ARTICLE: "artikel.json",
    Kind.SHEET: "program.json",
    Kind.PAGE: "halaman.json",
    Kind.INTRODUCTION: "pengantar.json",
    Kind.STAGE: "tahap.json",
    Kind.HOME: "beranda.json",
}

Schema = dict[str, object]

# YAML reads 2026 as a number and no as a truth value; the library takes every scalar as text.
_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
# A field left empty is an absent one.
_EMPTY: Schema = {"type": ["string", "null"], "pattern": r"^\s*$"}

_LONG = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
_ISO = rf"^\s*((?!0000)([0-9]{{4}}-({_LONG}|{_SHORT}|02-(0[1-9]|1[0-9]|2[0-8]))|{_LEAP})([T ][0-9]{{2}}:[0-9]{{2}}.*)?)?\s*$"
_HOST = r"(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(:[0-9]*)?"


def schemas(known: Registries) -> dict[str, Schema]:
    """The schemas by their file names: one for each kind of file, and the terms that all of them refer to."""
    return {TERMS: _terms(known)} | {name: _kind(kind, known) for kind, name in NAMES.items()}


def _kind(kind: Kind, known: Registries) -> Schema:
    legal = tuple(f for f in FIELDS if kind in f.kinds)
    return {
        "$schema": DRAFT,
        "title": NAMES[kind].removesuffix(".json"),
        **_group(legal, kind),
        "required": [f.name for f in legal if kind in f.required],
    }


def _group(fields: tuple[Field, ...], kind: Kind | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {f.name: _field(f, required=kind in f.required) for f in fields},
        "additionalProperties": False,
    }


def _field(declared: Field, required: bool) -> Schema:
    old = " (bentuk lama)" if declared.legacy else ""
    said: Schema = {"title": declared.label.id, "description": f"{declared.label.id}: {declared.help.id}{old}"}
    return said | _shape(declared.shape, required)


def _shape(shape: Shape, required: bool = False) -> Schema:
    match shape:
        case Text():
            return _text(shape, required)
        case File():
            return _SCALAR
        case Day():
            return _pattern(_ISO, "tulis tahun-bulan-hari, misalnya 2026-11-22")
        case Choice(options=options):
            return {"anyOf": [{"enum": list(options)}, _any_case(options), _EMPTY]}
        case Url():
            schemes = "|".join(_caseless(scheme) for scheme in URL_SCHEMES)
            return _pattern(
                rf"^\s*(({schemes})://([^\s/?#]*@)?{_HOST}([/?#]\S*)?)?\s*$", "tulis alamat lengkap, mulai dengan https://"
            )
        case Reference(registry=registry):
            return {"anyOf": [{"$ref": f"{TERMS}#/definitions/{registry}"}, _SCALAR]}
        case ListOf(item=item):
            one = _shape(item)
            return {"anyOf": [{"type": "array", "items": _or_empty(one)}, one, _EMPTY]}
        case Record(fields=fields):
            return _or_empty(_group(fields))
        case Either(record=record, bare=bare):
            return {"anyOf": [_group(record.fields), _shape(bare)]}


def _text(shape: Text, required: bool) -> Schema:
    if shape.max:
        # Blanks and line breaks between words count once, as where the text is shown.
        low, high = max(shape.min, 1) - 1, shape.max - 1
        counted = rf"^\s*\S(\S|\s+(?=\S)){{{low},{high}}}\s*$"
        said = f"panjangnya {shape.min} sampai {shape.max} huruf"
        written = _pattern(counted, said) | {"type": "string"}
        return written if required else {"anyOf": [written, _EMPTY]}
    return {"type": ["string", "number", "boolean"], "pattern": r"\S"} if required else _SCALAR


def _pattern(pattern: str, said: str) -> Schema:
    # The last is what the editors' YAML support shows in place of the pattern.
    return {"type": ["string", "null"], "pattern": pattern, "patternErrorMessage": said}


def _or_empty(schema: Schema) -> Schema:
    return {"anyOf": [schema, _EMPTY]}


def _any_case(options: tuple[str, ...]) -> Schema:
    return {"type": "string", "pattern": rf"^\s*({'|'.join(_caseless(option) for option in options)})\s*$"}


def _caseless(word: str) -> str:
    """A pattern for a word in capitals or not; a flag for that is not in every dialect."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word)


def _terms(known: Registries) -> Schema:
    names = sorted({name for f in FIELDS for name in _registries(f.shape)})
    return {
        "$schema": DRAFT,
        "title": "istilah",
        "definitions": {name: _names(known.get(name, Registry(name))) for name in names},
    }


def _registries(shape: Shape) -> tuple[str, ...]:
    match shape:
        case Reference(registry=registry):
            return (registry,)
        case ListOf(item=item):
            return _registries(item)
        case Either(bare=bare):
            return _registries(bare)
    return ()


def _names(known: Registry) -> Schema:
    described = {spelling: label(term) for term in reversed(listed(known)) for spelling in spellings(term)}
    # A key always means its own term, whatever else is called like it.
    described = {t.key: label(t) for t in listed(known)} | {s: d for s, d in described.items() if s not in known.terms}
    if not described:
        return {"not": {}}
    return {"enum": list(described), "enumDescriptions": list(described.values())}

"""The editors' reference of fields: a Markdown table, in Indonesian."""

from collections.abc import Iterator

from rantau.fields import FIELDS, Choice, Day, Either, Field, File, ListOf, Record, Reference, Shape, Text, Url
from rantau.model import Kind

_KINDS = {
    Kind.ARTICLE: "artikel",
    Kind.SHEET: "lembar program",
    Kind.PAGE: "halaman",
    Kind.INTRODUCTION: "pengantar",
    Kind.STAGE: "pengantar tahap",
    Kind.HOME: "beranda",
}


def table() -> Iterator[str]:
    """The lines of a Markdown table of all fields, in Indonesian, in the order of their declaration."""
    yield "| Isian | Isinya | Untuk apa |"
    yield "|---|---|---|"
    for declared in FIELDS:
        wanted = " **wajib**" if declared.required else ""
        old = " (bentuk lama)" if declared.legacy else ""
        where = "" if declared.kinds == frozenset(Kind) else f" Hanya untuk {_kinds(declared)}."
        yield f"| `{declared.name}`{wanted} | {_shape(declared.shape)}{old} | {declared.help.id}{where} |"


def _kinds(declared: Field) -> str:
    return " dan ".join(_KINDS[kind] for kind in Kind if kind in declared.kinds)


def _shape(shape: Shape) -> str:
    """The shape in an editor's words."""
    match shape:
        case Text(min=low, max=high):
            return f"teks, {low} sampai {high} huruf" if high else "teks"
        case Day():
            return "tanggal, `2026-11-22`"
        case Choice(options=options):
            return " / ".join(f"`{option}`" for option in options)
        case File():
            return "nama berkas gambar"
        case Url():
            return "alamat web"
        case Reference(registry=registry):
            return f"nama dari {'content/program' if registry == 'programs' else f'_data/{registry}.yml'}"
        case ListOf(item=item):
            return f"daftar: {_shape(item)}"
        case Record(fields=fields):
            return ", ".join(f"`{f.name}`" for f in fields)
        case Either(record=record, bare=bare):
            return f"{_shape(record)}; atau {_shape(bare)}"

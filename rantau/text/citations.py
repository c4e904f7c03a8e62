"""Which source an entry of a program sheet or a stage means."""

from collections.abc import Iterator, Sequence

from rantau.model import Fields, Source
from rantau.text.names import fold

# The fields of a sheet whose entries each have a source of their own; `costs` besides.
LINES = ("audience", "duration", "languages", "tests", "steps", "documents", "risks")


def cited(sources: Sequence[Source], written: str) -> int | None:
    """The place in the list (from 0) of the source that is meant by its key, its title or its address, or None."""
    wanted = fold(written)
    for name in ("key", "title", "url"):
        for number, source in enumerate(sources):
            if wanted and fold(getattr(source, name)) == wanted:
                return number
    return None


def entries(fields: Fields) -> Iterator[tuple[str, str]]:
    """The place of each entry in the front matter and what it cites: ("costs.0", "kemnaker-2024"); empty entries are none."""
    for number, cost in enumerate(fields.costs):
        if cost.item or cost.amount:
            yield f"costs.{number}", cost.source
    for number, what_if in enumerate(fields.what_ifs):
        if what_if.question or what_if.answer:
            yield f"what_ifs.{number}", what_if.source
    for name in (*LINES, "actions"):
        for number, line in enumerate(getattr(fields, name)):
            if line.text:
                yield f"{name}.{number}", line.source
    if fields.official_source:
        yield "official_source", fields.official_source

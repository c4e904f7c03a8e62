"""The figures that pages report, as data beside their page: angka/data.csv and angka/data.json. See docs/decisions/0020."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau.model import Edition, Reported
from rantau.text.addresses import figures_address, file_of
from rantau.text.figures import collect

_COLUMNS = (
    *("id", "series", "label", "value", "number", "unit", "date", "source"),
    *("title", "address", "countries", "topics", "programs", "verified_on", "expires"),
)
# With these a spreadsheet begins a formula, which may ask other computers.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The two files of each language whose pages have figures, newest first."""
    for language, reported in collect(edition.library).items():
        rows = [_row(edition, one) for one in reported]
        folder = file_of(figures_address(language))
        yield folder.with_name("data.csv"), _csv(rows).encode()
        data = json.dumps({"language": language, "figures": rows}, ensure_ascii=False, indent=0, default=_plain)
        yield folder.with_name("data.json"), f"{data}\n".encode()


def _row(edition: Edition, reported: Reported) -> dict[str, object]:
    figure, document, fields = reported.figure, reported.document, reported.document.fields
    about = edition.library.placements[document.path].about
    verified, expires = (fields.verified_on, fields.expires) if fields is not None else (None, None)
    values = (
        *(reported.id, figure.series, figure.label, figure.value, reported.number, figure.unit),
        *(figure.date.isoformat() if figure.date is not None else "", reported.source),
        *((fields.title if fields is not None else "") or "", edition.url.rstrip("/") + quote(document.address)),
        *(list(about.get(name, ())) for name in ("countries", "tags", "programs")),
        *(day.isoformat() if day is not None else "" for day in (verified, expires)),
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _csv(rows: list[dict[str, object]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(row[name]) for name in _COLUMNS] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return str(_plain(value))
    text = " ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)

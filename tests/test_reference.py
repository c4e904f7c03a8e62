"""The editors' guide agrees with the code."""

from pathlib import Path

from rantau.forms.reference import table

ROOT = Path(__file__).resolve().parent.parent


def test_the_guide_lists_every_field_as_it_is_declared() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    written = guide.partition("<!-- isian: awal -->\n")[2].partition("\n<!-- isian: akhir -->")[0]
    assert written.split("\n") == list(table())

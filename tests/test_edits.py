"""Repairs touch what they name and nothing else."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import edits
from rantau.model import Edit, Span

QUICK = settings(max_examples=200, deadline=None, derandomize=True)


@QUICK
@given(st.text())
def test_no_edit_changes_nothing(text: str) -> None:
    assert edits.apply(text, []) == text


def test_edits_are_carried_out_in_any_order() -> None:
    text = "satu dua\ntiga 👩‍⚕️ empat\n"
    found = [Edit(Span(2, 11, 2, 16), "4"), Edit(Span(1, 1, 1, 5), "1"), Edit(Span(2, 1, 2, 5), "")]
    assert edits.apply(text, found) == "1 dua\n 👩‍⚕️ 4\n"


def test_edit_may_insert_and_may_reach_over_lines() -> None:
    assert edits.apply("##Judul\n", [Edit(Span(1, 3, 1, 3), " ")]) == "## Judul\n"
    assert edits.apply("a\nb\nc", [Edit(Span(1, 2, 3, 1), "")]) == "ac"


def test_first_of_two_overlapping_edits_wins() -> None:
    assert edits.apply("abcdef", [Edit(Span(1, 3, 1, 6), "x"), Edit(Span(1, 2, 1, 4), "y")]) == "aydef"


def test_same_edit_twice_is_one() -> None:
    assert edits.apply("##a", [Edit(Span(1, 3, 1, 3), " ")] * 2) == "## a"


@QUICK
@given(st.lists(st.text(alphabet="ab\r", max_size=4), min_size=1, max_size=5), st.data())
def test_edit_replaces_exactly_its_span(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[number])))
    end = data.draw(st.integers(start, len(lines[number])))
    found = edits.apply("\n".join(lines), [Edit(Span(number + 1, start + 1, number + 1, end + 1), "X")])
    lines[number] = lines[number][:start] + "X" + lines[number][end:]
    assert found == "\n".join(lines)


def test_rewritten_file_keeps_its_mark_its_line_ends_and_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "visa.md"
    path.write_bytes(b"\xef\xbb\xbfsatu\r\n##dua\r\n")
    path.chmod(0o640)
    assert edits.rewrite(path, [Edit(Span(2, 3, 2, 3), " ")])
    assert path.read_bytes() == b"\xef\xbb\xbfsatu\r\n## dua\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["visa.md"]


def test_file_that_needs_no_repair_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "visa.md"
    path.write_bytes(b"satu\n")
    before = path.stat().st_ino
    assert not edits.rewrite(path, [])
    assert not edits.rewrite(path, [Edit(Span(1, 1, 1, 5), "satu")])
    assert path.stat().st_ino == before


def test_file_in_another_encoding_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "visa.md"
    path.write_bytes(b"\x93satu\x94\n")
    assert not edits.rewrite(path, [Edit(Span(1, 1, 1, 2), "")])
    assert path.read_bytes() == b"\x93satu\x94\n"

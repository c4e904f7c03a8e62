"""What editors really write: each file of tests/broken gets the report in tests/golden/broken, none of tests/clean gets any.

A file `name.md` stands at artikel/2025/name.md of the tree of tests/trees.py; the day is 2026-11-22.
"""

from pathlib import Path

import pytest

from rantau import pipeline
from rantau.model import Diagnostic
from tests import agreed, trees

HERE = Path(__file__).parent
BROKEN = sorted(p.stem for p in (HERE / "broken").glob("*.md"))
CLEAN = sorted(p.stem for p in (HERE / "clean").glob("*.md"))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    return _check("broken", tmp_path_factory)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    return _check("clean", tmp_path_factory)


def _check(folder: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    files = {f"artikel/2025/{p.name}": p.read_bytes() for p in (HERE / folder).glob("*.md")}
    # Many of the mistakes were made in the same article.
    found = trees.check(tmp_path_factory.mktemp(folder), files)
    return tuple(d for d in found if not d.rule.startswith("duplicate-") or d.rule == "duplicate-field")


def _report(found: tuple[Diagnostic, ...], name: str) -> str:
    own = [d for d in found if d.path.stem == name]
    return "".join(f"{line}\n" for line in pipeline.report(own, "text", "id", "content"))


@pytest.mark.parametrize("name", BROKEN)
def test_mistake_is_reported_word_for_word(name: str, broken: tuple[Diagnostic, ...]) -> None:
    made = _report(broken, name)
    assert made == agreed.text(HERE / "golden" / "broken" / f"{name}.txt", made), agreed.how("test_editors_mistakes.py")


def test_mistakes_are_not_put_down_to_other_files(broken: tuple[Diagnostic, ...]) -> None:
    assert {d.path.stem for d in broken} - set(BROKEN) == set()


def test_every_golden_report_has_its_mistake() -> None:
    assert sorted(p.stem for p in (HERE / "golden" / "broken").glob("*.txt")) == BROKEN


@pytest.mark.parametrize("name", CLEAN)
def test_innocent_file_gets_no_finding(name: str, clean: tuple[Diagnostic, ...]) -> None:
    assert _report(clean, name) == ""


def test_innocent_files_give_no_finding_elsewhere(clean: tuple[Diagnostic, ...]) -> None:
    assert {d.path.stem for d in clean} - set(CLEAN) == set()

"""A text made to take for ever costs only itself, and an honest one never meets a limit, however long it is.

The limits of the worker are the judge: nothing here looks at a clock. What has no result after them is reported.
"""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import body, reading, workers
from rantau.files import ARTICLE_LIMIT, Entry
from rantau.model import LANGUAGES, Document
from rantau.reading import Reader
from rantau.text.mentions import Gazetteer
from rantau.workers import Lost
from tests.pathological import HONEST, OURS, SUITE
from tests.shell import ARTICLE, SMALL, check, write

HEAD = ARTICLE.removesuffix("Contoh kalimat.\n")
BOOKS = {language: Gazetteer() for language in LANGUAGES}
# What may be said of such a text; whatever else is said would be a mistake of ours.
FINDINGS = {"too-complex", "raw-html", "hidden-characters", "unknown-box"}


def read(folder: Path, bodies: Mapping[str, str]) -> dict[str, Document]:
    """What the workers make of articles with these bodies, as a build would."""
    names = {f"artikel/2025/uji-{number}.md": name for number, name in enumerate(bodies)}
    texts = {path: (HEAD + bodies[name]).encode() for path, name in names.items()}
    assert max(map(len, texts.values())) <= ARTICLE_LIMIT
    write(folder, texts)
    entries = [Entry(PurePosixPath(path), len(text)) for path, text in texts.items()]
    results = workers.each(Reader(folder, BOOKS), entries, seconds=reading.SECONDS)
    documents = [reading.lost(r) if isinstance(r, Lost) else r for r in results]
    return {name: d for name, d in zip(bodies, documents, strict=True) if isinstance(d, Document)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """What becomes of every text that is made to hurt, with a third of the time that a build gives it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "ARTICLE_SECONDS", reading.ARTICLE_SECONDS / 3)
        return read(tmp_path_factory.mktemp("jahat"), {**SUITE, **{f"{name} (ours)": text for name, text in OURS.items()}})


@pytest.mark.parametrize("name", [*SUITE, *(f"{name} (ours)" for name in OURS)])
def test_text_made_to_hurt_is_rendered_or_reported(made: dict[str, Document], name: str) -> None:
    document = made[name]
    rules = {defect.rule for defect in document.defects}
    assert rules <= FINDINGS
    assert (document.body is None) == ("too-complex" in rules)
    # Memory and the parser's own stack hold: what is given up is given up for its depth or its time.
    assert {d.values["limit"] for d in document.defects if d.rule == "too-complex"} <= {"depth", "time"}


def test_suite_of_commonmark_is_known_by_its_texts() -> None:
    assert len(SUITE) == 25
    assert all(len(text.encode()) > ARTICLE_LIMIT * 0.98 for name, text in SUITE.items() if name not in ("link and emphasis crossed", "NUL in the text"))


def test_honest_article_of_the_largest_size_is_rendered(tmp_path: Path) -> None:
    documents = read(tmp_path, HONEST)
    assert {name: d.defects for name, d in documents.items() if d.defects} == {}
    assert [name for name, d in documents.items() if d.body is None or not d.body.html] == []
    assert [name for name, text in HONEST.items() if len(text.encode()) < ARTICLE_LIMIT * 0.75] == []


def test_editor_is_told_of_a_text_that_takes_too_long_and_the_others_are_checked(tmp_path: Path) -> None:
    files = {f"artikel/2025/{name}.md": HEAD + OURS[name] for name in ("rules", "headings")}
    done = check(write(tmp_path / "content", {**SMALL, **files, "artikel/2025/lain.md": HEAD + "<div>\n"}), "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(f["path"]).name, f["line"], f["rule"]) for f in found if f["severity"] == "error"] == [
        ("headings.md", 1, "too-complex"),
        ("lain.md", 9, "raw-html"),
        ("rules.md", 1, "too-complex"),
    ]


MARKS = st.sampled_from([*"*_[]()<>!|`\\\n a", "**", "](", "![", "- ", "> ", "    ", "[^", "]: ", "\n\n", "''", '"'])
KNOTS = st.lists(st.tuples(st.lists(MARKS, min_size=1, max_size=6).map("".join), st.integers(1, 400)), max_size=8).map(
    lambda parts: "".join(unit * count for unit, count in parts)[:4000]
)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(KNOTS)
def test_marks_in_any_nesting_are_rendered_or_too_deep(text: str) -> None:
    rendered, defects = body.render(text, 1, body.mask(text, 1), "id")
    assert (rendered is None) == ("too-complex" in {d.rule for d in defects})

"""Whatever is derived from the declaration of the fields says the same as the declaration, and as the check."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.protocols import Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from rantau import derived, schema, source
from rantau.fields import FIELDS, NAMES, Text
from rantau.files import classify
from rantau.forms import json_schema, snippets
from rantau.forms.reference import table
from rantau.model import Kind
from rantau.registry import NAMES as REGISTRIES
from rantau.source import Group, Listing, Node
from tests.shell import ROOT, SAMPLE

CONTENT = ROOT / "content"
DESCRIPTION = "Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja."
LEAST: Mapping[str, object] = {"title": "Visa", "description": DESCRIPTION}


# YAML 1.2 as editors read it: dates and "no" are texts, 30.000 is a number.
CORE: Mapping[str, Callable[[str], object]] = {
    r"~|null|Null|NULL|": lambda _: None,
    r"true|True|TRUE|false|False|FALSE": lambda text: text.lower() == "true",
    r"[-+]?[0-9]+": int,
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?": float,
}


def value(node: Node | None) -> Any:
    """What an editor's YAML support hands to a JSON Schema."""
    if isinstance(node, Group):
        return {key.text: value(inner) for key, inner in node.entries}
    if isinstance(node, Listing):
        return [value(item) for item in node.items]
    text = node.text if node is not None else ""
    known = [make for pattern, make in CORE.items() if node is not None and node.plain and re.fullmatch(pattern, text)]
    return known[0](text) if known else text


@pytest.fixture(scope="module")
def validators() -> dict[Kind, Validator]:
    """The committed schemas, as a tool finds them side by side."""
    return {kind: validator(kind) for kind in Kind}


@cache
def validator(kind: Kind) -> Validator:
    read = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / derived.FOLDER).glob("*.json"))}
    registry: Registry[Any] = Registry().with_resources([(name, DRAFT7.create_resource(found)) for name, found in read.items()])
    return Draft7Validator(read[json_schema.NAMES[kind]], registry=registry)


def front(path: Path) -> Any:
    """The front matter of a file as values."""
    read = source.read(path.read_bytes())
    assert read.front is not None, path
    return value(read.front)


# --- the JSON Schema


def documents(folder: Path) -> Iterator[tuple[Path, Kind]]:
    for path in sorted(folder.rglob("*.md")):
        yield path, classify(PurePosixPath(path.relative_to(folder).as_posix()))[0]


@pytest.mark.parametrize("name", ["content", "tests/site"])
def test_every_file_that_is_published_passes_the_schema_of_its_kind(name: str, validators: dict[Kind, Validator]) -> None:
    seen = 0
    for path, kind in documents(ROOT / name):
        written = front(path)
        # A draft need not be whole yet.
        if written.get("status") != "draft":
            assert [e.message for e in validators[kind].iter_errors(written)] == [], path
            seen += 1
    assert seen > 15


def test_every_file_without_a_fault_passes_the_schema_of_an_article(validators: dict[Kind, Validator]) -> None:
    paths = sorted((ROOT / "tests/clean").glob("*.md"))
    assert len(paths) > 80
    for path in paths:
        assert [e.message for e in validators[Kind.ARTICLE].iter_errors(front(path))] == [], path


def test_the_schema_refuses_exactly_the_broken_files_whose_shapes_the_check_refuses(validators: dict[Kind, Validator]) -> None:
    refused: set[str] = set()
    passed: set[str] = set()
    for path in sorted((ROOT / "tests/broken").glob("*.md")):
        read = source.read(path.read_bytes())
        # What YAML itself cannot read is not a matter of shapes; neither are two fields of one name.
        if read.front is None or any(d.rule in ("front-matter-syntax", "duplicate-field") for d in read.defects):
            continue
        typed = schema.type_fields(Kind.ARTICLE, read.front)[1]
        valid = validators[Kind.ARTICLE].is_valid(value(read.front))
        assert valid is (typed == ()), (path.name, [d.rule for d in typed])
        (passed if valid else refused).add(path.stem)
    assert refused >= {"date_in_words", "description_too_short", "field_misspelt", "field_of_a_program_sheet", "sources_as_text", "title_as_list"}
    assert refused >= {"status_misspelt", "title_left_empty", "description_forgotten", "date_that_no_calendar_has", "link_without_scheme"} - passed
    # The names of registries are other files' business.
    assert "tag_misspelt" in passed


WORDS = st.sampled_from(
    [
        *("Visa", "", "  ", "null", "~", "true", "12", "30.000", "JP", DESCRIPTION, "x" * 49, "é" * 300, "x" * 301),
        *("2025-02-28", "2025-02-29", "2024-02-29", "2025-11-31", "2025-03-01T08:00", "29/10/2021", "0000-01-01", "1900-02-29", "2000-02-29"),
        *("draft", "DRAFT", "terbit", "own", "human", "https://kp2mi.go.id/a?b#c", "HTTP://a.id", "www.a.id", "https://", "https:///a"),
        *("javascript:alert(1)", "https://a.id/b c", "https://me@a.id:80/", "ftp://a.id"),
    ]
)
SCALARS = WORDS.map(lambda word: json.dumps(word, ensure_ascii=False))
FLOW = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["title", "url", "date", "src", "label", "value", "name", "x"]), inner, max_size=3).map(
            lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
        ),
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(kind=st.sampled_from(list(Kind)), values=st.dictionaries(st.sampled_from([*NAMES, "titel"]), FLOW, max_size=4))
def test_schema_and_check_agree_on_whatever_is_written(kind: Kind, values: dict[str, str]) -> None:
    text = "\n".join(f"{name}: {value}" for name, value in values.items())
    read = source.read(f"---\n{text}\n---\n".encode())
    if read.front is None or read.defects:
        return
    typed = schema.type_fields(kind, read.front)[1]
    errors = list(validator(kind).iter_errors(value(read.front)))
    assert bool(errors) is bool(typed), (text, typed, [e.message for e in errors])


def test_the_schemas_are_schemas_and_describe_every_field_in_indonesian() -> None:
    for name, found in json_schema.schemas({}).items():
        Draft7Validator.check_schema(found)
        for field in found.get("properties", {}) if name != json_schema.TERMS else {}:  # type: ignore[attr-defined]
            assert NAMES[field].help.id in found["properties"][field]["description"]  # type: ignore[index]


def test_the_names_of_a_registry_are_offered_with_what_they_mean() -> None:
    terms = json.loads((ROOT / derived.FOLDER / json_schema.TERMS).read_text("utf-8"))["definitions"]
    countries = dict(zip(terms["countries"]["enum"], terms["countries"]["enumDescriptions"], strict=True))
    assert {name: countries[name] for name in ("JP", "Jepang", "Japan", "日本", "Korsel")} == {
        "JP": "Jepang (JP)",
        "Jepang": "Jepang (JP)",
        "Japan": "Jepang (JP)",
        "日本": "Jepang (JP)",
        "Korsel": "Korea Selatan (KR)",
    }
    assert {"ssw", "SSW"} <= set(terms["programs"]["enum"])
    assert set(terms) <= {*REGISTRIES, "programs"}


# --- completion in VS Code


def test_every_field_is_completed_with_its_choices() -> None:
    made = snippets.snippets(derived.registries(SAMPLE))
    assert {f.name for f in FIELDS} <= {body["prefix"] for body in made.values()}
    by_prefix = {body["prefix"]: body for body in made.values()}
    assert by_prefix["status"]["body"] == ["status: ${1|draft,published,archived|}"]
    assert by_prefix["date"]["body"] == ["date: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"]
    assert by_prefix["description"]["body"] == ['description: "${1:Satu atau dua kalimat\\, 50 sampai 300 huruf}"'.replace("\\,", ",")]
    assert "dokumen" in str(by_prefix["tags"]["body"])
    assert by_prefix["sources"]["body"][:2] == ["sources:", "  - title: ${1:Judul}"]


def test_no_choice_of_a_completion_ends_it_early() -> None:
    for body in snippets.snippets(derived.registries(CONTENT)).values():
        for line in body["body"]:
            for choice in re.findall(r"\|((?:[^|\\]|\\.)*)\|", line):
                assert all(re.split(r"(?<!\\),", choice))


# --- nothing committed drifts


@pytest.mark.parametrize("path", sorted(derived.files(CONTENT, ROOT)), ids=str)
def test_what_is_committed_is_what_is_derived_from_the_fields(path: PurePosixPath) -> None:
    assert (ROOT / path).is_file(), "jalankan: python3 scripts/forms.py"
    made = derived.files(CONTENT, ROOT)[path].decode()
    assert without_terms((ROOT / path).read_text("utf-8")) == without_terms(made), "jalankan: python3 scripts/forms.py"


def without_terms(text: str) -> str:
    """A derived file without the terms of the registries: an editor who adds a tag need not know of completions."""
    text = re.sub(r"\$\{(\d+)\|(?:[^|\\]|\\.)*\|\}", r"${\1}", text)
    return re.sub(r"(\"enum(?:Descriptions)?\": \[)[^\]]*\]", r"\1]", text) if '"istilah"' in text else text


def test_a_new_term_is_no_drift_and_a_new_field_is() -> None:
    snippet = '"body": ["tags: [${1|bahasa,biaya|}]"]'
    assert without_terms(snippet) == without_terms(snippet.replace("biaya", "biaya,visa"))
    assert without_terms(snippet) != without_terms(snippet.replace("tags", "topics"))
    terms = '{"title": "istilah", "tags": {"enum": ["a", "b"]}}'
    assert without_terms(terms) == without_terms(terms.replace('"b"', '"b", "c"'))


def test_nothing_else_lies_beside_the_derived_files() -> None:
    made = {path.name for path in derived.files(CONTENT, ROOT) if path.parent == derived.FOLDER}
    assert {path.name for path in (ROOT / derived.FOLDER).iterdir()} == made


def test_the_guide_lists_every_field_as_it_is_declared() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert guide.partition(derived.START)[2].partition(derived.END)[0].strip("\n").split("\n") == list(table())
    assert all(f"| `{f.name}`" in "\n".join(table()) for f in FIELDS)


def test_lengths_are_asked_for_of_the_description_alone() -> None:
    # The pattern that counts is tried on every example above; a second field of that kind would need its own message.
    assert [f.name for f in FIELDS if isinstance(f.shape, Text) and f.shape.max] == ["description"]

"""Reading one file: values with their places, or every reason why there are none; for any bytes at all."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import schema, source
from rantau.body import mask
from rantau.model import Defect, Kind, Span
from rantau.source import Group, Listing, Node, Scalar

QUICK = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def front(text: str) -> Group:
    read = source.read(text.encode())
    assert read.front is not None, read.defects
    return read.front


def values(text: str) -> dict[str, Node]:
    return {key.text: value for key, value in front(text).entries}


def defects(data: bytes | str) -> list[tuple[str, Span]]:
    read = source.read(data if isinstance(data, bytes) else data.encode())
    return [(d.rule, d.span) for d in read.defects]


def problem(fm: str) -> tuple[str, str, Span]:
    (defect,) = source.read(f"---\n{fm}\n---\n".encode()).defects
    return defect.rule, defect.values.get("problem", ""), defect.span


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Listing):
        for item in node.items:
            yield from nodes(item)
    elif isinstance(node, Group):
        for key, value in node.entries:
            yield key
            yield from nodes(value)


def lies_inside(span: Span, text: str) -> bool:
    """Whether the span is one of the text; an end may stand behind the last letter of its line."""
    lines = text.split("\n")
    places = ((span.line, span.column), (span.end_line, span.end_column))
    if not (1 <= span.line <= span.end_line <= len(lines) + 1 and span.column >= 1 and span.end_column >= 1):
        return False
    return all(column <= len(lines[line - 1]) + 2 if line <= len(lines) else column == 1 for line, column in places)


# --- values and their places -------------------------------------------------------------------


def test_value_stands_where_the_file_has_it() -> None:
    text = "---\ntitle: Visa kerja\ntags: [visa, 'paspor']\n---\nIsi.\n"
    assert values(text)["title"] == Scalar("Visa kerja", Span(2, 8, 2, 18))
    tags = values(text)["tags"]
    assert isinstance(tags, Listing)
    assert tags.items == (Scalar("visa", Span(3, 8, 3, 12)), Scalar("paspor", Span(3, 14, 3, 22), plain=False))


def test_column_counts_an_emoji_once() -> None:
    assert values("---\nauthor: {name: 👩‍⚕️, img: x.png}\n---\n")["author"] == Group(
        (
            (Scalar("name", Span(2, 10, 2, 14)), Scalar("👩‍⚕️", Span(2, 16, 2, 20))),
            (Scalar("img", Span(2, 22, 2, 25)), Scalar("x.png", Span(2, 27, 2, 32))),
        ),
        Span(2, 9, 2, 32),
    )


def test_byte_order_mark_is_not_counted() -> None:
    read = source.read(b"\xef\xbb\xbf---\ntitle: Visa\n---\nIsi.\n")
    assert read.text.startswith("---")
    assert read.front is not None
    assert read.front.entries[0][1].span == Span(2, 8, 2, 12)
    assert read.defects == ()


def test_windows_line_ends_change_no_place() -> None:
    read = source.read(b"---\r\ntitle: Visa\r\ndate: 2025-03-01\r\n---\r\nIsi.\r\n")
    assert read.front is not None
    assert [value.span for _, value in read.front.entries] == [Span(2, 8, 2, 12), Span(3, 7, 3, 17)]
    assert (read.body, read.body_line) == ("Isi.\r\n", 5)


def test_body_begins_on_the_line_after_the_second_boundary() -> None:
    read = source.read(b"\n\n---\ntitle: Visa\n---\n\nIsi.\n")
    assert (read.body, read.body_line) == ("\nIsi.\n", 6)
    assert read.front is not None
    assert read.front.entries[0][1].span == Span(4, 8, 4, 12)


@pytest.mark.parametrize("word", ["NO", "yes", "007", "1_000", "2025-13-45", "~", "null", "12:30", "0x1F", "1e3", ".nan"])
def test_every_scalar_stays_text(word: str) -> None:
    value = values(f"---\nx: {word}\n---\n")["x"]
    assert isinstance(value, Scalar)
    assert value.text == word


def test_empty_front_matter_is_a_group_without_entries() -> None:
    read = source.read(b"---\n---\nIsi.\n")
    assert read.front is not None
    assert read.front.entries == ()
    assert read.defects == ()
    assert read.body_line == 3


def test_second_value_of_one_name_is_dropped_and_reported_at_its_name() -> None:
    read = source.read(b"---\ntitle: A\ntags: [x]\ntitle: B\n---\n")
    assert read.front is not None
    assert [(key.text, getattr(value, "text", "")) for key, value in read.front.entries] == [("title", "A"), ("tags", "")]
    assert read.defects == (Defect("duplicate-field", Span(4, 1, 4, 6), {"field": "title", "line": "4", "first_line": "2"}),)


# --- what cannot be read ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fm", "name", "span"),
    [
        ('title: "Visa', "quote", Span(2, 8, 2, 9)),
        ("title: 'Visa\ndate: x", "quote", Span(2, 8, 2, 9)),
        ('title: Visa\nalt: "a\ndescription: "b"', "quote", Span(3, 6, 3, 7)),
        ('title: "Kata "resmi" itu"', "quote-inside", Span(2, 15, 2, 16)),
        ("title: Jepang: tujuan", "colon", Span(2, 14, 2, 15)),
        ("tags:\n\t- visa", "tab", Span(3, 1, 3, 2)),
        ("\ttitle: Visa", "tab", Span(2, 1, 2, 2)),
        ("tags: [visa", "bracket", Span(2, 7, 2, 8)),
        ("author: {name: Budi", "bracket", Span(2, 9, 2, 10)),
        ("title: @visa", "character", Span(2, 8, 2, 9)),
        ("title: `visa`", "character", Span(2, 8, 2, 9)),
        ("title: %visa", "character", Span(2, 8, 2, 9)),
        ("judul\ntitle: Visa", "no-colon", Span(2, 1, 2, 2)),
        ("title: Visa\ndate:2025-01-01\nalt: x", "no-colon", Span(3, 1, 3, 2)),
        ("title: &a Visa", "alias", Span(2, 8, 2, 15)),
        ("title: *a", "alias", Span(2, 8, 2, 10)),
        ("title: *Penting* bagi pekerja", "alias", Span(2, 8, 2, 9)),
        ("title: &!x", "alias", Span(2, 8, 2, 9)),
        ("title: !!python/object:os.system x", "tag", Span(2, 8, 2, 35)),
        ("title: !Awas", "tag", Span(2, 8, 2, 13)),
        ("<<: {title: Visa}", "merge", Span(2, 1, 2, 3)),
        ("? [a, b]\n: c", "other", Span(2, 3, 2, 8)),
        ("- visa\n- paspor", "not-a-mapping", Span(2, 1, 3, 9)),
        ("Visa kerja", "not-a-mapping", Span(2, 1, 2, 11)),
        ("tags:\n  - visa\n - paspor", "indent", Span(4, 2, 4, 3)),
        ("x: " + "[" * 11 + "]" * 11, "depth", Span(2, 13, 2, 14)),
    ],
)
def test_syntax_error_is_named_and_placed_where_it_was_made(fm: str, name: str, span: Span) -> None:
    assert problem(fm) == ("front-matter-syntax", name, span)


@pytest.mark.parametrize(
    ("fm", "right", "below"),
    [
        ("sources:\n  - title: A\n   publisher: X", "    publisher: X", "title"),
        ("sources:\n  - title: A\n  publisher: X\n    url: x", "    publisher: X", "title"),
        ("sources:\n  - title: A\n     publisher: X", "    publisher: X", "title"),
        ("sources:\n  - title: A\n    publisher: X\n   url: x", "    url: x", "publisher"),
        ("sources:\n- title: A\n publisher: X", "  publisher: X", "title"),
        ("title: A\nsources:\n  - title: A\n   title: B", "", ""),
        ("title: A\nsources:\n  - title: A\n  title: B", "  - title: B", "-"),
        ("sources:\n  - title: A\n - title: B", "  - title: B", "-"),
        ("sources:\n  - title: A\n   url: x\ndate: x", "    url: x", "title"),
        ("sources:\n  - title: A\n  date: x", "", ""),
        ("title: A\nsources:\n  - publisher: A\n   tags: [x]", "tags: [x]", "sources"),
        ("description: Satu\n  kata: dua", "", ""),
        (" title: A\ndate: x", "", ""),
        ("sources:\n  - title: A\n\tpublisher: X", "    publisher: X", "title"),
        ("sources:\n  - title: A\n  \turl: X", "    url: X", "title"),
        ("sources:\n  - title: A\n\t- title: B", "  - title: B", "-"),
        ("sources:\n\t- title: A", "  - title: A", ""),
        ("title: A\n\tdate: x", "date: x", "title"),
        ("title: A\nsources:\n  - url: x\n\tdate: x", "    date: x", "url"),
        ("\ttitle: A\ndate: x", "title: A", ""),
    ],
)
def test_line_out_of_line_is_written_where_the_lines_above_show_it(fm: str, right: str, below: str) -> None:
    (defect,) = source.read(f"---\n{fm}\n---\n".encode()).defects
    assert (defect.values.get("right", ""), defect.values.get("below", "")) == (right, below)


@pytest.mark.parametrize(
    ("entry", "right", "below"),
    [
        ("- key: a\n  term: A\n   source: K", "  source: K", "term"),
        ("- key: a\n  term: A\nsource: K", "  source: K", "term"),
        ("- key: a\n  meaning:\n    id: A\n   en: B", "    en: B", "id"),
        ("- key: a\n  meaning:\n    id: A\n   source: K", "  source: K", "meaning"),
        ("- key: a\n\tterm: A", "  term: A", "key"),
    ],
)
def test_line_of_a_registry_that_is_out_of_line_is_written_where_it_belongs(entry: str, right: str, below: str) -> None:
    (defect,) = source.load_registry(f"{entry}\n".encode())[2]
    assert (defect.values.get("right", ""), defect.values.get("below", "")) == (right, below)


@pytest.mark.parametrize(
    "fm",
    ["sources:\n  -title: A\n    publisher: X", "sources:\n  -title: A\n", "sources:\n-title: A\n", "tags:\n  - visa\n  -paspor: x"],
)
def test_hyphen_without_a_blank_gets_one(fm: str) -> None:
    (defect,) = source.read(f"---\n{fm}\n---\n".encode()).defects
    line = next(line for line in fm.split("\n") if "-title" in line or "-paspor" in line)
    assert (defect.values["problem"], defect.values["right"]) == ("dash-space", line.strip().replace("-", "- "))
    assert [edit.text for edit in defect.fix] == [" "]
    assert defect.fix[0].span.column == line.index("-") + 2


def test_name_that_starts_with_a_hyphen_in_quotes_or_brackets_is_no_item() -> None:
    assert defects('---\n"-title": A\nx: {-a: b}\n---\n') == []


def test_depth_of_ten_is_allowed() -> None:
    assert source.read(("---\nx: " + "[" * 9 + "]" * 9 + "\n---\n").encode()).defects == ()


def test_nesting_without_end_is_refused_without_a_recursion() -> None:
    assert problem("x: " + "[" * 20_000)[1] == "depth"


def test_quote_never_closed_is_found_far_below() -> None:
    fm = 'title: "Visa\n' + "".join(f"a{n}: b\n" for n in range(200)) + "z: z"
    assert problem(fm)[1:] == ("quote", Span(2, 8, 2, 9))


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b"\xff\xfe-\x00-\x00", {"encoding": "utf-16", "byte": "1"}),
        (b"\xfe\xff\x00-\x00-", {"encoding": "utf-16", "byte": "1"}),
        (b"---\ntitle: \x93Visa\x94\n---\n", {"encoding": "windows-1252", "byte": "12"}),
        (b"PK\x03\x04\x00\x00\xff", {"encoding": "binary", "byte": "7"}),
    ],
)
def test_file_in_another_encoding_is_told_by_its_name(data: bytes, values: dict[str, str]) -> None:
    read = source.read(data)
    assert [(d.rule, dict(d.values)) for d in read.defects] == [("not-utf8", values)]
    assert read.text == ""


def test_place_of_a_wrong_byte_is_counted_in_letters() -> None:
    assert defects("---\ntitle: é".encode() + b"\xe9\n---\n") == [("not-utf8", Span(2, 9, 2, 10))]


@pytest.mark.parametrize(
    ("character", "name"),
    [("\u200b", "zero width space"), ("\u202e", "right-to-left override"), ("\u00ad", "soft hyphen"), ("\x1b", "control character")],
)
def test_hidden_character_is_reported_with_its_name_and_deleted_by_the_repair(character: str, name: str) -> None:
    read = source.read(f"---\ntitle: Visa\n---\nSurat {character}izin\n".encode())
    (defect,) = read.defects
    assert (defect.rule, defect.span, defect.values["name"]) == ("hidden-characters", Span(4, 7, 4, 8), name)
    assert [(e.span, e.text) for e in defect.fix] == [(Span(4, 7, 4, 8), "")]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2\x963 hari", "2–3 hari"),
        ("\x93Ya\x94", "“Ya”"),
        ("satu\x0bdua", "satu dua"),
        ("satu\u2028dua", "satu dua"),
        ("satu \x0cdua", "satu dua"),
    ],
)
def test_hidden_character_that_stood_for_something_becomes_that_instead_of_nothing(written: str, right: str) -> None:
    changed = written
    for defect in reversed(list(source.unseen(written))):
        (edit,) = defect.fix
        changed = changed[: edit.span.column - 1] + edit.text + changed[edit.span.end_column - 1 :]
    assert changed == right


def test_letter_that_was_lost_is_reported_and_left_for_a_person() -> None:
    (defect,) = source.unseen("m\ufffdgran")
    assert (defect.rule, defect.fix) == ("hidden-characters", ())


def test_joiner_is_hidden_between_latin_letters_only() -> None:
    assert defects("---\ntitle: vi\u200dsa\n---\n") == [("hidden-characters", Span(2, 10, 2, 11))]
    assert defects("---\ntitle: 👩\u200d🏭 می\u200cخواهم क्\u200dष\n---\n") == []


@pytest.mark.parametrize("code", ["\\u202E", "\\u200b", "\\x1b", "\\0", "\\U000E0041", "\\uFEFF"])
def test_hidden_character_written_as_a_code_is_reported_as_well(code: str) -> None:
    read = source.read(f'---\ntitle: "Surat{code}izin"\n---\n'.encode())
    assert [(d.rule, d.span.line) for d in read.defects] == [("hidden-characters", 2)]


def test_line_break_and_quote_written_as_codes_are_innocent() -> None:
    assert defects('---\ntitle: "a\\tb\\nc\\"d\\u00e9"\n---\n') == []


def test_hashtag_in_an_unquoted_value_is_not_cut_off_in_silence() -> None:
    read = source.read(b"---\ntitle: Fakta di balik #KaburAjaDulu\n---\n")
    cut = read.front is not None and getattr(read.front.entries[0][1], "text", "") == "Fakta di balik"
    assert not cut or read.defects


def test_note_behind_a_value_is_no_hashtag() -> None:
    assert defects("---\ntitle: Visa # judul sementara\ntags: [a] #  nanti\n---\n") == []


@pytest.mark.parametrize("line_end", ["\r", "\x85", "\u2028", "\u2029"])
def test_line_end_of_another_system_inside_a_value_moves_no_place(line_end: str) -> None:
    read = source.read(f"---\ntitle: a{line_end}  b\ndate: 1/1/2025\n---\n".encode())
    assert read.front is not None
    assert read.front.entries[1][1].span == Span(3, 7, 3, 15)


def test_character_that_yaml_forbids_is_placed_in_letters_and_not_in_bytes() -> None:
    read = source.read("---\ntitle: Éé\x01\n---\n".encode())
    assert {d.span.column for d in read.defects} == {10}


def test_registry_file_is_read_from_its_first_line() -> None:
    node, text, found = source.load_registry(b"- key: visa\n- key: &a x\n")
    assert node is None
    assert text == "- key: visa\n- key: &a x\n"
    assert [(d.rule, d.span) for d in found] == [("front-matter-syntax", Span(2, 8, 2, 12))]


# --- properties ---------------------------------------------------------------------------------

YAMLISH = st.text(alphabet=list("ab:- \n\"'#[]{},&*!|>%@`?\t\r\\\x85\u2028é\u200b~<=.0\x00"), max_size=60)
FILES = st.one_of(
    st.binary(max_size=60),
    YAMLISH.map(lambda text: f"---\n{text}\n---\nisi".encode()),
    st.text(max_size=60).map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "surrogatepass")),
    st.builds(lambda key, value: f"---\n{key}: {value}\n---\n".encode(), YAMLISH, YAMLISH),
)


@QUICK
@given(FILES)
def test_reading_and_typing_never_raise_and_every_place_lies_inside_the_file(data: bytes) -> None:
    read = source.read(data)
    if any(d.rule == "not-utf8" for d in read.defects):
        return
    spans = [d.span for d in read.defects]
    if read.front is not None:
        spans += [node.span for node in nodes(read.front)]
        for kind in Kind:
            spans += [d.span for d in schema.type_fields(kind, read.front)[1]]
    assert [span for span in spans if not lies_inside(span, read.text)] == []


@QUICK
@given(FILES)
def test_mask_keeps_every_character_in_its_place_or_blanks_it(data: bytes) -> None:
    read = source.read(data)
    masked = mask(read.text, read.body_line)
    assert len(masked) == len(read.text)
    assert all(after in (before, " ") and (before != "\n" or after == "\n") for before, after in zip(read.text, masked, strict=True))


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar. Source: https://yaml.org/spec/1.2.2/#57-escaped-characters"""
    written = []
    for character in text:
        if character in '"\\':
            written.append("\\" + character)
        elif character.isprintable():
            written.append(character)
        else:
            written.append(f"\\U{ord(character):08x}")
    return '"' + "".join(written) + '"'


@QUICK
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_in_quotes_is_read_back_and_its_span_covers_it(text: str) -> None:
    written = quoted(text)
    value = values(f"---\ntitle: {written}\n---\n")["title"]
    assert isinstance(value, Scalar)
    assert (value.text, value.plain) == (text, False)
    assert value.span == Span(2, 8, 2, 8 + len(written))


def test_full_width_colon_is_told_behind_the_name_of_a_field_and_in_no_sentence() -> None:
    told = [source.read(f"---\n{fm}\n---\n".encode()).defects[0] for fm in ("title：Visa\ndate: 2025-01-01", "description: >\n  SSW：特定技能\ntitle: a: b")]
    assert [(d.values["problem"], d.span.line) for d in told] == [("wide-colon", 2), ("colon", 4)]
    assert told[0].values["right"] == "title: Visa"

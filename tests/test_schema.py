"""Values as written become typed values; each that cannot is reported with its place and is absent from the result."""

import dataclasses
import datetime

import pytest

from rantau import schema, source
from rantau.fields import FIELDS, ListOf, Record
from rantau.model import Defect, Edit, Fields, Figure, Image, InlineAuthor, Kind, Point, Source, Span

DESCRIPTION = "Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja."


def typed(fm: str, kind: Kind = Kind.ARTICLE) -> tuple[Fields, tuple[Defect, ...]]:
    read = source.read(f"---\n{fm}\n---\n".encode())
    assert read.front is not None, read.defects
    return schema.type_fields(kind, read.front)


def fields(fm: str, kind: Kind = Kind.ARTICLE) -> Fields:
    found, defects = typed(f"title: Visa\ndescription: {DESCRIPTION}\n{fm}", kind)
    assert defects == ()
    return found


def defect(fm: str, kind: Kind = Kind.ARTICLE) -> Defect:
    (found,) = typed(f"title: Visa\ndescription: {DESCRIPTION}\n{fm}", kind)[1]
    return found


# --- shapes -------------------------------------------------------------------------------------


def test_text_is_brought_onto_one_line() -> None:
    assert fields("alt: >\n  Paspor   di\n  atas meja").spans["alt"] == Span(4, 6, 7, 1)
    assert typed("title: |\n  Visa\n  kerja\n")[0].title == "Visa kerja"


def test_list_may_be_one_bare_value() -> None:
    assert fields("tags: visa").tags == ("visa",)


def test_every_value_of_a_list_has_its_place() -> None:
    found = fields("tags:\n  - visa\n  - 'goes japan'")
    assert found.tags == ("visa", "goes japan")
    assert (found.spans["tags.0"], found.spans["tags.1"]) == (Span(5, 5, 5, 9), Span(6, 5, 6, 17))


def test_gap_in_a_list_moves_no_later_value() -> None:
    found = fields("countries: [JP, '', KR, '']")
    assert found.countries == ("JP", "", "KR")
    assert found.spans["countries.2"] == Span(4, 21, 4, 23)


@pytest.mark.parametrize("empty", ["", "''", '""', "~", "null", "[]", "  # nanti"])
def test_empty_value_is_an_absent_one_and_keeps_its_place(empty: str) -> None:
    found = fields(f"tags: {empty}\nstage: {'' if empty == '[]' else empty}")
    assert (found.tags, found.stage) == ((), None)
    assert found.spans["tags"].line == 4


def test_quoted_null_is_a_word() -> None:
    assert fields("stage: 'null'").stage == "null"


@pytest.mark.parametrize(
    ("fm", "values", "span"),
    [
        ("stage: [a]", {"field": "stage", "expected": "text", "got": "list", "value": "a"}, Span(4, 8, 4, 10)),
        ("stage: {a: b}", {"field": "stage", "expected": "text", "got": "group", "value": "a: b"}, Span(4, 8, 4, 13)),
        ("sources: Kompas", {"field": "sources.0", "expected": "group", "got": "text", "value": "Kompas"}, Span(4, 10, 4, 16)),
        ("sources: [[a]]", {"field": "sources.0", "expected": "group", "got": "list", "value": "a"}, Span(4, 11, 4, 13)),
        ("tags: [{a: b}]", {"field": "tags.0", "expected": "text", "got": "group", "value": "a: b"}, Span(4, 8, 4, 13)),
        ("date: [2025-01-01]", {"field": "date", "expected": "text", "got": "list", "value": "2025-01-01"}, Span(4, 7, 4, 18)),
    ],
)
def test_value_of_another_shape_is_reported_with_both(fm: str, values: dict[str, str], span: Span) -> None:
    found = defect(fm)
    assert (found.rule, dict(found.values), found.span) == ("field-shape", values, span)


# --- dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["2025-03-01", "'2025-03-01'", "2025-03-01T08:00:00+07:00", "2025-03-01 08:00"])
def test_iso_date_is_a_day_with_or_without_its_hour(written: str) -> None:
    assert fields(f"date: {written}").date == datetime.date(2025, 3, 1)


def test_other_notation_is_an_error_that_repairs_itself() -> None:
    found, defects = typed(f"title: Visa\ndescription: {DESCRIPTION}\ndate: 29/10/2021")
    assert found.date is None
    assert defects == (
        Defect(
            "impossible-date",
            Span(4, 7, 4, 17),
            {"field": "date", "value": "29/10/2021", "suggestion": "2021-10-29"},
            (Edit(Span(4, 7, 4, 17), "2021-10-29"),),
        ),
    )


@pytest.mark.parametrize("written", ["2025-02-30", "2025-13-45", "besok", "0000-01-01", "2025"])
def test_day_that_no_calendar_has_gets_no_repair(written: str) -> None:
    found = defect(f"date: {written}")
    assert (found.rule, found.values["suggestion"], found.fix) == ("impossible-date", "", ())


def test_date_inside_a_source_is_named_with_its_place_in_the_list() -> None:
    found = defect("sources:\n  - title: A\n  - title: B\n    date: kemarin")
    assert (found.values["field"], found.span) == ("sources.1.date", Span(7, 11, 7, 18))


# --- choices, addresses, names ------------------------------------------------------------------


def test_unknown_choice_lists_what_there_is() -> None:
    found = defect("status: publised")
    assert (found.rule, dict(found.values)) == (
        "unknown-choice",
        {"field": "status", "value": "publised", "choices": "draft, published, archived", "nearest": "published"},
    )


def test_choices_have_their_defaults() -> None:
    found = fields("status:\nrights: ''")
    assert (found.status, found.rights, found.translation) == ("published", "own", "human")


@pytest.mark.parametrize("url", ["https://kp2mi.go.id/a?b=1&c#d", "http://kp2mi.go.id", "HTTPS://KP2MI.GO.ID", "https://日本.jp/"])
def test_whole_web_address_passes(url: str) -> None:
    assert fields(f"sources: [{{url: '{url}'}}]").sources[0].url == url


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("www.kp2mi.go.id", ""),
        ("kp2mi", ""),
        ("javascript:alert(1)", "javascript"),
        ("JavaScript://kp2mi.go.id/%0aalert(1)", "javascript"),
        ("ftp://kp2mi.go.id", "ftp"),
        ("//kp2mi.go.id", ""),
        ("https://", "https"),
        ("https:///path", "https"),
        ("https://[kp2mi", "https"),
        ("data:text/html,x", "data"),
    ],
)
def test_address_that_a_browser_must_not_follow_is_refused(url: str, scheme: str) -> None:
    found = defect(f"sources: [{{title: A, url: '{url}'}}]")
    assert (found.rule, dict(found.values)) == ("unsafe-link", {"destination": url, "scheme": scheme})


def test_web_address_with_a_blank_is_told_as_such_and_one_on_two_lines_is_joined() -> None:
    found = defect("sources: [{title: A, url: 'https://kp2mi.go.id/a b'}]")
    assert (found.rule, dict(found.values), found.fix) == ("url-with-newline", {"destination": "https://kp2mi.go.id/a b"}, ())
    found = defect("sources:\n  - title: A\n    url: https://kp2mi.go.id/\n      a\n")
    assert [edit.text for edit in found.fix] == ["https://kp2mi.go.id/a"]


def test_misspelt_field_is_repaired_when_it_is_sure_and_not_there_already() -> None:
    sure = defect("tag: [visa]")
    assert (sure.rule, dict(sure.values), sure.span) == ("unknown-field", {"field": "tag", "nearest": "tags"}, Span(4, 1, 4, 4))
    assert sure.fix == (Edit(Span(4, 1, 4, 4), "tags"),)
    assert defect("tag: [visa]\ntags: [visa]").fix == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [("Img: a.jpg", "img"), ("IMG: a.jpg", "img"), ("Alt: Surat", "alt"), ("Countries : [JP]", "countries"), ("verified-on: x", "verified_on")],
)
def test_name_that_differs_in_capitals_or_blanks_alone_is_that_field_and_none_like_it(written: str, name: str) -> None:
    found = defect(written)
    assert (found.rule, found.values["nearest"], [edit.text for edit in found.fix]) == ("unknown-field", name, [name])
    both = typed(f"{written}\n{name}:{written.partition(':')[2]}")[1]
    assert [d.fix for d in both if d.rule == "unknown-field"] == [()]


def test_field_of_another_kind_of_file_may_have_capitals() -> None:
    found = defect("Official: https://kp2mi.go.id/")
    assert (found.rule, dict(found.values)) == ("wrong-folder", {"fields": "official"})


def test_fields_of_another_kind_of_file_say_that_the_file_is_in_the_wrong_folder() -> None:
    found = defect("official: https://kp2mi.go.id/\noverview: []")
    assert (found.rule, found.span, dict(found.values), found.fix) == ("wrong-folder", Span(4, 1, 4, 9), {"fields": "official, overview"}, ())


def test_field_nobody_knows_inside_a_source_is_named_with_its_place_in_the_list() -> None:
    found = defect("sources:\n  - title: A\n    link: https://kp2mi.go.id/")
    assert (found.rule, found.values["field"], found.span) == ("unknown-field", "sources.0.link", Span(6, 5, 6, 9))


# --- what must be there -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (Kind.ARTICLE, ["missing-title", "missing-description"]),
        (Kind.SHEET, ["missing-title", "missing-description"]),
        (Kind.PAGE, ["missing-title"]),
        (Kind.HOME, []),
        (Kind.INTRODUCTION, []),
    ],
)
def test_each_kind_of_file_asks_for_its_own_fields(kind: Kind, missing: list[str]) -> None:
    assert [d.rule for d in typed("date: 2025-01-01", kind)[1]] == missing


def test_field_left_empty_is_missing_at_its_own_line() -> None:
    found = typed(f"description: {DESCRIPTION}\ntitle:")[1]
    assert [(d.rule, d.span) for d in found] == [("missing-title", Span(3, 1, 3, 6))]


def test_title_of_a_wrong_shape_is_not_reported_missing_as_well() -> None:
    assert [d.rule for d in typed(f"description: {DESCRIPTION}\ntitle: [Visa]")[1]] == ["field-shape"]


@pytest.mark.parametrize(("length", "reported"), [(49, True), (50, False), (300, False), (301, True)])
def test_description_has_50_to_300_characters(length: int, reported: bool) -> None:
    found, defects = typed(f"title: Visa\ndescription: {'é' * length}")
    assert [d.rule for d in defects] == (["description-length"] if reported else [])
    assert found.description == "é" * length


# --- images and authors -------------------------------------------------------------------------


def test_old_image_fields_have_their_places() -> None:
    found = fields("img: a.jpg\nimgContentBerita: b.jpg\nimg2: c.jpg\nalt: Satu\nalt2: Dua")
    assert (found.card, found.hero, found.second) == (
        Image("a.jpg", alt="Satu"),
        Image("b.jpg", alt="Satu"),
        Image("c.jpg", alt="Dua"),
    )


def test_one_old_image_serves_as_card_and_hero() -> None:
    assert fields("img: a.jpg").hero == Image("a.jpg")
    assert fields("imgContentBerita: b.jpg").card == Image("b.jpg")


def test_canonical_images_are_hero_and_second() -> None:
    found = fields("images:\n  - {src: a.jpg, alt: Satu, caption: K, credit: C, license: L}\n  - {src: b.jpg}")
    first = Image("a.jpg", None, "Satu", "K", "C", "L")
    assert (found.card, found.hero, found.second) == (first, first, Image("b.jpg"))


def test_author_written_into_the_article_needs_no_registry() -> None:
    found = fields("author: {name: Budi, img: budi.png}")
    assert found.author == InlineAuthor("Budi", Image("budi.png"))
    assert found.authors == ()


def test_author_given_by_key_joins_the_authors_and_keeps_its_place() -> None:
    found = fields("author: siti\nauthors: [redaksi]")
    assert found.authors == ("redaksi", "siti")
    assert found.spans["authors.1"] == Span(4, 9, 4, 13)


def test_author_without_a_name_is_none() -> None:
    assert fields("author: {name: '', img: budi.png}").author is None


def test_every_declared_field_has_its_place_in_the_model() -> None:
    images, legacy = {"img", "imgContentBerita", "img2", "alt", "alt2", "images"}, {"author"}
    known = {field.name for field in dataclasses.fields(Fields)}
    missing = {field.name for field in FIELDS} - images - legacy - known
    assert not missing, f"rantau/model.py: give Fields {missing}"


# --- records ------------------------------------------------------------------------------------


def test_records_are_typed_field_by_field() -> None:
    found = fields(
        "sources: [{title: T, publisher: P, url: 'https://a.example/', date: 2025-01-02}]\n"
        "figures: [{label: L, value: 30.000, unit: orang, date: 2025-01-03, source: S}]"
    )
    assert found.sources == (Source("T", "P", "https://a.example/", datetime.date(2025, 1, 2)),)
    assert found.figures == (Figure("L", "30.000", "orang", datetime.date(2025, 1, 3), "S"),)


def test_row_of_a_sheet_that_nobody_verified_has_no_day() -> None:
    found = fields("overview:\n  - {label: Biaya, value: Gratis, source: KP2MI, verified_on: 2025-01-01}\n  - {label: Usia, value: 18}", Kind.SHEET)
    assert found.overview == (
        Point("Biaya", "Gratis", "KP2MI", datetime.date(2025, 1, 1)),
        Point("Usia", "18"),
    )


def test_no_field_of_the_declaration_stays_untyped() -> None:
    records = {f.name: f.shape.item for f in FIELDS if isinstance(f.shape, ListOf) and isinstance(f.shape.item, Record)}
    assert len(records) > 8
    lines = [f"{name}: [{{{', '.join(f'{part.name}: 2025-01-02' for part in record.fields)}}}]" for name, record in records.items()]
    read = source.read("\n".join(("---", *lines, "---", "", "Isi.", "")).encode())
    assert read.front is not None
    # Some fields are those of a stage.
    both = [schema.type_fields(kind, read.front)[0] for kind in (Kind.SHEET, Kind.STAGE)]
    typed = {name: [entry for fields in both for entry in getattr(fields, name)] for name in records}
    assert [name for name, found in typed.items() if any(isinstance(entry, dict) for entry in found)] == []
    assert [name for name, found in typed.items() if not found] == []

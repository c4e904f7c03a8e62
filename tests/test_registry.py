"""Registry files and program sheets become terms; what cannot be used is reported where it stands."""

from pathlib import Path, PurePosixPath

import pytest

from rantau import pipeline, registry
from rantau.model import Localized, Registry, Severity, Term
from rantau.text.names import lookup
from tests import trees


def read(text: str, name: str = "tags") -> tuple[tuple[Term, ...], list[tuple[str, str, str, int, int]]]:
    terms, asset = registry.read(PurePosixPath(f"_data/{name}.yml"), text.encode())
    found = [
        (d.rule, d.values.get("problem", ""), d.values.get("value", ""), d.span.line, d.span.column) for d in asset.defects
    ]
    return terms, found


def keys(text: str, name: str = "tags") -> list[str]:
    return [term.key for term in read(text, name)[0]]


def test_entry_has_everything_that_is_written_of_it() -> None:
    text = "# topik\n- key: visa\n  slug: visa-kerja\n  name: {id: Visa, en: Visa, ja: ビザ}\n  aliases: [Izin kerja, '']\n  note: {id: Izin masuk.}\n"
    (term,), found = read(text)
    assert found == []
    assert (term.registry, term.key, term.slug, term.aliases) == ("tags", "visa", "visa-kerja", ("Izin kerja",))
    assert (term.name, term.note) == (Localized("Visa", "Visa", "ビザ"), Localized("Izin masuk."))
    assert (term.span.line, term.span.column) == (2, 8)


def test_slug_and_name_come_from_the_key_where_they_are_left_out() -> None:
    (term,), found = read("- key: Goes Japan\n")
    assert (term.slug, term.name, found) == ("goes-japan", Localized("Goes Japan"), [])


def test_country_has_its_name_from_cldr_in_three_languages() -> None:
    (japan, norway), found = read("- {key: JP, slug: jepang}\n- {key: NO, slug: norwegia}\n", "countries")
    assert found == []
    assert japan.name == Localized("Jepang", "Japan", "日本")
    assert norway.name.id == "Norwegia"


@pytest.mark.parametrize(
    ("text", "found", "left"),
    [
        ("visa: Visa\n", [("registry-entry", "not-a-list", "", 1, 1)], []),
        ("- visa\n- key: paspor\n", [("registry-entry", "not-a-mapping", "visa", 1, 3)], ["paspor"]),
        ("- name: Visa\n", [("registry-entry", "no-key", "", 1, 3)], []),
        ("- key: ''\n", [("registry-entry", "no-key", "", 1, 3)], []),
        ("- {key: visa, nama: Visa}\n", [("registry-entry", "unknown-field", "nama", 1, 15)], ["visa"]),
        ("- key: visa\n- key: VISA\n", [("registry-entry", "duplicate-key", "VISA", 2, 8)], ["visa"]),
        ("- key: visa\n- {key: b, slug: visa}\n", [("registry-entry", "duplicate-key", "b", 2, 9)], ["visa"]),
        ("- {key: a, name: Visa}\n- {key: b, aliases: [VISA]}\n", [("registry-entry", "duplicate-name", "VISA", 2, 22)], ["a", "b"]),
        ("- {key: a, slug: 'A B'}\n", [("empty-slug", "", "A B", 1, 3)], []),
        ("- key: 日本\n", [("empty-slug", "", "日本", 1, 3)], []),
        ("- key: a\n  key: b\n", [("duplicate-field", "", "", 2, 3)], ["a"]),
        ("- key: [a\n", [("front-matter-syntax", "bracket", "", 1, 8)], []),
        ("", [], []),
        ("# nanti\n", [], []),
    ],
)
def test_entry_that_cannot_be_used_is_reported_and_left_out(text: str, found: list[tuple[str, str, str, int, int]], left: list[str]) -> None:
    terms, defects = read(text)
    assert (defects, [term.key for term in terms]) == (found, left)


def test_country_code_nobody_knows_is_reported() -> None:
    assert read("- {key: ZZZ, slug: zzz}\n", "countries") == ((), [("registry-entry", "unknown-country", "ZZZ", 1, 9)])


def test_file_that_is_no_registry_has_no_terms_but_its_yaml_is_checked() -> None:
    assert read("jepang: {upah: 1000}\n", "facts") == ((), [])
    assert read("jepang: [a\n", "facts")[1] == [("front-matter-syntax", "bracket", "", 1, 9)]


def test_code_is_no_name_so_short_names_may_be_like_codes() -> None:
    text = "- {key: AS, slug: samoa-amerika}\n- {key: US, slug: amerika-serikat, aliases: [AS]}\n"
    assert read(text, "countries")[1] == []


# --- together -----------------------------------------------------------------------------------


def registries(tmp_path: Path, files: dict[str, str | bytes]) -> dict[str, Registry]:
    return dict(trees.load(tmp_path, files).library.registries)


def test_program_sheet_is_a_term_with_its_names_in_all_languages(tmp_path: Path) -> None:
    ja = "---\ntitle: 特定技能とは\nname: 特定技能\ndescription: " + "特定技能は、試験に合格した人が働ける在留資格です。" * 3 + "\naliases: [SSW制度]\n---\n"
    programs = registries(tmp_path, {"ja/program/ssw.md": ja})["programs"]
    assert programs.terms["ssw"].name == Localized("SSW", "", "特定技能")
    for name in ("ssw", "SSW", "特定技能", "ssw制度"):
        assert lookup(programs, name) == programs.terms["ssw"]


def test_author_written_into_an_article_becomes_a_term_unless_known(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "artikel/2025/a.md": trees.article(author="{name: Budi Santoso, img: siti.png}"),
        "artikel/2025/b.md": trees.article(author="{name: SITI aminah}"),
        "artikel/2025/c.md": trees.article(author="{name: 山田}"),
    }
    authors = registries(tmp_path, files)["authors"]
    assert sorted(authors.terms) == ["budi-santoso", "redaksi", "siti"]


def test_key_always_means_its_own_term_whatever_else_is_called_like_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"_data/tags.yml": "- {key: a, name: Z}\n- {key: z, name: B}\n"}
    tags = registries(tmp_path, files)["tags"]
    assert lookup(tags, "z") == tags.terms["z"]


def test_member_of_a_region_that_is_no_country_is_reported_at_the_region(tmp_path: Path) -> None:
    found = trees.check(tmp_path, {"_data/regions.yml": "- {key: a, name: A, members: [JP, XX]}\n"})
    assert [(str(d.path), d.span.line, d.rule, d.message.id) for d in found] == [
        ("_data/regions.yml", 1, "registry-entry", 'anggota "XX" tidak ada di daftar negara')
    ]


# --- what cannot be read ------------------------------------------------------------------------

LISTS = {"authors": "[redaksi]", "countries": "[JP]", "sectors": "[kesehatan]", "stages": "persiapan", "tags": "[visa]"}
_FIELD = {"stages": "stage"}


@pytest.mark.parametrize("name", [*LISTS, "facts", "regions"])
def test_list_that_cannot_be_read_is_told_once_and_not_in_every_text_that_needs_it(name: str, tmp_path: Path) -> None:
    fields = {_FIELD.get(n, n): value for n, value in LISTS.items()}
    text = trees.article("Biayanya {{ fakta: biaya-visa }}.", **fields)
    contact = "- {country: JP, name: {id: Kedutaan, en: Embassy, ja: Taishikan}}\n"
    trees.write(tmp_path, {"artikel/2025/a.md": text, "_data/contacts.yml": contact, "negara/jepang.md": "---\ntitle: Jepang\n---\n"})
    facts = "- {key: biaya-visa, label: Biaya, value: 1, source: {publisher: A, url: https://a.example/}, verified_on: 2026-10-01}\n"
    content = trees.write(tmp_path, {"_data/facts.yml": facts})
    before = {(d.path, d.rule, d.message) for d in pipeline.check(content, trees.DATE)}
    path = content / f"_data/{name}.yml"
    path.write_text(f'{path.read_text("utf-8")}- {{key: "x\n', "utf-8")
    found = [d for d in pipeline.check(content, trees.DATE) if (d.path, d.rule, d.message) not in before]
    assert [(d.path.as_posix(), d.rule) for d in found] == [(f"_data/{name}.yml", "front-matter-syntax")]


def test_sheet_that_cannot_be_read_is_still_a_program_by_the_name_of_its_file(tmp_path: Path) -> None:
    sheet = trees.BASE["program/ssw.md"].replace("countries: [JP]", "audience:\n  - text: Ijazah D3: legalisir")
    content = trees.write(tmp_path, {"program/ssw.md": sheet, "artikel/2025/a.md": trees.article(programs="[ssw, sws]")})
    found = [d for d in pipeline.check(content, trees.DATE) if d.severity is Severity.ERROR]
    assert [(d.path.as_posix(), d.rule) for d in found] == [
        ("artikel/2025/a.md", "unknown-program"),
        ("program/ssw.md", "front-matter-syntax"),
    ]
    assert '"sws"' in found[0].message.id


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("aliases: [tokutei ginou\naudience: x", "front-matter-syntax"),
        ("aliases: {a: Tokutei Ginou}", "field-shape"),
        ("alias: [Tokutei Ginou]", "unknown-field"),
    ],
)
def test_names_of_a_sheet_that_cannot_be_read_are_not_called_unknown_in_other_files(line: str, rule: str, tmp_path: Path) -> None:
    sheet = trees.BASE["program/ssw.md"].replace("countries: [JP]", line)
    files: dict[str, str | bytes] = {"program/ssw.md": sheet, "artikel/2025/a.md": trees.article(programs="[Tokutei-Ginou, tokutei]")}
    found = [d for d in trees.check(tmp_path, files) if d.severity is Severity.ERROR]
    assert [(d.path.as_posix(), d.rule) for d in found] == [("program/ssw.md", rule)]


def test_sheet_of_which_nothing_is_left_to_read_accuses_no_article(tmp_path: Path) -> None:
    sheet = trees.BASE["program/ssw.md"].encode("utf-16")
    files: dict[str, str | bytes] = {"program/ssw.md": sheet, "artikel/2025/a.md": trees.article(programs="[Tokutei]")}
    found = [d for d in trees.check(tmp_path, files) if d.severity is Severity.ERROR]
    assert {d.path.as_posix() for d in found} == {"program/ssw.md"}


@pytest.mark.parametrize(
    ("name", "entry", "field"),
    [
        ("tags", "- {kunci: biaya, aliases: [Zero Cost]}", "[zero cost]"),
        ("tags", "- {key: biaya, alias: [Zero Cost]}", "[zero cost]"),
        ("sectors", "- {key: kesehatan, aliases: [Zero Cost]}", "[zero-cost]"),
        ("countries", "- {key: ZZZ, aliases: [Zero Cost]}", "[Zero Cost]"),
        ("authors", "- {key: 日本, aliases: [Zero Cost]}", "[Zero Cost]"),
    ],
)
def test_names_of_an_entry_that_is_wrong_are_not_called_unknown_in_other_files(name: str, entry: str, field: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"_data/{name}.yml": f"{trees.BASE[f'_data/{name}.yml']}{entry}\n",
        "artikel/2025/a.md": trees.article(**{name: field}),
        "artikel/2025/b.md": trees.article(**{name: "[entah]"}),
    }
    found = {(d.path.as_posix(), d.rule.partition("-")[0]) for d in trees.check(tmp_path, files) if d.severity is Severity.ERROR}
    assert {path for path, _ in found} == {f"_data/{name}.yml", "artikel/2025/b.md"}


def test_list_is_asked_again_once_it_can_be_read(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"artikel/2025/a.md": trees.article(tags="[entah]")})
    memory, path = pipeline.Memory(), content / "_data/tags.yml"
    sound = path.read_text("utf-8")
    counts = []
    for text in (sound, f'{sound}- {{key: "x\n', f"{sound}- {{key: entah, name: Entah}}\n"):
        path.write_text(text, "utf-8")
        found = pipeline.examine(pipeline.load(content, trees.DATE).library, memory)
        counts.append(sum(d.rule == "unknown-tag" for d in found))
    assert counts == [1, 0, 0]

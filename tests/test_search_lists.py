"""The lists of words for the search: what an editor is told of a line that does nothing, and where."""

from pathlib import Path, PurePosixPath

import pytest

from rantau import registry
from rantau.rules import front_matter_syntax, registry_entry
from tests import trees


def told(tmp_path: Path, **files: str) -> list[tuple[str, int, int, str]]:
    """What the check says of the lists: rule, line, column, message."""
    found = trees.check(tmp_path, {f"_data/{name}.yml": text for name, text in files.items()})
    return [(d.rule, d.span.line, d.span.column, d.message.id) for d in found if d.path.parts[0] == "_data"]


def read(text: str, name: str = "synonyms") -> list[tuple[int, int, str, str]]:
    """What is wrong with one list: line, column, message, help."""
    _, asset = registry.read(PurePosixPath(f"_data/{name}.yml"), text.encode())
    rules = {"registry-entry": registry_entry, "front-matter-syntax": front_matter_syntax}
    said = [(d.span, *rules[d.rule].describe(d)) for d in asset.defects]
    return [(span.line, span.column, message.id, help_.id) for span, message, help_ in said]


# --- words that do nothing


@pytest.mark.parametrize(
    ("name", "line", "column", "message"),
    [
        ("stems", "- {key: latih, aliases: [latih, pelatihan]}", 26, '"latih" sudah tertulis pada butir ini'),
        ("stems", "- {key: latih, aliases: [balai latihan]}", 26, '"balai latihan" terdiri dari beberapa kata'),
        ("stems", "- {key: latih, aliases: [ke]}", 26, '"ke" ada di stopwords.yml, jadi tidak dicari'),
        ("spellings", "- {key: izin, aliases: [ijin, idzin, Ijin]}", 38, '"Ijin" sudah tertulis pada butir ini'),
        ("spellings", "- {key: daring, aliases: [on-line]}", 27, '"on-line" terdiri dari beberapa kata'),
        ("spellings", "- {key: ginseng, aliases: [korsel]}", 28, '"korsel" sebutan negara di countries.yml'),
        ("places", "- {key: kabupaten, aliases: [Kediri, Gunung Kidul]}", 38, '"Gunung Kidul" terdiri dari beberapa kata'),
        ("places", "- {key: kabupaten, aliases: [Kediri, kediri]}", 38, '"kediri" sudah tertulis pada butir ini'),
        ("synonyms", "- {key: pmi, name: pekerja migran, aliases: [Pekerja Migran, TKI]}", 46, '"Pekerja Migran" sudah tertulis pada butir ini'),
        ("stopwords", "- {key: kata-depan, aliases: [di, dari, di]}", 41, '"di" sudah tertulis pada butir ini'),
    ],
)
def test_a_word_that_does_nothing_is_reported_where_it_stands(name: str, line: str, column: int, message: str, tmp_path: Path) -> None:
    lists = {"stopwords": "- {key: kata-depan, aliases: [di, ke]}\n", name: f"{line}\n"}
    assert told(tmp_path, **lists) == [("search-word", 1, column, message)]


def test_a_word_of_two_items_is_reported_where_it_stands_with_the_line_of_the_other(tmp_path: Path) -> None:
    text = "- {key: pmi, name: pekerja migran, aliases: [TKI]}\n- {key: buruh, name: buruh migran, aliases: [BMI, TKI]}\n"
    assert told(tmp_path, synonyms=text) == [("registry-entry", 2, 51, 'nama "TKI" sudah dipakai butir "pmi" di baris 1')]


def test_a_neighbour_that_does_not_exist_is_reported_where_it_stands(tmp_path: Path) -> None:
    text = "- {key: pmi, name: pekerja migran, related: [kp2mi]}\n"
    assert told(tmp_path, synonyms=text) == [("registry-entry", 1, 46, '"kp2mi" tidak ada di daftar padanan ini')]


def test_a_ring_of_two_items_is_told_once_and_names_both(tmp_path: Path) -> None:
    text = "- {key: izin, aliases: [ijin]}\n- {key: ijin, aliases: [izin]}\n"
    found = [place for place in told(tmp_path, spellings=text) if place[0] == "search-word"]
    assert found == [("search-word", 2, 25, '"izin" kata tujuan di baris 1, tetapi alias butir "ijin" di baris 2')]


def test_an_old_line_is_not_blamed_for_a_new_one_below_it(tmp_path: Path) -> None:
    text = "- {key: pelatihan, aliases: [training]}\n- {key: latih, aliases: [pelatihan]}\n"
    found = [place for place in told(tmp_path, stems=text) if place[0] == "search-word"]
    assert [place[1:3] for place in found] == [(2, 26)]


# --- lines that cannot be read


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "advice"),
    [
        ("- {key: a, aliases: [b, c]\n- {key: d}\n", 1, 3, "kurung kurawal dibuka di sini tetapi tidak ditutup", "kurung kurawal"),
        ("- {key: a, aliases: [b, c}\n- {key: d}\n", 1, 21, "tanda kurung dibuka di sini tetapi tidak ditutup", "kurung siku"),
        ("- {key: a, name: foo: bar}\n", 1, 21, "nilai ini memuat titik dua", "tanda kutip"),
        ('- {key: a, name: "foo" bar}\n', 1, 24, "ada tulisan sesudah tanda kutip penutup", "kutip"),
        ('- {key: a, aliases: ["Jum"at"]}\n', 1, 27, "ada tulisan sesudah tanda kutip penutup", "kutip"),
        ("- {key: a, aliases: [b] name: c}\n", 1, 25, "sebelum isian ini belum ada koma", "tulis koma"),
        ("- {key: a aliases: [b]}\n", 1, 11, "sebelum isian ini belum ada koma", "tulis koma"),
        ("- {key: a, aliases [b]}\n", 1, 12, 'baris ini tidak berbentuk "nama: nilai"', "titik dua"),
        ("- {key: a, aliases: b]}\n", 1, 22, "kurung ditutup di sini padahal belum dibuka", "kurung pembuka"),
        ("- {key: a}}\n", 1, 11, "kurung ditutup di sini padahal belum dibuka", "kurung pembuka"),
        ("- {key:kk2, name:foo}\n", 1, 8, "belum ada spasi sesudah titik dua", "key: isinya"),
        ("- {key: a, alias: [b]}\n", 1, 12, '"alias" bukan nama isian', 'pakai "aliases"'),
        ("- {key: a, relatd: [b]}\n", 1, 12, '"relatd" bukan nama isian', 'pakai "related"'),
        ("- {key: a, xyzzy: [b]}\n", 1, 12, '"xyzzy" bukan nama isian', "pakai key, name, aliases, atau related"),
        ("- yang\n", 1, 3, 'butir "yang" tidak berisi isian', "- {key: namapendek, name: yang, aliases: [sebutan lain]}"),
    ],
)
def test_a_slip_in_a_line_is_called_what_it_is(text: str, line: int, column: int, message: str, advice: str) -> None:
    (found,) = read(text)
    assert found[:2] == (line, column)
    assert found[2].startswith(message)
    assert advice in found[3]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("stopwords", "- {key: golongan, aliases: [yang]}"),
        ("places", "- {key: golongan, aliases: [yang]}"),
        ("stems", "- {key: yang, aliases: [katabentukan]}"),
        ("spellings", "- {key: yang, aliases: [ejaanlain]}"),
        ("tags", "- key: namapendek"),
    ],
)
def test_a_bare_word_is_shown_in_the_form_of_its_list(name: str, form: str) -> None:
    ((_, _, _, advice),) = read("- yang\n", name)
    assert advice == f'tulis butir ini sebagai "{form}"'
    assert read(form + "\n", name) == []


def test_neighbours_and_members_are_explained() -> None:
    for words in (registry_entry.EXPLANATION.id, registry_entry.EXPLANATION.en):
        assert "related" in words and "members" in words

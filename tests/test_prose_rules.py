"""The rules on what editors write: properties that hold for any text, and what each rule must leave alone.

The examples of the rules' docstrings run in tests/test_rules.py. The day is 2026-11-22.
"""

import datetime
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import body, edits, files, schema, source
from rantau.model import Document, Finding, Library, Span
from rantau.text import numerals, sentences
from rantau.text.blocks import lines
from rantau.text.positions import Positions
from rantau.text.quotations import Quotations
from rantau.text.repetition import letters, repeated

DATE = datetime.date(2026, 11, 22)
RULES = {
    name: import_module(f"rantau.rules.{name.replace('-', '_')}")
    for name in (
        "promised-count heading-as-plain-text glued-list-number orphan-footnote skipped-heading-level duplicate-title "
        "duplicate-description description-repeats-opening sentence-cut-off stale-year doubled-word broken-table lost-cell "
        "empty-box visible-mark text-as-code"
    ).split()
}
FIXING = (
    *("heading-as-plain-text", "glued-list-number", "skipped-heading-level", "doubled-word", "lost-cell", "empty-box"),
    *("visible-mark", "text-as-code"),
)
DESCRIPTION = "Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja."
SLOW = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(text: str, path: str = "artikel/2025/contoh.md") -> Document:
    """The document of a whole file, read as the check reads it."""
    place = PurePosixPath(path)
    kind, language, address = files.classify(place)
    read = source.read(text.encode())
    prose = body.mask(read.text, read.body_line)
    fields, _ = schema.type_fields(kind, read.front) if read.front is not None else (None, ())
    rendered, _ = body.render(read.body, read.body_line, prose, language)
    return Document(place, kind, language, address, read.text, prose, read.body_line, fields, rendered)


def article(
    words: str, title: str = "Surat untuk visa kerja", description: str = DESCRIPTION, date: str = "date: 2025-03-01\n"
) -> str:
    return f"---\ntitle: {title}\ndescription: {description}\n{date}---\n\n{words}\n"


def findings(rule: str, text: str, path: str = "artikel/2025/contoh.md") -> list[Finding]:
    read = document(text, path)
    library = Library(DATE, (read,), by_path={read.path: read})
    module = RULES[rule]
    return list(module.check(read, library) if hasattr(module, "check") else module.check_library(library))


def marked(rule: str, text: str, path: str = "artikel/2025/contoh.md") -> list[str]:
    """The words that the rule's findings mark."""
    place = Positions(text)
    spans = [f.span for f in findings(rule, text, path)]
    return [text[place.offset(s.line, s.column) : place.offset(s.end_line, s.end_column)] for s in spans]


def mended(rule: str, text: str) -> str:
    return edits.apply(text, [edit for found in findings(rule, text) for edit in found.fix])


# --- any text

PIECES = (
    "yang di ke untuk untuk yang yang the tahun ini Bulan lalu hari ini kemarin kupu kupu 10 hal lima langkah 5 dokumen: berikut "
    'paspor Paspor kontrak negara-negara dan atau, … ... [...] https://a.example/b. 今年は 申請。 “kata ” " 「 」 `kode` `` ** __ * _ '
    "1. 2. 3.Paspor 2)Siapkan -Paspor •Paspor • - + * # ## ### #### ##### [^1] [^1]: [^dua] [4] [4][5] [1]: ( ) [a](b.md) ![x](y.jpg) "
    "> | |---| |a|b| |---|---| **x [a](https://a.example (a)[b.md] !!! ??? --- === ``` ~~~ : \\ <br> <b> &nbsp; *[PMI]: **Syarat&umum** **Syarat&umum.** 1.&**Syarat** 2.&**Biaya**"
).split()
PARAGRAPH = "Kami beberapa orang yang menulis untuk pekerja migran dan keluarganya."
BLOCKS = (
    f"\n\n**Siapa kami**\n\n{PARAGRAPH}",
    "\n\nAda 5 hal berikut:\n\n- a\n- b",
    f"\n\n{PARAGRAPH} Lalu",
    "\n\n### Judul\n\n",
    "\n\n!!! note\nIsi.",
    "\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\nKalimat yang menempel.",
    "\n\n    Kami menulis untuk pekerja migran dan keluarganya yang ada di sana.",
    "\n\nKami ** tidak pernah ** dan **belum* atau [a] (https://a.example/).",
    "\n\na\tb\tc\nd\te\tf\n\n1) satu\n2) dua",
)
PIECE = st.sampled_from([*(piece.replace("&", " ") for piece in PIECES), *BLOCKS * 3])
GAP = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\n\n", "  \n", "\r\n", "\n    ", "\t", ""])
WORDS = st.lists(st.tuples(GAP, PIECE), max_size=40).map(lambda pairs: "".join(gap + piece for gap, piece in pairs))
ANY = st.one_of(WORDS, st.text(max_size=80))
LANGUAGE = st.sampled_from(["", "en/", "ja/"])


def inside(span: Span, text: str) -> bool:
    written = text.split("\n")
    return (
        (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        and span.end_line <= len(written)
        and span.column <= len(written[span.line - 1]) + 1
        and span.end_column <= len(written[span.end_line - 1]) + 1
    )


@SLOW
@given(words=ANY, title=WORDS, language=LANGUAGE)
def test_every_text_is_read_and_every_place_lies_in_the_file(words: str, title: str, language: str) -> None:
    value = "'" + " ".join(title.split()).replace("'", "''") + "'"
    text = article(words, value, value, "" if "hari" in title else "date: 2024-03-01\n")
    read = document(text, f"{language}artikel/2025/contoh.md")
    library = Library(DATE, (read,), by_path={read.path: read})
    for name, module in RULES.items():
        for found in module.check(read, library) if hasattr(module, "check") else module.check_library(library):
            assert inside(found.span, read.text), name
            for edit in found.fix:
                assert inside(edit.span, read.text), name
            for said in (found.message.id, found.message.en, found.help.id, found.help.en):
                assert said == said.strip() and "\n" not in said, name


@SLOW
@given(words=WORDS, rule=st.sampled_from(FIXING))
def test_a_repair_leaves_nothing_to_repair(words: str, rule: str) -> None:
    text = article(words).replace("\r\n", "\n")
    once = mended(rule, text)
    assert mended(rule, once) == once
    assert not [f for f in findings(rule, once) if f.fix]


@SLOW
@given(words=st.lists(PIECE, max_size=30).map(" ".join))
def test_a_repair_keeps_every_other_word(words: str) -> None:
    text = article(words)
    for rule in ("glued-list-number", "skipped-heading-level"):
        kept = "".join(c for c in mended(rule, text) if c.isalnum())
        assert kept == "".join(c for c in text if c.isalnum())


@given(st.text(max_size=60), st.data())
def test_an_offset_and_its_span_agree(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    positions = Positions(text)
    span = positions.span(start, end)
    assert (positions.offset(span.line, span.column), positions.offset(span.end_line, span.end_column)) == (start, end)
    assert inside(span, text)


# --- promised-count

LISTED = "1. satu\n2. dua\n3. tiga\n4. empat\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Ada empat syarat berikut:",
        "Minimal lima syarat harus dipenuhi, yaitu:",
        "Lebih dari 10 dokumen diminta, misalnya:",
        "Dari tujuh langkah, kerjakan lima langkah ini dulu:",
        "Dalam 30 hari, siapkan:",
        "Sepuluh negara menerima pekerja dari Indonesia.",
        "Lima langkah tersebut dijelaskan berikut ini:",
        "Selain dua dokumen di atas, siapkan juga:",
        "Tiga syarat di atas dipenuhi dengan:",
        "Pasal 5 syarat:",
        "Peserta level 3 cara ini mengerjakan yang berikut:",
        "Sebanyak 1.5 langkah berikut:",
        "Antara 5 cara atau 6 cara berikut:",
    ],
)
def test_number_that_promises_nothing_is_left_alone(lead: str) -> None:
    assert marked("promised-count", article(f"{lead}\n\n{LISTED}")) == []


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Ada lima syarat berikut:", "lima syarat"),
        ("Siapkan 6 dokumen:", "6 dokumen"),
        ("Bacalah dulu. Lalu kerjakan tiga langkah ini:", "tiga langkah"),
        ("Do these five steps:", "five steps"),
    ],
)
def test_number_before_a_list_is_compared_with_it(lead: str, words: str) -> None:
    assert marked("promised-count", article(f"{lead}\n\n{LISTED}")) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Ada 6 langkah:\n\n1. satu\n2. dua\n\nSela.\n\n3. tiga\n4. empat\n5. lima\n6. enam",
        "Ada 6 langkah:\n\n1. satu\n    - a\n    - b\n2. dua\n    - c\n    - d",
        "Ada lima dokumen:\n\n- a\n- b\n\nYang asli saja:\n\n- c\n- d\n- e",
        "## Tiga hal\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 |\n\n- x\n- y",
        "## Tiga hal\n\n### Satu\n\n### Dua\n\n### Tiga\n\n1. a\n2. b",
    ],
)
def test_promise_that_any_counting_keeps_is_kept(words: str) -> None:
    assert marked("promised-count", article(words)) == []


def test_ten_tips_under_six_headings_are_too_few() -> None:
    six = "".join(f"## Bagian {letter}\n\nKalimat yang cukup panjang.\n\n" for letter in "ABCDEF")
    (found,) = findings("promised-count", article(six, "10 tips bekerja di Jepang"))
    assert found.message.id == 'judul menjanjikan "10 tips", tetapi ada 6 subjudul'
    assert found.help.id == "ganti angkanya menjadi 6, atau tambahkan yang kurang"
    assert marked("promised-count", article(six + "- a\n- b\n", "10 tips bekerja di Jepang")) == []
    assert marked("promised-count", article(six, "20 tips bekerja di Jepang")) == []


def test_translation_answers_for_no_number_of_its_original() -> None:
    six = "".join(f"## {{}} {letter}\n\nKalimat yang cukup panjang.\n\n" for letter in "ABCDEF")
    rule = RULES["promised-count"]
    one = document(article(six.replace("{}", "Bagian"), "10 jurus bekerja di Jepang"))
    other, changed, shorter = (
        document(article(words, title), "en/artikel/2025/contoh.md")
        for words, title in (
            (six.replace("{}", "Part"), "10 tips for working in Japan"),
            (six.replace("{}", "Part"), "10 tips for working in Japan"),
            (six.replace("{}", "Part").replace("## Part F", "Part F"), "10 tips for working in Japan"),
        )
    )
    told = document(article(six.replace("{}", "Bagian"), "6 tips bekerja di Jepang"))
    for translation, original, count in ((other, one, 0), (shorter, one, 1), (changed, told, 1)):
        library = Library(DATE, (original, translation), by_path={d.path: d for d in (original, translation)})
        assert len(list(rule.check(translation, library))) == count


def test_japanese_number_is_a_promise_too() -> None:
    text = article("1. 一\n2. 二\n3. 三\n", "5つの方法")
    assert marked("promised-count", text, "ja/artikel/2025/contoh.md") == ["5つの方法"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("sebelas langkah", [11]),
        ("dua belas hal", [12]),
        ("dua puluh tips", [20]),
        ("Tujuh Tanda", [7]),
        ("twelve things", [12]),
        ("三つの理由", [3]),
        ("3.500 hal", []),
        ("1,5 langkah", []),
        ("setidaknya 5 hal", []),
        ("5 orang", []),
        ("lima langkah pertama", []),
    ],
)
def test_numbers_of_things_in_digits_and_words(text: str, counts: list[int]) -> None:
    assert [p.count for p in numerals.promises(text)] == counts


# --- heading-as-plain-text


@pytest.mark.parametrize(
    "line",
    [
        "**Jangan membayar sebelum memeriksa!**",
        "**Syarat:**",
        "**Syarat**: paspor",
        "**Jakarta, 3 Maret 2025**",
        "**satu kata kecil**",
        "**Salam hangat**",
        "**Gambar 1 Peta**",
        "**Contoh 2 Surat**",
        "**PT**",
        "**[Tautan](paspor.md)**",
        "**Contoh 11 Surat**",
        "**例 10 Surat**",
        "**Budi, 34 tahun**",
        "**Paspor adalah milik Anda dan bukan milik majikan**",
        "**Satu kalimat yang panjang sekali tanpa titik dan bukan judul apa pun juga**",
        "- **Paspor**",
        "> **Paspor**",
        "| **Paspor** |",
        "    **Paspor**",
        "`**Paspor**`",
    ],
)
def test_bold_line_that_is_no_heading_is_left_alone(line: str) -> None:
    assert marked("heading-as-plain-text", article(f"Pembuka.\n\n{line}\n\n{PARAGRAPH}")) == []


def test_bold_line_that_opens_a_text_or_is_announced_is_left_alone() -> None:
    opening = "**Cerita Tujuh Orang dari Tujuh Desa**"
    assert marked("heading-as-plain-text", article(f"{opening}\n\n{PARAGRAPH}")) == []
    assert marked("heading-as-plain-text", article(f"Di dinding tertulis:\n\n**Pulang selamat**\n\n{PARAGRAPH}")) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (f"Pembuka.\n\n**Siapa kami**\n\n{PARAGRAPH}", 1),
        (f"Pembuka.\n\n**Dokumen yang Perlu Disiapkan Sebelum Anda Berangkat**\n\n{PARAGRAPH}", 1),
        (f"Pembuka.\n\n**2. Melunasi hutang biaya migrasi jika ada**\n\n{PARAGRAPH}", 1),
        (
            f"Pembuka.\n\n**Cara menyimpan uang di bank yang aman**\n\n{PARAGRAPH}\n\n**Cara mengirim uang kepada keluarga di rumah**\n\n{PARAGRAPH}",
            2,
        ),
        (f"Syaratnya:\n\n**1. Paspor**\n\n{PARAGRAPH}\n\n**2. Kontrak**\n\n{PARAGRAPH}", 2),
    ],
)
def test_bold_line_that_parts_a_text_is_marked(words: str, count: int) -> None:
    assert len(marked("heading-as-plain-text", article(words))) == count


@pytest.mark.parametrize("after", ["", "**Penutup tebal**", "| a | b |\n|---|---|\n| 1 | 2 |", "![Peta](visa.jpg)", "Pendek."])
def test_bold_line_needs_a_text_behind_it(after: str) -> None:
    assert marked("heading-as-plain-text", article(f"Pembuka.\n\n**Siapa kami**\n\n{after}")) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (f"**Siapa kami**\n\n{PARAGRAPH}", f"## Siapa kami\n\n{PARAGRAPH}"),
        (f"__Siapa kami__\n{PARAGRAPH}", f"## Siapa kami\n{PARAGRAPH}"),
        (f"**1. Siapa kami**\n\n{PARAGRAPH}", f"## 1. Siapa kami\n\n{PARAGRAPH}"),
        (f"**Siapa kami?**\n\n- {PARAGRAPH}", f"## Siapa kami?\n\n- {PARAGRAPH}"),
    ],
)
def test_bold_line_becomes_a_heading_where_there_is_no_other(words: str, right: str) -> None:
    assert mended("heading-as-plain-text", article(words)) == article(right)


@pytest.mark.parametrize(
    "words",
    [
        f"## Awal\n\n**Siapa kami**\n\n{PARAGRAPH}",
        f"**A. Umum**\n\n{PARAGRAPH}\n\n**1. Siapa kami**\n\n{PARAGRAPH}",
        f"1. **Siapa kami**\n\n{PARAGRAPH}\n\n2. **Isinya**\n\n{PARAGRAPH}",
    ],
)
def test_bold_line_whose_level_is_not_certain_is_left_to_the_editor(words: str) -> None:
    found = findings("heading-as-plain-text", article(words))
    assert found
    assert not any(f.fix for f in found)


# --- glued-list-number


@pytest.mark.parametrize(
    "words",
    [
        "3.500 yen",
        "1.5 juta",
        "-5 °C",
        "-nya",
        "2.bp2mi.go.id",
        "-Halo, katanya.",
        "Jam\n3.Lalu pulang.",
        "1998. Kemudian",
        "Ia pergi\n- lalu kembali",
        "Harganya\n- kata penjual -\nmurah.",
        "- a\n- b",
        "1. a\n    - b",
        "> Dibawa:\n> - paspor\n> - visa",
        "```\nDibawa:\n- paspor\n```",
        "`a`\n\n    1.Paspor\n    2.Visa",
        "Dibawa:\n\n* paspor\n* visa",
        "| a |\n|---|\n| 1.Paspor |",
        "Lampiran 1)a dan 2)b.",
        "-----\n\nIsi.",
        "## Judul\n- paspor\n- visa",
    ],
)
def test_what_is_no_glued_list_is_left_alone(words: str) -> None:
    assert marked("glued-list-number", article(words)) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("1.Paspor\n2.Visa", "1. Paspor\n2. Visa"),
        ("1)Paspor\n2)Visa", "1. Paspor\n2. Visa"),
        ("-Paspor\n-Visa", "- Paspor\n- Visa"),
        ("•Paspor\n• \tVisa", "- Paspor\n- Visa"),
        ("Dibawa:\n1.Paspor\n2.Visa", "Dibawa:\n\n1. Paspor\n2. Visa"),
        ("Dibawa:\n•Paspor\n•Visa", "Dibawa:\n\n- Paspor\n- Visa"),
        ("Dibawa:\n- paspor\n- visa", "Dibawa:\n\n- paspor\n- visa"),
        ("Dibawa:\n1. paspor\n2. visa", "Dibawa:\n\n1. paspor\n2. visa"),
        ("Yang dibawa ke sana\n- paspor\n- visa", "Yang dibawa ke sana\n\n- paspor\n- visa"),
        ("1.**Paspor** asli\n2.**Visa** asli", "1. **Paspor** asli\n2. **Visa** asli"),
    ],
)
def test_list_is_made_one(words: str, right: str) -> None:
    assert mended("glued-list-number", article(words)) == article(right)
    rendered = document(article(right)).body
    assert rendered is not None
    assert rendered.html.count("<li>") == 2


def test_windows_line_ends_stay_what_they_are() -> None:
    text = article("Dibawa:\n- paspor\n- visa").replace("\n", "\r\n")
    assert mended("glued-list-number", text) == article("Dibawa:\n\n- paspor\n- visa").replace("\n", "\r\n")


# --- orphan-footnote


@pytest.mark.parametrize(
    "words",
    [
        "Kata[^1].\n\n[^1]: Isi.",
        "Pola [^a-z] dan \\[^9].",
        "Lihat [undang-undang][1].\n\n[1]: https://a.example/",
        "Nilai `a[1]` dan $x[1].",
        "Lihat [1](paspor.md) dan (lihat [1]).",
        "- [1] satu\n- [x] dua",
        "Kata[1].\n\n[1] Undang-undang",
        "Undang-undang[1].\n\n- [1] UU 18/2017",
        "Undang-undang[1].\n\n**[1]** UU 18/2017",
        "Undang-undang[1].\n\n\\[1\\] UU 18/2017",
        "Menurut undang-undang.[1][2]\n\n## Daftar pustaka\n\n1. UU 18/2017\n2. PP 59/2021",
        "Menurut undang-undang.[1]\n\n**Sumber:**\n\n1) UU 18/2017",
        "Isi kolom[3], lalu ayat[2] dan Gambar[1].",
        "Lihat CHECK(args[1]->IsInt32()) dan nilai[1].tampil.",
    ],
)
def test_mark_that_has_its_note_is_left_alone(words: str) -> None:
    assert marked("orphan-footnote", article(words)) == []


def test_mark_at_any_end_of_a_word_is_seen() -> None:
    words = "Sejak tahun 2017[4] dan kemudian,[5] menurut KP2MI.[6][7] Selesai"
    assert marked("orphan-footnote", article(words)) == ["[4]", "[5]", "[6]", "[7]"]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("Berlaku sejak tahun 2017.[4]\n\n## Referensi\n\n1. UU 18/2017", ["[4]"]),
        ("Sumber daya manusia[3] penting.\n\n1. satu\n2. dua\n3. tiga", ["[3]"]),
        ("Badan itu (BP2MI)[2] berubah.", ["[2]"]),
        ("Menurut kementerian[2] ayat itu berubah.", ["[2]"]),
        ("Sumber: kementerian[5]. Kolom lain kosong.", ["[5]"]),
    ],
)
def test_mark_without_its_note_is_seen_beside_other_lists(words: str, marks: list[str]) -> None:
    assert marked("orphan-footnote", article(words)) == marks


# --- skipped-heading-level


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("### A\n\n### B\n\n#### C", "## A\n\n## B\n\n### C"),
        ("## A\n\n#### B\n\n##### C", "## A\n\n### B\n\n#### C"),
        ("# A\n\n### B", "# A\n\n## B"),
        ("### A ###", "## A ###"),
    ],
)
def test_headings_are_moved_where_no_level_is_lost(before: str, after: str) -> None:
    assert mended("skipped-heading-level", article(before)) == article(after)
    assert findings("skipped-heading-level", article(after)) == []


@pytest.mark.parametrize("words", ["### A\n\n## B", "## A\n\n#### B\n\n### C"])
def test_heading_that_may_belong_elsewhere_is_left_to_the_editor(words: str) -> None:
    (found,) = findings("skipped-heading-level", article(words))
    assert found.fix == ()


# --- description-repeats-opening, duplicates


@pytest.mark.parametrize(("one", "other"), [("Visa  kerja!", "visa kerja"), ("Ｖisa", "visa"), ("A-1 (b)", "a1b")])
def test_letters_alone_are_compared(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_description_of_a_cut_teaser_repeats_the_opening() -> None:
    opening = "Pekerja migran perlu menyiapkan beberapa surat sebelum mengajukan visa kerja ke Jepang."
    text = article(f"## Surat\n\n{opening}", description='"Pekerja migran perlu menyiapkan beberapa surat sebelum..."')
    assert len(findings("description-repeats-opening", text)) == 1


def library(*texts: tuple[str, str]) -> Library:
    read = tuple(document(text, path) for path, text in texts)
    return Library(DATE, read, by_path={d.path: d for d in read})


def test_signs_make_a_title_another_one() -> None:
    same = library(("artikel/2025/a.md", article("A.", "Belajar C#")), ("artikel/2025/b.md", article("B.", "Belajar C++")))
    assert list(repeated(same, "title", tuple({d.kind for d in same.documents}))) == []


def test_the_third_file_names_the_first_one_too() -> None:
    same = library(
        *((f"artikel/2025/{name}.md", article("A.", "Visa  Kerja." if name == "c" else "visa kerja")) for name in "abc")
    )
    found = list(RULES["duplicate-title"].check_library(same))
    assert [str(f.path) for f in found] == ["artikel/2025/b.md", "artikel/2025/c.md"]
    assert all(f.message.id.endswith('sudah dipakai "content/artikel/2025/a.md"') for f in found)


# --- sentence-cut-off

FULL = "Siapkan surat dari desa dan surat sehat. Keduanya harus dibawa ke kantor imigrasi terdekat"


@pytest.mark.parametrize(
    "end",
    [
        f"{FULL}.",
        f"{FULL}!",
        f'{FULL}."',
        f"{FULL} (gratis)",
        f"{FULL} https://a.example/b",
        f"{FULL}: **paspor**",
        f"{FULL} [paspor](paspor.md)",
        f"{FULL} @rantau",
        f"{FULL}, atau di situs kp2mi.go.id",
        "Semoga kita sehat semua di tanah rantau. Aamiin ya rabbal alamin",
        "Semoga tulisan ini berguna. Terima kasih kepada semua yang membantu menulisnya",
        "Simpan paspor di tempat yang aman. Jaga diri baik-baik di sana ya teman-teman",
        f"{FULL} \U0001f642",
        f"{FULL}.\n\n## Sumber",
        f"{FULL}:\n\n| a |\n|---|\n| b |",
        f"{FULL}:\n\n```\nkode\n```",
        f"{FULL}.\n\nRedaksi Rantau",
        "Sumber: Siapkan surat dari desa. Keduanya harus dibawa ke kantor imigrasi terdekat",
        "Tentang kami dan keluarga pekerja migran di mana pun mereka berada sekarang",
        "Begitulah...",
        "Pulanglah, nak\nke rumah ibumu\nsebelum malam dan",
        f"- {FULL}",
        f"> {FULL}",
        "คนงานต้องเตรียมเอกสารก่อนยื่นขอวีซ่า และนำไปที่สำนักงานตรวจคนเข้าเมือง ที่ใกล้ที่สุด ก่อนวันเดินทาง",
    ],
)
def test_end_that_is_one_is_left_alone(end: str) -> None:
    assert marked("sentence-cut-off", article(end)) == []


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (FULL, "terdekat"),
        (f"{FULL}\n\n*[KTP]: Kartu Tanda Penduduk\n\n[^1]: Catatan.", "terdekat"),
        (f"{FULL}, kecuali,", ","),
        (f"{FULL} dan...", "..."),
        (f"{FULL}. Baca lagi [...]", "[...]"),
        (f"Terima kasih. {FULL}", "terdekat"),
        (f"{FULL}. Terima kasih kepada", "kepada"),
        (f"{FULL}. Selamat datang di", "di"),
        (f"{FULL}. Untuk teman-teman di Taiwan, mintalah surat itu kepada majikan", "majikan"),
        (f"Situsnya kp2mi.go.id dibuka dulu. {FULL}", "terdekat"),
    ],
)
def test_end_in_the_middle_is_marked(end: str, words: str) -> None:
    assert marked("sentence-cut-off", article(end)) == [words]


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja, dan", ["dan"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja,", [","]),
        ("Surat yang perlu disiapkan pekerja migran. [...]", ["[...]"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum berangkat, dan lain-lain…", []),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja", []),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja dan.", ["dan"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja utk", ["utk"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja:", [":"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja -", ["-"]),
        ("Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja ke..", [".."]),
        ("Surat yang perlu disiapkan pekerja migran, dengan biaya mulai Rp350.000,-", []),
        ("Surat untuk visa kerja dibahas lebih dalam", []),
        ("Siapa saja boleh turut serta", []),
        ("Bantuan tersedia setiap saat", []),
        ("Dari persiapan sampai ke dalam", []),
        ("Tabungan yang cukup dalam", []),
        ("Visa kerja untuk usia 18+", []),
        ("Apa itu program g to g", []),
        ("Lulusan S-1 dan D-3", []),
        ("Pekerja yang di-PHK", []),
        ("Bekerja di PT. Maju Tbk.", []),
        ("Kerja 8 jam/hari", []),
        ("Pendaftaran tahap ke-2", []),
        ("Apa, siapa, dan di mana?", []),
        ("Rumah sakit tipe A & B", []),
    ],
)
def test_description_that_ends_in_the_middle_is_marked(description: str, words: list[str]) -> None:
    assert marked("sentence-cut-off", article("Isi tulisan.", description=f"'{description}'")) == words


# --- stale-year


@pytest.mark.parametrize(
    "words",
    [
        "Tiga tahun lalu saya berangkat, dan 5 bulan lalu pulang.",
        "Tahun ini, 2025, kuota naik.",
        "Kemarin (12/3) kuota diumumkan.",
        "Hubungi kami hari ini juga.",
        "Daftar hari ini berbeda dengan daftar esok.",
        "Layar menunjukkan Pesan Hari Ini.",
        "“Tahun ini kuota naik,” kata menteri.",
        '"Tahun ini kuota naik.\n\nIsi.',
        "> Tahun ini kuota naik.",
        "Lihat `tahun ini` dan [sini](/tahun-ini/).",
        "Tahun initial",
        "Jakarta, 1 Maret 2025. Kuota diumumkan.\n\nMenurut menteri, bulan lalu kuota naik, dan kemarin turun.",
        "Sampai akhir 2025 ada waktu. Tahun depan kuota naik.",
        "| 先月 | bulan lalu |\n|---|---|\n| 今年 | tahun ini |",
        "- qùnián = tahun lalu\n- xià ge yuè artinya bulan depan",
        "Kalau gaji bulan lalu belum dibayar, tanyakan kepada majikan.",
        "Misalnya kontrak berakhir bulan depan, beri tahu majikan sekarang.",
    ],
)
def test_day_that_the_words_explain_is_left_alone(words: str) -> None:
    assert marked("stale-year", article(words)) == []


@pytest.mark.parametrize("words", ["Tahun ini", "tahun depan", "bulan lalu", "pekan ini", "kemarin", "Hari ini", "tahun\nlalu"])
def test_day_that_only_the_writer_knew_is_marked(words: str) -> None:
    assert marked("stale-year", article(f"Kuota dinaikkan. {words} ada yang baru.")) == [words]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("Sejak Maret 2023 aturan berlaku. Tahun ini kuota naik.", ["Tahun ini"]),
        ("Kalau tahun lalu kuotanya 5.000 orang, tahun ini 7.000 orang.", ["tahun lalu", "tahun ini"]),
        ("| Jadwal | bulan depan |\n|---|---|\n| Ujian | minggu depan |", ["bulan depan", "minggu depan"]),
        ("Pendaftaran dibuka: bulan depan.", ["bulan depan"]),
        ("Misalnya, tahun ini 300 ribu orang berangkat.", ["tahun ini"]),
        ("Undang-undang itu dari 2025. Bulan lalu isinya berubah.", ["Bulan lalu"]),
        (f"Pada 2025 aturan berubah.\n\n{'Siapkan paspor dari kantor imigrasi. ' * 12}\n\nKuota tahun ini naik.", ["tahun ini"]),
    ],
)
def test_day_that_other_days_do_not_explain_is_marked(words: str, marks: list[str]) -> None:
    assert marked("stale-year", article(words)) == marks


def test_day_of_a_text_without_a_date_is_told_by_its_first_line_alone() -> None:
    later = f"{'Siapkan paspor dari kantor imigrasi. ' * 12}\n\nSejak 22 November 2017 begitu. Kuota tahun ini naik."
    assert marked("stale-year", article("Jakarta, 1 Maret 2025. Kuota tahun ini naik.", date="")) == []
    assert marked("stale-year", article(later, date="")) == ["tahun ini"]


def test_title_that_names_the_day_explains_yesterday() -> None:
    assert marked("stale-year", article("Kemarin hujan.", "Catatan harian 1 Maret 2025")) == []
    assert marked("stale-year", article("Kemarin hujan.", "Catatan harian")) == ["Kemarin"]


@pytest.mark.parametrize(("date", "count"), [("2025-11-22", 0), ("2025-11-21", 1)])
def test_a_year_is_365_days(date: str, count: int) -> None:
    assert len(findings("stale-year", article("Tahun ini naik.", date=f"date: {date}\n"))) == count


@pytest.mark.parametrize(("words", "year"), [("Tahun ini naik.", 2025), ("Naik tahun depan.", 2026), ("Naik tahun lalu.", 2024)])
def test_help_names_the_year_that_was_meant(words: str, year: int) -> None:
    (found,) = findings("stale-year", article(words))
    assert f'"tahun {year}"' in found.help.id


def test_japanese_year_is_marked() -> None:
    assert marked("stale-year", article("今年から変わりました。"), "ja/artikel/2025/contoh.md") == ["今年"]


def test_page_without_a_date_of_its_own_may_say_this_year() -> None:
    assert findings("stale-year", "---\ntitle: Tentang\n---\n\nTahun ini kami menulis.\n", "tentang.md") == []


# --- doubled-word


@pytest.mark.parametrize(
    "words",
    [
        "kupu kupu, hati hati, teman teman, negara negara, sama sama, benar benar, tiba tiba",
        "negara-negara dan di-di dan yang-yang",
        "Yang Yang dan Duran Duran di Wagga Wagga",
        "Itu itu. Di sana. Di sini ke. ke mana",
        "10 10 dan dan2",
        'Ia berkata, "saya akan akan pulang"',
        "kata `yang` yang itu",
        "sama dengan dengan dua angka",
        "lebih lebih, lain lain, sekali sekali",
        "di\n\ndi",
        "| dari |\n| dari |",
        "kepada  \nkepada",
        "a@dari dari.example",
        "membawa bawa, menari nari",
    ],
)
def test_word_that_may_stand_there_twice_is_left_alone(words: str) -> None:
    assert marked("doubled-word", article(f"Kalimat ini {words} selesai.")) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("surat yang yang asli", "surat yang asli"),
        ("Yang yang asli", "Yang asli"),
        ("surat yang yang yang asli", "surat yang asli"),
        ("dibawa ke\nke kantor", "dibawa ke kantor"),
        ("(dari dari desa)", "(dari desa)"),
        ("surat yang yang, konon, asli", "surat yang, konon, asli"),
        ("menggunakan menggunakan surat", "menggunakan surat"),
        ("the the office", "the office"),
    ],
)
def test_second_word_is_dropped(words: str, right: str) -> None:
    assert mended("doubled-word", article(words)) == article(right)


def test_doubled_word_of_a_quoted_line_is_left_alone() -> None:
    assert marked("doubled-word", article("Kata ibu:\n\n> Pulang yang yang cepat.")) == []


def test_longer_word_is_a_mistake_in_english_alone() -> None:
    words = "Bring the letter letter to the office."
    assert marked("doubled-word", article(words), "en/artikel/2025/contoh.md") == ["letter letter"]
    assert marked("doubled-word", article("Bawa surat surat ke kantor.")) == []
    assert marked("doubled-word", article("He said that that had had to do."), "en/artikel/2025/contoh.md") == []


# --- the words' own modules


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('a "b" c', "b"),
        ("a “b ‘c’ d” e", "b ‘c’ d"),
        ("a „b“ c", "b"),
        ("a 「b」 c", "b"),
        ('a "b\n\nc" d', "b"),
        ('layar 7" dan "b"', "b"),
        ("a\n> b\nc", "> b"),
        ("a b", ""),
    ],
)
def test_what_is_quoted(text: str, quoted: str) -> None:
    quotations = Quotations(text)
    found = "".join(c if quotations.cover(n) else "\0" for n, c in enumerate(text)).strip("\0")
    # A mark that is never closed swallows what follows, up to the next paragraph.
    assert found.split("\0")[0].strip('"“”„「」') == quoted


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Satu kalimat. Dua kalimat. Tiga kalimat.", "Dua", " Dua kalimat."),
        ("Menurut UU No. 18 Tahun 2017 begini. Lalu.", "Tahun", "Menurut UU No. 18 Tahun 2017 begini."),
        ("一つ目。二つ目。", "二", "二つ目。"),
        ("Judul\n\nIsi tanpa titik", "Isi", "Isi tanpa titik"),
    ],
)
def test_the_sentence_around_a_word(text: str, word: str, sentence: str) -> None:
    start = text.index(word)
    assert sentences.around(text, start, start + len(word)) == sentence


def test_lines_are_told_apart() -> None:
    prose = (
        "## A\n\nteks\n- b\n1. c\n> d\n| e |\n|---|\n---\n===\n[^1]: f\n*[G]: g\n!!! note\n![h](i)\n: j\n\n  x | y\n--|--\n1 | 2"
    )
    kinds: Sequence[str] = [line.kind for line in lines(prose, 0)]
    assert kinds == [
        *("heading", "", "text", "bullet", "number", "quote", "table", "table", "rule", "underline"),
        *("definition", "definition", "box", "image", "meaning", "", "table", "table", "table"),
    ]
    assert all(prose.startswith(line.text, line.start) for line in lines(prose, 0))

"""The rules about words, links and images on any text: places that exist, repairs that end, warnings that stay silent.

tests/scams holds sentences of our own: lures.txt one a line, warnings.txt Markdown bodies between lines of "%%".
"""

import datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import body, edits, pipeline, reporters, source
from rantau.model import Document, Fields, Finding, Image, Kind, Library, Link, Span
from rantau.rules import (
    alt_in_other_language,
    copied_boilerplate,
    figure_without_source,
    foreign_image,
    insecure_link,
    leftover_component,
    personal_data,
    same_alt_for_different_images,
    scam_phrases,
    shouting_title,
    text_in_other_language,
    url_with_newline,
)
from rantau.text import cautions, components, debris, identities, spots, tongue
from rantau.text.passages import passages, sentence
from rantau.text.positions import Positions
from tests import trees

HERE = Path(__file__).parent / "scams"
LURES = tuple((HERE / "lures.txt").read_text("utf-8").splitlines())
WARNINGS = tuple((HERE / "warnings.txt").read_text("utf-8").removesuffix("\n").split("\n%%\n"))
LIBRARY = Library(datetime.date(2026, 11, 22))
HEAD = "---\ntitle: Tentang Rantau\n---\n\n"
RULES = (
    alt_in_other_language,
    copied_boilerplate,
    figure_without_source,
    foreign_image,
    insecure_link,
    leftover_component,
    personal_data,
    same_alt_for_different_images,
    scam_phrases,
    shouting_title,
    text_in_other_language,
    url_with_newline,
)
MARKS = (
    "Baca juga: a\n",
    "0 Komentar",
    "\n\n",
    "(abc/def)",
    "{{ a.b }}",
    "{% include x %}",
    "::kotak",
    "[gallery ids=1]",
    "import a from 'b'",
    "3201014507900002",
    "paspor C4829173",
    "rekening 4829173655 a.n. Budi",
    "HP korban 0812-9932-4411",
    "[a](https://x.example/a\nb)",
    "![a b c d](http://x.example/y.png)",
    "[a](http://kp2mi.go.id/ x)",
    "pasti lolos",
    "visa turis untuk bekerja",
    "transfer ke rekening atas nama Budi",
    "kuota terbatas, WA 0812",
    "the worker and the law of the land ",
    "“",
    '"',
    "- ",
    "> ",
    '!!! danger "A"\n    ',
    "## ",
    "`",
    "\r\n",
    "\xa0",
    "İ",
    "ﬁ",
    "🚨",
    "特定技能です。",
)
TEXTS = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=12)), max_size=14).map("".join)


def document(text: str, fields: Fields | None = None, language: str = "id") -> Document:
    """A page whose body is the text, read as a file is."""
    read = source.read((HEAD + text).encode("utf-8", "replace"))
    prose = body.mask(read.text, read.body_line)
    rendered, _ = body.render(read.body, read.body_line, prose, language)
    place = Span(2, 8, 2, 22)
    return Document(
        PurePosixPath("tentang.md"),
        Kind.PAGE,
        language,
        "/tentang/",
        read.text,
        prose,
        read.body_line,
        fields or Fields(title="Tentang Rantau", spans={"title": place, "description": place}),
        rendered,
    )


def findings(one: Document) -> list[Finding]:
    return [found for rule in RULES for found in rule.check(one, LIBRARY)]


# --- any text -----------------------------------------------------------------------------------


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["id", "ja", "en"]))
def test_findings_on_any_text_stand_within_its_file(text: str, language: str) -> None:
    one = document(text, language=language)
    lines = one.text.split("\n")
    for found in findings(one):
        for place in (found.span, *(edit.span for edit in found.fix)):
            assert (place.line, place.column) <= (place.end_line, place.end_column)
            assert 1 <= place.line <= place.end_line <= len(lines) + 1
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            assert place.end_column <= (len(lines[place.end_line - 1]) + 1 if place.end_line <= len(lines) else 1)
        for words in (found.message, found.help):
            assert words.id.strip() and words.en.strip()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_a_repair_removes_its_finding_and_is_done_once(text: str) -> None:
    one = document(text)
    for rule in RULES:
        repairs = [edit for found in rule.check(one, LIBRARY) for edit in found.fix]
        if not repairs:
            continue
        right = edits.apply(one.text, repairs)
        assert right != one.text
        again = document(right.removeprefix(HEAD))
        assert [found for found in rule.check(again, LIBRARY) if found.fix] == []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_passages_stand_in_order_and_leave_out_blanks_alone(text: str) -> None:
    done = 0
    for passage in passages(text):
        assert done <= passage.start < passage.end <= len(text)
        assert text[done : passage.start].strip() == ""
        done = passage.end
    assert text[done:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab.!? \n", max_size=60), st.data())
def test_a_sentence_holds_the_words_that_it_is_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence(text, start, end)
    wide = sentence(text, start, end, 1)
    assert wide[0] <= first <= start
    assert end <= last <= wide[1]


@pytest.mark.parametrize(
    "unit",
    [
        "pasti lolos ",
        "bayar ",
        "kuota terbatas wa ",
        "a.n. B ",
        "rekening 12345678 a.n. Budi ",
        "“",
        '"',
        "*a ",
        "{{",
        "[gallery ",
        "1 ",
        "korban hp ",
    ],
)
def test_a_line_as_long_as_an_article_is_read_through(unit: str) -> None:
    text = HEAD + unit * (60_000 // len(unit.encode()))
    one = Document(PurePosixPath("a.md"), Kind.PAGE, "id", "/a/", text, text, 5, Fields(title="A"))
    for found in findings(one):
        assert found.span.line >= 1


# --- fraud and warnings of it -------------------------------------------------------------------


def test_there_are_more_warnings_than_lures_and_enough_of_both() -> None:
    assert len(set(LURES)) >= 30
    assert len(set(WARNINGS)) >= 50


@pytest.mark.parametrize("text", LURES)
def test_a_sentence_that_lures_is_found(text: str) -> None:
    assert list(scam_phrases.check(document(text), LIBRARY))


@pytest.mark.parametrize("text", WARNINGS)
def test_a_sentence_that_warns_passes(text: str) -> None:
    assert [found.message.id for found in scam_phrases.check(document(text), LIBRARY)] == []


def test_a_lure_in_the_title_or_the_description_is_found_unless_the_title_warns() -> None:
    places = {"title": Span(2, 8, 2, 22), "description": Span(2, 8, 2, 22)}
    lure = Fields(title="Pasti lolos ke Jepang", description="Gaji dijamin Rp25 juta.", spans=places)
    warning = Fields(title="Tanda lowongan palsu", description="Gaji dijamin Rp25 juta.", spans=places)
    assert len(list(scam_phrases.check(document("Isi.", lure), LIBRARY))) == 2
    assert list(scam_phrases.check(document("Pasti lolos.", warning), LIBRARY)) == []


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Waspada!", True),
        ("Bukan penipuan, resmi.", False),
        ("Tanpa calo, anti tipu.", False),
        ("Jangan lewatkan!", False),
        ("Jangan bayar.", True),
        ("Bubuhkan tanda tangan.", False),
        ("Itu tanda bahaya.", True),
        ("", False),
    ],
)
def test_words_of_warning_count_unless_they_are_taken_back(text: str, warned: bool) -> None:
    assert cautions.warns(text) is warned


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Baca juga: pasal 12 kontrak Anda.", 0),
        ("Lihat juga: daftar P3MI berizin.", 0),
        ("Baca juga: Cara Membuat Paspor", 1),
        ("**Baca Juga:** Cara membuat paspor", 1),
        ("BACA JUGA: Guru Mundur", 1),
        ("Baca juga: 5 Negara Favorit", 1),
        ("Editor: Budi Santoso", 1),
    ],
)
def test_a_teaser_names_a_headline(line: str, count: int) -> None:
    assert len(list(copied_boilerplate.check(document(f"Siapkan surat.\n\n{line}\n\nLalu pulang."), LIBRARY))) == count


# --- persons ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("NIK 3201014507900002", ["nik"]),
        ("NIK: 3201 0145 0790 0002.", ["nik"]),
        ("NIK 3201014599900002", []),
        ("NIK 9901014507900002", []),
        ("NIK 3201xxxxxxxxxxxx", []),
        ("https://x.example/3201014507900002", []),
        ("Nomor surat 1234567890123456", []),
        ("Undang-Undang Nomor 18 Tahun 2017", []),
        ("paspor nomor A7654329", ["passport"]),
        ("paspor nomor A1234567", []),
        ("berkas A7654329", []),
        ("rekening BRI 012301000456308 a.n. Budi", ["account"]),
        ("rekening BRI 012301000456308 a.n. PT Maju", []),
        ("atas nama Budi, rekening 4829173655", ["account"]),
        ("rekening 1234567890 a.n. Budi", []),
        ("telepon 0812-9932-4411 a.n. Budi", []),
        ("rekening BCA 4829173655 a.n. Serikat Buruh Migran", []),
        ("rekening BCA 4829173655 a.n. LBH Jakarta", []),
        ("rekening BCA 4829173655 atas nama Pusat Bantuan Hukum", []),
        ("rekening BCA 4829173655 a.n. Desak Made", ["account"]),
        ("rekening BCA 4829173655 a.n. BUDI SANTOSO", ["account"]),
        ("rekening BCA 4829173655 a.n. Forumiati", ["account"]),
        ("Nomor kontrak 3201014507900002/2023", []),
        ("NIK 3201014507900002/3201015507900003", ["nik"]),
        ("NIK 3201014507900002/20231", ["nik"]),
        ("Nomor korban: 0812-9932-4411", ["victim"]),
        ("surel korban budi@surat.example", ["victim"]),
        ("Layanan korban: 0811-9932-4411", []),
        ("Kontak korban kekerasan: 0811-9932-4411", []),
        ("Korban dapat menelepon 0811-9932-4411", []),
    ],
)
def test_numbers_of_persons_are_told_from_other_numbers(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in identities.find(text)] == kinds


@given(st.text(alphabet="0123456789", min_size=8, max_size=20))
def test_a_number_is_never_shown_in_full(number: str) -> None:
    shown = identities.masked(number)
    assert len(shown) == len(number)
    assert shown[4:].strip("·") == ""


def test_the_message_about_a_person_does_not_hold_the_number() -> None:
    (found,) = personal_data.check(document("NIK 3201014507900002"), LIBRARY)
    assert "3201" in found.message.id
    assert "32010" not in found.message.id + found.message.en + found.help.id + found.help.en


# --- languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The worker has to bring the letter of the village to the office before it is sent to the ministry.", "en"),
        ("Surat dari desa harus dibawa ke kantor yang ada di kota lalu diperiksa oleh petugas sebelum dikirim.", "id"),
        (
            "特定技能は、一定の技能を持つ人が日本に住んで働くための在留資格です。この記事では手順を順に並べ、資料が食い違う点を示します。",
            "ja",
        ),
        ("Layang saka desa kudu digawa menyang kantor sing ana ing kutha banjur dipriksa dening petugas.", ""),
        ("Specified Skilled Worker, Memorandum of Cooperation, Certificate of Eligibility", ""),
        ("1 2 3", ""),
        ("", ""),
    ],
)
def test_language_of_a_paragraph_is_told_where_it_is_certain(text: str, language: str) -> None:
    assert tongue.guess(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A passport on the table", "en"),
        ("Paspor di atas meja", "id"),
        ("Specified Skilled Worker", ""),
        ("Poster program di the venue", ""),
        ("空港に立つ二人の労働者", "ja"),
    ],
)
def test_language_of_a_few_words_is_told_where_it_is_certain(text: str, language: str) -> None:
    assert tongue.guess_brief(text) == language


ENGLISH = (
    "The worker has to bring the letter of the village to the office, where it is checked by the staff before it is sent on "
    "to the ministry in the capital, and this can take two weeks."
)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (f"Hafalkan kalimat ini:\n\n{ENGLISH}", 0),
        (f"## Abstract\n\n{ENGLISH}", 0),
        (f"**Ringkasan bahasa Inggris**\n\n{ENGLISH}", 0),
        (f"Bahasa Inggris: {ENGLISH}", 0),
        (f"Petugas: Silakan duduk.\n\nAnda: {ENGLISH}", 0),
        (f"Siapkan surat dari desa.\n\n{ENGLISH}", 1),
        (f"## Syarat\n\n{ENGLISH}", 1),
        (f"For the office of the ministry, these are the rules that have to be kept:\n\n{ENGLISH}", 1),
        (f"Ketik perintah ini:\n\n```\nmasuk\n```\n\n{ENGLISH}", 1),
        (f"Note: {ENGLISH}", 1),
        (f"Hafalkan kalimat ini:\n\n{ENGLISH}\n\n{ENGLISH}", 1),
    ],
)
def test_a_paragraph_in_another_language_may_be_announced_in_the_own_one(words: str, count: int) -> None:
    assert len(list(text_in_other_language.check(document(words), LIBRARY))) == count


# --- debris, components, images -----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Baca Juga : Sepuluh Negara Favorit",
        "**Baca juga:** Sepuluh Negara Favorit",
        "ADVERTISEMENT",
        "[Gambas:Video CNN]",
        "Follow us on Instagram",
        "Jangan lupa ikuti\xa0update berita lainnya",
        "Ikuti kami di Google News",
        "Artikel ini telah tayang di contoh.example dengan judul Visa",
        "Copyright © ANTARA 2025",
        "Editor: Budi Santoso",
        "Facebook Twitter WhatsApp",
        "12 Komentar",
        "5 hours ago 1",
        "A+A-",
    ],
)
def test_a_line_of_another_site_is_debris(line: str) -> None:
    assert debris.lines(line) == [0]
    assert debris.find(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga peraturannya sebelum berangkat.",
        "Simak baik-baik penjelasan petugas.",
        "Video itu dibuat tahun 2021.",
        "Iklan lowongan sering palsu.",
        "Ada 12 komentar dari pembaca tentang hal ini.",
        "Hak cipta dilindungi oleh undang-undang di negara itu juga.",
        "Pilih salah satu (dan/atau)",
        "Penulis surat harus menandatanganinya.",
        "Facebook dan WhatsApp dipakai penipu.",
        "Kirim lewat WhatsApp atau surel.",
    ],
)
def test_a_sentence_about_such_things_is_none(line: str) -> None:
    assert debris.find(line) is None


def test_debris_between_empty_lines_is_taken_out_by_command_and_a_teaser_is_not() -> None:
    text = "Siapkan surat.\n\nADVERTISEMENT\n\nBaca juga: Guru Mundur\n\n0 Komentar"
    one = document(text)
    right = edits.apply(one.text, [edit for found in copied_boilerplate.check(one, LIBRARY) for edit in found.fix])
    assert right == HEAD + "Siapkan surat.\n\n\nBaca juga: Guru Mundur\n\n"


@pytest.mark.parametrize(
    ("tag", "component"),
    [
        ('<v-img src="a.jpg">', True),
        ("</v-img>", True),
        ('<NuxtImg src="a.jpg" />', True),
        ("<ContentList/>", True),
        ("<IMG src=a>", False),
        ("<Div class=a>", False),
        ("<img src=a>", False),
        ("<www.kp2mi.go.id>", False),
        ("<!-- a-b -->", False),
    ],
)
def test_a_component_is_told_from_an_element(tag: str, component: bool) -> None:
    assert components.is_component(tag) is component


@pytest.mark.parametrize(
    ("text", "tag", "image"),
    [
        ('<v-img src="/images/x.jpg" alt="Paspor">', None, "![Paspor](x.jpg)"),
        ("<v-img alt='Paspor' src='x.jpg'></v-img>", "<v-img alt='Paspor' src='x.jpg'>", "![Paspor](x.jpg)"),
        ('<v-img src="x.jpg" />', None, ""),
        ('<v-img alt="Paspor">', None, ""),
        ('<v-img src="https://x.example/x.jpg" alt="Paspor">', None, ""),
        ('<v-img src="x.jpg" alt="Pas]por">', None, ""),
        ('<v-img src="x.jpg" alt="Paspor">isi</v-img>', '<v-img src="x.jpg" alt="Paspor">', ""),
        ('<v-card src="x.jpg" alt="Paspor">', None, ""),
    ],
)
def test_a_component_of_an_image_becomes_markdown_where_file_and_words_are_given(text: str, tag: str | None, image: str) -> None:
    tag = tag or text
    repairs = components.as_image(text, tag, Span(1, 1, 1, len(tag) + 1))
    assert (edits.apply(text, repairs) if repairs else "") == image


def test_an_address_broken_by_a_line_end_is_joined_and_one_with_a_blank_is_left() -> None:
    one = document("[a](https://x.example/uu-\n  18) [b](https://x.example/ uu)\n")
    first, second = url_with_newline.check(one, LIBRARY)
    assert [edit.text for edit in first.fix] == ["https://x.example/uu-18"]
    assert second.fix == ()
    assert second.message.en == 'the address "https://x.example/ uu" holds a blank'


def test_the_words_of_an_image_are_found_before_its_destination() -> None:
    one = document("![Paspor](a.jpg) dan ![Pas&amp;por](a.jpg)\n")
    assert one.body is not None
    starts = Positions(one.text)
    assert [spots.label(one.text, starts, link) for link in one.body.links] == [Span(5, 3, 5, 9), Span(5, 24, 5, 35)]
    assert spots.label(one.text, starts, Link("x", "y", Span(99, 1, 99, 2))) == Span(99, 1, 99, 2)


def test_old_fields_of_one_image_count_once() -> None:
    spans = {"img": Span(1, 1, 1, 2), "imgContentBerita": Span(1, 1, 1, 2), "alt": Span(1, 1, 1, 2)}
    one = Fields(title="A", card=Image("a.jpg", alt="Paspor"), hero=Image("b.jpg", alt="Paspor"), spans=spans)
    assert [source for source, _, _ in spots.pictures(document("Isi.", one))] == ["b.jpg"]


@pytest.mark.parametrize(
    ("name", "kind"), [("v-img", "image"), ("NuxtImg", "image"), ("YouTube", "video"), ("alert", "box"), ("x-kartu", "")]
)
def test_what_a_component_is_called_says_what_it_shows(name: str, kind: str) -> None:
    assert components.kind(name) == kind


def test_no_report_shows_what_is_nobodys_business(tmp_path: Path) -> None:
    text = trees.article("NIK 3201014507900017 dan dan surat itu.\n")
    found = [d for d in trees.check(tmp_path, {"artikel/2025/x.md": text}) if d.path.name == "x.md"]
    assert {d.rule for d in found} >= {"personal-data", "doubled-word"}
    for report in (pipeline.report(found, name, "id", "content") for name in pipeline.discover(reporters)):
        assert "4507900017" not in "".join(report)


@pytest.mark.parametrize(
    "line",
    [
        "Transfer ke rekening BCA 482-917-3655 a.n. Siti Aminah.",
        "[surat](siti-3201014507900017.md) dan NIK 3201014507900017",
    ],
)
def test_no_other_finding_repeats_a_secret_number(line: str, tmp_path: Path) -> None:
    found = [d for d in trees.check(tmp_path, {"artikel/2026/x.md": trees.article(f"{line}\n")}) if d.path.name == "x.md"]
    assert len({d.rule for d in found}) > 1
    for report in (pipeline.report(found, name, "id", "content") for name in pipeline.discover(reporters)):
        said = "".join(report)
        assert "917-3655" not in said and "4507900017" not in said

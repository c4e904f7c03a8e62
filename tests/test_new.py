"""A new text starts with what its title says, and with what an editor answers; it never blocks, and never half exists."""

import datetime
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from rantau import starting
from rantau.forms.template import STARTING, quoted, skeleton
from rantau.model import Kind
from tests.shell import ARTICLE, DATE, LIMIT, ROOT, SMALL, check, clean, command, run, tree, write

TAGS = "- {key: visa, name: Visa}\n- {key: biaya, name: {id: Biaya penempatan, en: Costs}, aliases: [ongkos]}\n"
SHEET = "---\ntitle: Lembar SSW\nname: SSW\ndescription: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta.\n---\n\nIsi.\n"
FILES = {
    **SMALL,
    "_data/tags.yml": TAGS,
    "_data/stages.yml": "- {key: persiapan, name: Persiapan}\n- {key: penempatan, name: Penempatan}\n",
    "_data/authors.yml": "- {key: redaksi, name: Redaksi}\n",
    "program/ssw.md": SHEET,
}
SUMMARY = "Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", FILES)


def new(content: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What new.py does without a terminal."""
    return run([*command("new.py", *arguments, "--content", content, "--date", DATE)], content.parent)


def front(path: Path) -> dict[str, object]:
    return dict(yaml.load(path.read_text("utf-8").split("---\n")[1], yaml.BaseLoader))


# --- without questions


def test_a_title_proposes_slug_countries_topics_and_programs(content: Path) -> None:
    done = new(content, "Ongkos kerja ke Korsel & Jepang lewat SSW")
    path = content / "artikel/2026/ongkos-kerja-ke-korsel-jepang-lewat-ssw.md"
    assert done.returncode == 0, done.stdout
    found = front(path)
    assert (found["countries"], found["tags"], found["programs"]) == (["KR", "JP"], ["biaya"], ["ssw"])
    assert (found["title"], found["date"], found["status"]) == ("Ongkos kerja ke Korsel & Jepang lewat SSW", DATE, "draft")


@pytest.mark.parametrize("kind", ["artikel", "program"])
def test_what_is_left_as_it_is_has_no_error(content: Path, kind: str) -> None:
    assert new(content, 'Kutip "dua": dan \\ #satu', "--kind", kind).returncode == 0
    report = check(content)
    assert report.returncode == 0, report.stdout
    assert "kesalahan[" not in report.stdout


def test_options_fill_fields_by_key_name_or_alias(content: Path) -> None:
    done = new(content, "Contoh lain", "--tag", "VISA", "--tag", "ongkos", "--country", "korsel, JP", "--stage", "Persiapan", "--author", "redaksi")
    assert done.returncode == 0, done.stdout
    found = front(content / "artikel/2026/contoh-lain.md")
    assert (found["tags"], found["countries"], found["stage"], found["authors"]) == (["visa", "biaya"], ["KR", "JP"], "persiapan", ["redaksi"])


def test_an_option_that_means_nothing_names_the_nearest_and_writes_nothing(content: Path) -> None:
    before = tree(content)
    done = new(content, "Contoh lain", "--tag", "vissa", "--image", "tidak-ada.jpg", "--description", "pendek")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        '"vissa" tidak ada di content/_data/tags.yml; maksud Anda Visa?',
        "panjangnya 6 huruf; tulis 50 sampai 300 huruf, atau tekan Enter untuk mengisinya nanti",
        '"tidak-ada.jpg" tidak ada di content/images; simpan gambarnya di sana dulu',
    ]
    assert tree(content) == before


def test_an_introduction_is_named_after_its_term(content: Path) -> None:
    assert new(content, "Korsel", "--kind", "pengantar").returncode == 0
    assert front(content / "negara/korea-selatan.md")["title"] == "Korea Selatan"
    done = new(content, "Korea Selatn", "--kind", "pengantar")
    assert (done.returncode, done.stdout) == (1, '"Korea Selatn" tidak ada di daftar mana pun; maksud Anda Korea Selatan?\n')


def test_a_translation_takes_the_fields_and_the_headings_of_its_original(content: Path) -> None:
    original = (
        f"---\r\n# catatan\r\ntitle: Judul\r\ndescription: >\r\n  {SUMMARY}\r\nstatus: published\r\n"
        "redirect_from:\r\n  - /lama/\r\n  - /tua/\r\ntags: [visa]\r\n---\r\n\r\nIsi.\r\n\r\n## Satu\r\n\r\nKata.\r\n\r\n### Dua\r\n"
    )
    write(content, {"artikel/2025/asli.md": original})
    done = new(content, "--translate", "content/artikel/2025/asli.md", "--to", "ja")
    assert done.returncode == 0, done.stdout
    text = (content / "ja/artikel/2025/asli.md").read_text("utf-8")
    assert text == f"---\n# catatan\ntitle: Judul\ndescription: >\n  {SUMMARY}\ntags: [visa]\nstatus: draft\n---\n\n## Satu\n\n### Dua\n\n"
    assert check(content).returncode == 0
    again = new(content, "--translate", "content/artikel/2025/asli.md", "--to", "ja")
    assert again.returncode == 1 and "sudah ada" in again.stdout
    twice = new(content, "--translate", "content/ja/artikel/2025/asli.md", "--to", "en")
    assert twice.returncode == 1 and "sendiri sebuah terjemahan" in twice.stdout


def test_a_translation_of_nothing_is_refused(content: Path) -> None:
    done = new(content, "--translate", "content/artikel/2025/tidak-ada.md", "--to", "en")
    assert done.returncode == 1
    assert done.stdout.startswith('"content/artikel/2025/tidak-ada.md" tidak ada di ')
    assert new(content, "--to", "en").returncode == 2


def test_without_a_terminal_and_without_a_title_nothing_is_asked(content: Path) -> None:
    done = run(command("new.py", "--content", content), content.parent)
    assert done.returncode == 2
    assert "judul belum ditulis" in done.stderr


@pytest.mark.parametrize("kind", list(STARTING))
def test_a_skeleton_holds_only_fields_of_its_kind_and_says_what_belongs_into_each(kind: Kind) -> None:
    text = skeleton(kind, {"title": "Judul", "status": "draft"})
    fields = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    assert list(fields) == [name for name in fields if name in STARTING[kind]] and set(fields) == set(STARTING[kind])
    assert "# Ringkasan: Satu atau dua kalimat" in text and "# Judul:" not in text


@pytest.mark.parametrize("word", ["visa", "goes japan", "yes", "NO", "null", "30.000", "a: b", "- x", "x #y", "[a]", "'a", 'a"b', "a\\b", "日本", "C++", ""])
def test_a_word_in_a_list_is_read_back_as_it_was(word: str) -> None:
    assert yaml.safe_load(f"[{quoted(word)}]") == [word]


def begun(content: Path) -> starting.Start:
    start = starting.begin(content, "artikel", "Contoh", datetime.date(2026, 11, 22))
    assert isinstance(start, starting.Start)
    return start


def test_an_empty_title_is_refused_with_a_sentence(content: Path) -> None:
    for title in ("", "  \t"):
        code, lines = starting.begin(content, "artikel", title, None)  # type: ignore[misc]
        assert (code, lines[0].startswith("judul belum ditulis; tulis satu kalimat pendek yang mengatakan isinya")) == (1, True)


@pytest.mark.parametrize(
    ("field", "word", "offer"),
    [
        ("countries", "JPN", "maksud Anda Jepang?"),
        ("countries", "kor", "maksud Anda Korea Selatan?"),
        ("countries", "Jepun", "maksud Anda Jepang?"),
        ("countries", "korea", "maksud Anda Korea Selatan?"),
        ("countries", "Jayapura", "periksa tulisannya, atau tambahkan di sana"),
        ("stage", "persiapn", "maksud Anda Persiapan?"),
        ("stage", "berangkat", "pilihannya: Persiapan, Penempatan"),
    ],
)
def test_a_slip_or_a_code_is_answered_with_what_was_meant(field: str, word: str, offer: str, content: Path) -> None:
    start = begun(content)
    assert starting.take(start, field, word).split("; ")[1] == offer
    assert field not in start.values


def test_stages_are_offered_in_the_order_of_the_journey() -> None:
    start = begun(ROOT / "content")
    (question,) = (q for q in starting.questions(start, frozenset()) if q.field == "stage")
    assert [key for key, _ in question.choices] == ["persiapan", "pra-penempatan", "penempatan", "purna-penempatan"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("12 Desember 2025", "2025-12-12"),
        ("12/12/2025", "2025-12-12"),
        ("2025-12-12", "2025-12-12"),
        ("03/04/2026", '"03/04/2026" dapat berarti dua tanggal; tulis 2026-04-03 kalau maksud Anda 3 April 2026, atau 2026-03-04 kalau maksud Anda 4 Maret 2026'),
        ("Senin, 29 Oktober 2021", '"Senin, 29 Oktober 2021" belum jelas; maksud Anda 2021-10-29 (29 Oktober 2021)?'),
        ("besok", '"besok" bukan tanggal; tulis misalnya 2026-11-22, 22/11/2026, atau "22 November 2026"'),
    ],
)
def test_a_date_is_taken_as_the_front_matter_takes_it(written: str, kept: str, content: Path) -> None:
    start = begun(content)
    assert (starting.take(start, "date", written) or start.values["date"]) == kept


# --- with questions


def talk(content: Path, answers: Sequence[str | None], *arguments: str) -> tuple[int, str]:
    """The exit code and the screen of new.py on a terminal; each answer follows a prompt, and None is Ctrl-C."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*command("new.py", *arguments, "--content", content)], stdin=child, stdout=child, stderr=child, env=clean({"TERM": "dumb"}), close_fds=True,
        start_new_session=True, preexec_fn=lambda: _take_terminal(child),
    )  # fmt: skip
    os.close(child)
    screen, left, told, again = "", list(answers), 0, float("inf")
    stop = time.monotonic() + LIMIT
    while time.monotonic() < stop:
        ready, _, _ = select.select([parent], [], [], 0.2)
        if ready:
            try:
                data = os.read(parent, 65536)
            except OSError:
                break
            if not data:
                break
            screen += data.decode("utf-8", "replace")
        prompts = len(re.findall(r"(?:\]|Judul): ", screen))
        if left and prompts > told:
            told += 1
            said = left.pop(0)
            os.write(parent, b"\x03" if said is None else f"{said}\n".encode())
            again = time.monotonic() + 5 if said is None else again
        # One that comes between the prompt and the reading is only seen with the next key.
        if time.monotonic() > again and "dibatalkan" not in screen:
            os.write(parent, b"\x03")
            again = time.monotonic() + 5
    os.close(parent)
    return process.wait(LIMIT), screen.replace("\r\n", "\n")


def _take_terminal(child: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(child, termios.TIOCSCTTY, 0)


linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a terminal of its own")


@linux
def test_what_is_missing_is_asked_in_indonesian_with_the_choices(content: Path) -> None:
    answers = ["", "Kerja ke Jepang", SUMMARY, "", "2, 1", "", "2", "1", "22 November 2026", "", ""]
    code, screen = talk(content, answers)
    assert code == 0, screen
    assert "Topik:\n  1. Biaya penempatan\n  2. Visa\nNomor atau nama, beberapa dipisah koma [Enter: lewati]: " in screen
    assert "Negara yang dibahas:\n  1. Jepang\n  2. Korea Selatan\nNomor atau nama, beberapa dipisah koma [Enter: JP; -: kosongkan]: " in screen
    assert "Tahap pembaca:\n  1. Persiapan\n  2. Penempatan\nNomor atau nama [Enter: lewati]: " in screen
    assert "Nama halaman di alamat web [Enter: kerja-ke-jepang]: " in screen
    assert screen.startswith("Enter: lewati, atau pakai usulan di dalam kurung. Ctrl+C: batal") and "  judul belum ditulis; tulis satu kalimat pendek" in screen
    found = front(content / "artikel/2026/kerja-ke-jepang.md")
    assert (found["tags"], found["countries"], found["stage"], found["authors"]) == (["visa", "biaya"], ["JP"], "penempatan", ["redaksi"])
    assert (found["description"], found["date"], found["status"]) == (SUMMARY, DATE, "draft")
    assert check(content).returncode == 0


@linux
def test_a_slip_is_answered_with_the_nearest_name_and_asked_again(content: Path) -> None:
    given = ["--date", DATE, "--description", SUMMARY, "--stage", "persiapan", "--author", "redaksi", "--program", "ssw", "--country", "JP"]
    code, screen = talk(content, ["vissa", "Visa", "", "Alamat Salah", "alamat-baik"], "Contoh judul lain", *given)
    assert code == 0, screen
    assert "pakai huruf kecil, angka, dan tanda hubung: alamat-salah" in screen
    assert '"vissa" tidak ada di content/_data/tags.yml; maksud Anda Visa?' in screen
    assert front(content / "artikel/2026/alamat-baik.md")["tags"] == ["visa"]


@linux
@pytest.mark.parametrize("before", [[], ["Kerja ke Jepang"], ["Kerja ke Jepang", SUMMARY, ""]])
def test_ctrl_c_writes_nothing_whenever_it_is_pressed(content: Path, before: list[str]) -> None:
    kept = tree(content)
    code, screen = talk(content, [*before, None])
    assert code == 1, screen
    assert screen.rstrip().endswith("dibatalkan; tidak ada yang ditulis")
    assert tree(content) == kept


def test_a_dash_takes_back_what_was_proposed(content: Path) -> None:
    start = starting.begin(content, "artikel", "Kerja ke Jepang", None)
    assert isinstance(start, starting.Start)
    (question,) = (q for q in starting.questions(start, frozenset()) if q.field == "countries")
    assert question.proposed == "JP"
    assert starting.answer(start, question, "-") == "" and "countries" not in start.values
    (slug,) = (q for q in starting.questions(start, frozenset()) if q.field == "slug")
    assert starting.answer(start, slug, "-") == "isian ini tidak boleh kosong"


def test_a_picture_is_asked_for_its_words(content: Path) -> None:
    write(content, {"images/foto.jpg": b"x"})
    start = starting.begin(content, "artikel", "Kerja", None)
    assert isinstance(start, starting.Start)
    assert starting.take(start, "img", "content/images/foto.jpg") == ""
    assert start.values["img"] == "foto.jpg"
    assert [q.field for q in starting.questions(start, frozenset({"img"}))][-2:] == ["alt", "slug"]
    assert starting.take(start, "img", "fotoo.jpg") == '"fotoo.jpg" tidak ada di content/images; maksud Anda foto.jpg?'


def test_the_readme_names_the_command() -> None:
    assert "scripts/new.py" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("slug", "words"), [("con", "dipakai sistem komputer"), ("sudah-ada", "sudah ada tulisan di alamat ini")])
def test_an_address_that_cannot_be_is_told_before_anything_else_is_asked(slug: str, words: str, tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**SMALL, "artikel/2026/sudah-ada.md": ARTICLE})
    start = starting.begin(content, "artikel", "Sudah ada", datetime.date(2026, 11, 22))
    assert isinstance(start, starting.Start)
    assert words in starting._bad_slug(start, slug)
    assert starting._bad_slug(start, "lain") == ""
    first = next(starting.questions(start, frozenset()))
    assert (first.field, "sudah ada tulisan" in starting.answer(start, first, "")) == ("slug", True)

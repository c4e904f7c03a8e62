"""The commands from end to end: exit codes, what they print, and what they leave on the disk."""

import ast
import datetime
import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from rantau import covers
from rantau.arguments import Parser
from rantau.covers import words
from rantau.text import commands
from rantau.text.failures import reason
from tests.shell import (
    ARTICLE,
    DATE,
    LIMIT,
    REGISTRIES,
    ROOT,
    SAMPLE,
    SMALL,
    build,
    check,
    clean,
    command,
    free_port,
    project,
    run,
    tree,
    write,
)

BROKEN = {
    **REGISTRIES,
    "artikel/2025/dua.md": "---\ntitle: Contoh kedua\ndate: 2025-01-02\n---\n\nContoh kalimat.\n",
    "artikel/2025/satu.md": ARTICLE.replace("countries: [JP]", "countries: [JP, Jepan]").replace("tags: [visa]", "tags: [vis]"),
}
Site = dict[str, bytes]
FOUND = [
    "artikel/2025/dua.md:1:1 missing-description",
    "artikel/2025/satu.md:4:8 unknown-tag",
    "artikel/2025/satu.md:5:17 unknown-country",
]


def places(report: str) -> list[str]:
    """Place and rule of each error in a text report whose paths start with "content/"."""
    return [f"{place} {rule}" for place, rule in re.findall(r"^content/(\S+): kesalahan\[([\w-]+)\]", report, re.MULTILINE)]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "content", SMALL)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """What the small tree becomes."""
    folder = tmp_path_factory.mktemp("small")
    assert build(write(folder / "content", SMALL), folder / "site").returncode == 0
    return tree(folder / "site")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write(tmp_path / "content", BROKEN)


# --- check.py


def test_a_sound_tree_has_no_findings(small: Path) -> None:
    done = check(small)
    assert (done.returncode, done.stdout) == (0, "3 berkas diperiksa, tidak ada temuan\n")


def test_the_sample_site_has_exactly_the_warnings_it_was_written_for() -> None:
    done = run(command("check.py", "--content", SAMPLE, "--date", DATE, "--format", "json"), SAMPLE)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(f["path"]).name, f["line"], f["column"], f["rule"], f["severity"]) for f in found] == [
        ("tanpa-tanggal.md", 1, 1, "missing-date", "warning"),
        ("contoh-lengkap.md", 85, 112, "stale-fact", "warning"),
        ("kedaluwarsa.md", 9, 10, "expired", "warning"),
        ("perlu-diperiksa.md", 9, 12, "review-due", "warning"),
        ("rancangan.md", 1, 1, "missing-date", "warning"),
        ("rancangan.md", 3, 1, "missing-description", "warning"),
        ("rancangan.md", 4, 8, "unknown-tag", "warning"),
        ("rancangan.md", 8, 54, "broken-link", "warning"),
    ]
    assert done.returncode == 0


def test_every_finding_of_every_file_is_shown_in_one_run(broken: Path) -> None:
    done = check(broken)
    assert places(done.stdout) == FOUND
    assert done.stdout.splitlines()[-1] == "3 kesalahan, 0 peringatan"
    assert done.returncode == 1


def test_a_finding_is_shown_with_its_line_its_carets_and_the_way_out(broken: Path) -> None:
    lines = check(broken, broken / "artikel/2025/satu.md").stdout.splitlines()
    start = lines.index('content/artikel/2025/satu.md:5:17: kesalahan[unknown-country]: "Jepan" bukan negara atau kawasan yang dikenal')
    assert lines[start + 1 : start + 4] == [
        "   5 | countries: [JP, Jepan]",
        "     |                 ^^^^^",
        '     = bantuan: maksud Anda "JP" (Jepang)?',
    ]


def test_the_report_speaks_english_on_request(broken: Path) -> None:
    done = check(broken, "--lang", "en")
    assert 'content/artikel/2025/satu.md:5:17: error[unknown-country]: "Jepan" is not a country or region that is known' in done.stdout
    assert '     = help: did you mean "JP" (Japan)?' in done.stdout.splitlines()
    assert done.stdout.splitlines()[-1] == "3 errors, 0 warnings"
    assert "bantuan" not in done.stdout


def test_the_json_report_is_one_object_a_line_and_nothing_else(broken: Path) -> None:
    done = check(broken, "--format", "json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(f) for f in found] == [
        ["path", "line", "column", "end_line", "end_column", "rule", "severity", "message", "help", "fixable"]
    ] * 3
    assert found[2] == {
        "path": "content/artikel/2025/satu.md",
        "line": 5,
        "column": 17,
        "end_line": 5,
        "end_column": 22,
        "rule": "unknown-country",
        "severity": "error",
        "message": '"Jepan" bukan negara atau kawasan yang dikenal',
        "help": 'maksud Anda "JP" (Jepang)?',
        "fixable": False,
    }
    assert done.returncode == 1


def test_a_path_limits_the_report_and_its_exit_code(broken: Path) -> None:
    write(broken, {"artikel/2026/tiga.md": ARTICLE.replace("Contoh judul", "Judul ketiga").replace("Contoh ringkasan", "Ringkasan ketiga")})
    assert places(check(broken, broken / "artikel/2025/satu.md").stdout) == FOUND[1:]
    assert places(check(broken, "content/artikel/2025").stdout) == FOUND
    clean_part = check(broken, broken / "artikel/2026")
    assert (clean_part.returncode, clean_part.stdout) == (0, "1 berkas diperiksa, tidak ada temuan\n")


def test_a_path_that_does_not_exist_is_the_callers_mistake_and_not_a_clean_report(broken: Path) -> None:
    done = check(broken, broken / "artikel/2025/salah-ketik.md")
    assert done.returncode == 2
    assert "salah-ketik.md" in done.stdout + done.stderr


def test_a_rule_is_explained(tmp_path: Path) -> None:
    done = run(command("check.py", "--explain", "unknown-country"), tmp_path)
    assert done.stdout.splitlines()[:2] == ["unknown-country (menghalangi terbit)", ""]
    assert len(done.stdout.splitlines()[2]) > 80
    assert done.returncode == 0
    english = run(command("check.py", "--explain", "missing-date", "--lang", "en"), tmp_path)
    assert english.stdout.splitlines()[:2] == ["missing-date (warning)", ""]


def test_explaining_an_unknown_rule_names_those_that_exist(tmp_path: Path) -> None:
    done = run(command("check.py", "--explain", "negara"), tmp_path)
    assert done.returncode == 2
    assert done.stdout.startswith('aturan "negara" tidak ada; aturan yang ada: ')
    assert "broken-link, " in done.stdout


@pytest.mark.parametrize("script", ["check.py", "build.py", "serve.py"])
def test_a_missing_content_directory_is_named_in_a_sentence(script: str, tmp_path: Path) -> None:
    done = run(command(script, "--content", tmp_path / "tidak-ada"), tmp_path)
    assert done.returncode == 2
    assert f'folder isi "{tmp_path}/tidak-ada" tidak ada' in done.stdout
    assert "Traceback" not in done.stderr


@pytest.fixture
def parser() -> Parser:
    made = Parser("Contoh. / A sample.", command="python3 scripts/check.py")
    made.add_argument("motif", choices=("ship", "sea"), metavar="MOTIF")
    made.add_argument("--fix", action="store_true")
    made.add_argument("--format", choices=("html", "text"))
    made.add_argument("--port", type=int)
    made.add_content(Path("content"))
    made.add_date("tanggal")
    return made


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["ship", "--fixx"], "--fixx tidak dikenal; maksud Anda --fix?"),
        (["ship", "--zzz"], "--zzz tidak dikenal"),
        ([], "yang wajib belum ditulis: MOTIF"),
        (["shp"], 'MOTIF: "shp" tidak ada; maksud Anda ship?'),
        (["ship", "--format", "qq"], '--format: "qq" tidak ada; pilihannya: html, text'),
        (["ship", "--content"], "sesudah --content harus ada nilainya"),
        (["ship", "--port", "x"], '--port: "x" bukan bilangan'),
        (["ship", "--fix=ya"], '--fix ditulis tanpa nilai, jadi "ya" tidak dapat dipakai'),
        (["ship", "--f"], "--f dapat berarti beberapa pilihan: --fix, --format"),
    ],
)
def test_what_is_wrong_with_a_call_is_told_in_indonesian_first(
    line: list[str], said: str, parser: Parser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(line)
    told = capsys.readouterr().err.splitlines()
    assert (stopped.value.code, told[0]) == (2, f"kesalahan: {said}")
    assert told[1].startswith("(error: ") and told[-1] == "semua pilihan: python3 scripts/check.py --help"


def test_what_the_project_says_about_an_argument_is_said_once(parser: Parser, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["ship", "--date", "besok"])
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith('kesalahan: --date: "besok" bukan tanggal; tulis misalnya 2026-11-22') and len(told) == 2
    assert parser.parse_args(["ship", "--date", "12 Desember 2025"]).date == datetime.date(2025, 12, 12)


def test_help_has_no_english_word_of_argparse(parser: Parser) -> None:
    text = parser.format_help()
    assert text.startswith("pemakaian: python3 scripts/check.py [-h]")
    assert not re.search(r"usage:|options:|positional arguments:|show this help message and exit", text)
    assert "--content FOLDER" in text and "folder isi (content/)" in text


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "berkas atau foldernya tidak ada (No such file or directory)"),
        (errno.EACCES, "tidak diizinkan (Permission denied)"),
        (errno.ENOSPC, "disk penuh (No space left on device)"),
        (errno.EPIPE, "Broken pipe"),
    ],
)
def test_what_the_system_says_about_a_file_is_told_in_indonesian_first(number: int, said: str) -> None:
    assert reason(OSError(number, os.strerror(number))) == said


def test_no_message_has_the_systems_words_alone() -> None:
    told = re.compile(r"[\"'].*\{error\.strerror|strerror or (?!str\(error\) or)")
    files = [path for folder in ("rantau", "hooks", "scripts") for path in (ROOT / folder).rglob("*.py")]
    # What an English report says, and an importer's English words.
    assert {path.name for path in files if told.search(path.read_text("utf-8"))} <= {"desk.py", "clipping.py"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("cover.py", "ship", "sea", "tidak/ada.jpg"), "tidak dapat ditulis: berkas atau foldernya tidak ada"),
        (("atlas.py",), "yang wajib belum ditulis: BENTUK, TITIK"),
        (("bench.py", "hostile"), "yang wajib belum ditulis: FOLDER"),
    ],
)
def test_commands_that_are_called_wrongly_answer_in_indonesian_first(line: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run(command(*line), tmp_path)
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[0]


def test_every_command_uses_the_one_parser() -> None:
    sources = {path: path.read_text("utf-8") for folder in ("scripts", "rantau") for path in (ROOT / folder).rglob("*.py")}
    assert [path.name for path, text in sources.items() if "ArgumentParser(" in text] == []
    reading = [path.name for path, text in sources.items() if path.parent.name == "scripts" and "Parser(" in text]
    # bench.py hands everything on.
    assert {path.name for path in (ROOT / "scripts").glob("*.py")} - set(reading) == {"bench.py", "environment.py"}


def test_a_cover_is_drawn_by_who_reads_the_help(tmp_path: Path) -> None:
    assert (set(words.MOTIFS), set(words.PALETTES)) == (set(covers.MOTIFS), set(covers.PALETTES))
    told = run(command("cover.py"), tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    lines = [line.split(maxsplit=1) for line in told.stdout.splitlines() if line.startswith("  ")]
    assert {line[0] for line in lines if len(line) == 2} >= {*covers.MOTIFS, *covers.PALETTES}
    assert told.stdout.splitlines()[-1] == "contoh: python3 scripts/cover.py ship sea content/images/sampul-kapal.jpg"
    wrong = run(command("cover.py", "ship", "sea", "sampul.gif"), tmp_path)
    assert (wrong.returncode, wrong.stderr.splitlines()[0]) == (2, 'kesalahan: nama "sampul.gif" harus berakhiran .jpg, misalnya sampul.jpg')
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("platform", "name"), [("win32", "py"), ("linux", "python3"), ("darwin", "python3")])
def test_messages_name_python_as_the_system_calls_it(platform: str, name: str) -> None:
    assert commands.python(platform) == name


def test_no_message_names_python_by_itself() -> None:
    def literals(path: Path) -> Iterator[str]:
        tree_ = ast.parse(path.read_text("utf-8"))
        manuals = {id(node.body[0].value) for node in ast.walk(tree_) if isinstance(node, ast.Module) and isinstance(node.body[0], ast.Expr)}
        for node in ast.walk(tree_):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in manuals:
                yield node.value

    files = [path for folder in ("rantau", "hooks", "scripts") for path in sorted((ROOT / folder).rglob("*.py"))]
    told = {path.name for path in files if any(re.search(r"\bpython3? |\bscripts/\w+\.py\b", text) for text in literals(path))}
    # What is given to pytest and apt, and what the project's own benchmarks say to developers.
    assert told <= {"test.py", "environment.py", "_browser.py", "_chromium.py", "_client.py", "critical.py", "pages.py", "preview.py"}, told


def test_a_bad_argument_is_the_callers_mistake(tmp_path: Path) -> None:
    done = run(command("check.py", "--date", "2026-13-45"), tmp_path)
    assert done.returncode == 2
    assert "--date" in done.stderr
    assert "Traceback" not in done.stderr


def test_fix_repairs_what_has_one_answer_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    written = ARTICLE.replace("date: 2025-01-02", "date: 2 Januari 2025").replace("Contoh kalimat.", "##Contoh judul\n\nContoh kalimat.")
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/satu.md": written.replace("\n", "\r\n")})
    assert check(content).returncode == 1
    first = check(content, "--fix")
    repairs = f"diperbaiki: {content}/artikel/2025/satu.md (2 tempat: heading-without-space, impossible-date)"
    assert (first.returncode, first.stdout) == (0, f"{repairs}\n3 berkas diperiksa, tidak ada temuan\n")
    repaired = (content / "artikel/2025/satu.md").read_bytes()
    expected = ARTICLE.replace("Contoh kalimat.", "## Contoh judul\n\nContoh kalimat.").replace("\n", "\r\n").encode()
    assert repaired == expected
    before = tree(content)
    assert check(content, "--fix").returncode == 0
    assert tree(content) == before


def test_fix_touches_only_the_files_that_were_named(tmp_path: Path) -> None:
    written = ARTICLE.replace("date: 2025-01-02", "date: 2 Januari 2025")
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/satu.md": written, "artikel/2025/dua.md": written})
    check(content, "--fix", content / "artikel/2025/satu.md")
    assert (content / "artikel/2025/satu.md").read_text("utf-8") == ARTICLE
    assert (content / "artikel/2025/dua.md").read_text("utf-8") == written


def test_fix_leaves_what_it_cannot_repair_and_says_so(broken: Path) -> None:
    before = tree(broken)
    done = check(broken, "--fix")
    assert done.returncode == 1
    assert places(done.stdout) == FOUND
    assert tree(broken) == before


# --- new.py


def new(content: Path, title: str) -> subprocess.CompletedProcess[str]:
    return run(command("new.py", title, "--content", content, "--date", DATE), content.parent)


def test_a_new_article_is_a_draft_that_blocks_nothing(small: Path) -> None:
    done = new(small, 'Contoh "judul": baru')
    path = small / "artikel/2026/contoh-judul-baru.md"
    assert done.returncode == 0
    assert str(path) in done.stdout
    assert path.read_text("utf-8").splitlines()[:2] == ["---", 'title: "Contoh \\"judul\\": baru"']
    assert check(small).returncode == 0


def test_a_new_article_never_replaces_one_that_is_there(small: Path) -> None:
    new(small, "Contoh judul")
    path = small / "artikel/2026/contoh-judul.md"
    path.write_text("kata penulis", "utf-8")
    done = new(small, "Contoh judul")
    assert done.returncode == 1
    assert done.stdout == f"{path} sudah ada; pilih judul lain\n"
    assert path.read_text("utf-8") == "kata penulis"


def test_a_new_article_needs_a_title_that_can_be_an_address(small: Path) -> None:
    done = new(small, "日本")
    assert done.returncode == 1
    assert done.stdout == (
        'judul "日本" tidak memuat huruf Latin atau angka, jadi tidak dapat menjadi alamat; '
        "beri judul berhuruf Latin dulu, lalu ganti isian title di berkasnya\n"
    )


def test_a_new_article_in_a_missing_content_directory_is_refused(tmp_path: Path) -> None:
    done = new(tmp_path / "kontent", "Contoh judul")
    assert done.returncode == 2
    assert f'folder isi "{tmp_path}/kontent" tidak ada' in done.stdout
    assert not (tmp_path / "kontent").exists()


# --- build.py


def test_one_article_and_its_registries_are_a_site(small_site: Site) -> None:
    assert [path for path in small_site if path.endswith(".html")] == [
        "404.html",
        "artikel/2025/contoh/index.html",
        "cari/index.html",
        "index.html",
        "luring/index.html",
        "negara/index.html",
        "negara/jepang/index.html",
        "perubahan/index.html",
        "tahun/2025/index.html",
        "tahun/index.html",
        "topik/index.html",
        "topik/visa/index.html",
    ]


def test_a_front_page_alone_is_a_site(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"index.md": "---\ntitle: Contoh\n---\n\nContoh kalimat.\n"})
    assert build(content, tmp_path / "site").returncode == 0
    assert [p for p in tree(tmp_path / "site") if p.endswith(".html")] == ["404.html", "cari/index.html", "index.html", "luring/index.html"]


def test_an_empty_directory_is_taken_for_a_slip_and_replaces_no_site(small: Path, tmp_path: Path) -> None:
    assert build(small, tmp_path / "site").returncode == 0
    before = tree(tmp_path / "site")
    (tmp_path / "kosong").mkdir()
    done = build(tmp_path / "kosong", tmp_path / "site")
    assert done.returncode == 2
    assert done.stdout == f'"{tmp_path}/kosong" bukan folder isi: tidak ada tulisan dan tidak ada _data di dalamnya\n'
    assert tree(tmp_path / "site") == before


def test_an_error_blocks_publishing_and_the_old_site_stays(small: Path, tmp_path: Path) -> None:
    assert build(small, tmp_path / "site").returncode == 0
    before, link = tree(tmp_path / "site"), (tmp_path / "site").readlink()
    write(small, BROKEN)
    done = build(small, tmp_path / "site")
    assert done.returncode == 1
    assert places(done.stdout) == FOUND
    assert done.stdout.splitlines()[-1] == "3 kesalahan; situs tidak dibangun, situs yang lama tetap utuh"
    assert (tree(tmp_path / "site"), (tmp_path / "site").readlink()) == (before, link)
    assert [p.name for p in (tmp_path / ".releases").iterdir() if p.is_dir() and p.name != ".kept"] == [link.name]


def test_an_error_in_the_first_build_makes_no_site(broken: Path, tmp_path: Path) -> None:
    assert build(broken, tmp_path / "site").returncode == 1
    assert not os.path.lexists(tmp_path / "site")


def test_a_draft_full_of_errors_blocks_nothing_and_is_not_published(small: Path, tmp_path: Path) -> None:
    draft = BROKEN["artikel/2025/satu.md"].replace("date:", "status: draft\ndate:")
    write(small, {"artikel/2025/rancangan.md": draft})
    done = build(small, tmp_path / "site")
    assert done.returncode == 0
    assert "peringatan[unknown-country]" in done.stdout
    assert not any("rancangan" in path for path in tree(tmp_path / "site"))


def test_a_site_that_rantau_did_not_make_is_never_replaced(small: Path, tmp_path: Path) -> None:
    write(tmp_path / "site", {"penting.txt": "jangan dihapus"})
    done = build(small, tmp_path / "site")
    assert done.returncode == 2
    assert f"{tmp_path}/site berisi berkas yang bukan hasil bangunan Rantau" in done.stdout
    assert tree(tmp_path / "site") == {"penting.txt": b"jangan dihapus"}


def test_the_day_of_a_build_stands_in_its_manifest(small: Path, small_site: Site, tmp_path: Path) -> None:
    assert json.loads(small_site["rantau.json"])["date"] == "2026-11-22"
    # 2026-11-21 18:00 UTC is the 22nd in Jakarta, whatever the machine's own time zone.
    line = command("build.py", "--content", small, "--site", tmp_path / "lain")
    run(line, tmp_path, {"SOURCE_DATE_EPOCH": "1795284000", "TZ": "America/New_York"})
    assert tree(tmp_path / "lain") == small_site


def test_whole_addresses_appear_only_when_the_site_has_one(small: Path, small_site: Site, tmp_path: Path) -> None:
    build(small, tmp_path / "site", "--url", "https://contoh.example/portal")
    having = tree(tmp_path / "site")
    assert sorted(set(having) - set(small_site)) == [
        *("feed.xml", "gambar/kartu/artikel/2025/contoh.jpg", "gambar/kode/artikel/2025/contoh.svg", "negara/jepang/feed.xml"),
        *("perubahan/feed.xml", "robots.txt", "sitemap.xml", "topik/visa/feed.xml"),
    ]
    assert b"<loc>https://contoh.example/portal/artikel/2025/contoh/</loc><lastmod>2025-01-02</lastmod>" in having["sitemap.xml"]
    page = having["artikel/2025/contoh/index.html"].decode()
    assert '<link rel="canonical" href="https://contoh.example/portal/artikel/2025/contoh/">' in page
    assert 'href="/portal/artikel/2025/contoh/"' in having["404.html"].decode()


def test_the_sample_site_has_a_page_for_everything_and_none_for_drafts(tmp_path: Path) -> None:
    assert build(SAMPLE, tmp_path / "site").returncode == 0
    pages = {p.removesuffix("index.html") for p in tree(tmp_path / "site") if p.endswith("/index.html")}
    articles = sorted(p for p in pages if "artikel/" in p)
    assert articles == [
        "artikel/2024/contoh-lama/",
        "artikel/2025/arsip/",
        "artikel/2025/bentuk-lama/",
        "artikel/2025/sebutan/",
        "artikel/2025/tanpa-tanggal/",
        "artikel/2026/contoh-lengkap/",
        "artikel/2026/judul-tajam/",
        "artikel/2026/kedaluwarsa/",
        "artikel/2026/perlu-diperiksa/",
        "artikel/2026/pindah/",
        "en/artikel/2026/contoh-lengkap/",
        "ja/artikel/2026/contoh-lengkap/",
    ]
    assert {"berita/contoh-lama/", "negara/kamboja/", "kawasan/eropa-barat/", "program/contoh/", "penulis/penulis-contoh/"} <= pages
    # Three spellings are one tag, with one page in each language.
    assert sorted(p for p in pages if p.startswith("topik/")) == ["topik/", "topik/bahasa/", "topik/dokumen/", "topik/goes-japan/"]
    assert sorted(p for p in pages if "goes" in p) == ["en/topik/goes-japan/", "ja/topik/goes-japan/", "topik/goes-japan/"]


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    here = tmp_path / "satu"
    line = command("build.py", "--content", SAMPLE, "--site", here / "site", "--date", DATE, "--url", "https://contoh.example/p/")
    first = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
    here.mkdir()
    assert run(line, here, first, umask=0o022).returncode == 0
    # Another place, other settings, and the files written in another order at another time.
    there = project(tmp_path / "tempat lain" / "dalam")
    shutil.rmtree(there / "content")
    for path, data in reversed(tree(SAMPLE).items()):
        write(there / "content", {path: data})
        os.utime(there / "content" / path, (0, 1_000_000_000))
    code = (
        "import datetime, pathlib, sys; from hooks.engine import build; "
        "print(*build(pathlib.Path('content'), pathlib.Path('public'), 'https://contoh.example/p/', "
        f"datetime.date.fromisoformat('{DATE}')))"
    )
    second = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANGUAGE": "ja", "PYTHONHASHSEED": "4242"}
    done = run([sys.executable, "-c", code], there, second, umask=0o077)
    assert done.stdout.startswith("0 "), done.stdout + done.stderr
    one, other = tree(here / "site"), tree(there / "public")
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 80


def test_what_a_build_keeps_makes_no_difference_to_the_next_one(tmp_path: Path) -> None:
    other = {f"{language}/artikel/2025/contoh.md": ARTICLE for language in ("ja", "en")}
    content = write(tmp_path / "content", {**SMALL, **other, "artikel/2025/lama.md": ARTICLE})
    site, kept = tmp_path / "site", tmp_path / ".releases/.kept"
    assert build(content, site).returncode == 0
    stores = sorted(kept.glob("*.sqlite"))
    assert [store.name for store in stores] == ["search-en.sqlite", "search-id.sqlite", "search-ja.sqlite"]
    write(content, {"artikel/2025/contoh.md": ARTICLE + "Satu kalimat lagi tentang pelatihan.\n", "artikel/2025/sisipan.md": ARTICLE})
    (content / "artikel/2025/lama.md").unlink()
    assert build(content, tmp_path / "lain" / "site").returncode == 0
    fresh = tree(tmp_path / "lain" / "site")
    # Rubbish in the place of one.
    stores[-1].write_bytes(b"rusak" * 1000)
    for _ in range(2):
        assert build(content, site).returncode == 0
    assert tree(site) == fresh
    # It stands beside the releases.
    assert len([path for path in (tmp_path / ".releases").iterdir() if path.is_dir()]) == 3
    assert (kept / "search-id.sqlite").is_file()
    assert not [path for path in tree(site) if "sqlite" in path or ".kept" in path]
    assert kept.is_dir() and not (site / ".kept").exists()


def test_a_killed_build_leaves_the_site_whole(small: Path, small_site: Site, tmp_path: Path) -> None:
    other = write(tmp_path / "lain" / "content", {**SMALL, "artikel/2025/contoh.md": ARTICLE.replace("Contoh judul", "Judul lain")})
    site = tmp_path / "site"
    started = time.monotonic()
    assert build(other, site).returncode == 0
    whole = time.monotonic() - started
    legal = [small_site, tree(site)]
    assert legal[0] != legal[1]
    for number in range(2):
        # Old and new take turns, so that a swap that happened is seen.
        line = command("build.py", "--content", (small, other)[number % 2], "--site", site, "--date", DATE)
        process = subprocess.Popen(line, cwd=tmp_path, env=clean({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The later moments are the dangerous ones.
        time.sleep(whole * (0.45 + 0.25 * number))
        process.kill()
        process.wait(LIMIT)
        assert tree(site) in legal, f"build {number}"
    assert build(small, site).returncode == 0
    assert tree(site) == small_site
    assert not [p.name for p in (tmp_path / ".releases").iterdir() if p.name.startswith(".stage-")]
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".site")]


def test_two_builds_at_once_both_succeed_one_after_the_other(small: Path, small_site: Site, tmp_path: Path) -> None:
    other = write(tmp_path / "lain" / "content", {**SMALL, "artikel/2025/dua.md": ARTICLE})
    releases = tmp_path / ".releases"
    first, second = (command("build.py", "--content", c, "--site", tmp_path / "site", "--date", DATE) for c in (small, other))
    with subprocess.Popen(first, cwd=tmp_path, env=clean({}), stdout=subprocess.PIPE, text=True) as one:
        while one.poll() is None and not list(releases.glob(".stage-*")):
            time.sleep(0.002)
        # The first one holds still in the middle of its work, for longer than the second one would need.
        one.send_signal(signal.SIGSTOP)
        with subprocess.Popen(second, cwd=tmp_path, env=clean({}), stdout=subprocess.PIPE, text=True) as two:
            with suppress(subprocess.TimeoutExpired):
                two.wait(2.5)
            one.send_signal(signal.SIGCONT)
            outputs = [process.communicate(timeout=LIMIT)[0].splitlines()[-1:] for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0], outputs
    assert outputs == [[f"11 halaman dibangun: {tmp_path}/site"], [f"12 halaman dibangun: {tmp_path}/site"]]
    # A page more is its own file, its Markdown, and its record in the search index.
    assert sorted(len(tree(p)) for p in releases.iterdir() if p.is_dir() and p.name != ".kept") == [len(small_site), len(small_site) + 3]
    assert (tmp_path / "site/artikel/2025/dua/index.html").is_file()


# --- plain MkDocs


@pytest.mark.parametrize("engine", [[sys.executable, "-m", "mkdocs"], [str(Path(sys.executable).with_name("mkdocs"))]])
def test_plain_mkdocs_builds_the_same_site(engine: list[str], small_site: Site, tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "content", SMALL))
    epoch = {"SOURCE_DATE_EPOCH": "1795284000"}
    done = run([*engine, "build", "-q", "-d", str(tmp_path / "hasil")], root, epoch)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "hasil") == small_site


def test_plain_mkdocs_stops_at_a_broken_article_and_shows_the_report(tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "content", BROKEN))
    done = run([sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "hasil")], root)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert places(done.stderr + done.stdout) == FOUND
    assert not os.path.lexists(tmp_path / "hasil")


# --- serve.py


class Preview:
    """A running preview server."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
        self.process, self.address, self.log = process, address, log

    def page(self, path: str) -> str:
        """The page at a path, "" while the server does not answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait(self, condition: Callable[[], bool]) -> bool:
        """Whether the condition came true before the test's limit."""
        end = time.monotonic() + LIMIT / 4
        while time.monotonic() < end and self.process.poll() is None:
            if condition():
                return True
            time.sleep(0.1)
        return condition()


@contextmanager
def preview(content: Path, folder: Path) -> Iterator[Preview]:
    port, log = free_port(), folder / "log.txt"
    with log.open("wb") as output:
        line = command("serve.py", "--content", content, "--port", str(port))
        process = subprocess.Popen(line, cwd=folder, env=clean({"PYTHONUNBUFFERED": "1"}), stdout=output, stderr=output)
    try:
        yield Preview(process, f"http://127.0.0.1:{port}", log)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(LIMIT)


def test_a_preview_shows_each_save_and_survives_a_broken_one(small: Path, tmp_path: Path) -> None:
    article = small / "artikel/2025/contoh.md"
    with preview(small, tmp_path) as server:
        assert server.wait(lambda: "Contoh judul" in server.page("/")), server.log.read_text("utf-8")
        assert "Contoh kalimat." in server.page("/artikel/2025/contoh/")
        article.write_text(ARTICLE.replace("Contoh kalimat.", "Kalimat yang diganti."), "utf-8")
        assert server.wait(lambda: "Kalimat yang diganti." in server.page("/artikel/2025/contoh/"))
        article.write_text(ARTICLE.replace("[JP]", "[JPN]"), "utf-8")
        assert server.wait(lambda: "kesalahan[unknown-country]" in server.log.read_text("utf-8")), server.log.read_text("utf-8")
        article.write_text(ARTICLE.replace("Contoh kalimat.", "Kalimat yang diperbaiki."), "utf-8")
        assert server.wait(lambda: "Kalimat yang diperbaiki." in server.page("/artikel/2025/contoh/"))
        assert server.process.poll() is None
    assert "Traceback" not in server.log.read_text("utf-8")
    assert not os.path.lexists(small.parent / "site")


def test_the_day_is_todays_in_jakarta_when_nobody_names_one(small: Path, tmp_path: Path) -> None:
    run(command("build.py", "--content", small, "--site", tmp_path / "site"), tmp_path, {"TZ": "America/New_York"})
    day = json.loads((tmp_path / "site/rantau.json").read_bytes())["date"]
    now = datetime.datetime.now(datetime.UTC)
    # Twice, because midnight may pass between the build and this line.
    assert day in {(now + datetime.timedelta(hours=7) - back).date().isoformat() for back in (datetime.timedelta(), datetime.timedelta(minutes=5))}

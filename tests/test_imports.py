"""The desk of imports: what it finds, what it writes, what it refuses, and what it says of all that."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import drafting, guesses, imports, source
from rantau.deposit import Deposit
from rantau.drafts import Draft, Place
from rantau.fields import NAMES
from rantau.model import Registry
from rantau.registry import assemble, read
from rantau.source import Group, Listing, Node, Scalar
from rantau.text.commands import called
from tests.shell import REGISTRIES, ROOT, SMALL, check, command, project, run, tree, write
from tests.trees import BASE, photo

PAGE = """\
Kelas Kerja ke Jepang Dibuka di Balai Desa
Kamis, 4 Des 2025 21:23 WIB

Jakarta (ANTARA) - Kelas bahasa Jepang dibuka di balai desa mulai awal bulan. Peserta tidak membayar apa pun.

Baca juga: Jadwal Ujian Bahasa

Mereka yang lulus dapat melamar pekerjaan di Jepang lewat jalur resmi.

Pewarta: Rina Cahya
"""
DRAFT = """\
---
title: Kelas Kerja ke Jepang Dibuka di Balai Desa
countries: [JP]
date: 2025-12-04
sources:
  - title: Kelas Kerja ke Jepang Dibuka di Balai Desa
    publisher: ANTARA
    date: 2025-12-04
rights: third-party
status: draft
---

Kelas bahasa Jepang dibuka di balai desa mulai awal bulan. Peserta tidak membayar apa pun.

Mereka yang lulus dapat melamar pekerjaan di Jepang lewat jalur resmi.
"""
WHERE = "artikel/2025/kelas-kerja-ke-jepang-dibuka-di-balai-desa.md"


def take(root: Path, files: Mapping[str, str | bytes], *arguments: str) -> CompletedProcess[str]:
    """What scripts/import.py does with files, from the directory above them; registries are those of a small tree."""
    write(root / "content", REGISTRIES)
    write(root / "lama", files)
    return run(command("import.py", "lama", "--into", "drafts", "--content", "content", *arguments), root)


def drafts(root: Path) -> dict[str, bytes]:
    """The files below drafts/ without the account."""
    return {name: data for name, data in tree(root / "drafts").items() if not name.startswith("laporan-impor")}


def account(root: Path) -> str:
    return (root / "drafts/laporan-impor.md").read_text("utf-8")


# --- the command


def test_a_page_becomes_a_file_that_editors_know(tmp_path: Path) -> None:
    done = take(tmp_path, {"klip.txt": PAGE})
    assert done.returncode == 0, done.stderr
    assert {name: data.decode() for name, data in drafts(tmp_path).items()} == {WHERE: DRAFT}
    assert done.stdout.splitlines() == [
        f"dibuat: drafts/{WHERE} (dari klip.txt; 4 bagian ditinggalkan; 4 tebakan)",
        "1 draf dibuat; rinciannya di drafts/laporan-impor.md",
    ]


def test_the_account_holds_every_text_that_was_left_out_and_every_guess(tmp_path: Path) -> None:
    take(tmp_path, {"klip.txt": PAGE})
    report = account(tmp_path)
    for words in ("~~~\nBaca juga: Jadwal Ujian Bahasa\n~~~", "~~~\nPewarta: Rina Cahya\n~~~", "~~~\nJakarta (ANTARA) -\n~~~"):
        assert words in report
    assert "Tautan ke tulisan lain (berkas asal, baris 6):" in report
    filled, left = report.split("### Yang ditinggalkan")
    assert "- **Negara**: Jepang. Dasarnya: `Kelas Kerja ke Jepang Dibuka di Balai Desa` (baris 2 di draf)." in filled
    assert "- **Sumber, penerbit**: ANTARA." in filled and "**" not in left


def test_the_account_is_a_letter_that_says_what_is_left_to_do(tmp_path: Path) -> None:
    take(tmp_path, {"klip.txt": PAGE, "polos.txt": PAGE.replace("Kamis, 4 Des 2025 21:23 WIB\n", "").replace("balai", "rumah")})
    first, second = account(tmp_path).split("\n## ")[1:]
    assert first.startswith(f"Kelas Kerja ke Jepang Dibuka di Balai Desa\n\nBerkas `klip.txt` menjadi `drafts/{WHERE}`. Drafnya sudah dibuat.\n")
    tasks = [line for line in first.splitlines() if line.startswith("- [ ] ")]
    assert [task.split(".")[0] for task in tasks] == [
        "- [ ] Kalimat-kalimat ini bukan milik kita",
        "- [ ] Biarkan isian penulis: Rina Cahya menulis untuk situs asal, bukan untuk kita",
        "- [ ] Tulis ringkasan dengan kalimat sendiri, 50 sampai 300 huruf",
        "- [ ] Pilih topiknya",
        "- [ ] Pilih tahap pembacanya",
        "- [ ] Cari alamat halaman aslinya, lalu isi pada sumbernya",
        "- [ ] Periksa yang sudah diisi mesin, di bawah ini",
        "- [ ] Lihat sekilas yang ditinggalkan, di bawah ini",
        "- [ ] Baca drafnya sekali dari awal sampai akhir",
    ]
    assert "- [ ] Isi tanggal terbitnya." in second
    # Neither a name that only a program knows, nor the way to a file once more behind every word.
    assert re.findall(r"sources\.0|`countries`|Guess|clipping", first + second) == []


def test_a_draft_of_two_equal_files_is_laid_down_once(tmp_path: Path) -> None:
    more = PAGE.replace("Baca juga: Jadwal", "Baca juga: Tempat")
    done = take(tmp_path, {"a.txt": PAGE, "b.txt": PAGE, "c.txt": more})
    assert done.returncode == 0
    assert set(drafts(tmp_path)) == {WHERE}
    assert done.stdout.count(f"sama persis dengan draf lain, tidak dibuat dua kali: drafts/{WHERE} (dari ") == 2
    assert "1 draf dibuat, 2 kembar" in done.stdout
    _, second, third = account(tmp_path).split("\n## ")[1:]
    assert "Berkas `b.txt` menghasilkan draf yang sama persis dengan `a.txt`" in second and "~~~" not in second
    # What only this copy had beside the story is told of, too.
    assert re.findall("~~~\n(.+)\n~~~", third) == ["Baca juga: Tempat Ujian Bahasa"]


def test_the_drafts_and_their_account_pass_our_own_check(tmp_path: Path) -> None:
    comments = "".join(f"Komentar ke-{n} dari pembaca: <b>terima kasih</b> ~~~ `banyak` *sekali* {'panjang ' * 200}\n" for n in range(150))
    pages = {"a.txt": PAGE, "b.txt": f"{PAGE.replace('Kelas', 'Kursus')}\nTinggalkan Balasan\n{comments}"}
    assert take(tmp_path, pages).returncode == 0
    write(tmp_path / "drafts", REGISTRIES)
    done = check(tmp_path / "drafts")
    assert done.returncode == 0
    assert re.findall(r"kesalahan\[[\w-]+\]", done.stdout) == []
    parts = [name for name in tree(tmp_path / "drafts") if name.startswith("laporan-impor")]
    assert len(parts) > 3
    assert all(len(data) <= 64 * 1024 for data in tree(tmp_path / "drafts").values())


def test_a_second_run_changes_nothing_and_says_so(tmp_path: Path) -> None:
    take(tmp_path, {"a.txt": PAGE, "b.txt": PAGE.replace("desa", "kota")})
    before = tree(tmp_path / "drafts")
    done = take(tmp_path, {})
    assert done.returncode == 0
    assert done.stdout.count("sudah ada, sama: ") == 2
    assert "0 draf dibuat, 2 sudah ada dan sama" in done.stdout
    assert {k: v for k, v in tree(tmp_path / "drafts").items() if "laporan" not in k} == {k: v for k, v in before.items() if "laporan" not in k}


def test_a_draft_that_an_editor_changed_is_kept(tmp_path: Path) -> None:
    take(tmp_path, {"a.txt": PAGE})
    write(tmp_path / "drafts", {WHERE: "ditulis ulang\n"})
    done = take(tmp_path, {})
    assert done.returncode == 0
    assert f"SUDAH ADA DAN BERBEDA: berkas lama dipertahankan, hasil baru tidak ditulis: drafts/{WHERE}" in done.stdout
    assert drafts(tmp_path) == {WHERE: b"ditulis ulang\n"}


def test_the_letter_of_an_earlier_import_is_kept_under_a_numbered_name(tmp_path: Path) -> None:
    take(tmp_path, {"a.txt": PAGE})
    first = account(tmp_path)
    other = PAGE.replace("Jadwal", "Tempat").replace("Balai Desa", "Rumah Singgah")
    write(tmp_path / "lain", {"b.txt": other})
    for _ in range(2):
        done = run(command("import.py", "lain", "--into", "drafts", "--content", "content"), tmp_path)
    assert "surat impor sebelumnya disimpan: drafts/laporan-impor-lama-2.md" in done.stdout
    assert (tmp_path / "drafts/laporan-impor-lama-1.md").read_text("utf-8") == first
    assert "Jadwal Ujian Bahasa" in first
    # The same import once more says nothing new.
    kept = tree(tmp_path / "drafts")
    done = run(command("import.py", "lain", "--into", "drafts", "--content", "content"), tmp_path)
    assert tree(tmp_path / "drafts") == kept and "disimpan" not in done.stdout


def test_every_part_of_an_earlier_letter_is_kept(tmp_path: Path) -> None:
    deposit = Deposit(tmp_path)
    assert deposit.replace_pages("surat", [b"#1", b"#2", b"#3"], b"#") == (f"{tmp_path.as_posix()}/surat.md", "")
    assert deposit.replace_pages("surat", [b"#4"], b"#")[1] == f"{tmp_path.as_posix()}/surat-lama-1.md"
    assert deposit.replace_pages("surat", [b"#5"], b"#")[1] == f"{tmp_path.as_posix()}/surat-lama-2.md"
    assert {path.stem: path.read_bytes() for path in tmp_path.iterdir()} == {
        "surat": b"#5",
        "surat-lama-1": b"#1",
        "surat-lama-1-2": b"#2",
        "surat-lama-1-3": b"#3",
        "surat-lama-2": b"#4",
    }


def test_somebody_elses_file_with_the_name_of_the_account_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "drafts", {"laporan-impor.md": "catatan saya\n"})
    done = take(tmp_path, {"a.txt": PAGE})
    assert (tmp_path / "drafts/laporan-impor.md").read_text() == "catatan saya\n"
    assert "rinciannya di drafts/laporan-impor-2.md" in done.stdout


def test_files_that_are_left_unread_are_told_how_to_be_read(tmp_path: Path) -> None:
    export = (ROOT / "tests/imports/wordpress/ekspor.xml").read_bytes()
    done = take(tmp_path, {"ekspor.xml": export, "klip satu.txt": PAGE, "laman.html": "<p>Isi</p>", "gaya.css": "a {}"})
    lines = done.stdout.splitlines()
    at = lines.index("tidak dibaca: 3 berkas lain (gaya.css, klip satu.txt, laman.html)")
    assert lines[at + 1] == (
        "   bantuan: yang juga tulisan, impor dengan menyebut nama berkasnya: "
        f'{called("import", chr(34) + "lama/klip satu.txt" + chr(34), "lama/laman.html")}'
    )
    assert "impor dengan menyebut nama berkasnya" in account(tmp_path)
    again = run(command("import.py", "lama/klip satu.txt", "--into", "drafts", "--content", "content"), tmp_path)
    assert WHERE in again.stdout


def test_a_rehearsal_writes_nothing(tmp_path: Path) -> None:
    done = take(tmp_path, {"a.txt": PAGE}, "--dry-run")
    assert done.returncode == 0
    assert not (tmp_path / "drafts").exists()
    assert f"akan dibuat: drafts/{WHERE}" in done.stdout and "1 draf akan dibuat" in done.stdout


def test_two_pages_of_one_title_get_two_names_that_stay(tmp_path: Path) -> None:
    other = PAGE.replace("Peserta tidak membayar apa pun.", "Peserta membawa bekal sendiri.")
    take(tmp_path, {"a.txt": PAGE, "b.txt": other})
    assert set(drafts(tmp_path)) == {WHERE, WHERE.replace(".md", "-2.md")}
    assert take(tmp_path, {}).stdout.count("sudah ada, sama") == 2


def test_single_files_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, {"satu.txt": PAGE, "dua.txt": PAGE.replace("desa", "kota"), "tiga.txt": PAGE.replace("desa", "pulau")})
    done = run(command("import.py", "satu.txt", "dua.txt", "--into", "d", "--content", tmp_path / "kosong"), tmp_path)
    assert done.returncode == 0
    assert len(re.findall("^dibuat: ", done.stdout, re.MULTILINE)) == 2


# --- what cannot be taken


def test_a_source_that_is_not_there_ends_the_import(tmp_path: Path) -> None:
    done = run(command("import.py", "hilang", "--into", "d"), tmp_path)
    assert done.returncode == 2
    assert '"hilang" tidak ada; periksa tulisannya' in done.stdout
    assert not (tmp_path / "d").exists()


def test_files_that_nobody_knows_are_named_with_the_way_out(tmp_path: Path) -> None:
    done = take(tmp_path, {"data.bin": b"\x00\x01", "gaya.css": "a{}"})
    assert done.returncode == 1
    assert "lama: tidak ada yang dikenali di sini\n   bantuan: sebut bentuknya dengan --format: clipping" in done.stdout


def test_bad_files_are_reported_and_the_good_one_is_taken(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": PAGE,
        "biner.txt": bytes(range(256)),
        "kosong.txt": b"",
        "sebenarnya.txt": b"%PDF-1.7 \x00\x01",
        "surat.docx": b"PK\x03\x04",
        "web.txt": "<!doctype html><p>Isi",
    }
    write(tmp_path / "lama", {})
    with (tmp_path / "lama/besar.txt").open("wb") as large:
        large.truncate(imports.FILE_LIMIT + 1)
    done = take(tmp_path, files)
    assert done.returncode == 1
    assert set(drafts(tmp_path)) == {WHERE}
    said = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert said == [
        f"dibuat: drafts/{WHERE} (dari a.txt; 4 bagian ditinggalkan; 4 tebakan)",
        "besar.txt: terlalu besar: 51 MB, paling besar 50 MB",
        "biner.txt: isinya data biner, bukan teks",
        "kosong.txt: berkas ini kosong",
        "sebenarnya.txt: isinya PDF, bukan teks",
        "web.txt: isinya halaman web, bukan teks biasa",
        "surat.docx: berkas Word tidak dapat dibaca di sini",
        "1 draf dibuat, 6 berkas tanpa draf; rinciannya di drafts/laporan-impor.md",
    ]
    assert done.stdout.count("   bantuan: ") == 6


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "rahasia", {"r.txt": PAGE.replace("desa", "rahasia")})
    write(tmp_path / "lama", {"a.txt": PAGE})
    (tmp_path / "lama/keluar.txt").symlink_to(tmp_path / "rahasia/r.txt")
    (tmp_path / "lama/folder").symlink_to(tmp_path / "rahasia")
    done = take(tmp_path, {})
    assert done.returncode == 1
    assert set(drafts(tmp_path)) == {WHERE}
    assert "keluar.txt: ini pintasan (symlink), jadi tidak dibaca" in done.stdout
    assert "folder: ini pintasan (symlink), jadi tidak dibaca" in done.stdout


def test_a_link_in_the_deposit_leads_no_draft_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/artikel").symlink_to(tmp_path / "luar")
    done = take(tmp_path, {"a.txt": PAGE})
    assert done.returncode == 2
    assert "adalah pintasan ke luar drafts; tidak ada yang ditulis ke sana" in done.stdout
    assert list((tmp_path / "luar").rglob("*.md")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_of_files_that_mislead_are_shown_as_one_line(tmp_path: Path) -> None:
    done = take(tmp_path, {"dua\nbaris.txt": PAGE, "..txt": PAGE.replace("desa", "kota"), "kosong\x1b[31m.txt": ""})
    assert "(dari dua\ufffdbaris.txt;" in done.stdout
    assert "kosong\ufffd[31m.txt: berkas ini kosong" in done.stdout
    assert "\x1b" not in account(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only here a name can be any bytes")
def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "lama", {"a.txt": PAGE})
    with open(os.fsencode(tmp_path / "lama") + b"/rusak\xff.txt", "wb") as file:
        file.write(PAGE.encode())
    done = take(tmp_path, {})
    assert done.returncode == 1
    assert "rusak\ufffd.txt: nama berkas ini rusak" in done.stdout


def test_too_many_files_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "COUNT_LIMIT", 3)
    folder = write(tmp_path / "lama", {f"{n}.txt": PAGE for n in range(4)})
    code, lines = imports.run([folder], tmp_path / "d", tmp_path / "content")
    assert code == 2
    assert lines[-1].endswith("berisi lebih dari 3 berkas; impor sebagian-sebagian, satu folder setiap kali")
    assert not (tmp_path / "d").exists()


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"drafts": "berkas"})
    done = take(tmp_path, {"a.txt": PAGE})
    assert (done.returncode, done.stdout) == (2, '"drafts" bukan folder; pilih tempat lain dengan --into\n')


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that not even root may write to")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PAGE})
    done = run(command("import.py", "a.txt", "--into", "/sys/rantau"), tmp_path)
    assert done.returncode == 2
    assert 'impor berhenti: "/sys/rantau" tidak boleh ditulisi' in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of the size of files is the disk that is full")
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    long = PAGE + "".join(f"\nKalimat nomor {n} dari cerita yang panjang sekali ini.\n" for n in range(200))
    write(tmp_path / "lama", {"a.txt": PAGE, "b.txt": long.replace("desa", "kota")})
    code = (
        "import resource, pathlib\nfrom rantau import imports\nresource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        "code, lines = imports.run([pathlib.Path('lama')], pathlib.Path('drafts'), pathlib.Path('content'))\nprint(code, *lines, sep='\\n')"
    )
    done = run([sys.executable, "-c", code], tmp_path, {"PYTHONPATH": str(ROOT)})
    first, *lines = done.stdout.splitlines()
    assert first == "2", done.stderr
    assert lines[-1].startswith("impor berhenti: berkasnya terlalu besar (File too large); draf yang sudah disebut di atas utuh")
    assert [p.name for p in (tmp_path / "drafts").rglob("*") if p.is_file()] == [PurePosixPath(WHERE).name]


# --- importers


IMPORTER = '''"""Sample."""
from collections.abc import Iterator
from pathlib import PurePosixPath
from rantau.drafts import Draft, Place, Problem, Result, Sources
from rantau.model import Localized
LABEL = Localized("contoh", "sample")
def recognise(sources: Sources) -> int:
    return 90 if any(p.suffix == ".contoh" for p in sources.files) else 0
def read(sources: Sources) -> Iterator[Result]:
    for path in sorted(p for p in sources.files if p.suffix == ".contoh"):
        words = sources.read(path).decode()
        if words == "gagal":
            raise RuntimeError("rusak di tengah")
        images = {PurePosixPath("Foto Satu.JPG"): sources.root / "Foto Satu.JPG", PurePosixPath("x.png"): sources.root.parent / "rahasia.png"}
        fields = {"status": "published", "Foto": "x", "img": "Foto Satu.JPG", "alt": "Foto", "title": words, "tags": ["visa"], "description": None}
        yield Draft(PurePosixPath(words), fields, "![foto](Foto Satu.JPG)", Place(path), images)
'''


def sample(tmp_path: Path, files: Mapping[str, str | bytes]) -> CompletedProcess[str]:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", SMALL))
    write(root / "rantau", {"importers/sample.py": IMPORTER})
    write(tmp_path / "lama", files)
    code = (
        "import pathlib, rantau\nfrom rantau import imports\n"
        f"code, lines = imports.run([pathlib.Path({str(tmp_path / 'lama')!r})], pathlib.Path('drafts'), pathlib.Path('content'))\nprint(code, *lines, sep='\\n')"
    )
    return run([sys.executable, "-c", code], root, {"PYTHONPATH": str(root)})


def test_a_new_importer_is_one_new_file_and_its_drafts_are_made_legal(tmp_path: Path) -> None:
    write(tmp_path, {"rahasia.png": photo(8, 8, "PNG")})
    files: dict[str, str | bytes] = {"a.contoh": "artikel/Lama/CON.md", "b.contoh": "../luar.md", "c.contoh": "artikel/Judul Besar.md", "Foto Satu.JPG": photo()}
    done = sample(tmp_path, files)
    assert done.returncode == 0 and done.stdout.startswith("1\n"), done.stderr
    made = drafts(tmp_path / "proyek")
    assert set(made) == {"artikel/lama/berkas-con.md", "artikel/judul-besar.md", "images/foto-satu.jpg"}
    assert made["artikel/judul-besar.md"].decode() == (
        "---\ntitle: artikel/Judul Besar.md\nimg: foto-satu.jpg\nalt: Foto\ntags: [visa]\nstatus: draft\n---\n\n![foto](foto-satu.jpg)\n"
    )
    assert 'b.contoh: alamat draf "../luar.md" tidak boleh dipakai' in done.stdout
    assert 'gambar "rahasia.png" tidak disalin: tidak ada di folder asal, atau terlalu besar' in done.stdout
    assert "~~~\nFoto: x\n~~~" in account(tmp_path / "proyek")


def test_an_importer_that_breaks_off_is_reported_and_its_drafts_stay(tmp_path: Path) -> None:
    done = sample(tmp_path, {"a.contoh": "artikel/satu.md", "b.contoh": "gagal", "c.contoh": "artikel/tiga.md"})
    assert done.stdout.startswith("1\n")
    assert "lama: pembaca sample gagal: RuntimeError: rusak di tengah" in done.stdout
    assert set(drafts(tmp_path / "proyek")) == {"artikel/satu.md"}


def test_the_check_of_content_loads_no_importer() -> None:
    code = "import sys\nfrom rantau import desk\nprint([m for m in sys.modules if m.startswith(('rantau.imp', 'rantau.foreign', 'trafilatura', 'lxml'))])"
    assert run([sys.executable, "-c", code], ROOT, {"PYTHONPATH": str(ROOT)}).stdout == "[]\n"


# --- the deposit


def test_paths_become_legal_on_every_system_or_none(tmp_path: Path) -> None:
    deposit = Deposit(tmp_path)
    wanted = ["artikel/2025/Visa Kerja.md", "artikel/2025/visa-kerja.md", "artikel/aux.md", "/etc/x.md", "a/../b.md", "x.txt", "artikel/日本.md"]
    found = [path.as_posix() if (path := deposit.path(PurePosixPath(p))) is not None else "" for p in wanted]
    assert found == ["artikel/2025/visa-kerja.md", "artikel/2025/visa-kerja-2.md", "artikel/berkas-aux.md", "", "", "", ""]


def test_two_pictures_of_one_name_get_two_names(tmp_path: Path) -> None:
    for _ in range(2):
        deposit = Deposit(tmp_path)
        names = [deposit.picture(PurePosixPath("Foto.JPG"), data) for data in (b"satu", b"dua", b"satu")]
        assert names[0] == names[2] == PurePosixPath("foto.jpg")
        assert names[1] is not None and re.fullmatch(r"foto-[0-9a-f]{8}\.jpg", names[1].name)
        for name, data in zip(names[:2], (b"satu", b"dua"), strict=True):
            assert name is not None and deposit.put("images" / name, data) in ("new", "same")
    assert deposit.picture(PurePosixPath("x.exe"), b"") is None and deposit.picture(PurePosixPath("../x.jpg"), b"") is None


# --- front matter


def values(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [values(item) for item in node.items]
    assert isinstance(node, Group)
    return {key.text: values(value) for key, value in node.entries}


TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["NO", "007", "null", "~", "yes", "2025-01-02", "- a", "a: b", "a #b", "#a", "@x", "%x", "'a'", '"a"', "[a]", "{a}", "!x", "&x", "*x", "a\\nb", "? a", "|", ">", "=", "<<", "😀", "日本", "\u200b", "\ufeffa", "\ud800"]),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(["title", "description", "alt", "stage"]), TEXTS), st.lists(TEXTS, max_size=4), TEXTS)
def test_our_reader_reads_what_was_written(fields: dict[str, str], tags: list[str], publisher: str) -> None:
    given_ = {**fields, "tags": tags, "sources": [{"publisher": publisher, "title": "Sumber"}]}
    clean, strange = drafting.known(given_)
    assert strange == {}
    front = source.read(drafting.document(clean, "Isi.\n"))
    assert front.front is not None
    assert values(front.front) == clean
    assert [d.rule for d in front.defects if d.rule != "hidden-characters"] == []


def test_fields_stand_in_the_order_that_editors_know() -> None:
    shuffled = {name: ["x"] if name in ("tags", "sectors") else "x" for name in sorted(NAMES)}
    assert list(drafting.known(shuffled)[0]) == list(NAMES)


def test_quotes_stand_only_where_they_are_needed() -> None:
    fields, _ = drafting.known({"title": "Visa: dua cara", "alt": 'Papan "masuk": kiri', "countries": ["NO", "JP"], "date": "2025-01-02", "tags": ("a, b", "C#")})
    assert drafting.front_matter(fields) == (
        "---\ntitle: \"Visa: dua cara\"\nalt: 'Papan \"masuk\": kiri'\ntags: [\"a, b\", C#]\ncountries: [NO, JP]\ndate: 2025-01-02\n---\n"
    )


# --- guesses


def registries() -> Mapping[str, Registry]:
    tags = "- {key: upah, name: Upah, aliases: [gaji, upah minimum]}\n- {key: kur, name: KUR Penempatan, aliases: [KUR]}\n- {key: statistik, name: Statistik, aliases: [data]}\n"
    files = {name: data for name, data in {**BASE, "_data/tags.yml": tags}.items() if name.startswith("_data/")}
    found = {Path(name).stem: read(PurePosixPath(name), data.encode())[0] for name, data in files.items()}
    return assemble(found, ())


def guessed(title: str, body: str, **fields: object) -> tuple[dict[str, object], list[tuple[str, str, int]]]:
    draft = Draft(PurePosixPath("artikel/2025/x.md"), {"title": title, **fields}, body, Place(PurePosixPath("x.txt")))
    written, found = guesses.guess(draft, registries(), "id")
    return written, [(g.field, g.value, g.place.line) for g in found]


def test_a_country_in_the_title_or_named_twice_is_written_and_one_in_passing_is_offered() -> None:
    written, found = guessed("Kerja di Jepang", "Upahnya lain dari Taiwan.\n\nDi Korsel dan Korea Selatan juga.\n")
    assert written["countries"] == ["JP", "KR"]
    assert [f for f in found if f[0] == "countries"] == [("countries", "JP", 0), ("countries", "KR", 3), ("countries", "TW", 1)]


def test_a_country_among_many_in_a_sentence_is_offered_however_often_it_is_named() -> None:
    many = "Jepang, Taiwan, dan Korea Selatan membuka pintu.\n\nYang dituju ialah Korea Selatan, Taiwan, dan Jepang.\n"
    assert guessed("Peluang kerja", many)[0] == {}
    assert guessed("Peluang kerja di Jepang", many)[0] == {"countries": ["JP"]}
    assert guessed("Peluang kerja", many + "\nDi Jepang upahnya naik. Jepang butuh perawat.\n")[0] == {"countries": ["JP"]}


def test_a_language_and_the_home_country_are_no_destinations() -> None:
    assert guessed("Belajar bahasa Jepang", "Di Indonesia saja.\n")[0] == {}


def test_everyday_words_never_make_a_topic_sure() -> None:
    written, found = guessed("Data gaji dan data upah minimum", "Gaji dan data.\n\nAjukan KUR. KUR itu kredit, bukan kur.\n")
    assert written["tags"] == ["upah", "kur"]
    assert ("tags", "statistik", 0) in found


def test_one_stage_is_written_and_of_two_none() -> None:
    assert guessed("Tahap persiapan", "Penempatan dimulai nanti.\n")[0] == {"stage": "persiapan"}
    assert guessed("Tahap persiapan dan masa penempatan", "Isi.\n")[0] == {}
    assert guessed("Penempatan pekerja", "Penempatan dan persiapan.\n")[0] == {}


def test_days_in_the_text_are_offered_and_never_written() -> None:
    written, found = guessed("Kelas dibuka", "Kelas dibuka, Rabu (29/10/2025).\n")
    assert written == {} and found == [("date", "2025-10-29", 1)]
    assert guessed("Kelas dibuka", "Rabu (29/10/2025).\n", date="2025-01-01")[1] == []


def test_what_the_source_declares_is_left_alone() -> None:
    assert guessed("Kerja di Jepang", "Isi.\n", countries=["KR"])[0] == {}


def test_a_guess_names_the_line_of_the_draft_where_its_words_stand(tmp_path: Path) -> None:
    take(tmp_path, {"a.txt": PAGE.replace("Kerja ke Jepang", "Baru")})
    (name,) = drafts(tmp_path)
    lines = drafts(tmp_path)[name].decode().split("\n")
    found = re.search(r"Jepang\. Dasarnya: `[^`]*` \(baris (\d+) di draf\)", account(tmp_path))
    assert found is not None and "Jepang" in lines[int(found[1]) - 1]

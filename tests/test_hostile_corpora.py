"""The bench of hostile input on small corpora of our own, and whether it would notice if something went wrong."""

import io
import json
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from rantau.benches import _browser, _inputs, _slots, _trial, hostile
from rantau.benches._inputs import Input
from rantau.benches._slots import Case
from rantau.model import Diagnostic, Localized, Severity, Span
from rantau.text.addresses import old_address
from tests.shell import ARTICLE, ROOT, SMALL, build, check, tree, write

CORPORA = ("strings", "yaml", "xss", "markdown")
BROWSER = os.environ.get("RANTAU_SKIP_BROWSER") != "true"
browser = pytest.mark.skipif(not BROWSER, reason="no browser here (RANTAU_SKIP_BROWSER)")


def image(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 8), **more: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, kind, **more)
    return buffer.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG that says it is so large, with hardly anything in it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 99)
    return b"\x89PNG\r\n\x1a\n" + b"".join((chunk(b"IHDR", header), *more, chunk(b"IDAT", packed), chunk(b"IEND", b"")))


def drawing(inside: str = "", attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {attributes}>{inside}</svg>'.encode()


def images() -> Iterator[tuple[str, bytes]]:
    """Broken, lying and many-faced images by their names."""
    sound = {name: image(name.upper()) for name in ("jpeg", "png", "webp", "gif")}
    code = b"<script>alert(1)</script>"
    for name, data in sound.items():
        yield f"utuh.{name}", data
        yield f"separuh.{name}", data[: len(data) // 2]
        yield f"kepala.{name}", data[:20]
        yield f"ekor-skrip.{name}", data + code
        yield f"rusak.{name}", data[:30] + bytes(255 - b for b in data[30:])
        yield f"menyamar.{'png' if name != 'png' else 'jpg'}", data
        yield f"{name}-sebagai.svg", data
    yield "raksasa.png", png(60_000, 60_000)
    yield "nol.png", png(0, 0)
    yield "minus.png", png(2**31 - 1, 2**31 - 1)
    yield "teks-bom.png", png(8, 8, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 8_000_000)))
    yield "profil-rusak.png", png(8, 8, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"bukan profil")))
    yield "cmyk.jpeg", image("JPEG", "CMYK")
    yield "abu-abu.png", image("PNG", "LA")
    yield "palet.png", image("PNG", "P", transparency=0)
    yield "satu-bit.png", image("PNG", "1")
    yield "enam-belas-bit.png", image("PNG", "I;16")
    yield "exif-rusak.jpeg", image("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    yield "exif-arah.jpeg", image("JPEG", size=(8, 4), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0")
    yield "gambar-gerak.gif", image("GIF", "P", save_all=True, append_images=[Image.new("P", (8, 8), 1)] * 3)
    yield "riff.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff"
    yield "gif-skrip.gif", b"GIF89a/*" + code + b"*/=1"
    yield "halaman.png", b"<!doctype html>" + code
    yield "pdf.jpg", b"%PDF-1.7\n" + code
    yield "nol-byte.webp", b"\0" * 64
    yield "satu-byte.gif", b"G"
    yield "skrip.svg", drawing("<script>alert(1)</script>")
    yield "penangan.svg", drawing(attributes='onload="alert(1)"')
    yield "tautan.svg", drawing('<a href="javascript:alert(1)"><text>a</text></a>')
    yield "asing.svg", drawing('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>')
    yield "luar.svg", drawing('<image href="https://tipu.example/a.png"/>')
    yield "pakai-luar.svg", drawing('<use href="https://tipu.example/a.svg#b"/>')
    yield "isi-luar.svg", drawing('<rect fill="url(https://tipu.example/a.svg#b)"/>')
    yield "isi-samar.svg", drawing('<rect fill="u&#x72;l(//tipu.example/a)"/>')
    yield "gaya.svg", drawing("<style>@import 'https://tipu.example/a.css'</style>")
    yield "gerak.svg", drawing('<set attributeName="href" to="javascript:alert(1)"/>')
    yield "entitas.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("<text>&a;</text>")
    yield "lembar-gaya.svg", b'<?xml-stylesheet href="https://tipu.example/a.css"?>' + drawing()
    yield "dalam.svg", drawing("<g>" * 5000 + "</g>" * 5000)
    yield "panjang.svg", drawing(f'<path d="{"M0 0L9 9" * 9000}"/>')
    yield "lingkar.svg", drawing('<g id="a"><use href="#a"/></g>')
    yield "utf16.svg", '<?xml version="1.0" encoding="utf-16"?><svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16")
    yield "sandi.svg", b'<?xml version="1.0" encoding="utf-7"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    yield "polos.svg", drawing("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the bench says about the corpora."""
    folder = tmp_path_factory.mktemp("corpora") / "kecil"
    for name in CORPORA:
        shutil.copytree(ROOT / "tests" / "hostile" / name, folder / name)
    write(folder / "images", dict(images()))
    # One of 40; `scripts/bench.py hostile tests/hostile` tries all.
    arguments = [str(folder), "--each", "1", "--every", "40", "--tree", "2000"]
    return list(hostile.run(arguments if BROWSER else [*arguments, "--without-browser"]))


def test_what_is_accepted_does_no_harm_and_what_is_refused_is_told_where_and_why(lines: list[str]) -> None:
    start = lines.index("corpus total") + 1
    total = {name: int(count) for name, count in (line.split() for line in lines[start : lines.index("", start)])}
    assert {name: total[name] for name in _trial.KINDS} == dict.fromkeys(_trial.KINDS, 0), "\n".join(lines[start:])
    assert total["inputs"] > 12
    assert total["accepted"] > 7
    assert total["rejected"] > 4
    assert total["accepted"] + total["rejected"] == total["cases"]


def test_every_corpus_has_its_counters_and_its_row(lines: list[str]) -> None:
    names = [f"kecil/{name}" for name in sorted((*CORPORA, "images"))]
    assert [line.removeprefix("corpus ") for line in lines if line.startswith("corpus ")] == [*names, "total"]
    assert [line.split()[0] for line in lines[lines.index("corpus total") :] if line.startswith("kecil/")] == names


# --- what the inputs are


def test_a_list_gives_its_lines_and_its_blocks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# catatan\nsatu\ndua\n\n\n#tiga\n", "utf-8")
    found = [(i.source, i.data) for i in _inputs.read(tmp_path / "a.txt")]
    assert found == [
        ("a.txt:2", b"satu"),
        ("a.txt:3", b"dua"),
        ("a.txt:1-3", b"# catatan\nsatu\ndua"),
        ("a.txt:6", b"#tiga"),
    ]


def test_json_gives_every_text_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": ["satu", {"b": "dua"}, 3], "c": "\\ud800"}', "utf-8")
    assert [i.data for i in _inputs.read(tmp_path / "a.json")] == [b"satu", b"dua", b"\xed\xa0\x80"]


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.svg", "a.bin", "a.xyz"])
def test_any_other_file_is_one_input(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"satu\ndua\n")
    assert [i.data for i in _inputs.read(tmp_path / name)] == [b"satu\ndua\n"]


def test_every_folder_is_a_corpus_and_has_each_input_once(tmp_path: Path) -> None:
    write(tmp_path / "k", {"a.txt": "x\ny", "b/c.txt": "x\nx", "b/d/e.txt": "z"})
    found = {name: [i.data for i in inputs] for name, inputs in _inputs.corpora([tmp_path / "k"]).items()}
    assert found == {"k/b": [b"x", b"x\nx", b"z"], "k": [b"x", b"y", b"x\ny"]}


@pytest.mark.parametrize("count", [1, 7, 600])
def test_every_slot_has_its_turn_in_every_corpus(count: int) -> None:
    inputs = [Input(f"a:{n}", b"x%d" % n) for n in range(count)]
    made = list(_slots.cases(inputs, _slots.turns(count, 1, True)))
    assert {c.slot for c in made} == {s.name for s in (*_slots.MAIN, *_slots.OTHERS)}


def test_every_field_of_every_kind_of_file_is_a_slot() -> None:
    names = {slot.name for slot in _slots.OTHERS}
    for name in ("artikel/2025/article sources.url, raw", "program/sheet overview.label, quoted", "page redirect_from, raw"):
        assert name in names
    assert {"ja/index.md", "topik/introduction images.alt, quoted", "tags.slug, raw", "image .webp", "folder name"} <= names


# --- the bench notices


def finding(**changes: object) -> Diagnostic:
    given = {"path": PurePosixPath("a.md"), "span": Span(1, 1, 1, 2), "rule": "a", "help": Localized("hapus")} | changes
    return Diagnostic(severity=Severity.ERROR, message=Localized("salah"), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ""),
        ({"span": Span(3, 1, 3, 1)}, ""),
        ({"path": PurePosixPath("b.md")}, "no such file"),
        ({"span": Span(0, 1, 0, 1)}, "no such place: 0:1 of 3 lines"),
        ({"span": Span(4, 1, 4, 1)}, "no such place: 4:1 of 3 lines"),
        ({"rule": ""}, "no words"),
        ({"help": Localized("", "delete")}, "no way out"),
    ],
)
def test_a_finding_without_place_or_way_out_is_noticed(changes: dict[str, object], missing: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("satu\ndua\n", "utf-8")
    assert _trial.misplaced(finding(**changes), tmp_path) == missing


def test_a_checker_that_fails_is_a_traceback_and_one_that_takes_too_long_a_hang(tmp_path: Path) -> None:
    failed = _trial._ask(tmp_path / "tidak-ada", 60)
    assert isinstance(failed, str)
    assert "NotADirectoryError" in failed
    assert _trial._ask(write(tmp_path / "content", SMALL), 0) == "time"


def test_a_file_that_changes_beside_the_site_is_an_escape(tmp_path: Path) -> None:
    trial = _trial._Trial(tmp_path / "t", False)
    case = Case("a:1", "body", "x", {"artikel/2025/u1.md": ARTICLE.encode()})
    trial.plant([case])
    before = trial._snapshot()
    (tmp_path / "t" / "a" / "kenari.md").write_text("diubah", "utf-8")
    (tmp_path / "t" / "a" / "b" / "baru").touch()
    trial._compare(before, [case])
    assert [o.detail.split()[0] for o in trial.outcome.offences if o.kind == "escapes"] == ["a/b/baru", "a/kenari.md"]


def test_a_case_that_is_refused_takes_nothing_else_with_it(tmp_path: Path) -> None:
    made = [
        Case(f"a:{n}", "body", text, {f"artikel/2025/u{n}.md": ARTICLE.replace("Contoh kalimat", text).encode()})
        for n, text in enumerate(["<script>alert(1)</script>", "Contoh lain", "[a](tidak-ada.md)"])
    ]
    outcome = _trial.attempt(made, tmp_path / "t", False)
    assert (outcome.counts["accepted"], outcome.counts["rejected"], outcome.offences) == (1, 2, [])
    assert not (tmp_path / "t").exists()


HARMFUL = {
    "skrip.html": ("scripts", "<script>document.title = 1</script>"),
    "dialog.html": ("scripts", "<p>Contoh</p><script src=assets/dialog.js></script>"),
    "penangan.html": ("scripts", "<img src=gambar.png onerror=console.log(1)>"),
    "tautan.html": ("scripts", "<a href=' JavaScript:alert(1)'>Contoh</a>"),
    "pergi.html": ("scripts", "<script>location = 'baik.html'</script>"),
    "keluar.html": ("scripts", "<script>top.location = 'baik.html'</script>"),
    "minta.html": ("requests", "<img src=http://127.0.0.2:9/a.png>"),
    "pindah.html": ("requests", '<meta http-equiv="refresh" content="0; url=http://127.0.0.2:9/">'),
    "dihalangi.html": (
        "blocked",
        "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><img src=/gambar.png>",
    ),
    "gagal.html": ("errors", "<script src=assets/gagal.js></script>"),
}


@browser
def test_the_browser_sees_every_kind_of_harm_and_none_in_a_sound_page(tmp_path: Path) -> None:
    files = {name: f"<!doctype html><title>Contoh</title>{html}" for name, (_, html) in HARMFUL.items()}
    scripts = {"assets/dialog.js": "alert('halo')", "assets/gagal.js": "throw new Error('gagal')"}
    write(tmp_path, {**files, **scripts, "baik.html": "<!doctype html><p>Contoh</p>", "baik.svg": drawing("<text>a</text>")})
    seen = _browser.visit(tmp_path, [*files, "baik.html", "baik.svg"])
    kinds: dict[str, set[str]] = {}
    for sighting in seen:
        kinds.setdefault(sighting.page, set()).add(sighting.kind)
    assert {name: kind in kinds.get(name, ()) for name, (kind, _) in HARMFUL.items()} == dict.fromkeys(HARMFUL, True), seen
    assert kinds.keys() & {"baik.html", "baik.svg"} == set()


@browser
def test_the_browser_opens_the_search_with_what_is_looked_for(tmp_path: Path) -> None:
    page = "<!doctype html><script src=assets/cari.js></script>"
    write(tmp_path, {"cari/index.html": page, "cari/assets/cari.js": "if (location.search == '?q=%3Cb%3E') alert('dicari')"})
    assert [(s.page, s.kind, s.detail) for s in _browser.visit(tmp_path, [], ["a", "<b>"])] == [
        ("cari/?q=%3Cb%3E", "scripts", "alert(dicari)")
    ]


# --- what the bench has found


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("http://[", ""),
        ("/berita.php", "/berita.php/"),
        ("/berita/v1.2", "/berita/v1.2/"),
        ("/berita/index.html", "/berita/"),
        ("/index.html", ""),
        ("/404.html", ""),
        ("/.htaccess", ""),
        ("/.well-known/x", ""),
        ("/_headers", ""),
        ("/sw.js", ""),
        ("/rantau.json", ""),
        ("/assets/rantau.css", ""),
        ("/assets/rantau.css/x", ""),
        ("/lama.html/x", ""),
        ("a" * 300, ""),
        ("/a" * 600, ""),
        ("/" + "é" * 90 + "/" + "a" * 200, "/" + "é" * 90 + "/" + "a" * 200 + "/"),
    ],
)
def test_an_old_address_is_no_file_that_a_server_or_the_site_needs(written: str, address: str) -> None:
    assert old_address(written) == address


def test_an_old_address_that_leads_nowhere_is_told_where_it_stands(tmp_path: Path) -> None:
    written = ["http://[", "/.htaccess", "/_headers", "/assets/rantau.css", "/rantau.json/x", "/404.html", "a" * 300, "/lama"]
    text = ARTICLE.replace("date:", f"redirect_from: {json.dumps(written)}\ndate:")
    done = build(write(tmp_path / "content", {**SMALL, "artikel/2025/uji.md": text}), tmp_path / "site")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stdout.count("uji.md:6:") == done.stdout.count("kesalahan[unusable-address]") == 7
    write(tmp_path / "content", {"artikel/2025/uji.md": ARTICLE.replace("date:", "redirect_from: [/lama]\ndate:")})
    assert build(tmp_path / "content", tmp_path / "site").returncode == 0
    redirects = [path for path, data in tree(tmp_path / "site").items() if b'http-equiv="refresh"' in data]
    assert redirects == ["lama/index.html"]


def test_a_name_as_long_as_a_paragraph_does_not_stop_the_build(tmp_path: Path) -> None:
    name = "Contoh nama " * 30
    text = ARTICLE.replace("date:", f"author: {{name: {name}}}\ndate:")
    tags = f"- {{key: visa, name: Visa}}\n- {{key: {'kunci' * 60}, name: Kunci}}\n"
    content = write(tmp_path / "content", {**SMALL, "artikel/2025/uji.md": text, "_data/tags.yml": tags})
    done = build(content, tmp_path / "site")
    assert done.returncode == 0, done.stdout
    assert len(next(p.name for p in (tmp_path / "site" / "penulis").iterdir() if p.name.startswith("contoh"))) <= 100


def test_an_address_in_a_registry_that_no_file_system_takes_is_an_error(tmp_path: Path) -> None:
    tags = f"- {{key: visa, name: Visa}}\n- {{key: panjang, slug: {'a' * 300}}}\n"
    done = check(write(tmp_path / "content", {**SMALL, "_data/tags.yml": tags}))
    assert "content/_data/tags.yml:2:3: kesalahan[registry-entry]" in done.stdout

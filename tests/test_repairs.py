"""Files with a wrong name or too many bytes are repaired by command; nothing else in the content changes."""

import io
import os
import shlex
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from rantau import desk, edits, files, pictures, repairs
from tests import trees
from tests.shell import tree

PHOTO = trees.photo(64, 48)
OTHER = trees.photo(32, 24)


def noise(width: int, height: int, kind: str = "JPEG", mode: str = "RGB", strength: float = 80, **more: object) -> bytes:
    """An image that formats pack badly, as they do photos."""
    buffer = io.BytesIO()
    Image.effect_noise((width, height), strength).convert(mode).save(buffer, kind, **more)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def phone() -> bytes:
    """A photo as a phone stores it: over 5 MB, lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Merek Kamera"
    exif.get_ifd(0x8825)[2] = (6.0, 10.0, 30.0)
    data = noise(3400, 2550, strength=10, quality=100, exif=exif)
    assert len(data) > files.IMAGE_LIMIT
    return data


def fix(content: Path, *paths: Path, rehearse: bool = False) -> tuple[int, list[str]]:
    code, lines = desk.check(content, paths, "text", "id", trees.DATE, fix=True, rehearse=rehearse)
    return code, list(lines)


def mended(root: Path, more: Mapping[str, str | bytes]) -> tuple[Path, list[str]]:
    """The content after the repairs, which are asked for twice: the second time must change nothing."""
    content = trees.write(root, more)
    _, lines = fix(content)
    before = state(content)
    fix(content)
    assert state(content) == before
    assert [p.name for p in content.rglob(".*")] == []
    return content, lines


def state(content: Path) -> dict[str, tuple[bytes | str, int]]:
    """What every path holds, and its inode: a file that was written again has another one."""
    found: dict[str, tuple[bytes | str, int]] = {}
    for path in sorted(content.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(content).as_posix()] = (str(path.readlink()), path.lstat().st_ino)
        elif path.is_file():
            found[path.relative_to(content).as_posix()] = (path.read_bytes(), path.stat().st_ino)
    return found


# --- names --------------------------------------------------------------------------------------


def test_photo_of_a_phone_gets_a_right_name_and_a_right_size_and_its_article_follows(tmp_path: Path, phone: bytes) -> None:
    body = "Lihat ![surat](WhatsApp Image 2025.JPEG).\r\n"
    article = trees.article(body, img='"WhatsApp Image 2025.JPEG"', alt="Surat").replace("\n", "\r\n").replace("\r\r", "\r")
    content, lines = mended(
        tmp_path, {"images/WhatsApp Image 2025.JPEG": phone, "artikel/2025/a.md": b"\xef\xbb\xbf" + article.encode()}
    )
    made = (content / "images/whatsapp-image-2025.jpeg").read_bytes()
    assert lines[0] == "dinamai ulang: images/WhatsApp Image 2025.JPEG -> images/whatsapp-image-2025.jpeg (2 rujukan disesuaikan)"
    assert lines[1].startswith("diperkecil: images/whatsapp-image-2025.jpeg ")
    assert [line.partition(", ")[2] for line in lines[2:]] == ["tidak ada temuan"]
    expected = article.replace("WhatsApp Image 2025.JPEG", "whatsapp-image-2025.jpeg")
    assert (content / "artikel/2025/a.md").read_bytes() == b"\xef\xbb\xbf" + expected.encode()
    assert not (content / "images/WhatsApp Image 2025.JPEG").exists()
    with Image.open(io.BytesIO(made)) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (1920, 2560), {})
    assert len(made) < 1_000_000


WRITTEN = [
    ("![x](Foto Saya.JPG)", "![x](foto-saya.jpg)"),
    ("![x](<Foto Saya.JPG>)", "![x](<foto-saya.jpg>)"),
    ("![x](Foto%20Saya.JPG)", "![x](foto-saya.jpg)"),
    ('![x](Foto Saya.JPG "judul")', '![x](foto-saya.jpg "judul")'),
    ("![x](/images/Foto Saya.JPG)", "![x](/images/foto-saya.jpg)"),
    ("![x](../../images/Foto Saya.JPG)", "![x](../../images/foto-saya.jpg)"),
    ("![x](images/Foto Saya.JPG)", "![x](images/foto-saya.jpg)"),
    ("[x](/images/Foto Saya.JPG)", "[x](/images/foto-saya.jpg)"),
    ("![x][f] ![y][f]\n\n[f]: Foto%20Saya.JPG", "![x][f] ![y][f]\n\n[f]: foto-saya.jpg"),
    ("![a](Foto Saya.JPG) ![b](Foto Saya.JPG)", "![a](foto-saya.jpg) ![b](foto-saya.jpg)"),
    ("- ![a](Foto Saya.JPG)\n\n    ![b](Foto Saya.JPG)", "- ![a](foto-saya.jpg)\n\n    ![b](foto-saya.jpg)"),
    ("[x](Visa Kerja.md)", "[x](visa-kerja.md)"),
    ("[x](Visa%20Kerja.md#syarat)", "[x](visa-kerja.md#syarat)"),
    ("[x](../2025/Visa Kerja.md?a=1#syarat)", "[x](../2025/visa-kerja.md?a=1#syarat)"),
    ("[x](/artikel/2025/Visa Kerja.md)", "[x](/artikel/2025/visa-kerja.md)"),
    ("[x](/artikel/2025/Visa%20Kerja/)", "[x](/artikel/2025/visa-kerja/)"),
    ("[x](Visa Kerja#syarat)", "[x](visa-kerja#syarat)"),
    ("![x](Peta #1.PNG)", "![x](peta-1.png)"),
    ("![x](Peta%20%231.PNG)", "![x](peta-1.png)"),
    ("Berkas Foto Saya.JPG dan Visa Kerja.md", "Berkas Foto Saya.JPG dan Visa Kerja.md"),
    ("`![x](Foto Saya.JPG)` ![x](Foto Saya.JPG)", "`![x](Foto Saya.JPG)` ![x](foto-saya.jpg)"),
    ("```\n![x](Foto Saya.JPG)\n```", "```\n![x](Foto Saya.JPG)\n```"),
    ("[x](https://a.example/Foto%20Saya.JPG)", "[x](https://a.example/Foto%20Saya.JPG)"),
    ("![x](Foto Saya.JPG.png)", "![x](Foto Saya.JPG.png)"),
    ("![x](foto saya.jpg)", "![x](foto saya.jpg)"),
]


def test_what_means_a_renamed_file_is_changed_and_nothing_else_is(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "images/Foto Saya.JPG": PHOTO,
        "images/Peta #1.PNG": trees.photo(9, 9, "PNG"),
        "artikel/2025/Visa Kerja.md": trees.article("Isi.\n\n## Syarat\n\nIsi.\n"),
    }
    given = {f"artikel/2025/{n}.md": trees.article(f"Awal.\n\n{written}\n\nAkhir.\n") for n, (written, _) in enumerate(WRITTEN)}
    content, _ = mended(tmp_path, {**more, **given})
    for number, (_, right) in enumerate(WRITTEN):
        assert (content / f"artikel/2025/{number}.md").read_text("utf-8") == trees.article(f"Awal.\n\n{right}\n\nAkhir.\n")
    assert {"foto-saya.jpg", "peta-1.png"} <= {p.name for p in (content / "images").iterdir()}


FIELDS: list[dict[str, str]] = [
    {"img": "{}", "alt": "x"},
    {"img": '"{}" # catatan', "alt": "x"},
    {"imgContentBerita": "'/images/{}'", "alt": "x"},
    {"img": "visa.jpg", "alt": "x", "img2": "{}", "alt2": "y"},
    {"images": "[{{src: {}, alt: x}}, {{src: visa.jpg, alt: y}}]"},
    {"images": "\n  - src: ../../images/{}\n    alt: x"},
    {"author": "{{name: Budi, img: {}}}"},
]


def test_every_field_that_holds_an_image_follows(tmp_path: Path) -> None:
    def with_name(name: str) -> dict[str, str | bytes]:
        filled = [{key: value.format(name) if "{" in value else value for key, value in fields.items()} for fields in FIELDS]
        return {f"artikel/2025/{number}.md": trees.article(**fields) for number, fields in enumerate(filled)}

    content, lines = mended(tmp_path, {"images/Foto Saya.JPG": PHOTO, **with_name("Foto Saya.JPG")})
    assert {path: (content / path).read_text("utf-8") for path in with_name("")} == with_name("foto-saya.jpg")
    assert lines[0].endswith(f"({len(FIELDS)} rujukan disesuaikan)")


def test_picture_of_an_author_in_the_registry_follows(tmp_path: Path) -> None:
    given = "- {key: redaksi, name: Redaksi}\n- key: siti\n  name: Siti\n  img: 'Siti Foto.PNG'  # baru\n"
    content, _ = mended(tmp_path, {"images/Siti Foto.PNG": trees.photo(8, 8, "PNG"), "_data/authors.yml": given})
    assert (content / "_data/authors.yml").read_text("utf-8") == given.replace("Siti Foto.PNG", "siti-foto.png")


def test_two_articles_that_name_each_other_are_both_renamed_whatever_their_endings(tmp_path: Path) -> None:
    content, lines = mended(
        tmp_path,
        {
            "artikel/2025/Satu Dua.MD": trees.article("Lihat [tiga](Tiga.md) dan ![foto](Foto.JPEG).\n"),
            "artikel/2025/Tiga.md": trees.article("Lihat [satu](Satu Dua.MD).\n\n##Salah\n"),
            "artikel/2025/Foto.JPEG": PHOTO,
        },
    )
    assert (content / "artikel/2025/satu-dua.md").read_text("utf-8") == trees.article(
        "Lihat [tiga](tiga.md) dan ![foto](foto.jpeg).\n"
    )
    assert (content / "artikel/2025/tiga.md").read_text("utf-8") == trees.article("Lihat [satu](satu-dua.md).\n\n## Salah\n")
    # Both have the same title and description.
    assert lines[-1] == "0 kesalahan, 2 peringatan"


def test_name_with_an_accent_is_found_however_the_system_writes_the_accent(tmp_path: Path) -> None:
    apart, together = "Café.JPG", unicodedata.normalize("NFC", "Café.JPG")
    given = trees.article(f"![a]({together})\n", img=together, alt="x")
    content, _ = mended(tmp_path, {f"images/{apart}": PHOTO, "artikel/2025/a.md": given})
    assert (content / "artikel/2025/a.md").read_text("utf-8") == given.replace(together, "cafe.jpg")


def test_taken_name_gets_a_number_and_both_files_are_kept(tmp_path: Path) -> None:
    given = trees.article("![a](Foto.JPG) ![b](foto.jpg)\n")
    content, lines = mended(tmp_path, {"images/Foto.JPG": PHOTO, "images/foto.jpg": OTHER, "artikel/2025/a.md": given})
    assert ((content / "images/foto-2.jpg").read_bytes(), (content / "images/foto.jpg").read_bytes()) == (PHOTO, OTHER)
    assert (content / "artikel/2025/a.md").read_text("utf-8") == trees.article("![a](foto-2.jpg) ![b](foto.jpg)\n")
    assert lines[0] == "dinamai ulang: images/Foto.JPG -> images/foto-2.jpg (1 rujukan disesuaikan)"


def test_two_names_with_one_right_form_are_numbered_in_their_order(tmp_path: Path) -> None:
    content, _ = mended(tmp_path, {"images/A B.jpg": PHOTO, "images/A-B.jpg": OTHER, "images/a  b.jpg": trees.photo(5, 5)})
    assert {n: (content / "images" / n).read_bytes() for n in ("a-b.jpg", "a-b-2.jpg", "a-b-3.jpg")} == {
        "a-b.jpg": PHOTO,
        "a-b-2.jpg": OTHER,
        "a-b-3.jpg": trees.photo(5, 5),
    }


def test_file_that_is_there_twice_is_kept_once(tmp_path: Path) -> None:
    given = trees.article("![a](Foto.JPG) ![b](foto.jpg)\n")
    content, _ = mended(tmp_path, {"images/Foto.JPG": PHOTO, "images/foto.jpg": PHOTO, "artikel/2025/a.md": given})
    assert sorted(p.name for p in (content / "images").iterdir()) == ["foto.jpg", "siti.png", "visa.jpg"]
    assert (content / "artikel/2025/a.md").read_text("utf-8") == given.replace("Foto.JPG", "foto.jpg")


def test_file_stays_when_a_text_could_mean_it_or_the_one_that_has_its_name(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "images/Foto 1.JPG": PHOTO,
        "images/foto-1.jpg": OTHER,
        "artikel/2025/a.md": trees.article("![a](Foto_1.jpg)\n"),
    }
    content, lines = mended(tmp_path, more)
    assert lines[0] == (
        'tidak dinamai ulang: images/Foto 1.JPG: images/foto-1.jpg sudah ada, dan "Foto_1.jpg" di artikel/2025/a.md bisa berarti keduanya'
    )
    assert (content / "images/Foto 1.JPG").read_bytes() == PHOTO


def test_text_that_differs_in_capitals_alone_is_mended_first_and_then_the_file(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "images/Foto.JPG": PHOTO,
        "images/foto.jpg": OTHER,
        "artikel/2025/a.md": trees.article("![a](FOTO.jpg)\n"),
    }
    content, lines = mended(tmp_path, more)
    assert {"foto.jpg", "foto-2.jpg"} <= {p.name for p in (content / "images").iterdir()}
    assert not any(line.startswith("tidak dinamai") for line in lines)


def test_file_stays_when_its_right_name_would_take_over_a_text_that_means_another(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "images/foto.jpg": PHOTO,
        "artikel/2025/Foto.JPG": OTHER,
        "artikel/2025/a.md": trees.article("![a](foto.jpg)\n"),
    }
    content, lines = mended(tmp_path, more)
    assert lines[0] == (
        'tidak dinamai ulang: artikel/2025/Foto.JPG: "foto.jpg" di artikel/2025/a.md lalu berarti berkas ini, bukan images/foto.jpg'
    )
    assert (content / "artikel/2025/Foto.JPG").read_bytes() == OTHER


def test_name_whose_folder_or_kind_is_wrong_stays(tmp_path: Path) -> None:
    more = {
        "berita/Visa.md": "x",
        "images/Surat.DOCX": "x",
        "artikel/2025/con.md": "x",
        "artikel/2025/ビザ.md": "x",
        "images/A.HEIC": "x" * 99_999,
    }
    content = trees.write(tmp_path, more)
    before = state(content)
    code, _ = fix(content)
    assert (code, state(content)) == (1, before)


def test_capitals_alone_can_change_where_the_system_takes_both_names_for_one(tmp_path: Path) -> None:
    (tmp_path / "Foto.JPG").write_bytes(PHOTO)
    repairs._move(tmp_path / "Foto.JPG", tmp_path / "foto.jpg")
    assert tree(tmp_path) == {"foto.jpg": PHOTO}


@pytest.mark.parametrize("source", ["Foto.JPG", "Foto Saya.jpg"])
@pytest.mark.parametrize("kind", ["file", "link", "dangling", "folder"])
def test_renaming_never_replaces_what_came_between(tmp_path: Path, source: str, kind: str) -> None:
    (tmp_path / source).write_bytes(PHOTO)
    (tmp_path / "lain").write_bytes(PHOTO)
    target = tmp_path / "foto.jpg"
    if kind == "file":
        target.write_bytes(OTHER)
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / ("lain" if kind == "link" else "tidak-ada"))
    before = state(tmp_path)
    with pytest.raises(OSError, match=r"."):
        repairs._move(tmp_path / source, target)
    assert state(tmp_path) == before


def test_links_to_other_files_are_neither_followed_nor_renamed(tmp_path: Path, phone: bytes) -> None:
    outside = tmp_path / "Luar Sini"
    outside.mkdir()
    (outside / "Foto Besar.JPG").write_bytes(phone)
    (outside / "Surat Ku.md").write_text("##Salah\n")
    content = trees.write(tmp_path, {"images/Foto Besar.jpg": PHOTO})
    (content / "images/Foto Luar.JPG").symlink_to(outside / "Foto Besar.JPG")
    (content / "images/foto-besar.jpg").symlink_to(outside / "Foto Besar.JPG")
    (content / "artikel/2025/Surat.md").symlink_to(outside / "Surat Ku.md")
    (content / "artikel/Folder Luar").symlink_to(outside)
    kept = state(outside)
    links = {name: value for name, value in state(content).items() if isinstance(value[0], str)}
    fix(content)
    assert state(outside) == kept
    assert {name: value for name, value in state(content).items() if isinstance(value[0], str)} == links
    assert (content / "images/foto-besar-2.jpg").read_bytes() == PHOTO


def test_only_what_was_named_is_repaired_but_what_refers_to_it_follows_everywhere(tmp_path: Path, phone: bytes) -> None:
    given = trees.article("![a](Foto Satu.JPG) ![b](Foto Dua.JPG)\n\n##Salah\n")
    content = trees.write(tmp_path, {"images/Foto Satu.JPG": phone, "images/Foto Dua.JPG": phone, "artikel/2025/a.md": given})
    code, lines = fix(content, content / "images/Foto Satu.JPG")
    assert code == 0, lines
    assert (content / "artikel/2025/a.md").read_text("utf-8") == given.replace("Foto Satu.JPG", "foto-satu.jpg")
    assert (content / "images/Foto Dua.JPG").read_bytes() == phone
    assert (content / "images/foto-satu.jpg").stat().st_size < 1_000_000


def test_report_after_the_repair_is_about_the_file_under_its_new_name(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"artikel/2025/Satu.md": trees.article(tags="[tidakada]")})
    code, lines = fix(content, content / "artikel/2025/Satu.md")
    assert code == 1
    assert any("artikel/2025/satu.md:5:8: kesalahan[unknown-tag]" in line for line in lines)


def test_report_after_the_repair_is_about_everything_when_nothing_was_named(tmp_path: Path) -> None:
    wrong = trees.article(tags="[tidakada]")
    content = trees.write(tmp_path, {"artikel/2025/Perawat FINAL (1).md": trees.article(), "artikel/2025/lain.md": wrong})
    code, lines = fix(content)
    again, found = desk.check(content, [], "text", "id", trees.DATE)
    assert lines[0].startswith("dinamai ulang: artikel/2025/Perawat FINAL (1).md -> ")
    assert (code, lines[1:]) == (again, list(found))
    assert code == 1
    (content / "artikel/2025/lain.md").unlink()
    (content / "artikel/2025/perawat-final-1.md").rename(content / "artikel/2025/Perawat FINAL (1).md")
    read = len([path for path in content.rglob("*") if path.is_file()])
    assert fix(content)[1][-1] == f"{read} berkas diperiksa, tidak ada temuan"


# --- what messages say --------------------------------------------------------------------------


def test_messages_name_the_command_and_the_command_takes_what_they_name(
    tmp_path: Path, phone: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = trees.write(tmp_path, {"images/WhatsApp Image 2025.JPEG": phone})
    _, lines = desk.check(content, [], "text", "id", trees.DATE)
    said = [line.partition(" = bantuan: ")[2] for line in lines for line in line.split("\n") if "bantuan" in line]
    command = 'python3 scripts/check.py --fix "content/images/WhatsApp Image 2025.JPEG"'
    assert said == [
        f'jalankan {command} untuk mengganti namanya menjadi "whatsapp-image-2025.jpeg"; tulisan yang menyebut nama lama ikut disesuaikan',
        f"jalankan {command} untuk mengecilkannya",
    ]
    for named in ("content/images/WhatsApp Image 2025.JPEG", "images/WhatsApp Image 2025.JPEG"):
        for place in (tmp_path, tmp_path / "tempat lain"):
            place.mkdir(exist_ok=True)
            monkeypatch.chdir(place)
            code, found = desk.check(content, [Path(named)], "text", "id", trees.DATE)
            assert (code, found[-1]) == (1, "2 kesalahan, 0 peringatan"), named


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_command_with_any_name_is_one_word_or_no_name_at_all(name: str) -> None:
    path = PurePosixPath("images", f"{name}.JPG")
    words = shlex.split(files.command(path))
    assert words[:3] == ["python3", "scripts/check.py", "--fix"]
    assert words[3:] in ([f"content/{path}"], [])


@pytest.mark.parametrize(
    "name", ["$(touch x)", "`touch x`", 'a" ; touch x ; "', "a\\", "%PATH%", "!!", "a\nb", "a\u202eb", "a\x1b[2Jb", "a\u201db"]
)
def test_name_that_a_shell_would_carry_out_or_that_deceives_is_left_out_of_the_command(name: str) -> None:
    assert files.command(PurePosixPath("images", name)) == "python3 scripts/check.py --fix"


def test_harmless_names_reach_the_program_as_they_are(tmp_path: Path) -> None:
    names = [
        "a b.JPG",
        "it's (1).JPG",
        "a&b;c|d<e>f.JPG",
        "*?[x]{a,b}~#.JPG",
        "café ビザ 👩‍⚕️.JPG".replace("\u200d", ""),
        "Foto.JPG",
        "-rf.JPG",
    ]
    for name in names:
        command = files.command(PurePosixPath("images", name)).replace("python3 scripts/check.py --fix", "printf %s")
        done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=True)
        assert done.stdout.decode() == f"content/images/{name}"


@pytest.mark.parametrize(
    ("path", "size", "command"),
    [
        ("images/a.jpg", files.IMAGE_LIMIT + 1, "python3 scripts/check.py --fix content/images/a.jpg"),
        ("images/a.jpg", files.SHRINK_LIMIT + 1, ""),
        ("images/a.svg", files.IMAGE_LIMIT + 1, ""),
    ],
)
def test_command_is_named_only_where_it_can_help(tmp_path: Path, path: str, size: int, command: str) -> None:
    (tmp_path / "images").mkdir()
    with (tmp_path / path).open("wb") as file:
        file.truncate(size)
    (entry,) = files.scan(tmp_path)
    assert [d.values["command"] for d in entry.defects] == [command]


def test_photo_of_a_kind_that_is_not_used_is_told_how_to_become_a_jpg_and_nothing_about_its_size(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    for name in ("a.heic", "b.heif", "c.bmp", "d.tiff"):
        (tmp_path / "images" / name).write_bytes(b"x" * 7_000_000)
    assert [[d.rule for d in entry.defects] for entry in files.scan(tmp_path)] == [["file-name"]] * 4


# --- rehearsal ----------------------------------------------------------------------------------


def test_rehearsal_says_what_the_repair_will_do_and_does_nothing(
    tmp_path: Path, phone: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    more: dict[str, str | bytes] = {
        "images/Foto Besar.JPG": phone,
        "images/Rusak Sekali.jpg": phone[: files.IMAGE_LIMIT + 99],
        "artikel/2025/Visa Kerja.MD": trees.article("![a](Foto Besar.JPG)\n\n##Salah\n"),
    }
    content = trees.write(tmp_path, more)
    (content / "images/tautan.jpg").symlink_to(content / "images/visa.jpg")
    monkeypatch.chdir(tmp_path)
    left = set(Path(os.environ.get("TMPDIR", "/tmp")).glob("rantau-*"))
    before = state(content)
    code, shown = fix(Path("content"), rehearse=True)
    assert (code, state(content)) == (1, before)
    assert set(Path(os.environ.get("TMPDIR", "/tmp")).glob("rantau-*")) <= left
    _, done = fix(Path("content"))
    assert shown[0] == "percobaan: belum ada yang diubah; --fix akan melakukan ini:"
    acts = [line for line in done if line.startswith(("di", "tidak di"))]
    assert len(acts) == 6
    assert shown[1:7] == acts
    assert shown[7:9] == ["--- content/artikel/2025/Visa Kerja.MD", "+++ content/artikel/2025/visa-kerja.md"]
    changed = [line for line in shown[9:] if line.startswith(("+", "-"))]
    assert changed == ["-![a](Foto Besar.JPG)", "+![a](foto-besar.jpg)", "-##Salah", "+## Salah"]


def test_rehearsal_of_sound_content_says_that_there_is_nothing_to_do(tmp_path: Path) -> None:
    code, lines = fix(trees.write(tmp_path, {}), rehearse=True)
    assert (code, lines[0]) == (0, "tidak ada yang diperbaiki; semua berkas tetap seperti semula")


def test_rehearsal_without_second_names_copies_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(self))

    content = trees.write(tmp_path, {"images/Foto Saya.JPG": PHOTO, "artikel/2025/a.md": trees.article("![a](Foto Saya.JPG)\n")})
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    before = state(content)
    shown = fix(content, rehearse=True)[1]
    assert state(content) == before
    assert fix(content)[1][0] == shown[1] == "dinamai ulang: images/Foto Saya.JPG -> images/foto-saya.jpg (1 rujukan disesuaikan)"


# --- sizes --------------------------------------------------------------------------------------


def one(root: Path, name: str, data: bytes) -> tuple[Path, list[str]]:
    """The one image of a content directory after the repairs, and what they said of images."""
    content = trees.write(root, {f"images/{name}": data})
    lines = fix(content)[1]
    return content / "images" / name, [line for line in lines if "diperkecil" in line]


def padded(data: bytes) -> bytes:
    """The file made too large by what stands behind the picture."""
    return data + b"\0" * (files.IMAGE_LIMIT + 1 - len(data))


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")])
def test_image_keeps_its_format_and_a_small_one_its_size(tmp_path: Path, kind: str, ending: str) -> None:
    path, lines = one(tmp_path, f"a.{ending}", padded(trees.photo(60, 40, kind)))
    assert len(lines) == 1
    assert lines[0].startswith(f"diperkecil: images/a.{ending} 5,1 MB -> ")
    with Image.open(path) as image:
        assert (image.format, image.size) == (kind, (60, 40))


def test_png_stays_png_below_the_limit(tmp_path: Path) -> None:
    path, _ = one(tmp_path, "a.png", noise(800, 800, "PNG", "RGBA") + b"\0" * 5_000_000)
    assert path.stat().st_size < files.IMAGE_LIMIT
    with Image.open(path) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (800, 800), "RGBA")


def test_png_too_large_as_it_is_gets_fewer_pixels(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.frombytes("RGB", (1600, 1600), os.urandom(1600 * 1600 * 3)).save(buffer, "PNG")
    path, _ = one(tmp_path, "a.png", buffer.getvalue())
    assert path.stat().st_size < files.IMAGE_LIMIT
    with Image.open(path) as image:
        assert image.size[0] == image.size[1] < 1600


@pytest.mark.parametrize("orientation", range(1, 9))
def test_image_is_turned_upright_as_its_metadata_said(tmp_path: Path, orientation: int) -> None:
    upright = Image.new("RGB", (60, 40), (0, 0, 200))
    upright.paste((200, 0, 0), (0, 0, 20, 20))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(Image.Transpose(back[orientation])) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    buffer = io.BytesIO()
    stored.save(buffer, "JPEG", quality=95, exif=exif)
    path, _ = one(tmp_path, "a.jpg", padded(buffer.getvalue()))
    with Image.open(path) as image:
        assert image.size == (60, 40)
        places = {(5, 5): "red", (55, 5): "blue", (5, 35): "blue", (55, 35): "blue"}
        for place, colour in places.items():
            red, _, blue = image.convert("RGB").getpixel(place)  # type: ignore[misc]
            assert (red > blue) == (colour == "red"), place


def test_colours_of_another_profile_become_those_of_srgb(tmp_path: Path) -> None:
    """Blue of a profile with another white point is another blue in sRGB; a damaged profile changes nothing."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = bytearray(lab)
    red, blue = lab.index(b"rXYZ"), lab.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    for number, (profile, colour) in enumerate(
        [(lab, (200, 30, 30)), (bytes(swapped), (30, 30, 200)), (lab[:200], (200, 30, 30)), (b"x" * 99, (200, 30, 30))]
    ):
        buffer = io.BytesIO()
        Image.new("RGB", (40, 40), (200, 30, 30)).save(buffer, "PNG", icc_profile=profile)
        path, _ = one(tmp_path / str(number), "a.png", padded(buffer.getvalue()))
        with Image.open(path) as image:
            assert "icc_profile" not in image.info
            found = image.convert("RGB").getpixel((5, 5))
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 6 for a, b in zip(found, colour, strict=True)), number


def moving() -> bytes:
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (50, 50), (n, 0, 0)) for n in (0, 100, 200)]
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def bomb(side: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (side, side)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.gif", moving(), "gambar bergerak tidak dapat dikecilkan; pakai satu gambar diam"),
        ("a.png", bomb(7100), "pikselnya lebih dari 50 juta; kecilkan di ponsel atau dengan Paint"),
        ("a.jpg", b"bukan gambar", "gambarnya tidak dapat dibuka"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>' + b" " * 5_300_000, "gambar SVG tidak dapat dikecilkan"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' + b" " * 5_300_000, "gambarnya tidak dapat dibuka"),
    ],
)
def test_image_that_cannot_be_shrunk_stays_byte_for_byte(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    given = data if len(data) > files.IMAGE_LIMIT else padded(data)
    path, lines = one(tmp_path, name, given)
    assert lines == [f"tidak diperkecil: images/{name}: {reason}"]
    assert path.read_bytes() == given


def test_photo_cut_off_in_the_middle_stays_byte_for_byte(tmp_path: Path, phone: bytes) -> None:
    path, lines = one(tmp_path, "a.jpg", phone[: files.IMAGE_LIMIT + 1])
    assert lines == ["tidak diperkecil: images/a.jpg: gambarnya tidak dapat dibuka"]
    assert path.read_bytes() == phone[: files.IMAGE_LIMIT + 1]


def test_file_of_over_60_mb_is_not_opened(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {})
    with (content / "images/a.jpg").open("wb") as file:
        file.truncate(files.SHRINK_LIMIT + 1)
    before = (content / "images/a.jpg").stat().st_atime_ns
    code, lines = fix(content)
    assert (code, lines[0]) == (1, "tidak diperkecil: images/a.jpg: lebih dari 60 MB; kecilkan di ponsel atau dengan Paint")
    assert (content / "images/a.jpg").stat().st_atime_ns == before


def test_second_picture_behind_a_photo_goes_and_the_photo_stays() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 0, 0)).save(buffer, "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40))])
    data, problem = pictures.shrink(PurePosixPath("images/a.jpg"), padded(buffer.getvalue()), files.IMAGE_LIMIT)
    assert (problem, pictures.inspect(PurePosixPath("images/a.jpg"), data).format) == ("", "jpeg")
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1)


@pytest.mark.parametrize("size", [(2560, 2000), (1, 9000), (9000, 1), (5000, 30)])
def test_longer_side_is_2560_at_most_and_no_side_is_lost(size: tuple[int, int]) -> None:
    data = padded(trees.photo(*size, "PNG"))
    made, _ = pictures.shrink(PurePosixPath("images/a.png"), data, files.IMAGE_LIMIT)
    with Image.open(io.BytesIO(made)) as image:
        assert max(image.size) == 2560
        assert min(image.size) >= 1


def test_replaced_image_keeps_its_mode_and_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(PHOTO)
    path.chmod(0o640)
    edits.replace(path, OTHER)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (OTHER, 0o640)
    edits.replace(tmp_path / "b.jpg", OTHER)
    assert (tmp_path / "b.jpg").stat().st_mode & 0o777 == 0o644
    (tmp_path / "c").mkdir()
    with pytest.raises(IsADirectoryError):
        edits.replace(tmp_path / "c", OTHER)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jpg", "b.jpg", "c"]


def test_folder_that_cannot_be_written_to_is_a_sentence_and_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    content = trees.write(tmp_path, {"images/a.jpg": padded(PHOTO)})
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert fix(content)[1][0] == "tidak diperkecil: images/a.jpg: tidak dapat ditulis: tidak diizinkan (Permission denied)"


def test_a_hundred_photos_are_repaired_in_one_run(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {f"images/Foto {n}.JPG": trees.photo(20 + n, 20) for n in range(100)}
    links = "\n\n".join(f"![foto](Foto {n}.JPG)" for n in range(100))
    content, lines = mended(tmp_path, {**more, "artikel/2025/a.md": trees.article(links + "\n")})
    assert sum(line.startswith("dinamai ulang: ") for line in lines) == 100
    text = (content / "artikel/2025/a.md").read_text("utf-8")
    assert "Foto " not in text
    for number in range(100):
        assert (content / f"images/foto-{number}.jpg").read_bytes() == trees.photo(20 + number, 20)


@pytest.mark.parametrize(
    "names",
    [
        {"A b.JPG": 1, "A_b.jpg": 2},
        {"A b.JPG": 1, "a-b.jpg": 2, "a B.jpg": 2, "A-B.JPG": 3},
        {"a B.jpg": 1, "A-B.JPG": 1, "b.jpg": 3, "B.JPG": 3},
    ],
)
def test_no_picture_is_lost_and_every_link_still_means_the_same(tmp_path: Path, names: dict[str, int]) -> None:
    given: dict[str, str | bytes] = {f"images/{name}": trees.photo(10 * value, 10) for name, value in names.items()}
    body = "".join(f"![x]({name})\n" for name in names)
    content, _ = mended(tmp_path, {**given, "artikel/2025/a.md": trees.article(body)})
    after = (content / "artikel/2025/a.md").read_text("utf-8").split("![x](")[1:]
    assert [(content / "images" / part.partition(")")[0]).read_bytes() for part in after] == list(given.values())

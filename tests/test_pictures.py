"""Images are published only if they can be decoded, drawings only if they do nothing but draw."""

import io
import struct
import zlib
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rantau import pictures, svg
from rantau.model import Asset
from rantau.text.pictures import published_path, widths
from tests.trees import photo

ORIENTATION = 0x0112


def inspect(data: bytes, name: str = "images/foto.jpg") -> Asset:
    return pictures.inspect(PurePosixPath(name), data)


def problem(data: bytes, name: str = "images/foto.jpg") -> tuple[str, str]:
    (defect,) = inspect(data, name).defects
    assert defect.rule == "undecodable-image"
    return defect.values["problem"], defect.values["detail"]


def turned(orientation: int, kind: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return photo(60, 40, kind, exif=exif)


def png_header(width: int, height: int) -> bytes:
    """A PNG file whose header promises that size, and which ends soon after it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")])
def test_format_and_size_are_those_of_the_bytes(kind: str, name: str) -> None:
    found = inspect(photo(60, 40, kind))
    assert (found.format, found.width, found.height, found.defects) == (name, 60, 40, ())


@pytest.mark.parametrize(("orientation", "size"), [(1, (60, 40)), (2, (60, 40)), (3, (60, 40)), (4, (60, 40)), (5, (40, 60)), (6, (40, 60)), (7, (40, 60)), (8, (40, 60)), (9, (60, 40))])
def test_photo_held_upright_is_measured_as_it_is_seen(orientation: int, size: tuple[int, int]) -> None:
    found = inspect(turned(orientation))
    assert (found.width, found.height) == size


def test_picture_of_one_pixel_is_a_picture() -> None:
    found = inspect(photo(1, 1, "PNG"), "images/a.png")
    assert (found.width, found.height, found.defects) == (1, 1, ())


def test_empty_file_says_so() -> None:
    assert problem(b"") == ("empty", "")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_file_cut_off_in_the_middle_is_broken(kind: str) -> None:
    noise = Image.effect_noise((200, 200), 90)
    buffer = io.BytesIO()
    noise.convert("RGB").save(buffer, kind)
    assert problem(buffer.getvalue()[: len(buffer.getvalue()) // 2])[0] == "broken"


@pytest.mark.parametrize("size", [(60_000, 60_000), (7072, 7072), (2**31 - 1, 2**31 - 1)])
def test_header_that_promises_too_many_pixels_is_refused_before_decoding(size: tuple[int, int]) -> None:
    assert problem(png_header(*size))[0] == "pixels"


def test_fifty_megapixels_are_allowed() -> None:
    assert problem(png_header(10_000, 5_000))[0] == "broken"


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"  <html lang=id>", "HTML"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC/AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"bukan gambar", ""),
        (b"\0", ""),
    ],
)
def test_file_of_another_format_is_named_where_it_is_known(data: bytes, detail: str) -> None:
    assert problem(data) == ("format", detail)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM"])
def test_format_that_browsers_or_the_site_do_not_take_is_refused(kind: str) -> None:
    assert problem(photo(60, 40, kind))[0] == "format"


def test_png_named_jpg_is_published_under_a_right_ending() -> None:
    found = inspect(photo(60, 40, "PNG"), "images/foto.jpg")
    assert found.format == "png"
    assert str(published_path(found)) == "gambar/0/images/foto.jpg.png"


def test_image_is_published_small_and_large() -> None:
    found = Asset(PurePosixPath("images/a.jpg"), 1, "jpeg", 2000, 1000)
    assert widths(found) == (240, 480, 720, 1280)
    assert [str(published_path(found, w)) for w in (480, 1280)] == ["gambar/480/images/a.jpg", "images/a.jpg"]


@pytest.mark.parametrize(("width", "sizes"), [(1, (1,)), (240, (240,)), (300, (300,)), (301, (240, 301)), (600, (240, 600)), (601, (240, 480, 601)), (900, (240, 480, 900)), (5000, (240, 480, 720, 1280))])
def test_image_is_never_enlarged(width: int, sizes: tuple[int, ...]) -> None:
    assert widths(Asset(PurePosixPath("images/a.jpg"), 1, "jpeg", width, width)) == sizes


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6), st.integers(0, 500))
def test_damaged_images_never_raise(kind: str, damage: list[tuple[int, int]], length: int) -> None:
    data = bytearray(photo(20, 20, kind))
    for place, value in damage:
        data[place % len(data)] = value
    found = inspect(bytes(data[:length]))
    assert bool(found.format) != bool(found.defects)


# --- drawings -----------------------------------------------------------------------------------

XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def drawing(inside: str, more: str = "") -> str:
    return svg.check(f'<svg {XMLNS} viewBox="0 0 10 10" {more}>{inside}</svg>'.encode())


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h10v10z" fill="#c00"/>',
        "<title>Judul</title><desc>Gambar rumah</desc>",
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect width="1" height="1" fill="url(#a)"/>',
        '<rect fill="url( \'#a\' )"/>',
        '<symbol id="b"><circle r="1"/></symbol><use href="#b"/>',
        '<g transform="rotate(3)"><text x="1">Teks &lt;script&gt; &#233;</text></g>',
        '<text>javascript:alert(1) https://contoh.example/ onclick=x</text>',
        "<!-- catatan <script> -->",
        "<text><![CDATA[<script>]]></text>",
        '<clipPath id="c"><rect width="1"/></clipPath><g clip-path="url(#c)" mask="url(#d)"/>',
        '<path xml:space="preserve" d=""/>',
    ],
)
def test_drawing_that_only_draws_is_innocent(inside: str) -> None:
    assert drawing(inside) == ""


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<SCRIPT/>", "SCRIPT"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "s:script"),
        ("<foreignObject/>", "foreignObject"),
        ("<style>@import 'x'</style>", "style"),
        ("<image href='https://a.example/'/>", "image"),
        ("<a href='javascript:x'/>", "a"),
        ("<animate attributeName='href'/>", "animate"),
        ("<set/>", "set"),
        ("<filter/>", "filter"),
        ("<iframe/>", "iframe"),
        ("<path onload='x'/>", "onload"),
        ("<path ONLOAD='x'/>", "ONLOAD"),
        ("<path style='fill:url(https://a.example/)'/>", "style"),
        ("<use href='https://a.example/#b'/>", "href=https://a.example/#b"),
        ("<use xlink:href='data:x' xmlns:xlink='http://www.w3.org/1999/xlink'/>", "xlink:href=data:x"),
        ("<use href=' #a b'/>", "href= #a b"),
        ("<rect fill='url(https://a.example/x)'/>", "fill=url(https://a.example/x)"),
        ("<rect fill='URL(//a.example)'/>", "fill=URL(//a.example)"),
        ("<rect fill='url(#a) url(//a.example)'/>", "fill=url(#a) url(//a.example)"),
        ('<rect fill="url(&#34;//a.example&#34;)"/>', 'fill=url("//a.example")'),
        ("<rect fill='u&#114;l(//a.example)'/>", "fill=url(//a.example)"),
        ("<rect fill='u\\72l(//a.example)'/>", "fill=u\\72l(//a.example)"),
        ("<rect fill='ur/**/l(//a.example)'/>", ""),
        ("<g xmlns='http://www.w3.org/1999/xhtml'/>", "xmlns=http://www.w3.org/1999/xhtml"),
        ("<g xmlns:x='http://www.w3.org/2000/svg'/>", "xmlns:x"),
        ("<g xml:base='https://a.example/'/>", "xml:base"),
        ("<?xml-stylesheet href='https://a.example/'?>", "?xml-stylesheet"),
    ],
)
def test_drawing_that_may_do_more_is_refused_by_name(inside: str, named: str) -> None:
    assert drawing(inside) == named


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
        b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://a.example/'><svg/>",
    ],
)
def test_declaration_that_could_blow_up_is_refused(data: bytes) -> None:
    assert svg.check(data) == "!DOCTYPE"


@pytest.mark.parametrize("data", [b"", b"<svg", b"<svg/><svg/>", b"<html/>", b"bukan", b"<svg>&a;</svg>", b"\xff\xfe", b"<svg a='1' a='2'/>"])
def test_file_that_is_no_drawing_is_broken(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        svg.check(data)
    assert problem(data, "images/a.svg")[0] == "broken"


def test_drawing_has_no_size_in_pixels_and_keeps_its_name() -> None:
    found = inspect(f"<svg {XMLNS}/>".encode(), "images/a.svg")
    assert (found.format, found.width, found.defects) == ("svg", 0, ())
    assert str(published_path(found)) == "images/a.svg"


def test_refused_drawing_is_an_unsafe_image() -> None:
    (defect,) = inspect(f"<svg {XMLNS}><script/></svg>".encode(), "images/a.svg").defects
    assert (defect.rule, dict(defect.values)) == ("unsafe-image", {"element": "script"})


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=80))
def test_no_bytes_make_the_reading_of_a_drawing_fail(data: bytes) -> None:
    for candidate in (data, b"<svg>" + data + b"</svg>"):
        found = inspect(candidate, "images/a.svg")
        assert bool(found.format) != bool(found.defects)

"""Images are published only if they can be decoded, drawings only if they do nothing but draw."""

import io
import itertools
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from rantau import pages, pictures, pipeline, svg
from rantau.model import Asset
from rantau.text.pictures import published_path, widths
from tests import trees
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


# --- what is published ---------------------------------------------------------------------------

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
MODES = {
    "JPEG": ("L", "RGB", "CMYK"),
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("1", "L", "P", "RGB", "RGBA"),
}
# What a picture needs to be drawn; the first of a JPEG is its JFIF header.
NEEDED = {
    "JPEG": {"E0", "DB", "C0", "C2", "C4", "DA", "D9"},
    "PNG": {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"},
    "WEBP": {"VP8 ", "VP8L", "VP8X", "ALPH"},
    "GIF": {"F9", "2C", "3B"},
}
SECRET = b"Rahasia"


def parts(data: bytes) -> set[str]:
    """The kinds of pieces in an image file, and "REST" for what stands behind its end."""
    reader = {b"\xff\xd8": _jpeg, b"\x89P": _png, b"RI": _webp, b"GI": _gif}[data[:2]]
    return set(reader(data))


def _jpeg(data: bytes) -> Iterator[str]:
    place = 2
    while place < len(data):
        assert data[place] == 0xFF
        kind = data[place + 1]
        yield f"{kind:02X}"
        if kind == 0xD9:
            break
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        while kind == 0xDA and not (data[place] == 0xFF and data[place + 1] not in (0, *range(0xD0, 0xD8))):
            place += 1
    if place + 2 != len(data):
        yield "REST"


def _png(data: bytes) -> Iterator[str]:
    place, kind = 8, ""
    while place < len(data) and kind != "IEND":
        kind = data[place + 4 : place + 8].decode("latin-1")
        yield kind
        place += 12 + struct.unpack(">I", data[place : place + 4])[0]
    if place != len(data):
        yield "REST"


def _webp(data: bytes) -> Iterator[str]:
    place, end = 12, 8 + struct.unpack("<I", data[4:8])[0]
    while place < end:
        yield data[place : place + 4].decode("latin-1")
        size = struct.unpack("<I", data[place + 4 : place + 8])[0]
        place += 8 + size + size % 2
    if end != len(data):
        yield "REST"


def _gif(data: bytes) -> Iterator[str]:
    def table(flags: int) -> int:
        return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0

    place = 13 + table(data[10])
    while data[place] != 0x3B:
        yield f"{data[place + 1] if data[place] == 0x21 else data[place]:02X}"
        place += 2 if data[place] == 0x21 else 11 + table(data[place + 9])
        while data[place]:
            place += data[place] + 1
        place += 1
    yield "3B"
    if place + 1 != len(data):
        yield "REST"


def scene_of(mode: str, size: tuple[int, int] = (50, 30)) -> Image.Image:
    """A picture of the mode with the colours from dark to light, transparent on the left where the mode can be."""
    if mode == "I;16":
        return Image.frombytes(mode, size, struct.pack(f"<{size[0] * size[1]}H", *(x * 1300 for _ in range(size[1]) for x in range(size[0]))))
    image = Image.linear_gradient("L").rotate(90).resize(size)
    if mode in ("LA", "RGBA"):
        image = image.convert("RGB").convert(mode)
        image.putalpha(Image.new("L", size, 255))
        image.paste(0 if mode == "LA" else (0, 0, 0, 0), (0, 0, 10, size[1]))
        return image
    return image.convert("RGB").convert(mode) if mode == "CMYK" else image.convert(mode)


def talkative(image: Image.Image, kind: str, **more: object) -> bytes:
    """The image's file with everything that such a file can tell of its origin."""
    exif = Image.Exif()
    exif[ORIENTATION] = more.pop("orientation", 1)
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (6.0, 10.0, 30.0)
    said: dict[str, object] = {"comment": SECRET, "xmp": b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>", "dpi": (300, 300)}
    if kind != "GIF":
        said |= {"exif": exif, "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()}
    if kind == "PNG":
        said["pnginfo"] = PngImagePlugin.PngInfo()
        said["pnginfo"].add_text("Author", SECRET.decode(), zip=True)  # type: ignore[attr-defined]
        said["pnginfo"].add_itxt("Place", SECRET.decode())  # type: ignore[attr-defined]
    buffer = io.BytesIO()
    image.save(buffer, kind, **(said | more))
    return buffer.getvalue()


def gallery() -> dict[str, bytes]:
    """Images by their file names: every mode of every format, and what cameras, programs and pranksters make of them."""
    made = {f"{kind}-{mode}".lower().replace(";", ""): (kind, talkative(scene_of(mode), kind)) for kind, modes in MODES.items() for mode in modes}
    for number in range(1, 9):
        for kind in ("JPEG", "PNG", "WEBP"):
            made[f"{kind}-putar-{number}".lower()] = kind, talkative(scene_of("RGB"), kind, orientation=number)
    frames = [scene_of("RGB"), scene_of("RGB").rotate(90), scene_of("RGB").rotate(180)]
    for kind in ("GIF", "WEBP", "PNG"):
        made[f"{kind}-bergerak".lower()] = kind, talkative(frames[0], kind, save_all=True, append_images=frames[1:], duration=90)
    # Phones write such files: a second picture stands behind the first.
    made["mpo"] = "JPEG", talkative(frames[0], "MPO", save_all=True, append_images=frames[1:])
    made["progresif"] = "JPEG", talkative(scene_of("RGB"), "JPEG", progressive=True)
    palette = scene_of("RGB").quantize(8)
    made["palet-bening"] = "PNG", talkative(palette, "PNG", transparency=0)
    made["palet-setengah"] = "PNG", talkative(palette, "PNG", transparency=bytes(range(0, 240, 30)))
    made["warna-bening"] = "PNG", talkative(scene_of("RGB"), "PNG", transparency=scene_of("RGB").getpixel((25, 15)))
    made["gif-bening"] = "GIF", talkative(palette, "GIF", transparency=0)
    made["teks-besar"] = "PNG", _with_chunk(talkative(scene_of("RGB"), "PNG"), b"tEXt", b"Comment\0" + SECRET * 100_000)
    made["panjang"] = "PNG", talkative(scene_of("RGB", (3000, 2)), "PNG")
    made["tinggi"] = "WEBP", talkative(scene_of("RGB", (2, 3000)), "WEBP")
    for kind in MODES:
        for name, tail in (("zip", b"PK\x03\x04"), ("html", b"<script>alert(1)</script>"), ("nol", b"\0" * 999)):
            made[f"{kind}-{name}".lower()] = kind, talkative(scene_of("RGB"), kind) + tail + SECRET
    files = {f"{name}.{ENDINGS[kind]}": data for name, (kind, data) in made.items()}
    files["salah-akhiran.jpg"] = talkative(scene_of("RGBA"), "PNG")
    files["salah-akhiran.png"] = talkative(scene_of("RGB"), "JPEG", orientation=6)
    return files


def _with_chunk(png: bytes, name: bytes, data: bytes) -> bytes:
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return png[:33] + chunk + png[33:]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is published of the gallery, by path."""
    root, files = tmp_path_factory.mktemp("galeri"), gallery()
    body = "\n\n".join(f"![contoh {number}](/images/{name})" for number, name in enumerate(files))
    scene = trees.scene(root, {"artikel/2025/a.md": trees.article(body + "\n"), **{f"images/{name}": data for name, data in files.items()}})
    assert pipeline.examine(scene.library) == ()
    found = {str(path): data for path, data in pipeline.publish(scene, pages.every(scene), root / "content")}
    shown = {path: data for path, data in found.items() if path.startswith(("images/", "gambar/"))}
    assert {PurePosixPath(path).name.partition(".")[0] for path in shown} >= {name.partition(".")[0] for name in files}
    return shown


def test_the_gallery_says_what_must_not_be_published() -> None:
    told = {name for name, data in gallery().items() if parts(data) - NEEDED[_kind(data)]}
    assert told == set(gallery())


def _kind(data: bytes) -> str:
    return {b"\xff\xd8": "JPEG", b"\x89P": "PNG", b"RI": "WEBP", b"GI": "GIF"}[data[:2]]


def test_nothing_but_the_picture_is_published(published: dict[str, bytes]) -> None:
    strange = {path: parts(data) - NEEDED[_kind(data)] for path, data in published.items()}
    assert {path: kinds for path, kinds in strange.items() if kinds} == {}
    assert [path for path, data in published.items() if SECRET in data] == []
    for path, data in published.items():
        with Image.open(io.BytesIO(data)) as image:
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "version", "background", "transparency", "duration", "loop", "timestamp"}, path
            assert (dict(image.getexif()), getattr(image, "n_frames", 1)) == ({}, 1), path


def test_dark_stays_dark_light_stays_light_and_transparent_stays_transparent(published: dict[str, bytes]) -> None:
    for kind, modes in MODES.items():
        for mode in (m for m in modes if m != "1"):
            name = f"images/{kind}-{mode}.{ENDINGS[kind]}".lower().replace(";", "")
            with Image.open(io.BytesIO(published[name])) as image:
                pixels = [image.convert("RGBA").getpixel((x, 15)) for x in (1, 12, 25, 48)]
                left, dark, middle, light = (p for p in pixels if isinstance(p, tuple))
            clear = mode in ("LA", "RGBA")
            assert left[3] == (0 if clear else 255), name
            levels = sorted((dark[0], light[0]))
            assert levels[0] < 110 < 190 < levels[1], (name, dark, light)
            assert 80 < middle[0] < 175, (name, middle)


@pytest.mark.parametrize("name", ["palet-bening.png", "gif-bening.gif", "warna-bening.png"])
def test_transparent_colour_stays_transparent(published: dict[str, bytes], name: str) -> None:
    given = Image.open(io.BytesIO(gallery()[name])).convert("RGBA").getchannel("A")
    with Image.open(io.BytesIO(published[f"images/{name}"])) as image:
        assert image.convert("RGBA").getchannel("A").tobytes() == given.tobytes()
    assert 0 in set(given.tobytes())


def test_picture_is_published_upright_however_it_was_held(published: dict[str, bytes]) -> None:
    for kind, number in itertools.product(("JPEG", "PNG", "WEBP"), range(1, 9)):
        with Image.open(io.BytesIO(published[f"images/{kind}-putar-{number}.{ENDINGS[kind]}".lower()])) as image:
            assert image.size == ((50, 30) if number < 5 else (30, 50)), (kind, number)


def test_second_picture_of_a_phone_is_no_reason_to_refuse_its_photo() -> None:
    data = gallery()["mpo.jpg"]
    found = inspect(data)
    assert (found.format, found.width, found.defects) == ("jpeg", 50, ())
    assert str(published_path(found)) == "images/foto.jpg"


def test_orientation_that_makes_no_sense_is_none() -> None:
    for value in (0, 9, 65535, "enam", b"\6"):
        exif = Image.Exif()
        exif[0x010E] = "x"
        exif[ORIENTATION] = value
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                data = photo(60, 40, exif=exif)
            except (TypeError, ValueError, struct.error):
                continue
        assert (inspect(data).width, inspect(data).defects) == (60, ()), value
    broken = bytearray(turned(6))
    start = broken.index(b"Exif")
    broken[start + 6 : start + 32] = b"MM\0*" + b"\xff" * 22
    assert (inspect(bytes(broken)).width, inspect(bytes(broken)).defects) == (60, ())


def test_cut_off_at_every_tenth_an_image_is_decoded_or_diagnosed(capfd: pytest.CaptureFixture[str]) -> None:
    for name, data in gallery().items():
        for tenth in range(10):
            found = inspect(data[: len(data) * tenth // 10], f"images/{name}")
            assert bool(found.format) != bool(found.defects), (name, tenth)
            assert {d.rule for d in found.defects} <= {"undecodable-image"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", [b"IHDR", b"IDAT", b"PLTE", b"IEND"])
def test_wrong_checksum_is_decoded_or_diagnosed(name: bytes) -> None:
    data = bytearray(gallery()["png-p.png"])
    place = data.index(name) + 4
    size = struct.unpack(">I", data[place - 8 : place - 4])[0]
    data[place + size] ^= 0xFF
    found = inspect(bytes(data), "images/a.png")
    assert bool(found.format) != bool(found.defects)


@pytest.mark.parametrize("name", [b"iCCP", b"zTXt", b"iTXt"])
def test_compressed_metadata_that_blow_up_are_not_unpacked_without_end(name: bytes) -> None:
    bomb = zlib.compress(b"\0" * 100_000_000, 9)
    head = {b"iCCP": b"x\0\0", b"zTXt": b"x\0\0", b"iTXt": b"x\0\1\0\0\0"}[name]
    found = inspect(_with_chunk(photo(20, 20, "PNG"), name, head + bomb), "images/a.png")
    assert bool(found.format) != bool(found.defects)


def test_interlaced_picture_of_16_bits_is_read() -> None:
    """Adam7 with one pixel: the first pass is all there is."""
    header = struct.pack(">IIBBBBB", 1, 1, 16, 2, 0, 0, 1)
    start = b"\x89PNG\r\n\x1a\n"
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" + struct.pack(">HHH", 65535, 0, 0))), (b"IEND", b""))
    data = start + b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    found = inspect(data, "images/a.png")
    assert (found.format, found.width, found.defects) == ("png", 1, ())


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

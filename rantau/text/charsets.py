"""Bytes of a file that says nothing of its letters become text: by their mark, as UTF-8, or as Windows wrote them."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Of all characters; a text pasted from a terminal has a few of them, an archive or a picture one in ten.
_MOST_CONTROLS = 0.01
_SAMPLE = 65536
# What a file may name; other codecs of Python are no charsets of texts.
_KNOWN = frozenset(
    "windows-1252 cp1252 iso-8859-1 latin1 iso-8859-15 windows-1250 windows-1251 windows-1254 shift_jis shift-jis sjis "
    "euc-jp iso-2022-jp gbk gb2312 gb18030 big5 euc-kr utf-16 utf-16le utf-16be".split()
)


GUESSED = "windows-1252"


def decode(data: bytes, declared: str = "") -> tuple[str, str] | None:
    """The text and the charset that was taken ("utf-8", "utf-16", "utf-32", the declared one, GUESSED); None for no text.

    `declared` is the charset that the file names. Without a mark it is UTF-8, or else the declared one, or else
    Windows-1252, which is a guess: every other old charset of the West is read wrongly.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError:
                return None
    try:
        text, name = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, name = _declared(data, declared.strip().lower()) or _guessed(data)
    sample = text[:_SAMPLE]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample):
        return None
    return text, name


def _declared(data: bytes, name: str) -> tuple[str, str] | None:
    if name not in _KNOWN:
        return None
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> tuple[str, str]:
    # Five bytes mean nothing there; as Windows does, they are taken for the control characters of their number.
    text = data.decode("cp1252", "surrogateescape")
    return text.translate({0xDC00 + byte: byte for byte in range(128, 256)}), GUESSED

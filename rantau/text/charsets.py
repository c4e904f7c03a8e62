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


def decode(data: bytes) -> tuple[str, str] | None:
    """The text and the charset that was taken ("utf-8", "utf-16", "utf-32", "windows-1252"); None for what is no text.

    Without a mark it is UTF-8 or else Windows-1252, which is a guess: every other old charset of the West is read wrongly.
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
        # Five bytes mean nothing there; as Windows does, they are taken for the control characters of their number.
        text = data.decode("cp1252", "surrogateescape")
        text, name = text.translate({0xDC00 + byte: byte for byte in range(128, 256)}), "windows-1252"
    sample = text[:_SAMPLE]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample):
        return None
    return text, name

"""Hugo's shortcodes, Jekyll's Liquid and WordPress' brackets become tags that the HTML reader knows."""

import re
from collections.abc import Callable, Mapping
from html import escape as html_escape

from rantau.foreign.components import SHORTCODE, TEMPLATE, Drop, attributes, tag
from rantau.model import Localized

_HUGO = re.compile(r"\{\{([<%])\s*(/?)\s*([\w./\-]+)((?:\s[^{}]{0,2000}?)?)\s*(/?)[>%]\}\}")
_CLOSING = re.compile(r"\{\{[<%]\s*/\s*([\w./\-]+)")
_HUGO_QUOTED = re.compile(r"\{\{([<%])/\*(.{0,2000}?)\*/([>%])\}\}", re.DOTALL)
_LIQUID = re.compile(r"\{%-?\s*(\w+)([^{}%]{0,2000}?)-?%\}")
_OUTPUT = re.compile(r"\{\{-?\s*([^{}<%]{1,400}?)\s*-?\}\}")
_POSITIONAL = re.compile(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`|(\S+)")
_WP = re.compile(r"\[(/?)([a-z][\w\-]{1,40})((?:\s[^\[\]<>]{0,2000}?)?)\s*(/?)\](?!\()")
_WP_CODES = frozenset(
    "caption gallery embed audio video playlist wp_caption youtube vimeo button su_button su_note su_spoiler vc_row vc_column "
    "vc_column_text vc_single_image et_pb_section et_pb_row et_pb_column et_pb_text contact-form contact-form-7 contact-field "
    "gravityform ninja_form tablepress toc soundcloud twitter instagram facebook googlemaps slideshow more-link "
    "dropcap one_half one_third two_third accordion tabs tab highlight quote code sourcecode php html css javascript".split()
)
# What stands behind the picture of a caption's code is the caption.
_WP_CAPTION = re.compile(
    r"(\[caption\b[^\[\]]{0,500}\]\s*(?:<a\b[^<>]{0,2000}>\s*)?<img\b[^<>]{0,2000}>(?:\s*</a>)?)\s*([^\[\]]{1,2000}?)\s*(\[/caption\])"
)
_BOXES = frozenset(
    "notice alert admonition callout hint info note tip warning danger caution important success details collapse expand".split()
)
COMMENT = Localized("catatan di dalam templat", "a comment in the template")


def hugo(text: str, drop: Drop, first_line: int) -> str:
    """Markdown with Hugo's shortcodes as tags; those that only show how one is written stay."""
    return _outside_code(text, lambda part: _hugo(part, drop, first_line))


def _hugo(text: str, drop: Drop, first_line: int) -> str:
    opened: list[str] = []
    closed = set(_CLOSING.findall(text))

    def code(match: re.Match[str]) -> str:
        closing, name, written, alone = match[2], match[3].lower().removesuffix(".html"), match[4].strip(), match[5]
        if name in ("ref", "relref"):
            return next((a or b or c or d for a, b, c, d in _POSITIONAL.findall(written)), "").removeprefix("path=").strip("\"'")
        if name == "highlight":
            return "\n```\n" if closing else f"\n```{written.split()[0] if written else ''}\n"
        paired = not alone and match[3] in closed
        if name in _BOXES and (closing or paired):
            if closing:
                return "\n\n</rantau-box>\n\n" if opened and opened.pop() else ""
            opened.append(name)
            values = _values(written)
            kind = values.get("type") or values.get("0") or name
            lines = tag(
                kind if kind in _BOXES else name, {k: v for k, v in values.items() if k != "0"}, values.get("title", ""), ["x"]
            )
            return f"\n\n{lines[0] if lines else '<rantau-box>'}\n\n"
        if not closing and (lines := tag(name, _values(written), "", [])) is not None:
            return "\n".join(lines).strip()
        drop(match[0], SHORTCODE, first_line + text.count("\n", 0, match.start()))
        return ""

    shown = _HUGO.sub(code, text)
    return _HUGO_QUOTED.sub(lambda m: f"`{{{{{m[1]}{m[2]}{m[3]}}}}}`", shown) + "\n\n</rantau-box>" * len(opened)


def liquid(text: str, drop: Drop, first_line: int) -> str:
    """Markdown with Jekyll's Liquid as tags and plain addresses."""

    def command(match: re.Match[str]) -> str:
        name, written = match[1], match[2].strip()
        first = next((a or b or c or d for a, b, c, d in _POSITIONAL.findall(written)), "")
        if name in ("raw", "endraw"):
            return ""
        if name == "highlight":
            return f"\n```{first}\n"
        if name == "endhighlight":
            return "\n```\n"
        if name in ("post_url", "link"):
            return f"/{first.lstrip('/')}" if name == "link" else f"post_url:{first}"
        if name in ("include", "include_relative"):
            part = first.rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".liquid")
            values = _values(written)
            lines = tag(
                part,
                {**values, "src": values.get("src") or values.get("url") or values.get("image_path") or values.get("file") or ""},
                "",
                [],
            )
            if lines is not None:
                return "\n".join(lines)
        elif (lines := tag(name, {**_values(written), "0": first}, "", [])) is not None:
            return "\n".join(lines)
        drop(match[0], TEMPLATE, first_line + text.count("\n", 0, match.start()))
        return ""

    def output(match: re.Match[str]) -> str:
        inner = match[1]
        if re.match(r"(?:site|page)\.(?:baseurl|url|github\.url)\b", inner):
            return ""
        if address := re.match(r"[\"']([^\"']+)[\"']\s*\|\s*(?:relative_url|absolute_url|prepend|relref)", inner):
            return address[1]
        drop(match[0], TEMPLATE, 0)
        return ""

    def comments(part: str) -> str:
        pieces = re.split(r"\{%-?\s*(comment|endcomment)\s*-?%\}", part)
        kept = [pieces[0]]
        for name, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if name == "comment" and piece.strip():
                drop(piece.strip(), COMMENT, 0)
            elif name == "endcomment":
                kept.append(piece)
        return "".join(kept)

    return _outside_code(text, lambda part: _OUTPUT.sub(output, _LIQUID.sub(command, comments(part))))


def wordpress(html: str, drop: Callable[[str, Localized], None], pictures: Mapping[str, tuple[str, str]]) -> str:
    """HTML of a WordPress editor with its shortcodes as tags; `pictures` has the address and the words of each number."""

    opened: set[str] = set()

    def code(match: re.Match[str]) -> str:
        closing, name, written = match[1], match[2], match[3].strip()
        values = attributes(written)
        # "[lihat catatan]" is a remark of the text; only a program writes "=".
        if "=" in written and not closing:
            opened.add(name)
        if (
            name not in _WP_CODES
            and name not in opened
            and not name.startswith(("vc_", "et_pb_", "su_", "fusion_", "elementor-", "av_"))
        ):
            return match[0]
        if name in ("caption", "wp_caption"):
            words = values.get("caption", "")
            return (
                "</rantau-figure>"
                if closing
                else f"<rantau-figure>{f'<rantau-caption>{html_escape(words)}</rantau-caption>' if words else ''}"
            )
        if name in ("code", "sourcecode"):
            return "</code></pre>" if closing else "<pre><code>"
        if name in ("embed", "youtube", "vimeo") and (closing or not written):
            return ""
        if name == "gallery" and not closing:
            shown = [
                pictures[key] for key in re.findall(r"\d+", values.get("ids") or values.get("include") or "") if key in pictures
            ]
            if shown:
                return "".join(f'<p><img src="{html_escape(src)}" alt="{html_escape(alt)}"></p>' for src, alt in shown)
        given = _values(written)
        if given.get("0", "").startswith(("https://", "http://")):
            given.setdefault("src", given["0"])
        if not closing and (lines := tag(name, given, "", [])) is not None:
            return "\n".join(lines)
        drop(match[0], SHORTCODE)
        return " "

    return _WP.sub(code, _WP_CAPTION.sub(r"\1<rantau-caption>\2</rantau-caption>\3", html))


def _values(written: str) -> dict[str, str]:
    named = {k: v for k, v in attributes(written).items() if v}
    places = [
        a or b or c or d for a, b, c, d in _POSITIONAL.findall(re.sub(r"(?<!\S)[\w\-]+=(?:\"[^\"]*\"|'[^']*'|\S+)", "", written))
    ]
    return {**{str(n): value for n, value in enumerate(places)}, **named}


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text changed everywhere but in fenced code."""
    pieces: list[str] = []
    prose: list[str] = []
    fence = ""

    def flush() -> None:
        if prose:
            pieces.append(change("".join(prose)))
            prose.clear()

    for line in text.splitlines(keepends=True):
        match = re.match(r"[ \t>]*(`{3,}|~{3,})(.*)", line)
        if fence:
            pieces.append(line)
            fence = "" if match and match[1].startswith(fence) and not match[2].strip() else fence
        elif match and "`" not in match[2]:
            flush()
            fence = match[1]
            pieces.append(line)
        else:
            prose.append(line)
    flush()
    return "".join(pieces)

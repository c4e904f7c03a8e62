"""Components and other marks of site generators, as they are left over in a text that was made for another one."""

import re
from collections.abc import Iterator

from rantau.model import Edit, Span

_TEMPLATE = re.compile(r"\{\{[<%]?-?(?P<field>[^{}\n]{1,200})-?[>%]?\}\}|\{%-?(?P<tag>[^{}%\n]{1,200})-?%\}")
# An inline tag that brings something in; "{% if nama %}" in a sentence is how people explain one.
_BRINGING = re.compile(r"\s*(?:include|link|post_url|youtube|embed|img|image|asset|static|figure|gist|raw|highlight)\b|[=\"'./]")
# A field of a template has a path, a filter, a call or a mark before its name; "{{ nama }}" alone is how people explain one.
_FIELD = re.compile(r"[\w)\]]\.[\w$]|\||\w\(|\$|^\s*[/#>]|[=\"']")
_SHORTCODE = re.compile(
    r"\[/?(?P<name>caption|gallery|embed|video|audio|playlist|youtube|vc_\w{1,30}|et_pb_\w{1,30}|contact-form(?:-7)?)"
    r"(?P<rest>(?:\s[^\[\]\n]{0,300})?)\](?!\()"
)
_COMPONENT = re.compile(
    r"^[ \t]*:{2}(?P<name>[A-Za-z][\w-]{1,40})(?:\{[^}\n]{0,300}\}|\[[^\]\n]{0,300}\]){0,2}[ \t\r]*$", re.MULTILINE
)
_CODE = re.compile(
    r"^(?:import[ \t]+(?:[\w${},* \t]{1,200}[ \t]from[ \t]+)?['\"][^'\"\n]{1,200}['\"];?[ \t\r]*"
    r"|export[ \t]+(?:default|const|let|function|async)\b[^\n]{0,300})$",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]{0,60})(?P<rest>[\s/][^<>]{0,2000})?>\Z")
_ATTRIBUTE = re.compile(r"(?<![\w:-])(?P<name>src|alt)\s{0,5}=\s{0,5}(?:\"(?P<double>[^\"]{0,500})\"|'(?P<single>[^']{0,500})')")
_PASCAL = re.compile(r"</?\s*[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+[\s/>]")
_MARK = re.compile(r"[\[\]<>\\`*_&]")
_PLAIN_NAME = re.compile(r"[\w./-]{1,200}")
_VIDEOS = ("youtube", "video", "vimeo", "tweet", "embed")
_IMAGES = ("img", "image", "figure", "picture", "gallery", "caption", "gambar")
_BOXES = ("alert", "callout", "admonition", "note", "tip", "warning", "info", "hint")


def is_component(tag: str) -> bool:
    """Whether a tag as written is no element of HTML by its name: one with a hyphen, or of several words ("<NuxtImg>")."""
    name = re.match(r"</?\s*([A-Za-z][\w-]*)(?=[\s/>])", tag)
    return name is not None and ("-" in name[1] or _PASCAL.match(tag) is not None)


def kind(name: str) -> str:
    """What a component of that name shows: "image", "video", "box", or "" when the name does not say."""
    low = name.lower()
    for found, words in (("video", _VIDEOS), ("image", _IMAGES), ("box", _BOXES)):
        if any(word in low for word in words):
            return found
    return ""


def find(prose: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each mark other than a tag, in the order of their forms."""
    if "{{" in prose or "{%" in prose:
        for match in _TEMPLATE.finditer(prose):
            field = match["field"]
            if alone(prose, *match.span()) or (_FIELD.search(field) if field is not None else _BRINGING.search(match["tag"])):
                yield *match.span(), kind(match[0])
    if "[" in prose:
        for match in _SHORTCODE.finditer(prose):
            if match["rest"].strip() or (match["name"] == "gallery" and alone(prose, *match.span())):
                yield *match.span(), kind(match["name"])
    if "::" in prose:
        for match in _COMPONENT.finditer(prose):
            written = match[0].lstrip()
            start = match.end() - len(written)
            yield start, start + len(written.rstrip()), kind(match["name"])
    if "import" in prose or "export" in prose:
        for match in _CODE.finditer(prose):
            yield match.start(), match.start() + len(match[0].rstrip()), ""


def alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not text[first:start].strip() and not text[end : last if last >= 0 else len(text)].strip()


def as_image(prose: str, tag: str, place: Span) -> tuple[Edit, ...]:
    """The edit that writes a component with an image's file and words as Markdown; () where either is missing or unclear.

    `place` is where the tag stands in the prose of its file; an end tag right behind it goes as well.
    """
    match = _TAG.match(tag)
    if match is None or kind(match["name"]) != "image" or place.line != place.end_line:
        return ()
    given = {a["name"]: (a["double"] or a["single"] or "").strip() for a in _ATTRIBUTE.finditer(match["rest"] or "")}
    source, alt = given.get("src", "").removeprefix("/images/"), " ".join(given.get("alt", "").split())
    if not _PLAIN_NAME.fullmatch(source) or source.startswith("//") or not alt or _MARK.search(alt):
        return ()
    line = prose.split("\n", place.line)[place.line - 1]
    closing, start, end = f"</{match['name']}>", place.column - 1, place.column - 1 + len(tag)
    if not line.startswith(tag, start):
        return ()
    if line.startswith(closing, end):
        end += len(closing)
    elif closing in line[end:] or (not tag.endswith("/>") and closing in prose):
        return ()
    return (Edit(Span(place.line, place.column, place.line, end + 1), f"![{alt}]({source})"),)

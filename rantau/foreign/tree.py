"""HTML becomes a small tree of bounded depth, whatever it is nested in; no text of it is lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

# Open tags that the parser may have to look through at each further one, and levels that are kept of a page's layout.
_OPEN_LIMIT = 1000
DEPTH_LIMIT = 80
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr "
    "ul iframe video audio embed object search caption"
    " rantau-box rantau-caption rantau-note rantau-figure rantau-embed rantau-tab".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that a browser closes by itself; they do not pile up.
_CLOSED = VOID | frozenset("p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp".split())
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*)")
_ANY_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_TEMPLATE = re.compile(r"<(/?)template(?=[\s/>])", re.IGNORECASE)
_SELF_CLOSED = re.compile(r"<([a-zA-Z][\w.]*-[\w.\-]*|[A-Z][\w.]*)((?:\s[^<>]{0,4000}?)?)/>")


@dataclass(slots=True)
class Element:
    """A tag with its attributes and what is inside; "#comment" for a comment. `block` when a block is in it, or it is one."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    block: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute, "" for none."""
        return self.attributes.get(name, "")

    def elements(self) -> "Iterator[Element]":
        """The child elements, without comments."""
        return (child for child in self.children if isinstance(child, Element) and child.tag != "#comment")

    def walk(self) -> "Iterator[Element]":
        """The element and all below it, in the order of the text."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed([child for child in element.children if isinstance(child, Element)]))

    def find(self, *tags: str) -> "Element | None":
        """The first element of one of the names, itself included."""
        return next((element for element in self.walk() if element.tag in tags), None)

    def text(self) -> str:
        """All text in it, blocks on lines of their own."""
        pieces: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                pieces.append(item)
            elif item.tag in ("br", "hr"):
                pieces.append("\n")
            elif item.tag != "#comment":
                edge = ["\n"] if item.tag in BLOCKS else []
                stack += [*edge, *reversed(item.children), *edge]
        return "".join(pieces)

    def opening(self) -> str:
        """The tag as it may have been written."""
        names = "".join(f' {name}="{value}"' if value else f" {name}" for name, value in self.attributes.items())
        return f"<{self.tag}{names}>"


def parse(html: str) -> tuple[Element, bool]:
    """The body of an HTML text, and whether its tags had to be given up because they are nested without end.

    Takes time in proportion to the text. Raises: nothing.
    """
    html = html.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if _piles_up(html):
        return Element("body", {}, [_ANY_TAG.sub("\n", html)]), True
    html = _SELF_CLOSED.sub(r"<\1\2></\1>", _TEMPLATE.sub(r"<\1rantau-template", html))
    # What stands before it keeps a frameset from taking the body's place.
    body = LexborHTMLParser(f"<!doctype html><body><br>{html}").body
    root = Element("body", block=True)
    if body is None:
        return Element("body", {}, [_ANY_TAG.sub("\n", html)]), True
    lineage = [root]
    node = body.child
    deep = 0
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            lineage[-1].children.append(node.text_content or "")
        elif tag == "-comment":
            lineage[-1].children.append(Element("#comment", {"text": node.comment_content or ""}))
        else:
            element = Element(tag, {str(k): str(v or "") for k, v in node.attributes.items()}, block=tag in BLOCKS)
            lineage[-1].children.append(element)
            if element.block and not lineage[-1].block:
                for above in reversed(lineage):
                    if above.block:
                        break
                    above.block = True
            if node.child is not None:
                # Deeper ones are put beside their ancestor: their order stays, the nesting does not.
                if len(lineage) < DEPTH_LIMIT:
                    lineage.append(element)
                else:
                    deep += 1
                node = node.child
                continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == body.mem_id:
                node = None
            elif deep:
                deep -= 1
            else:
                lineage.pop()
        node = node.next if node is not None else None
    root.children = root.children[1:]
    return root, False


def _piles_up(html: str) -> bool:
    """Whether so many elements are open at once that parsing would take the square of the text's length."""
    opened = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _CLOSED:
            continue
        opened = max(0, opened - 1) if match[1] else opened + 1
        if opened > _OPEN_LIMIT:
            return True
    return False

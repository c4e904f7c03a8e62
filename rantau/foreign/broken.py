"""Pages whose paragraphs are parted by line breaks get real ones, so that what finds a story finds all of it."""

import re

from lxml import etree, html

from rantau.foreign.tree import BLOCKS

_HOLDERS = ("div", "article", "section", "main", "td", "body")
_BREAKS = re.compile(r"<br\b[^<>]{0,100}>(?:\s|&nbsp;|&#160;){0,100}<br\b", re.IGNORECASE)


def paragraphed(page: str) -> str:
    """The HTML with `<p>` around what stands between two double line breaks; the same text when it has none.

    Takes time in proportion to the text. Raises: nothing.
    """
    if _BREAKS.search(page) is None:
        return page
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return page
    for holder in list(root.iter(*_HOLDERS)):
        if any(child.tag == "br" and _doubled(child) for child in holder):
            _part(holder)
    return str(html.tostring(root, encoding="unicode"))


def _doubled(child: html.HtmlElement) -> bool:
    """Whether the next thing behind a line break is another one."""
    following = child.getnext()
    return following is not None and following.tag == "br" and not (child.tail or "").strip()


def _part(holder: html.HtmlElement) -> None:
    """Puts the words and tags of an element that are no blocks into paragraphs."""
    children = list(holder)
    pieces: list[html.HtmlElement] = []
    paragraph = html.Element("p")
    paragraph.text, holder.text = holder.text, None

    def close() -> html.HtmlElement:
        if len(paragraph) or (paragraph.text or "").strip():
            pieces.append(paragraph)
        return html.Element("p")

    for child in children:
        tail, child.tail = child.tail, None
        doubled = child.tag == "br" and not (tail or "").strip() and (following := child.getnext()) is not None
        if child.tag in BLOCKS:
            paragraph = close()
            pieces.append(child)
            paragraph.text = tail
        elif doubled and following.tag == "br":
            paragraph = close()
        elif child.tag == "br" and not len(paragraph) and not (paragraph.text or "").strip():
            paragraph.text = tail
        else:
            child.tail = tail
            paragraph.append(child)
    close()
    holder[:] = pieces

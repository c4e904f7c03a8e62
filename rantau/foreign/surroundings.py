"""What a page's frame left among the paragraphs of a story: known debris, told of in the account as for clippings."""

import re

from rantau.foreign.article import Article, paragraphs
from rantau.text import clutter as kinds
from rantau.text.clutter import clutter, two_sentences
from rantau.text.names import fold
from rantau.text.press import byline, dated, dateline, signature, signed

# From this length on a line is a paragraph of the story, and what the page says of itself lies above it.
_PARAGRAPH = 60
_BOLD_SIGNS = re.compile(r"(\*{1,3})([(\[][^()\[\]*]{1,40}[)\]])\1$")
_ENDED = re.compile(r"[.!?…][\"”']?$")


def swept(article: Article, body: str, writer: str = "") -> str:
    """The story without the lines that are known to be none of it; the body as it is when nothing else would be left.

    `writer` is who wrote it, as the page's head says.
    """
    left = len(article.dropped)
    kept: list[str] = []
    told = follows = False
    for block in body.strip("\n").split("\n\n"):
        lines = []
        for line in block.split("\n") if paragraphs(block) else ():
            plain = " ".join(paragraphs(line))
            linked = "](" in line or any(item.text.startswith(f"[{plain}](") for item in article.dropped)
            why = kinds.RELATED if follows and linked and _is_title(plain) else None
            follows = False
            if why is None and (found := clutter(plain, told)) is not None:
                why, follows = found.why, found.follows
            elif why is None and not told and dated(plain) is not None:
                why = kinds.WHEN
            elif why is None and (signature(plain) or (not told and plain and fold(plain) == fold(writer))):
                why = kinds.PEOPLE
            if why is None or not plain:
                lines.append(line if told else _without_dateline(article, line, plain))
                told = told or len(plain) >= _PARAGRAPH
                continue
            if why is kinds.PEOPLE and (name := byline(plain)) and not any(g.field == "author" for g in article.guesses):
                article.guess("author", name, plain)
            article.drop(plain, why)
        if lines or not paragraphs(block):
            kept.append("\n".join(lines) or block)
    if not any(paragraphs(block) for block in kept):
        del article.dropped[left:]
        return body
    words, signs = signed(_BOLD_SIGNS.sub(r"\2", kept[-1]))
    if signs and paragraphs(kept[-1]):
        article.drop(signs, kinds.PEOPLE)
        kept[-1] = words
    return "\n\n".join(kept)


def _without_dateline(article: Article, line: str, plain: str) -> str:
    """A paragraph without the place and the paper it starts with: "**MEDAN, KOMPAS.com** - Warga ..."."""
    place = dateline(plain)
    if place is None or not place[1] or not place[2]:
        return line
    at = line.find(place[2][:20])
    if at < 0 or line[:at].replace("*", "").strip() != place[0]:
        return line
    article.drop(place[0], kinds.DATELINE)
    return line[at:]


def is_summary(text: str) -> bool:
    """Whether what a page gives as its summary is one, and not its day or a button."""
    return bool(text) and dated(text) is None and clutter(text, False) is None


def _is_title(text: str) -> bool:
    return bool(text) and not two_sentences(text) and not (len(text) >= _PARAGRAPH and _ENDED.search(text))

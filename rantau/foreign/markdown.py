"""Foreign Markdown becomes HTML, so that it can be written anew in the one form that this site reads."""

import re

from markdown_it import MarkdownIt

_RENDERER = MarkdownIt("commonmark", {"maxNesting": 60, "html": True}).enable(["table", "strikethrough"])
# Every destination is looked at where the article is written, and reported there when it must go.
_RENDERER.validateLink = lambda url: True  # type: ignore[method-assign]
_OPEN_LIMIT = 200
_AUTOLINK = re.compile(r"<(www\.[^\s<>]+|[\w.+\-]+@[\w.\-]+\.\w+)>")
_PLACEHOLDER = re.compile(r"<([a-z]+(?: [a-z]+)*)>", re.IGNORECASE)
_HTML_NAMES = frozenset(
    "a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center cite "
    "code col colgroup dd del "
    "details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head "
    "header hr html i iframe "
    "img input ins kbd label legend li link main map mark menu meta nav noscript object ol optgroup option "
    "output p param picture pre "
    "progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead time title tr track tt u ul var video wbr".split()
)


def html(text: str) -> str:
    """The HTML of a Markdown text, raw HTML included as it stands. Raises: nothing."""
    text = _AUTOLINK.sub(lambda m: f"<https://{m[1]}>" if m[1].startswith("www.") else m[0], text)
    closed = {match.lower() for match in re.findall(r"</([a-zA-Z][\w\-]*)\s*>", text)}

    def shown(match: re.Match[str]) -> str:
        name = match[1].split()[0].lower()
        # "<nama>" in a sentence is a place to fill in, not a tag.
        return match[0] if name in _HTML_NAMES or name in closed or match[1][0].isupper() else f"&lt;{match[1]}&gt;"

    return str(_RENDERER.render(_unopened(_PLACEHOLDER.sub(shown, text))))


def _unopened(text: str) -> str:
    """The text with brackets as plain signs in paragraphs that open hundreds and never close them: each costs a look ahead."""
    if text.count("[") < _OPEN_LIMIT:
        return text
    blocks = text.split("\n\n")
    return "\n\n".join(b.replace("[", "\\[") if b.count("[") - b.count("]") > _OPEN_LIMIT else b for b in blocks)

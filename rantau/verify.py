"""The staged site, looked at once more as a browser would, before anybody sees it.

Whatever is found here is a mistake of the project, not of an editor: the rules have passed by now.
"""

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LOADING_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"})
_FOREIGN_ELEMENTS = frozenset({"iframe", "object", "embed", "base", "frame", "applet"})
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HANDLER = re.compile(r"on[a-z]+\s*=")
# What stands before an attribute; looking for these first is ten times quicker than the pattern alone.
_BEFORE_HANDLER = (" on", "\non", "\ton", "/on", '"on', "'on")
_WORTH_A_LOOK = "[id],[href],[src],[srcset],[style],[action],script,style,iframe,object,embed,base,frame,applet"
_LD_JSON = "application/ld+json"


@dataclass(slots=True)
class _Seen:
    """What a page offers and asks for."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


def code_hash(code: str) -> str:
    """The CSP source of an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


def unpinned(code: str, pinned: str, name: str) -> tuple[str, ...]:
    """What is wrong when the theme's inline code is not what the policy pins under a name: the value that would be right."""
    actual = code_hash(code)
    if actual == pinned:
        return ()
    return (f'the code in every page has changed: if that is meant, set {name} = "{actual}" in rantau/policy.py',)


def verify(root: Path, base: str, code: frozenset[str]) -> tuple[str, ...]:
    """What is wrong with the site staged below `root`, in the order of its pages; () for nothing.

    `base` is the path under which the site will live ("/"); `code` the CSP sources of the inline scripts and
    styles that a page may hold. Checked: internal links and anchors, inline code, resources of other hosts.
    """
    pages = sorted(p.relative_to(root).as_posix() for p in root.rglob("*.html"))
    seen: dict[str, _Seen] = {}
    problems: list[str] = []
    for page in pages:
        html = (root / page).read_text("utf-8")
        seen[page] = _Seen()
        problems += [f"{page}: {problem}" for problem in _look(html, seen[page], code)]
    files: dict[str, bool] = {}
    for page in pages:
        problems += [f"{page}: {p}" for p in _broken(page, seen, root, base, files)]
    return tuple(problems)


def _look(html: str, seen: _Seen, known: frozenset[str]) -> Iterator[str]:
    # Looking at every element costs twice as much; only a page that may hold a handler needs it.
    low = html.lower()
    risky = any(mark in low for mark in _BEFORE_HANDLER) and _HANDLER.search(low) is not None
    selector = "*" if risky else _WORTH_A_LOOK
    looked_at: set[int] = set()
    for node in LexborHTMLParser(html).css(selector):
        # selectolax gives an element once for every part of the list that it matches.
        if node.mem_id in looked_at:
            continue
        looked_at.add(node.mem_id)
        attributes = node.attributes
        if identifier := attributes.get("id"):
            if identifier in seen.ids:
                yield f'the id "{identifier}" stands twice'
            seen.ids.add(identifier)
        yield from _look_at_code(node, attributes, known)
        yield from _look_at_links(node, attributes, seen)


def _look_at_code(node: LexborNode, attributes: dict[str, str | None], known: frozenset[str]) -> Iterator[str]:
    tag = node.tag or ""
    if tag == "script" and "src" not in attributes and attributes.get("type") != _LD_JSON:
        code = node.text(deep=True)
        if code_hash(code) not in known:
            yield f"unknown inline script: {code.strip()[:60]}"
    if tag == "style" and code_hash(node.text(deep=True)) not in known:
        yield f"unknown inline style: {node.text(deep=True).strip()[:60]}"
    if "style" in attributes:
        yield f"inline style in <{tag}>"
    if tag == "form" and any(urlsplit(attributes.get("action") or "")[:2]):
        yield f"form sends to another host: {(attributes.get('action') or '')[:80]}"
    if tag in _FOREIGN_ELEMENTS:
        yield f"<{tag}> is not allowed"
    for name in attributes:
        if name.startswith("on"):
            yield f"inline handler {name} in <{tag}>"


def _look_at_links(node: LexborNode, attributes: dict[str, str | None], seen: _Seen) -> Iterator[str]:
    tag = node.tag or ""
    relations = set((attributes.get("rel") or "").split())
    loads = tag != "a" and (tag != "link" or bool(relations & _LOADING_RELATIONS))
    targets = [value for name in ("href", "src") if (value := attributes.get(name)) is not None]
    targets += [part.split()[0] for part in (attributes.get("srcset") or "").split(",") if part.strip()]
    for target in targets:
        if ":" not in target and not target.startswith(("//", "\\")):
            seen.links.add(target)
            continue
        try:
            scheme, host = urlsplit(target).scheme, urlsplit(target).netloc
        except ValueError:
            yield f"unreadable address {target[:80]}"
            continue
        if scheme == "data" and tag == "img":
            continue
        if not scheme and not host:
            seen.links.add(target)
        elif loads:
            yield f"loads from another host: {target[:80]}"
        elif scheme not in _SAFE_SCHEMES:
            yield f"unsafe link {target[:80]}"


def _broken(page: str, seen: dict[str, _Seen], root: Path, base: str, files: dict[str, bool]) -> Iterator[str]:
    folder = page.rpartition("/")[0]
    for target in sorted(seen[page].links):
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        found = resolve(folder, unquote(path), base) if path else page
        if found is None:
            yield f"link out of the site: {target}"
            continue
        if found not in files:
            files[found] = found in seen or (root / found).is_file()
        if not files[found]:
            yield f"broken link: {target}"
        elif anchor and found in seen and unquote(anchor) not in seen[found].ids:
            yield f"broken anchor: {target}"


def resolve(folder: str, path: str, base: str) -> str | None:
    """The file that a link's path means from a page in `folder` ("" for the root), or None when it leads out of the site."""
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        whole = path[len(base) :]
    else:
        whole = f"{folder}/{path}" if folder else path
    plain = posixpath.normpath(whole) if whole else "."
    if plain.startswith(".."):
        return None
    if path.endswith(("/", "..", "/.")) or path in (".", "") or plain == ".":
        return "index.html" if plain == "." else f"{plain}/index.html"
    return plain

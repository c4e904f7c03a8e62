"""Markdown with front matter: Hugo, Jekyll, MkDocs, Docusaurus and their like."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from rantau.drafts import Place, Problem, Result, Sources
from rantau.foreign import front, texts
from rantau.foreign.article import Workshop
from rantau.foreign.collection import Entry, Flavour, drafts
from rantau.foreign.site import dated_name, folder_language
from rantau.model import Localized
from rantau.text.slugs import slugify

LABEL = Localized(
    "Markdown dengan isian (Hugo, Jekyll, MkDocs, Docusaurus)", "Markdown with front matter (Hugo, Jekyll, MkDocs, Docusaurus)"
)

_TEXTS = (".md", ".markdown", ".mdx", ".mdown", ".mkd")
_PAGES = (".html", ".htm")
_ASIDE = frozenset(
    "node_modules themes layouts archetypes _site public vendor _includes _layouts _sass .github .git resources i18n-cache site "
    "_data data assets static bin scripts test tests".split()
)
_NO_ARTICLES = frozenset("readme changelog license contributing code_of_conduct security history authors todo".split())
_HUGO = frozenset("hugo.toml hugo.yaml hugo.yml hugo.json config.toml".split())
_PATTERNS = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}


def recognise(sources: Sources) -> int:
    """How sure it is that the files are texts with front matter."""
    written = [path for path in sources.files if path.suffix.lower() in _TEXTS]
    if not written:
        return 0
    if _kind(sources) != "plain":
        return 88
    good = 0
    for path in written[:8]:
        try:
            head = front.split(texts.decode(sources.read(path)[:20_000])[0])
        except OSError:
            continue
        good += bool(head.kind)
    return 50 if good * 2 > min(len(written), 8) else 20 if good else 5


def read(sources: Sources) -> Iterator[Result]:
    """A draft for every text of the site."""
    kind = _kind(sources)
    shop = Workshop.open(sources)
    pattern = _jekyll_pattern(sources) if kind == "jekyll" else ""
    entries: list[Entry] = []
    aside: list[PurePosixPath] = []
    content = kind == "hugo" and any("content" in path.parts[:-1] for path in sources.files)
    for path in sorted(sources.files):
        suffix = path.suffix.lower()
        if suffix not in (*_TEXTS, *_PAGES):
            continue
        if suffix in _PAGES and not _has_front(sources, path, kind):
            continue
        root = _inside(path, kind, content=content)
        if root is None:
            if suffix in _TEXTS:
                aside.append(path)
            continue
        entries.append(_entry(path, root, kind, pattern, html=suffix in _PAGES))
    flavour = Flavour(hugo=kind in ("hugo", "plain"), liquid=kind in ("jekyll", "plain"), mdx=kind in ("docusaurus", "plain"))
    yield from drafts(shop, entries, flavour)
    if aside:
        shown = ", ".join(path.as_posix() for path in aside[:20]) + (" ..." if len(aside) > 20 else "")
        yield Problem(
            Localized(
                f"{len(aside)} berkas di luar folder tulisan tidak diimpor: {shown}",
                f"{len(aside)} files outside the folders of texts were not imported: {shown}",
            ),
            Localized("sebut berkasnya sendiri bila perlu diimpor", "name the file itself to import it"),
            Place(aside[0]),
        )


def _kind(sources: Sources) -> str:
    names = {path.name for path in sources.files}
    folders = {part for path in sources.files for part in path.parts[:-1]}
    if any(name.startswith("docusaurus.config.") for name in names):
        return "docusaurus"
    if "_posts" in folders or "_config.yml" in names:
        return "jekyll"
    if names & {"mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.toml"}:
        return "mkdocs"
    if names & _HUGO or "archetypes" in folders or "_index.md" in names:
        return "hugo"
    return "plain"


def _has_front(sources: Sources, path: PurePosixPath, kind: str) -> bool:
    if kind not in ("hugo", "jekyll") or set(path.parts[:-1]) & _ASIDE:
        return False
    try:
        head = texts.decode(sources.read(path)[:4000])[0]
    except OSError:
        return False
    return head.startswith(("---\n", "+++\n")) and "title" in head


def _inside(path: PurePosixPath, kind: str, *, content: bool) -> PurePosixPath | None:
    """The path below the site's folder of texts; None for what is none of them."""
    parts = path.parts
    if path.stem.lower() in _NO_ARTICLES and len(parts) <= 2:
        return None
    if content:
        return PurePosixPath(*parts[parts.index("content") + 1 :]) if "content" in parts[:-1] else None
    if kind == "mkdocs" and "docs" in parts[:-1]:
        return PurePosixPath(*parts[parts.index("docs") + 1 :])
    if kind == "mkdocs" and len(parts) == 1:
        return None
    return None if set(parts[:-1]) & _ASIDE else path


def _entry(path: PurePosixPath, inner: PurePosixPath, kind: str, pattern: str, *, html: bool) -> Entry:
    language, kept = "", list[str]()
    parts = inner.parts[:-1]
    if kind == "docusaurus" and parts[:1] == ("i18n",):
        parts = (
            *parts[1:2],
            *(("blog",) if any("blog" in part for part in parts) else ("docs",)),
            *(p for p in parts[3:] if p != "current"),
        )
    for number, part in enumerate(parts):
        code = folder_language(part) if not language and number < 2 else ""
        language, kept = (code, kept) if code else (language, [*kept, part])
    stem = inner.stem
    if "." in stem and folder_language(stem.rpartition(".")[2]):
        language = language or folder_language(stem.rpartition(".")[2])
        stem = stem.rpartition(".")[0]
    name = "" if stem.lower() in ("index", "_index", "readme") else stem
    if kind == "docusaurus" and name and name == (kept[-1] if kept else ""):
        name = ""
    own = "/" + "/".join([*kept, *([name] if name else [])]) + "/"
    day, rest = dated_name(stem if name else kept[-1] if kept else "")

    def addresses(found: str, slug: str, _title: str) -> list[str]:
        if kind == "jekyll" and ("_posts" in path.parts or "_drafts" in path.parts):
            return [_permalink(pattern, day or found, slug or rest, path)] if day or found else []
        if kind == "docusaurus" and day and "blog" in kept:
            return [f"/blog/{day.replace('-', '/')}/{slug or rest}"]
        plain = own.replace("/_posts/", "/")
        prefix = f"/{language}" if language and folder_language(inner.parts[0]) else ""
        return [f"{prefix}{plain}"] if plain not in ("/", "//") else []

    lower: Callable[[str], str] = str.lower
    return Entry(path, language, tuple(map(lower, (*kept, name))), addresses, day=day, html=html)


def _jekyll_pattern(sources: Sources) -> str:
    """How Jekyll's addresses are built: the site's own `permalink`, or its usual one."""
    for path in sources.files:
        if path.name in ("_config.yml", "_config.yaml"):
            try:
                values, _ = front.parse(texts.decode(sources.read(path))[0], "yaml")
            except OSError:
                continue
            written = str(values.get("permalink") or "date").strip()
            return _PATTERNS.get(written, written if "/" in written else _PATTERNS["date"])
    return _PATTERNS["date"]


def _permalink(pattern: str, day: str, name: str, path: PurePosixPath) -> str:
    year, month, date = [*day.split("-"), "", "", ""][:3]
    folder = path.parts[: path.parts.index("_posts")] if "_posts" in path.parts else ()
    folders = "/".join(folder)
    values = {
        "year": year,
        "month": month,
        "day": date,
        "i_month": month.lstrip("0"),
        "i_day": date.lstrip("0"),
        "short_year": year[-2:],
    }
    values |= {"title": name, "name": name, "path": name, "slug": slugify(name), "output_ext": ".html"}
    values |= {"categories": folders, "category": folders}
    return re.sub(r"/{2,}", "/", re.sub(r":(\w+)", lambda m: values.get(m[1], ""), pattern))

"""A Nuxt Content site: Markdown below content/, perhaps a folder a language, with components and a folder of pictures."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.drafts import Place, Problem, Result, Sources
from rantau.foreign import front, texts
from rantau.foreign.article import Workshop
from rantau.foreign.collection import Entry, Flavour, drafts
from rantau.foreign.fields import title_of
from rantau.foreign.site import folder_language
from rantau.model import Localized

LABEL = Localized("situs Nuxt Content", "Nuxt Content site")

_TEXTS = (".md", ".markdown", ".mdx")
_DATA = (".yml", ".yaml", ".json", ".json5", ".csv")
_ASIDE = frozenset(
    "node_modules .nuxt .output .git .github dist .vercel .netlify pages components layouts server plugins test tests".split()
)
_NO_ARTICLES = frozenset(
    "readme changelog license contributing code_of_conduct security todo agents claude copilot-instructions".split()
)
_LISTS = frozenset("tags tag topics topic topik categories category kategori authors author penulis labels".split())
_SIGNS = (b"imgContentBerita", b"<v-img", b"<nuxt-", b"<Nuxt", b"\n::", b"createdAt:", b"updatedAt:", b"$doc")
_SORTED = re.compile(r"^\d{1,4}[.\-](?=\D)")
_ASKED = re.compile(r"(?:\$content|queryContent|queryCollection)\(\s*[`'\"]/?([\w\-/]+)")
_ROUTE = re.compile(r"(?:_slug|_id|\[(?:\.\.\.)?\w+\]|_)(?:/index)?\.vue$")


def recognise(sources: Sources) -> int:
    """How sure it is that the files are a Nuxt Content site."""
    names = {path.name for path in sources.files}
    written = [path for path in sources.files if path.suffix.lower() in _TEXTS]
    if not written:
        return 0
    if any(name.startswith("nuxt.config.") for name in names):
        return 95 if any("content" in path.parts for path in written) else 60
    if names & {
        "hugo.toml",
        "hugo.yaml",
        "_config.yml",
        "mkdocs.yml",
        "docusaurus.config.js",
        "docusaurus.config.ts",
        "config.toml",
    }:
        return 0
    sure = 0
    for path in written[:12]:
        try:
            data = sources.read(path)[:20_000]
        except OSError:
            continue
        sure = max(sure, 85 if b"imgContentBerita" in data else 70 if sum(sign in data for sign in _SIGNS) > 1 else 0)
    if any(path.parts[0] == "content" or "articles" in path.parts for path in written):
        sure = max(sure, 55)
    return sure


def read(sources: Sources) -> Iterator[Result]:
    """A draft for every Markdown file of the content, a problem for everything beside it that holds words."""
    shop = Workshop.open(sources)
    routes = _routes(sources)
    entries: list[Entry] = []
    aside: list[PurePosixPath] = []
    known = any("content" in path.parts[:-1] for path in sources.files if path.suffix.lower() in _TEXTS)
    for path in sorted(sources.files):
        inner = _below_content(path, known=known)
        if inner is None:
            if path.suffix.lower() in _TEXTS and not set(path.parts) & _ASIDE:
                aside.append(path)
            continue
        folders = [part.lower() for part in inner.parts[:-1]]
        if set(folders) & _LISTS and path.suffix.lower() in (*_TEXTS, *_DATA):
            yield _term(sources, path)
        elif path.suffix.lower() in _TEXTS:
            entries.append(_entry(path, inner, routes))
        elif path.suffix.lower() in _DATA and not inner.name.startswith((".", "_")) and "content" in path.parts:
            yield Problem(
                Localized("berkas data, bukan tulisan; tidak diimpor", "a file of data, no text; it was not imported"),
                Localized("bila isinya tulisan, salin ke artikel baru", "if it holds a text, copy that into a new article"),
                Place(path),
            )
    yield from drafts(shop, entries, Flavour(mdx=True))
    if aside:
        shown = ", ".join(path.as_posix() for path in aside[:20]) + (" ..." if len(aside) > 20 else "")
        yield Problem(
            Localized(
                f"{len(aside)} berkas Markdown di luar folder content tidak diimpor: {shown}",
                f"{len(aside)} Markdown files outside content/ were not imported: {shown}",
            ),
            Localized("sebut berkasnya sendiri bila perlu diimpor", "name the file itself to import it"),
            Place(aside[0]),
        )


def _below_content(path: PurePosixPath, *, known: bool) -> PurePosixPath | None:
    """The path below content/; None for what lies outside."""
    parts = path.parts
    if set(parts[:-1]) & _ASIDE:
        return None
    if "content" in parts[:-1]:
        return PurePosixPath(*parts[parts.index("content") + 1 :])
    if known or path.stem.lower() in _NO_ARTICLES or parts[0] in ("public", "static", "assets"):
        return None
    return path


def _entry(path: PurePosixPath, inner: PurePosixPath, routes: dict[str, str]) -> Entry:
    language, kept = "", []
    for part in inner.parts[:-1]:
        code = folder_language(part) if not language else ""
        if code:
            language = code
        else:
            kept.append(_SORTED.sub("", part).lower())
    stem, suffix = inner.stem, ""
    if "." in stem and folder_language(stem.rpartition(".")[2]):
        stem, _, suffix = stem.rpartition(".")
        language = language or folder_language(suffix)
    plain = _SORTED.sub("", stem)
    folder = "/".join(inner.parts[:-1])
    sorted_out = "/".join(_SORTED.sub("", part) for part in inner.parts[:-1])
    name = "" if plain.lower() in ("index", "readme") else plain
    own = f"/{sorted_out}/{name}/".replace("//", "/")
    route = next((f"{prefix}/{stem}/" for asked, prefix in routes.items() if asked == folder), "")

    def addresses(_day: str, _slug: str, _title: str) -> list[str]:
        return [address for address in (route, own) if address and address != "/"]

    key = tuple(part for part in (*kept, plain.lower()) if part not in ("articles", "article", "blog", "posts", "artikel"))
    return Entry(path, language, key, addresses)


def _routes(sources: Sources) -> dict[str, str]:
    """Which folder of the content a page with a variable name shows: "lang-jp/articles" -> "/lang-jp/blog"."""
    found: dict[str, str] = {}
    for path in sorted(sources.files):
        if path.suffix != ".vue" or "pages" not in path.parts or not _ROUTE.search(path.as_posix()) or len(found) > 50:
            continue
        try:
            text, _ = texts.decode(sources.read(path)[:200_000])
        except OSError:
            continue
        inner = path.parts[path.parts.index("pages") + 1 : -1]
        for match in _ASKED.finditer(text):
            if not set(match[1].split("/")) & _LISTS:
                found.setdefault(match[1].strip("/"), "/" + "/".join(part for part in inner if not part.startswith(("_", "["))))
    return {asked: prefix.rstrip("/") for asked, prefix in found.items()}


def _term(sources: Sources, path: PurePosixPath) -> Problem:
    """What becomes of the old site's own list of tags, which is kept in another way here."""
    try:
        text, _ = texts.decode(sources.read(path))
    except OSError:
        text = ""
    head = (
        front.split(text)
        if path.suffix.lower() in _TEXTS
        else front.Front(front.parse(text, "json" if path.suffix.startswith(".json") else "yaml")[0], "", 1)
    )
    values = head.values
    name = title_of(values) or str(values.get("name") or path.stem)
    about = " ".join(str(v) for k, v in values.items() if k != "name" and isinstance(v, str))
    about = texts.one_line(f"{about} {head.body}")
    shown = f'"{name}"' + (f" ({about})" if about else "")
    return Problem(
        Localized(
            f"keterangan topik atau penulis {shown}; daftar di sini ditulis sendiri",
            f"a tag or an author {shown}; the lists here are written by hand",
        ),
        Localized(
            "bila belum ada, tambahkan ke _data/tags.yml atau _data/authors.yml",
            "if it is missing, add it to _data/tags.yml or _data/authors.yml",
        ),
        Place(path),
    )

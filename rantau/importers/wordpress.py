"""A WordPress export (WXR): posts and pages become drafts; pictures are taken from the source, never from the net."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from rantau.drafts import Place, Problem, Result, Sources
from rantau.foreign import fields, shortcodes, texts
from rantau.foreign.article import Article, Workshop
from rantau.foreign.blocks import Writer
from rantau.foreign.site import text_language
from rantau.foreign.tree import parse
from rantau.foreign.wxr import Item, Refused, clean, items
from rantau.model import Localized

LABEL = Localized("ekspor WordPress (.xml)", "WordPress export (.xml)")

_POST_LIMIT = 1024 * 1024
_BREAK_BLOCKS = re.compile(
    r"</?(?:(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|thead|tbody|blockquote|pre|figure|figcaption|hr|form|section|article|dl|dt|dd"
    r"|iframe)\b|rantau-)",
    re.IGNORECASE,
)
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL | re.IGNORECASE)
_TEXT_TYPES = ("post", "page")
_SILENT_TYPES = frozenset(
    "attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template "
    "wp_template_part wp_global_styles wp_navigation".split()
)
_TYPES = {
    "attachment": ("lampiran", "attachment"),
    "nav_menu_item": ("butir menu", "menu item"),
    "revision": ("revisi", "revision"),
}


def recognise(sources: Sources) -> int:
    """How sure it is that a WordPress export is among the files."""
    for path in _files(sources):
        try:
            head = sources.read(path)[:8192]
        except OSError:
            continue
        if b"wordpress.org/export" in head or b"w\x00o\x00r\x00d\x00p\x00r\x00e\x00s\x00s\x00.\x00o\x00r\x00g" in head:
            return 97
    return 0


def read(sources: Sources) -> Iterator[Result]:
    """A draft for each post and page, a problem for everything else that holds words."""
    shop = Workshop.open(sources)
    good: list[tuple[PurePosixPath, bytes]] = []
    authors: dict[str, str] = {}
    pictures: dict[str, tuple[str, str]] = {}
    targets: dict[tuple[PurePosixPath, int], PurePosixPath] = {}
    for path in _files(sources):
        try:
            data = clean(sources.read(path))
            for kind, item in items(data):
                if kind == "item":
                    _survey(shop, path, item, pictures, targets)
                elif kind == "author":
                    authors[item.get("author_login")] = _author(item)
                elif host := urlsplit(item.get("link") or "").hostname:
                    shop.site.hosts.add(host.lower())
            good.append((path, data))
        except (Refused, OSError, ValueError) as error:
            yield _problem(error, path)
            # What stands before the damage is read all the same.
            if isinstance(error, Refused) and error.line and any(key[0] == path for key in targets):
                good.append((path, data))
        if not any(key[0] == path for key in targets) and good and good[-1][0] == path:
            yield Problem(
                Localized("tidak ada tulisan di ekspor ini", "there are no texts in this export"),
                Localized("ekspor ulang dengan pilihan Semua isi", "export again and choose all content"),
                Place(path),
            )
    for path, data in good:
        yield from _drafts(shop, path, data, authors, pictures, targets)


def _drafts(
    shop: Workshop,
    path: PurePosixPath,
    data: bytes,
    authors: dict[str, str],
    pictures: dict[str, tuple[str, str]],
    targets: dict[tuple[PurePosixPath, int], PurePosixPath],
) -> Iterator[Result]:
    aside: dict[str, list[str]] = {}
    try:
        for kind, item in items(data):
            if kind != "item":
                continue
            place = Place(path, item.line)
            target = targets.get((path, item.number))
            title = texts.one_line(unescape(item.get("title")))
            if target is None:
                aside.setdefault(f"{item.get('post_type') or 'item'} ({item.get('status') or '?'})", []).append(
                    title or unescape(item.get("attachment_url") or item.get("link"))
                )
                continue
            try:
                yield from _draft(shop, place, item, target, title, authors, pictures)
            except Exception as error:  # the one boundary where a failure on one post becomes its problem
                detail = f"{type(error).__name__}: {error}"[:200]
                yield Problem(
                    Localized(
                        f'tulisan "{title}" gagal diolah ({detail})', f'the text "{title}" could not be worked on ({detail})'
                    ),
                    Localized(
                        "salin tulisannya sendiri, dan laporkan kepada pengembang", "copy it by hand, and tell the developers"
                    ),
                    place,
                )
    except Refused:
        pass
    for name, titles in aside.items():
        kind = name.split(" ")[0]
        said = _TYPES.get(kind, (kind, kind))
        shown = ", ".join(f'"{t}"' for t in titles)
        yield Problem(
            Localized(
                f"{len(titles)} {said[0]} tidak diimpor [{name}]: {shown}",
                f"{len(titles)} {said[1]} not imported [{name}]: {shown}",
            ),
            Localized(
                "tidak perlu apa-apa, kecuali ada yang masih diperlukan", "nothing needs to be done unless one is still needed"
            ),
            Place(path),
        )


def _author(item: Item) -> str:
    """The name of an author: the one that is shown, or the two names where only the login is shown."""
    login, shown = item.get("author_login"), texts.one_line(item.get("author_display_name"))
    names = texts.one_line(f"{item.get('author_first_name')} {item.get('author_last_name')}")
    return (names if names and shown in ("", login) else shown) or login


def _survey(
    shop: Workshop,
    path: PurePosixPath,
    item: Item,
    pictures: dict[str, tuple[str, str]],
    targets: dict[tuple[PurePosixPath, int], PurePosixPath],
) -> None:
    """Learns where a post will be, and which address and words a picture's number means."""
    if item.get("post_type") == "attachment":
        words = texts.one_line(item.meta.get("_wp_attachment_image_alt", ""))
        pictures[item.get("post_id")] = (item.get("attachment_url") or item.get("link"), words)
        return
    if item.get("post_type") in _SILENT_TYPES or (item.get("post_type") or "post") not in _TEXT_TYPES:
        return
    if item.get("status") in ("trash", "auto-draft", "inherit") or not (
        item.get("content").strip() or item.get("excerpt").strip()
    ):
        return
    title = texts.one_line(unescape(item.get("title")))
    year = item.get("post_date")[:4] if item.get("post_type") != "page" else ""
    language = text_language(f"{title}\n{re.sub('<[^<>]*>', ' ', item.get('content')[:20000])}")
    target = shop.site.place(
        language, year if year != "0000" else "", unquote(item.get("post_name")), f"{title} {item.get('post_id')}"
    )
    targets[path, item.number] = target
    link = item.get("link")
    shop.site.register(PurePosixPath(f"{item.get('post_name') or item.get('post_id')}"), target, (link,) if link else ())
    shop.site.number(item.get("post_id"), target)


def _draft(
    shop: Workshop,
    place: Place,
    item: Item,
    target: PurePosixPath,
    title: str,
    authors: dict[str, str],
    pictures: dict[str, tuple[str, str]],
) -> Iterator[Result]:
    content = texts.tidy(item.get("content"))
    article = Article(
        shop, place.path, target, target.parts[0] if target.parts[0] in ("ja", "en") else "id", texts.Finder(""), place.line
    )
    link = item.get("link")
    if len(content) > _POST_LIMIT:
        yield Problem(
            Localized(f'tulisan "{title}" terlalu panjang', f'the text "{title}" is too long'),
            Localized("bagi tulisan itu di situs lama, lalu ekspor lagi", "split it on the old site and export again"),
            place,
        )
        return
    heading = title or texts.one_line(re.sub(r"<[^<>]*>", " ", content))[:60] or f"Tulisan {item.get('post_id')}"
    if not title:
        article.guess("title", heading, "kalimat pertama")
    prepared = _paragraphs(shortcodes.wordpress(content, article.drop, pictures)) if content.strip() else ""
    body = Writer(article, heading).write(prepared)
    creator = item.get("creator")
    values: dict[str, object] = {"title": heading, "author": authors.get(creator, creator)}
    values["date"] = item.get("post_date") if not item.get("post_date").startswith("0000") else item.get("pubDate")
    values["tags"] = [
        word
        for domain, word in item.terms
        if domain in ("category", "post_tag") and word.lower() not in ("uncategorized", "tak berkategori", "uncategorised")
    ]
    thumbnail = item.meta.get("_thumbnail_id", "")
    if thumbnail in pictures and pictures[thumbnail][0]:
        values["image"], values["imagealt"] = pictures[thumbnail]
    elif thumbnail and thumbnail not in ("0", "-1"):
        article.drop(
            f"_thumbnail_id: {thumbnail}",
            Localized("gambar utama tidak ada di ekspor ini", "the main picture is not in this export"),
        )
    given = re.sub(r"<[^<>]*>", " ", unescape(item.get("excerpt"))) or next(
        (item.meta[k] for k in ("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description") if item.meta.get(k)), ""
    )
    reading = fields.read(article, values)
    if item.get("post_type") == "page":
        article.guess("path", target.as_posix(), "post_type: page")
    description = article.describe(given, body, "excerpt") or heading
    for author, text in item.comments:
        article.drop(f"{author}: {text}", Localized("komentar pembaca tidak diimpor", "readers' comments are not imported"))
    redirects = shop.site.redirects(target, [link] if link and "?" not in link else [])
    front = fields.filled(reading, heading, description, redirects)
    article.keep_words([(place.line, line) for line in parse(prepared)[0].text().split("\n")], front, body)
    yield article.finish(front, body)


def _paragraphs(html: str) -> str:
    """The HTML with the paragraphs that WordPress makes of empty lines when it shows a text."""
    if "<!-- wp:" in html:
        return html
    made: list[str] = []
    for part in _PRE.split(html):
        if part[:4].lower() == "<pre":
            made.append(part)
            continue
        for block in re.split(r"\n\s*\n", part):
            if not block.strip():
                continue
            plain = not _BREAK_BLOCKS.search(block)
            made.append(f"<p>{'<br>'.join(block.strip().split(chr(10)))}</p>" if plain else block)
    return "\n".join(made)


def _files(sources: Sources) -> list[PurePosixPath]:
    return [path for path in sorted(sources.files) if path.suffix.lower() in (".xml", ".wxr")]


def _problem(error: Exception, path: PurePosixPath) -> Problem:
    if isinstance(error, Refused):
        return Problem(error.message, error.help, Place(path, error.line))
    return Problem(
        Localized(f"berkas ini tidak dapat dibaca: {error}", f"this file cannot be read: {error}"),
        Localized(
            "ekspor ulang dari WordPress, bila perlu sebagian-sebagian", "export again from WordPress, in parts if need be"
        ),
        Place(path),
    )

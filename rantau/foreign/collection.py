"""Many Markdown files of one foreign site become drafts: first all are placed, so that links lead on, then each is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from rantau.drafts import Place, Problem, Result
from rantau.foreign import bylines, components, days, fields, front, markdown, shortcodes, texts
from rantau.foreign.article import Article, Workshop, paragraphs, visible_lines
from rantau.foreign.blocks import Writer
from rantau.foreign.site import bare_name, dated_name, text_language, translated
from rantau.foreign.tree import parse
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Localized
from rantau.text import tongue
from rantau.text.clutter import PEOPLE

_READ_LIMIT = 512 * 1024
_UNREADABLE = Localized("berkas ini tidak dapat dibaca", "this file cannot be read")
_LARGE = Localized(
    "pecah berkas ini menjadi beberapa tulisan, lalu impor lagi", "split this file into several texts and import again"
)
_EMPTY = Localized("berkas ini tidak berisi tulisan, hanya isian", "this file holds no text, only entries")
# From so many words on the language of a text is told from its smallest ones.
_SURE = 25
_BLANK = Localized("berkas ini kosong", "this file is empty")
_BINARY = Localized("isi berkas ini bukan teks", "this file holds no text but something else")
_RENAMED = Localized(
    "bila ini gambar atau dokumen, beri nama dengan akhiran yang benar", "give a picture or a document the ending that is its own"
)
_NOTHING = Localized("tidak perlu apa-apa bila memang kosong", "nothing needs to be done if it is meant to be empty")
_FAILED = Localized("berkas ini gagal diolah", "this file could not be worked on")
_REPORT = Localized(
    "salin tulisannya sendiri, dan laporkan berkas ini kepada pengembang",
    "copy its text by hand, and show this file to the developers",
)
_DECODED = Localized("buka drafnya dan periksa", "open the draft and look")


@dataclass(slots=True)
class Entry:
    """One file of the source: its language ("" unknown), the key that its translations share, its old addresses.

    `day` is what its name or folder says, `html` when its body is no Markdown.
    """

    path: PurePosixPath
    language: str = ""
    key: tuple[str, ...] = ()
    addresses: Callable[[str, str, str], list[str]] = lambda _day, _slug, _title: []
    day: str = ""
    html: bool = False
    target: PurePosixPath = field(default_factory=PurePosixPath)
    title: str = ""
    name: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Flavour:
    """What the site's Markdown knows beside Markdown."""

    hugo: bool = False
    liquid: bool = False
    mdx: bool = False


def drafts(shop: Workshop, entries: list[Entry], flavour: Flavour) -> Iterator[Result]:
    """A draft, or a problem, for each entry. Reads every file twice and keeps only names between."""
    usable: list[Entry] = []
    for entry in entries:
        try:
            head = _read(shop, entry.path)
        except OSError as error:
            yield Problem(_UNREADABLE, Localized(f"{_LARGE.id} ({error})", f"{_LARGE.en} ({error})"), Place(entry.path))
            continue
        _survey(entry, head[0])
        usable.append(entry)
    _place(shop, usable)
    for entry in usable:
        try:
            yield from _draft(shop, entry, flavour)
        except Exception as error:  # the one boundary where a failure on a foreign file becomes its problem
            detail = f"{type(error).__name__}: {error}"[:200]
            yield Problem(Localized(f"{_FAILED.id} ({detail})", f"{_FAILED.en} ({detail})"), _REPORT, Place(entry.path))


def _read(shop: Workshop, path: PurePosixPath) -> tuple[front.Front, str, Localized | None]:
    data = shop.sources.read(path)
    if len(data) > _READ_LIMIT:
        raise OSError(f"{len(data) // 1024} KB")
    text, note = texts.decode(data)
    return front.split(text), text, note


def _survey(entry: Entry, head: front.Front) -> None:
    """Learns of a file what its place depends on."""
    entry.title = fields.title_of(head.values) or _first_heading(head.body)
    byline = None if entry.html or fields.has_author(head.values) else bylines.first(head.body)
    date = fields.date_of(head.values) or (byline.day if byline is not None else None)
    entry.day = entry.day or dated_name(entry.path.stem)[0]
    entry.year = str(date.year) if date else entry.day[:4]
    declared = next(
        (str(v) for k, v in head.values.items() if fields.folded(k) in ("lang", "language", "locale") and isinstance(v, str)), ""
    )
    if not entry.language:
        code = declared.lower().split("-")[0].split("_")[0]
        entry.language = code if code in LANGUAGES else text_language(f"{entry.title}\n{head.body}")
    named = fields.addresses_of(head.values)
    slug = next(
        (
            a
            for k, v in head.values.items()
            if fields.folded(k) == "slug"
            for a in fields.listed(v)
            if a and "/" not in a.strip("/")
        ),
        "",
    )
    entry.name = slug or bare_name(entry.path)
    day = date.isoformat() if date else entry.day
    paths = entry.addresses(day, slug, entry.title)
    bases = [a for a in paths if a]
    # A slug alone stands where the file's own name would.
    named = [
        f"{bases[0].rstrip('/').rpartition('/')[0]}/{a.strip('/')}/"
        if "/" not in a.strip("/") and not a.startswith(("/", "http")) and bases
        else a
        for a in named
    ]
    entry.addresses = lambda _day, _slug, _title: list(dict.fromkeys([*named, *paths]))


def _first_heading(body: str) -> str:
    """The words of the first top heading near the start."""
    for line in body[:4000].split("\n"):
        if line.startswith("# "):
            return texts.one_line(line[2:].strip(" #*_`"))
    return ""


def _place(shop: Workshop, entries: list[Entry]) -> None:
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key or entry.path.parts, []).append(entry)
    for group in groups.values():
        together: dict[str, Entry] = {}
        for entry in group:
            if entry.language in LANGUAGES:
                together.setdefault(entry.language, entry)
        first = together.get(DEFAULT_LANGUAGE) or next(iter(together.values()), group[0])
        year = first.year or next((e.year for e in group if e.year), "")
        name = first.name or next((e.name for e in group if e.name), "")
        title = (
            first.title if first.title.isascii() else next((e.title for e in group if e.title.isascii() and e.title), first.title)
        )
        shared = shop.site.place(DEFAULT_LANGUAGE, year, name or title, f"{title} {first.path.stem}", tuple(together))
        for entry in group:
            if together.get(entry.language) is entry:
                entry.target = translated(shared, entry.language)
            else:
                words = f"{entry.name or entry.title} {entry.language if entry.language not in LANGUAGES else ''}"
                language = entry.language if entry.language in LANGUAGES else DEFAULT_LANGUAGE
                entry.target = shop.site.place(language, entry.year or year, words, f"{title} {entry.path.stem}")
            shop.site.register(entry.path, entry.target, tuple(entry.addresses("", "", "")))


def _draft(shop: Workshop, entry: Entry, flavour: Flavour) -> Iterator[Result]:
    head, text, note = _read(shop, entry.path)
    article = Article(shop, entry.path, entry.target, entry.language, texts.Finder(text))
    if note is not None:
        yield Problem(note, _DECODED, Place(entry.path))
    if not head.body.strip():
        about = f": {entry.title}" if entry.title else ""
        if text or not shop.sources.read(entry.path).strip():
            why = _EMPTY if text.strip() else _BLANK
            yield Problem(Localized(why.id + about, why.en + about), _NOTHING, Place(entry.path))
        else:
            yield Problem(_BINARY, _RENAMED, Place(entry.path))
        return
    _signed(article, head, html=entry.html)
    reading = fields.read(
        article, {k: v for k, v in head.values.items() if fields.folded(k) not in ("lang", "language", "locale")}, 2
    )
    fields.lost_lines(article, head.lost)
    title = reading.title or entry.title or _from_name(entry.path)
    if not reading.title:
        article.guess("title", title, entry.title or entry.path.name)
    if reading.date is None and entry.day:
        day = days.day(entry.day)[0]
        if day is not None:
            reading.fields["date"] = day
            article.guess("date", entry.day, entry.path.name)
    if entry.language not in LANGUAGES:
        article.guess("language", entry.language, entry.path.as_posix())
    body, lines = convert(article, head, title, flavour, html=entry.html)
    if (misplaced := _misplaced(entry, body)) is not None:
        yield misplaced
    if not body.strip():
        article.drop(head.body, _EMPTY, head.body_line)
    description = article.describe(reading.description, body) or title
    redirects = shop.site.redirects(entry.target, entry.addresses("", "", ""))
    values = fields.filled(reading, title, description, redirects)
    article.keep_words(lines, values, body)
    yield article.finish(values, body)


def _misplaced(entry: Entry, body: str) -> Problem | None:
    """The problem of a text that is surely written in another language than its folder says."""
    words = tongue.unquoted(" ".join(paragraphs(body)))
    found = tongue.guess(words) if tongue.words(words) >= _SURE else ""
    if found == entry.language or found not in LANGUAGES or entry.language not in LANGUAGES:
        return None
    told, folder = tongue.named(found), tongue.named(entry.language)
    return Problem(
        Localized(
            f"tulisan ini berbahasa {told.id}, tetapi di situs lama ada di folder bahasa {folder.id}",
            f"this text is in {told.en}, but lies in the {folder.en} folder of the old site",
        ),
        Localized("pindahkan drafnya ke folder bahasanya", "move the draft to the folder of its language"),
        Place(entry.path),
    )


def _signed(article: Article, head: front.Front, *, html: bool) -> None:
    """Takes the writer, and the day, from the line above a text where the entries name none."""
    byline = None if html or fields.has_author(head.values) else bylines.first(head.body)
    if byline is None:
        return
    article.guess("author", byline.name, byline.line.strip(), head.body_line + byline.number)
    head.values["author"] = byline.name
    if byline.day is not None and fields.date_of(head.values) is None:
        article.guess("date", byline.day.isoformat(), byline.line.strip(), head.body_line + byline.number)
        head.values["date"] = byline.day.isoformat()
    article.drop(byline.line.strip(), PEOPLE, head.body_line + byline.number)
    lines = head.body.split("\n")
    lines[byline.number] = ""
    head.body = "\n".join(lines)


def convert(
    article: Article, head: front.Front, title: str, flavour: Flavour, *, html: bool = False
) -> tuple[str, list[tuple[int, str]]]:
    """The body in this site's Markdown, and the visible lines of the foreign one."""
    source = head.body
    lines = visible_lines(source, head.body_line)
    if flavour.hugo:
        source = shortcodes.hugo(source, article.drop, head.body_line)
    if flavour.liquid:
        source = shortcodes.liquid(source, article.drop, head.body_line)
    if html:
        return Writer(article, title).write(source), [(0, line) for line in parse(source)[0].text().split("\n")]
    prepared = components.Preparation(article.drop, mdx=flavour.mdx).prepare(source, head.body_line)
    return Writer(article, title).write(markdown.html(prepared)), lines


def _from_name(path: PurePosixPath) -> str:
    words = (bare_name(path) or path.stem).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]

"""For whoever looks after the content: the health of the whole site on one page, which needs no script and no other file."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import PurePosixPath

from rantau.model import Diagnostic, Document, Library, Localized, Report, Severity
from rantau.reporters._look import STYLE
from rantau.text import dates
from rantau.text.excerpts import ordered, plain, window

# A longer list is shown folded.
_OPEN = 30
# So few files are shown with their findings unfolded.
_FEW = 3
_OTHERS = ("ja", "en")
_Section = tuple[str, Localized, int, Iterable[str]]

_TITLE = Localized("Kesehatan isi", "Health of the content")
_CHECKED = Localized("{} diperiksa pada {}.", "{} checked on {}.")
_NONE = Localized("Tidak ada.", "None.")
_SEVERITY = {Severity.ERROR: Localized("Kesalahan", "Error"), Severity.WARNING: Localized("Peringatan", "Warning")}
_ERRORS, _WARNINGS = Localized("Kesalahan", "Errors"), Localized("Peringatan", "Warnings")
_ARTICLES, _DRAFTS = Localized("Artikel terbit", "Published articles"), Localized("Draf", "Drafts")
_PLACE = Localized("baris {}, kolom {}", "line {}, column {}")
_DO = Localized("Yang perlu dilakukan:", "What to do:")
_SHOW = Localized("tampilkan {}", "show {}")
_MORE = Localized("tampilkan {} berkas lain", "show {} other files")
_FIXABLE = Localized("dapat diperbaiki dengan --fix", "--fix can repair this")
_OVER = Localized("sudah lewat", "over")
_DUE = {
    "review_by": Localized("harus diperiksa lagi", "to be checked again"),
    "expires": Localized("kedaluwarsa", "expires"),
}
_LANGUAGE = {"ja": Localized("Jepang", "Japanese"), "en": Localized("Inggris", "English")}
_LACKS = Localized("belum ada: ", "missing: ")
_NOBODY = Localized("(tanpa penulis)", "(no author)")
_AUTHOR_HEADS = (
    Localized("Penulis", "Author"),
    Localized("Artikel", "Articles"),
    Localized("Kesalahan", "Errors"),
    Localized("Peringatan", "Warnings"),
    Localized("Tanpa sumber", "No sources"),
    Localized("Tanpa tanggal", "No date"),
)
_FOUND = Localized("{} temuan", "{} findings")


def render(report: Report) -> Iterator[str]:
    """The lines of the page."""
    say = _speaker(report.language)
    library = report.library
    sections = list(_sections(report, library))
    yield "<!doctype html>"
    yield f'<html lang="{report.language}">'
    yield '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    # The page holds texts of strangers; should one ever get through, it can do nothing.
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
    yield '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n<link rel="icon" href="data:,">'
    yield f"<title>{say(_TITLE)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{say(_TITLE)}</h1>"
    if library is not None:
        day = f'<time datetime="{library.date}">{_safe(dates.words(library.date, report.language))}</time>'
        yield f"<p>{say(_CHECKED).format(_path(report.root), day)}</p>"
    yield from _totals(report, library)
    yield '<nav><ul class="contents">'
    yield from (f'<li><a href="#{name}">{say(title)}</a> {count}</li>' for name, title, count, _ in sections)
    yield "</ul></nav>\n</header>\n<main>"
    for name, title, count, lines in sections:
        yield f'<section id="{name}" aria-labelledby="{name}-title">'
        yield f'<h2 id="{name}-title">{say(title)} <small>{count}</small></h2>'
        yield from (lines if count else [f'<p class="none">{say(_NONE)}</p>'])
        yield "</section>"
    yield "</main>\n</body>\n</html>"


def _sections(report: Report, library: Library | None) -> Iterator[_Section]:
    """The name, the title, the number of entries and the lines of each section."""
    found = report.diagnostics
    wrong = [d for d in found if d.severity is Severity.ERROR]
    doubtful = [d for d in found if d.severity is Severity.WARNING]
    yield (
        "kesalahan",
        Localized("Kesalahan: menghalangi terbit", "Errors: they block publishing"),
        len(wrong),
        _files(wrong, report),
    )
    yield (
        "peringatan",
        Localized("Peringatan: sebaiknya dibetulkan", "Warnings: better mended"),
        len(doubtful),
        _files(doubtful, report),
    )
    if library is not None:
        yield from _library_sections(report, library)
    rules = Counter(d.rule for d in found)
    yield "aturan", Localized("Menurut aturan", "By rule"), len(rules), _rules(report, rules)


def _library_sections(report: Report, library: Library) -> Iterator[_Section]:
    language = report.language
    articles = list(library.articles())
    due = sorted(_due(library))
    yield "basi", Localized("Yang akan basi", "What goes stale"), len(due), _months(due, library, report)
    lists: tuple[tuple[str, Localized, list[tuple[Document, str]]], ...] = (
        (
            "tinjauan",
            Localized("Artikel tanpa review_by dan expires", "Articles without review_by and expires"),
            [(d, "") for d in articles if d.fields and not (d.fields.review_by or d.fields.expires)],
        ),
        (
            "terjemahan",
            Localized("Tanpa terjemahan", "Without translation"),
            [(d, lacks) for d in library.published() if (lacks := _lack(d, library, language))],
        ),
        (
            "gambar",
            Localized("Gambar tanpa teks alt", "Images without alt text"),
            [(d, _code(image)) for d in library.published() for image in _silent(d)],
        ),
        (
            "sumber",
            Localized("Artikel tanpa sumber", "Articles without sources"),
            [(d, "") for d in articles if d.fields and not d.fields.sources],
        ),
        (
            "tanggal",
            Localized("Artikel tanpa tanggal", "Articles without a date"),
            [(d, "") for d in articles if d.fields and d.fields.date is None],
        ),
    )
    for name, title, entries in lists:
        yield name, title, len(entries), _list(entries, report)
    authors = _authors(articles, library, language)
    yield "penulis", Localized("Menurut penulis", "By author"), len(authors), _author_table(authors, report)
    of_file = Counter(d.path for d in report.diagnostics)
    drafts = [(d, _safe(_FOUND.speak(language).format(of_file[d.path]))) for d in library.documents if d.draft]
    yield "draf", _DRAFTS, len(drafts), _list(drafts, report)


# --- the numbers at the top ---


def _totals(report: Report, library: Library | None) -> Iterator[str]:
    numbers = Counter(d.severity for d in report.diagnostics)
    totals = [("error", _ERRORS, numbers[Severity.ERROR]), ("warning", _WARNINGS, numbers[Severity.WARNING])]
    if library is not None:
        totals += [("", _ARTICLES, sum(1 for _ in library.articles())), ("", _DRAFTS, sum(d.draft for d in library.documents))]
    yield '<dl class="totals">'
    for kind, title, count in totals:
        seen = f' class="{kind}"' if kind and count else ""
        yield f"<div{seen}><dt>{_safe(title.speak(report.language))}</dt><dd>{count}</dd></div>"
    yield "</dl>"


# --- what is wrong ---


def _files(found: Iterable[Diagnostic], report: Report) -> Iterator[str]:
    """A block for each file, which unfolds; of very many files the later ones together."""
    files: dict[PurePosixPath, list[Diagnostic]] = {}
    for one in found:
        files.setdefault(one.path, []).append(one)
    several = sorted(files.items(), key=lambda item: item[0].as_posix())
    for number, (path, group) in enumerate(several):
        if number == _OPEN:
            yield f'<details class="more"><summary>{_safe(_MORE.speak(report.language).format(len(several) - _OPEN))}</summary>'
        yield f'<details class="file"{" open" if len(several) <= _FEW else ""}>'
        yield f'<summary><h3>{_path(f"{report.root}/{path}")} <small>{len(group)}</small></h3></summary>\n<ul class="findings">'
        for one in group:
            yield from _finding(one, report)
        yield "</ul>\n</details>"
    if len(several) > _OPEN:
        yield "</details>"


def _finding(found: Diagnostic, report: Report) -> Iterator[str]:
    say, span = _speaker(report.language), ordered(found.span)
    place = say(_PLACE).format(span.line, span.column)
    rule = f'<a href="#aturan-{_id(found.rule)}">{_code(found.rule)}</a>'
    fixable = f' <span class="fixable">{say(_FIXABLE)}</span>' if found.fixable else ""
    yield f'<li class="{found.severity}">'
    yield f'<p class="where"><strong>{say(_SEVERITY[found.severity])}</strong> {rule} <span>{place}</span>{fixable}</p>'
    yield f'<p class="message">{say(found.message)}</p>'
    if found.source.strip():
        before, marked, after = map(escape, window(found))
        yield f"<pre><code><b>{span.line}</b> {before}<mark>{marked}</mark>{after}</code></pre>"
    yield f'<p class="help"><b>{say(_DO)}</b> {say(found.help)}</p>\n</li>'


def _rules(report: Report, counts: Mapping[str, int]) -> Iterator[str]:
    say = _speaker(report.language)
    yield '<ul class="rules">'
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        title = f"<h3>{_code(name)} <small>{count}</small></h3>"
        rule = report.rules.get(name)
        told = f"<details><summary>{title}</summary>\n<p>{say(rule.explanation)}</p></details>" if rule else title
        yield f'<li id="aturan-{_id(name)}">{told}</li>'
    yield "</ul>"


# --- what the library says ---


def _due(library: Library) -> Iterator[tuple[str, str, PurePosixPath]]:
    """The days on which published pages go stale, as (ISO date, field, path)."""
    for document in library.published():
        fields = document.fields
        if fields is not None and fields.status != "archived":
            for name, day in (("review_by", fields.review_by), ("expires", fields.expires)):
                if day is not None:
                    yield day.isoformat(), name, document.path


def _months(due: Iterable[tuple[str, str, PurePosixPath]], library: Library, report: Report) -> Iterator[str]:
    language = report.language
    due = list(due)
    folded = len(due) > _OPEN
    if folded:
        yield f'<details class="more"><summary>{_safe(_SHOW.speak(language).format(len(due)))}</summary>'
    for month, entries in groupby(due, key=lambda entry: entry[0][:7]):
        name = dates.MONTHS.get(language, dates.MONTHS["id"])[int(month[5:]) - 1]
        yield f'<h3>{name} {int(month[:4])}</h3>\n<ul class="entries">'
        for day, field, path in entries:
            over = f' <span class="over">{_OVER.speak(language)}</span>' if day < library.date.isoformat() else ""
            written = dates.words(datetime.date.fromisoformat(day), language)
            note = f'<time datetime="{day}">{written}</time> {_DUE[field].speak(language)}{over}'
            yield _entry(library.by_path[path], note, report.root)
        yield "</ul>"
    if folded:
        yield "</details>"


def _lack(document: Document, library: Library, language: str) -> str:
    """The languages that a page of the site's own language is not translated to, in words; "" when it is, or is archived."""
    if document.language != "id" or (document.fields is not None and document.fields.status == "archived"):
        return ""
    missing = [o for o in _OTHERS if (d := library.by_path.get(PurePosixPath(o) / document.path)) is None or d.draft]
    return _safe(_LACKS.speak(language) + ", ".join(_LANGUAGE[o].speak(language) for o in missing)) if missing else ""


def _silent(document: Document) -> Iterator[str]:
    """The images of a page that say nothing to those who cannot see them, as written."""
    fields = document.fields
    if fields is not None:
        named = [image for image in (*fields.images, fields.hero, fields.second) if image is not None and image.src]
        yield from dict.fromkeys(image.src for image in named if not image.alt.strip())
    if document.body is not None:
        yield from (link.destination for link in document.body.links if link.image and not link.label.strip())


def _authors(articles: Iterable[Document], library: Library, language: str) -> dict[str, list[Document]]:
    """Articles by the names of their authors, in the order of the names."""
    known = library.registries["authors"].terms if "authors" in library.registries else {}
    found: dict[str, list[Document]] = {}
    for document in articles:
        placement, fields = library.placements.get(document.path), document.fields
        keys = placement.about.get("authors", ()) if placement is not None else ()
        names = [known[key].name.speak(language) if key in known else key for key in keys]
        if not names and fields is not None:
            names = [fields.author.name] if fields.author is not None else list(fields.authors)
        for name in dict.fromkeys(names or [_NOBODY.speak(language)]):
            found.setdefault(name, []).append(document)
    return dict(sorted(found.items(), key=lambda item: (item[0].casefold(), item[0])))


def _author_table(authors: Mapping[str, list[Document]], report: Report) -> Iterator[str]:
    counts = Counter((d.path, d.severity) for d in report.diagnostics)
    heads = [_safe(head.speak(report.language)) for head in _AUTHOR_HEADS]
    yield '<div class="wide"><table>\n<thead><tr>'
    yield from (f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>"
    for name, documents in authors.items():
        fields = [d.fields for d in documents if d.fields is not None]
        numbers = (
            len(documents),
            sum(counts[d.path, Severity.ERROR] for d in documents),
            sum(counts[d.path, Severity.WARNING] for d in documents),
            sum(not f.sources for f in fields),
            sum(f.date is None for f in fields),
        )
        cells = "".join(f'<td data-name="{head}">{n}</td>' for head, n in zip(heads[1:], numbers, strict=True))
        yield f'<tr><th scope="row">{_safe(name)}</th>{cells}</tr>'
    yield "</tbody>\n</table></div>"


# --- pieces ---


def _list(entries: Sequence[tuple[Document, str]], report: Report) -> Iterator[str]:
    """Pages with a note each, folded when they are many."""
    folded = len(entries) > _OPEN
    if folded:
        yield f'<details class="more"><summary>{_safe(_SHOW.speak(report.language).format(len(entries)))}</summary>'
    yield '<ul class="entries">'
    yield from (_entry(document, note, report.root) for document, note in entries)
    yield "</ul>"
    if folded:
        yield "</details>"


def _entry(document: Document, note: str, root: str) -> str:
    """A page by title and path; the note is HTML."""
    fields = document.fields
    title = (fields.title or "") if fields is not None else ""
    named = f'<span lang="{document.language}">{_safe(title)}</span> ' if title else ""
    noted = f' <span class="note">{note}</span>' if note else ""
    return f"<li>{named}{_path(f'{root}/{document.path}')}{noted}</li>"


def _speaker(language: str) -> Callable[[Localized], str]:
    return lambda words: _safe(words.speak(language))


def _safe(text: str) -> str:
    return escape(plain(text))


def _code(text: str) -> str:
    return f"<code>{_safe(text)}</code>"


def _path(text: str) -> str:
    """A path that a narrow page breaks at its slashes."""
    return f'<code class="path">{_safe(text).replace("/", "/<wbr>")}</code>'


def _id(rule: str) -> str:
    """A rule's name as part of an id, whatever it holds."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else f"_{ord(c):x}_" for c in rule)

"""The pages of the site: which there are, and the view of each, made when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from rantau import indexing
from rantau.indexing import Entry, Index, newest_first, prefix
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Document, Image, Kind, Library, Localized, Term
from rantau.scene import Outlook, Scene, entry_pages, fields_of, host
from rantau.text.addresses import search_folder
from rantau.views import (
    Anchor,
    ArticleView,
    HomeView,
    MissingView,
    Picture,
    PlainView,
    SearchView,
    SheetView,
    TaxonomyView,
    TermView,
    View,
)

SEARCH_ENGINE = "assets/lunr.js"
NEWEST = 8
RELATED = 3
_CANDIDATES = 20
_SEARCH = Localized("Cari", "Search", "検索")
_ABOUT = Localized(
    "Artikel tentang {} bagi pekerja migran Indonesia dan keluarganya.",
    "Articles about {} for Indonesian migrant workers and their families.",
    "{}についての、インドネシア人移住労働者とその家族のための記事。",
)
_ALL = Localized(
    "{}: semua halaman di portal informasi pekerja migran Indonesia.",
    "{}: every page of the information portal for Indonesian migrant workers.",
    "{}：インドネシア人移住労働者のための情報ポータルのページ一覧。",
)
_YEAR = Localized("Artikel tahun {}", "Articles of {}", "{}の記事")
_MISSING = Localized("Halaman tidak ditemukan", "Page not found", "ページが見つかりません")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, the template it is drawn with, and its view when that is needed.

    `document` is the file whose words it shows, where there is one; `searchable` whether a search finds it.
    """

    address: str
    template: str
    language: str
    title: str
    view: Callable[[], View]
    document: Document | None = None
    searchable: bool = False


def fixed_addresses(library: Library) -> Iterator[str]:
    """The addresses of the pages that neither a file nor an index asks for."""
    owned = {d.address for d in library.documents if not d.draft}
    spoken = {d.language for d in library.published()} | {DEFAULT_LANGUAGE}
    for language in LANGUAGES:
        if language in spoken:
            yield f"{prefix(language)}cari/"
            if prefix(language) not in owned:
                yield prefix(language)


def every(scene: Scene) -> Iterator[Page]:
    """All pages of the site but the error page, in the order of their addresses within each kind."""
    for language in scene.languages:
        yield _home(scene, language)
        yield _search(scene, language)
    for document in scene.library.published():
        makers = {Kind.ARTICLE: _article, Kind.PAGE: _plain}
        if document.kind in makers:
            yield makers[document.kind](scene, document)
    for index in scene.indices:
        yield _taxonomy(scene, index)
        for entry in index.entries:
            for number in range(indexing.pages(entry) + 1):
                yield _entry(scene, entry, number)


def missing(scene: Scene) -> MissingView:
    """The view of the error page; its links hold the base path, because it is served at any depth."""
    look = Outlook(scene, "/404.html", "id", absolute=True)
    title = _MISSING.speak("id")
    newest = sorted((d for d in scene.library.articles() if d.language == "id"), key=newest_first)[:3]
    return MissingView(look.frame(title, indexable=False), title, look.taxonomies(), look.cards(newest))


def _home(scene: Scene, language: str) -> Page:
    address = prefix(language)
    path = PurePosixPath("index.md") if language == "id" else PurePosixPath(language, "index.md")
    document = scene.library.by_path.get(path)
    if document is not None and (document.draft or document.fields is None):
        document = None
    title = (document.fields.title if document and document.fields else None) or scene.settings.name
    description = (document.fields.description if document and document.fields else None) or ""

    def view() -> HomeView:
        look = Outlook(scene, address, language)
        articles = sorted((d for d in scene.library.articles() if d.language == language), key=newest_first)
        programs = next((i for i in scene.indices if i.language == language and i.taxonomy.segment == "program"), None)
        sheets = [e.introduction for e in programs.entries if e.introduction is not None] if programs else []
        figures = [f for d in articles[: NEWEST * 2] for f in look.figures(fields_of(d).figures[:1])]
        years = look.scene.by_address.get(f"{prefix(language)}tahun/")
        return HomeView(
            look.frame(title if title != scene.settings.name else "", description),
            title,
            description,
            look.html(document) if document is not None else "",
            look.cards(articles[:NEWEST]),
            look.cards(sheets),
            look.all_terms("negara")[:24],
            look.all_terms("topik")[:16],
            _in_order(look, "tahap"),
            tuple(figures[:3]),
            look.href(years.address) if len(articles) > NEWEST and years is not None else "",
        )

    return Page(address, "home.html", language, title, view, document)


def _in_order(look: Outlook, segment: str) -> tuple[Anchor, ...]:
    """The links to all terms of a taxonomy in the order in which its registry lists them."""
    index = look.scene.by_address.get(f"{prefix(look.language)}{segment}/")
    if index is None:
        return ()
    listed = list(look.scene.library.registries[index.taxonomy.registry].terms)
    entries = sorted(index.entries, key=lambda e: listed.index(e.term.key))
    found = (look.term(index.taxonomy.registry, e.term.key, counted=True) for e in entries)
    return tuple(anchor for anchor in found if anchor is not None)


def _search(scene: Scene, language: str) -> Page:
    address, title = f"{prefix(language)}cari/", _SEARCH.speak(language)

    def view() -> SearchView:
        look = Outlook(scene, address, language)
        ways = look.taxonomies()
        frame = look.frame(title, crumbs=(Anchor(title, look.href(address)),), indexable=False)
        return SearchView(frame, title, look.href(f"{search_folder(language)}/"), look.href(SEARCH_ENGINE), ways)

    return Page(address, "search.html", language, title, view)


def _article(scene: Scene, document: Document) -> Page:
    fields = fields_of(document)

    def view() -> ArticleView:
        look = Outlook(scene, document.address, document.language)
        crumbs = (look.terms(document, "tags") or look.terms(document, "countries"))[:1]
        frame = look.frame(fields.title or "", fields.description or "", crumbs, document)
        bylines, portrait = _bylines(look, document)
        stages = look.terms(document, "stages")
        second = look.picture(fields.second)
        opening, rest = _split(look.html(document)) if second is not None else (look.html(document), "")
        return ArticleView(
            frame,
            fields.title or "",
            fields.description or "",
            opening,
            rest,
            look.day(fields.date),
            look.day(fields.updated),
            look.minutes(document),
            bylines,
            portrait,
            look.picture(fields.hero),
            second,
            look.headings(document),
            look.terms(document, "countries"),
            look.terms(document, "programs"),
            look.terms(document, "tags"),
            stages[0] if stages else None,
            look.terms(document, "sectors"),
            look.figures(fields.figures),
            look.references(fields.sources),
            look.freshness(fields),
            look.cards(_related(scene, document)),
            look.edit(document),
            look.report(),
            fields.translation == "machine",
            fields.rights == "quoted",
            frame.canonical,
        )

    return Page(
        document.address, "article.html", document.language, fields.title or "", view, document, fields.status != "archived"
    )


def _bylines(look: Outlook, document: Document) -> tuple[tuple[Anchor, ...], Picture | None]:
    fields = fields_of(document)
    links = look.terms(document, "authors")
    if fields.author is not None:
        return links or (Anchor(fields.author.name, ""),), look.picture(fields.author.img)
    authors = look.scene.library.registries["authors"].terms
    keys = look.scene.library.placements[document.path].about["authors"]
    named = next((authors[key].img for key in keys if authors[key].img), "")
    return links, look.picture(Image(named, PurePosixPath("images", named))) if named else None


def _split(html: str) -> tuple[str, str]:
    """The HTML up to the end of the block that passes the first third of its words, and the rest."""
    tree = LexborHTMLParser(html)
    blocks = list(tree.body.iter(include_text=False)) if tree.body is not None else []
    lengths = [len(node.text() or "") for node in blocks]
    passed, total = 0, sum(lengths)
    for number, length in enumerate(lengths):
        passed += length
        if passed * 3 >= total and number + 1 < len(blocks):
            pieces = [node.html or "" for node in blocks]
            return "\n".join(pieces[: number + 1]), "\n".join(pieces[number + 1 :])
    return html, ""


def _related(scene: Scene, document: Document) -> list[Document]:
    """The articles that share most with this one; a rare term says more than a common one."""
    scores: dict[str, float] = {}
    found: dict[str, Document] = {}
    for registry in ("programs", "countries", "tags"):
        for key in scene.library.placements[document.path].about.get(registry, ()):
            entry = scene.entries.get((registry, key, document.language))
            weight = 1 / len(entry.about) if entry is not None and entry.about else 0.0
            for other in entry.about[:_CANDIDATES] if entry is not None else ():
                found[other.address] = other
                scores[other.address] = scores.get(other.address, 0.0) + weight
    scores.pop(document.address, None)
    best = sorted(scores, key=lambda address: (-scores[address], newest_first(found[address])))
    return [found[address] for address in best[:RELATED]]


def _plain(scene: Scene, document: Document) -> Page:
    fields = fields_of(document)

    def view() -> PlainView:
        look = Outlook(scene, document.address, document.language)
        frame = look.frame(fields.title or "", fields.description or "", (), document)
        return PlainView(
            frame,
            fields.title or "",
            fields.description or "",
            look.html(document),
            look.headings(document),
            look.freshness(fields),
            look.references(fields.sources),
            look.edit(document),
            look.report(),
        )

    return Page(document.address, "page.html", document.language, fields.title or "", view, document, True)


def _taxonomy(scene: Scene, index: Index) -> Page:
    title = index.taxonomy.title.speak(index.language)

    def view() -> TaxonomyView:
        look = Outlook(scene, index.address, index.language)
        terms = look.all_terms(index.taxonomy.segment)
        if index.taxonomy.segment == "tahap":
            terms = _in_order(look, "tahap")
        elif index.taxonomy.segment == "tahun":
            terms = tuple(sorted(terms, key=lambda a: a.label, reverse=True))
        frame = look.frame(title, _ALL.speak(index.language).format(title), (Anchor(title, ""),))
        return TaxonomyView(frame, title, index.taxonomy.segment, "", terms)

    return Page(index.address, "taxonomy.html", index.language, title, view)


def _entry(scene: Scene, entry: Entry, number: int) -> Page:
    sheet = entry.introduction
    address = indexing.page_address(entry, number)
    title = entry.term.name.speak(entry.language)
    if sheet is not None and sheet.kind is Kind.SHEET and number == 0:
        return _sheet(scene, entry, sheet)

    def view() -> TermView:
        look = Outlook(scene, address, entry.language)
        return _term_view(look, entry, number, title)

    introduced = sheet is not None and number == 0
    return Page(address, "term.html", entry.language, title, view, sheet if number == 0 else None, introduced)


def _term_view(look: Outlook, entry: Entry, number: int, title: str) -> TermView:
    taxonomy = entry.taxonomy
    introduction = entry.introduction
    folder = Anchor(taxonomy.title.speak(entry.language), look.href(f"{prefix(entry.language)}{taxonomy.segment}/"))
    pages = entry_pages(look, entry, number)
    here = next((i for i, page in enumerate(pages) if page.current), 0)
    note = entry.term.note.speak(entry.language)
    fields = introduction.fields if introduction is not None else None
    described = fields.description if fields is not None else None
    head = _head(title, taxonomy.segment, entry.language)
    summary = _ABOUT if head == title else _ALL
    description = described or note or summary.speak(entry.language).format(head)
    crumbs = (folder, Anchor(title, ""))
    whole = number == 0
    frame = look.frame(head, description, crumbs, introduction if whole else None, indexable=whole)
    return TermView(
        frame,
        title,
        taxonomy.segment,
        entry.term.key.lower() if taxonomy.registry == "countries" else "",
        look.html(introduction) if introduction is not None and number == 0 else "",
        entry.total,
        look.cards(indexing.cut(entry.about, number)),
        look.cards(indexing.cut(entry.mentioned, number)),
        _children(look, entry) if number == 0 else (),
        look.picture(fields.hero) if fields is not None and number == 0 else None,
        here + 1,
        pages,
        pages[here - 1].href if here > 0 else "",
        pages[here + 1].href if here + 1 < len(pages) else "",
        entry.term.warning.speak(entry.language),
        look.references(fields.sources) if fields is not None and number == 0 else (),
    )


def _head(title: str, segment: str, language: str) -> str:
    """The page's title outside the page, where a bare "2026" says nothing."""
    return _YEAR.speak(language).format(title) if segment == "tahun" else title


def _children(look: Outlook, entry: Entry) -> tuple[Anchor, ...]:
    """The member countries of a region, or the programs that lead to a country."""
    term: Term = entry.term
    if entry.taxonomy.registry == "regions":
        found = [look.term("countries", key) for key in term.members]
        return tuple(sorted((a for a in found if a is not None), key=lambda a: a.label))
    if entry.taxonomy.registry == "countries":
        sheets = (d for d in look.scene.library.published() if d.kind is Kind.SHEET and d.language == look.language)
        leading = (d.path.stem for d in sheets if term.key in look.scene.library.placements[d.path].about["countries"])
        return tuple(a for key in leading if (a := look.term("programs", key)) is not None)
    return ()


def _sheet(scene: Scene, entry: Entry, document: Document) -> Page:
    fields = fields_of(document)

    def view() -> SheetView:
        look = Outlook(scene, document.address, document.language)
        folder = Anchor(entry.taxonomy.title.speak(entry.language), look.href(f"{prefix(entry.language)}program/"))
        short = entry.term.name.speak(entry.language)
        frame = look.frame(fields.title or short, fields.description or "", (folder, Anchor(short, "")), document)
        return SheetView(
            frame,
            fields.title or short,
            fields.description or "",
            look.html(document),
            look.picture(fields.hero),
            look.headings(document),
            look.overview(fields.overview),
            look.figures(fields.figures),
            fields.official or "",
            host(fields.official) if fields.official else "",
            look.terms(document, "countries"),
            look.terms(document, "sectors"),
            look.references(fields.sources),
            look.freshness(fields),
            look.cards(indexing.cut(entry.about, 0)),
            look.cards(indexing.cut(entry.mentioned, 0)),
            entry_pages(look, entry, 0),
            look.edit(document),
            look.report(),
        )

    return Page(document.address, "sheet.html", document.language, fields.title or "", view, document, True)

"""The pages of the site: which there are, and the view of each, made when it is asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from heapq import nsmallest
from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from rantau import changes, explaining, figures, indexing, journey, nearby, news, offline, portrait, sheets, structured
from rantau.explaining import Explaining
from rantau.indexing import Entry, Index, newest_first, prefix
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES, Document, Image, Kind, Library, Localized, Term
from rantau.page import Page as Page
from rantau.scene import Outlook, Scene, entry_pages, fields_of, sources_of
from rantau.text.addresses import TWIN, figures_address, glossary_address, offline_address, search_address, search_folder
from rantau.text.figures import collect
from rantau.text.figures import pages as cut
from rantau.views import (
    Anchor,
    ArticleView,
    Form,
    HomeView,
    MissingView,
    Picture,
    PlainView,
    SearchView,
    SheetView,
    StageView,
    TaxonomyView,
    TermView,
)

SEARCH_ENGINE = "assets/lunr.js"
NEWEST = 8
_SEARCH = Localized("Cari", "Search", "検索")
_FIND = Localized(
    "Cari program, negara, biaya, dan langkah kerja di luar negeri di portal informasi pekerja migran Indonesia.",
    "Find programs, countries, costs and steps of working abroad in the information portal for Indonesian migrant workers.",
    "インドネシア人移住労働者のための情報ポータルで、プログラム・国・費用・手順を検索できます。",
)
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


def fixed_addresses(library: Library) -> Iterator[str]:
    """The addresses of the pages that neither a file nor an index asks for."""
    owned = {d.address for d in library.documents if not d.draft}
    spoken = {d.language for d in library.published()} | {DEFAULT_LANGUAGE}
    for language in LANGUAGES:
        if language in spoken:
            yield search_address(language)
            yield offline_address(language)
            if prefix(language) not in owned:
                yield prefix(language)
            if library.glossary:
                yield glossary_address(language)
    for language, happened in changes.collect(library).items():
        yield from (changes.address(language, number) for number in range(changes.pages(len(happened))))
    for language, reported in collect(library).items():
        yield from (figures_address(language, number) for number in range(len(cut(reported))))


def every(scene: Scene) -> Iterator[Page]:
    """All pages of the site but the error page, in the order of their addresses within each kind."""
    return (replace(page, view=structured.described(page.view)) for page in _every(scene))


def _every(scene: Scene) -> Iterator[Page]:
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
    yield from news.every(scene)
    yield from figures.every(scene)
    yield from explaining.every(scene)
    yield from offline.every(scene)


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
        numbers = [f for d in articles[: NEWEST * 2] for f in look.figures(fields_of(d).figures[:1])]
        years = look.scene.by_address.get(f"{prefix(language)}tahun/")
        feeds = bool(articles) and fields_of(articles[0]).date is not None
        return HomeView(
            look.frame(title if title != scene.settings.name else "", description, forms=look.feed() if feeds else ()),
            title,
            description,
            look.html(document) if document is not None else "",
            look.cards(articles[:NEWEST]),
            look.cards(sheets),
            look.all_terms("negara")[:24],
            look.all_terms("topik")[:16],
            tuple(step.link for step in journey.steps(look)),
            tuple(numbers[:3]),
            look.href(years.address) if len(articles) > NEWEST and years is not None else "",
            look.all_figures() if numbers else "",
        )

    def listed() -> Iterable[Document]:
        return nsmallest(NEWEST, (d for d in scene.library.articles() if d.language == language), key=newest_first)

    return Page(address, "home.html", language, title, view, document, listed=listed)


def _search(scene: Scene, language: str) -> Page:
    address, title = search_address(language), _SEARCH.speak(language)

    def view() -> SearchView:
        look = Outlook(scene, address, language)
        ways = look.taxonomies()
        frame = look.frame(title, _FIND.speak(language), (Anchor(title, look.href(address)),))
        return SearchView(frame, title, look.href(f"{search_folder(language)}/"), look.href(SEARCH_ENGINE), ways)

    return Page(address, "search.html", language, title, view)


def _article(scene: Scene, document: Document) -> Page:
    fields = fields_of(document)

    def view() -> ArticleView:
        look = Outlook(scene, document.address, document.language)
        crumbs = (look.terms(document, "tags") or look.terms(document, "countries"))[:1]
        twin = (Form("text/markdown", TWIN),)
        frame = look.frame(fields.title or "", fields.description or "", crumbs, document, forms=twin)
        bylines, portrait = _bylines(look, document)
        stages = look.terms(document, "stages")
        second = look.picture(fields.second)
        said = Explaining(look)
        html = said.html(look.html(document))
        opening, rest = _split(html) if second is not None else (html, "")
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
            look.references(sources_of(document)),
            look.freshness(fields, document),
            look.cards(nearby.related(scene, document)),
            look.edit(document),
            look.report(),
            fields.translation == "machine",
            fields.rights == "quoted",
            look.all_figures() if fields.figures else "",
            said.terms(),
            nearby.steps(look, document),
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


def _plain(scene: Scene, document: Document) -> Page:
    fields = fields_of(document)

    def view() -> PlainView:
        look = Outlook(scene, document.address, document.language)
        frame = look.frame(fields.title or "", fields.description or "", (), document)
        helpers = portrait.all_helpers(look, document)
        said = Explaining(look)
        html = said.html(look.html(document))
        opening, rest = portrait.opened(html) if helpers else (html, "")
        return PlainView(
            frame,
            fields.title or "",
            fields.description or "",
            opening,
            look.headings(document),
            look.freshness(fields, document),
            look.references(sources_of(document)),
            look.edit(document),
            look.report(),
            helpers,
            rest,
            said.terms(),
        )

    return Page(document.address, "page.html", document.language, fields.title or "", view, document, True)


def _taxonomy(scene: Scene, index: Index) -> Page:
    title = index.taxonomy.title.speak(index.language)
    if index.taxonomy.registry == journey.REGISTRY:
        return Page(
            index.address, "journey.html", index.language, title, lambda: journey.way(scene, index), listed=lambda: _listed(index)
        )
    if sheets.comparable(index):
        return Page(index.address, "programs.html", index.language, title, lambda: sheets.comparison(scene, index))

    def view() -> TaxonomyView:
        look = Outlook(scene, index.address, index.language)
        terms = look.all_terms(index.taxonomy.segment)
        if index.taxonomy.segment == "tahun":
            terms = tuple(sorted(terms, key=lambda a: a.label, reverse=True))
        frame = look.frame(title, _ALL.speak(index.language).format(title), (Anchor(title, ""),))
        drawn = portrait.world(look, index.taxonomy.registry, index.entries)
        return TaxonomyView(frame, title, index.taxonomy.segment, "", terms, drawn)

    return Page(index.address, "taxonomy.html", index.language, title, view, listed=lambda: _listed(index))


def _listed(index: Index) -> Iterable[Document]:
    return (document for entry in index.entries for document in entry.about)


def _entry(scene: Scene, entry: Entry, number: int) -> Page:
    sheet = entry.introduction
    address = indexing.page_address(entry, number)
    title = entry.term.name.speak(entry.language)
    if sheet is not None and sheet.kind is Kind.SHEET and number == 0:
        return _sheet(scene, entry, sheet)
    stage = entry.taxonomy.registry == journey.REGISTRY and number == 0

    def view() -> TermView | StageView:
        look = Outlook(scene, address, entry.language)
        return journey.stage(look, entry, title) if stage else _term_view(look, entry, number, title)

    whole = number == 0
    introduced = sheet is not None and whole
    return Page(
        address,
        "stage.html" if stage else "term.html",
        entry.language,
        title,
        view,
        sheet if whole else None,
        introduced,
        whole,
        entry if whole else None,
        partial(indexing.listed, entry, number),
    )


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
    fed = look.feed() if whole and indexing.fed(entry) else ()
    frame = look.frame(head, description, crumbs, introduction if whole else None, indexable=whole, forms=fed)
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
        look.references(sources_of(introduction)) if introduction is not None and introduction.fields and number == 0 else (),
        portrait.country(look, entry) if number == 0 else None,
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
    def view() -> SheetView:
        return sheets.sheet(scene, entry, document)

    title, listed = fields_of(document).title or "", partial(indexing.listed, entry, 0)
    return Page(document.address, "sheet.html", document.language, title, view, document, True, True, entry, listed)

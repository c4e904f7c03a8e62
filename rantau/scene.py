"""Pieces of views: links, cards, pictures and frames, as seen from one page.

One module and long, because all of them are links as one page sees them.
"""

import datetime
import math
import re
import zlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote

from rantau import changes, imagery, indexing, policy
from rantau.indexing import Entry, Index, prefix
from rantau.model import (
    DEFAULT_LANGUAGE,
    LANGUAGES,
    Change,
    Document,
    Fields,
    Figure,
    Image,
    Kind,
    Library,
    Localized,
    Point,
    Source,
)
from rantau.text import dates, figures, qr, sharing
from rantau.text.addresses import (
    FEED,
    changes_address,
    figures_address,
    glossary_address,
    host,
    offline_address,
    search_address,
    unspoken,
)
from rantau.text.figures import Block
from rantau.text.glosses import Lexicon, lexicon
from rantau.text.pictures import published_path
from rantau.views import Anchor, Card, Day, Fact, Form, Frame, Freshness, Heading, Picture, Reference

WORDS_A_MINUTE = 180
# Sources that much older than a text are old to its readers.
_LATE = datetime.timedelta(days=180)
# Taxonomies up to this rank stand in the menu; the others are linked from the foot of the page.
MENU_RANK = 50
_PLACEHOLDER = re.compile(r'<(a|img)\b([^>]*?) (href|src)="rantau:(\d+)"([^>]*)>')
GLOSSARY_TITLE = Localized("Glosarium", "Glossary", "用語集")
_HOME = Localized("Beranda", "Home", "ホーム")
_LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "ja": "日本語", "en": "English"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the site's configuration says; "" is unknown.

    `url` is the site's whole address, `edit` where its sources are edited, `report` where readers report errors,
    `backend` where the editors' form signs in.
    """

    name: str
    url: str = ""
    edit: str = ""
    report: str = ""
    backend: Mapping[str, object] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The path under which the site lives: "/" or "/portal/"."""
        return policy.base(self.url)


@dataclass(frozen=True, slots=True)
class Scene:
    """The library with what every page needs looked up once."""

    library: Library
    settings: Settings
    indices: tuple[Index, ...]
    by_address: Mapping[str, Index] = field(default_factory=dict)
    entries: Mapping[tuple[str, str, str], Entry] = field(default_factory=dict)
    translations: Mapping[PurePosixPath, Mapping[str, Document]] = field(default_factory=dict)
    plain: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = (DEFAULT_LANGUAGE,)
    lists: frozenset[str] = frozenset()
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    figures: Mapping[str, tuple[tuple[Block, ...], ...]] = field(default_factory=dict)
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)


def stage(library: Library, indices: tuple[Index, ...], settings: Settings) -> Scene:
    """The scene of a library that has no errors."""
    translations: dict[PurePosixPath, dict[str, Document]] = {}
    for document in library.published():
        translations.setdefault(original_path(document), {})[document.language] = document
    spoken = {d.language for d in library.published()} | {DEFAULT_LANGUAGE}
    happened = changes.collect(library)
    lists = {a for i in indices for a in (i.address, *(e.address for e in i.entries))}
    reported = {language: figures.pages(found) for language, found in figures.collect(library).items()}
    lists |= {prefix(language) for language in spoken} | {changes_address(language) for language in happened}
    lists |= {figures_address(language) for language in reported}
    lists |= {address(language) for language in spoken for address in (search_address, offline_address)}
    lexicons = {language: lexicon(library.glossary, language) for language in spoken} if library.glossary else {}
    lists |= {glossary_address(language) for language in lexicons}
    return Scene(
        library,
        settings,
        indices,
        {index.address: index for index in indices},
        {(index.taxonomy.registry, e.term.key, index.language): e for index in indices for e in index.entries},
        translations,
        {lang: tuple(d for d in library.published() if d.kind is Kind.PAGE and d.language == lang) for lang in LANGUAGES},
        tuple(language for language in LANGUAGES if language in spoken),
        frozenset(lists),
        happened,
        reported,
        lexicons,
    )


def original_path(document: Document) -> PurePosixPath:
    """The path that a document shares with its translations."""
    return document.path if document.language == DEFAULT_LANGUAGE else PurePosixPath(*document.path.parts[1:])


@dataclass(frozen=True, slots=True)
class Outlook:
    """The site as seen from one page: every link is relative to it."""

    scene: Scene
    address: str
    language: str
    absolute: bool = False

    @property
    def root(self) -> str:
        """What leads from the page to the site's root."""
        return self.scene.settings.base if self.absolute else "../" * (self.address.count("/") - 1)

    def href(self, address: str) -> str:
        """The link to an address."""
        return (self.root + _quoted(address)) or "./"

    # --- words and pictures

    def day(self, date: datetime.date | None) -> Day | None:
        """A date as the page shows it."""
        return Day(dates.words(date, self.language), date.isoformat()) if date is not None else None

    def picture(self, image: Image | None, *, small: bool = False) -> Picture | None:
        """An image in the widths that are published of it; `small` for a card."""
        asset = self.scene.library.assets.get(image.file) if image is not None and image.file is not None else None
        if image is None or asset is None or not asset.format:
            return None
        return imagery.picture(image, asset, lambda path: self.href(path.as_posix()), small=small)

    def html(self, document: Document) -> str:
        """The document's body with final links and measured images."""
        if document.body is None:
            return ""

        def fill(match: re.Match[str]) -> str:
            tag, before, _, number, after = match.groups()
            link = document.body.links[int(number)]  # type: ignore[union-attr]
            route = self.scene.library.routes.get((document.path, link.destination))
            if route is None or not route.address:
                return f"<{tag}{before}{after}>"
            if tag == "img":
                return self._figure(before, after, PurePosixPath(route.address.lstrip("/")))
            asset = self.scene.library.assets.get(PurePosixPath(route.address.lstrip("/")))
            if asset is not None and asset.format:
                return f'<a{before} href="{self.href(published_path(asset).as_posix())}"{after}>'
            target = f"#{quote(route.anchor)}" if route.anchor else ""
            here = route.address == self.address and target
            return f'<a{before} href="{target if here else self.href(route.address) + target}"{after}>'

        return _PLACEHOLDER.sub(fill, document.body.html)

    def _figure(self, before: str, after: str, path: PurePosixPath) -> str:
        picture = self.picture(Image(path.name, path))
        return imagery.markup(picture, before, after) if picture is not None else ""

    # --- links

    def term(self, registry: str, key: str, *, counted: bool = False) -> Anchor | None:
        """The link to a term's page, or None when it has none."""
        entry = self.scene.entries.get((registry, key, self.language))
        if entry is None:
            return None
        flag = key.lower() if registry == "countries" else ""
        count = (entry.total or len(entry.mentioned)) if counted else None
        warned = bool(entry.term.warning.id) or _unproven(entry.introduction)
        return Anchor(entry.term.name.speak(self.language), self.href(entry.address), flag, count, warned=warned)

    def terms(self, document: Document, registry: str) -> tuple[Anchor, ...]:
        """The links to all terms of a registry that a document is about."""
        keys = self.scene.library.placements[document.path].about.get(registry, ())
        return tuple(anchor for key in keys if (anchor := self.term(registry, key)) is not None)

    def all_terms(self, segment: str) -> tuple[Anchor, ...]:
        """The links to all terms of a taxonomy, with counts, most articles first."""
        index = self.scene.by_address.get(f"{prefix(self.language)}{segment}/")
        if index is None:
            return ()
        found = [self.term(index.taxonomy.registry, e.term.key, counted=True) for e in index.entries]
        return tuple(sorted((a for a in found if a is not None), key=lambda a: (-(a.count or 0), a.label.casefold())))

    def taxonomies(self, *, first: int = 0, last: int = 1000) -> tuple[Anchor, ...]:
        """The links to the taxonomies of the page's language, by rank, from the `first` up to the `last` rank."""
        found = (i for i in self.scene.indices if i.language == self.language and first <= i.taxonomy.rank <= last)
        return tuple(
            Anchor(i.taxonomy.title.speak(self.language), self.href(i.address), current=self.address.startswith(i.address))
            for i in sorted(found, key=lambda i: (i.taxonomy.rank, i.address))
        )

    # --- cards and boxes

    def card(self, document: Document) -> Card:
        """The document in a list."""
        fields = fields_of(document)
        places = tuple(a.label for a in self.terms(document, "countries"))[:3]
        stages = self.terms(document, "stages")
        expired = fields.expires is not None and fields.expires < self.scene.library.date
        return Card(
            fields.name or fields.title or "",
            self.href(document.address),
            fields.description or "",
            self.day(fields.date),
            self.picture(fields.card, small=True),
            places,
            stages[0].label if stages else "",
            expired,
            _unproven(document),
            zlib.crc32(document.path.stem.encode()) % 6,
            self.day(_as_of(fields)),
        )

    def cards(self, documents: Iterable[Document]) -> tuple[Card, ...]:
        """The documents in a list."""
        return tuple(self.card(document) for document in documents)

    def freshness(self, fields: Fields, document: Document | None = None) -> Freshness:
        """How far the page can be trusted on the day of the build; with its `document` also whether its original is newer."""
        today = self.scene.library.date
        days = (self.day(fields.verified_on), self.day(fields.review_by), self.day(fields.expires))
        if fields.status == "archived":
            state = "archived"
        elif fields.expires is not None and fields.expires < today:
            state = "expired"
        elif fields.review_by is not None and fields.review_by <= today:
            state = "review-due"
        else:
            state = "verified" if fields.verified_on is not None else "unverified"
        return Freshness(state, *days, self._newer(document) if document is not None else None)

    def _newer(self, document: Document) -> Anchor | None:
        original = self.scene.translations.get(original_path(document), {}).get(DEFAULT_LANGUAGE, document)
        own, other = (changes.last(fields_of(d)) for d in (document, original))
        if own is None or other is None or other <= own:
            return None
        return Anchor(dates.words(other, self.language), self.href(original.address))

    def references(self, sources: Iterable[Source]) -> tuple[Reference, ...]:
        """The sources as the page cites them."""
        return tuple(
            Reference(s.title, s.publisher, s.url, host(s.url), self.day(s.date))
            for s in sources
            if s.title or s.publisher or s.url
        )

    def figures(self, figures: Iterable[Figure]) -> tuple[Fact, ...]:
        """The numbers that an article reports."""
        days = ((f, self.day(f.date)) for f in figures if f.label and f.value)
        # An editor who wrote the date into the source shall not read it twice.
        return tuple(Fact(f.label, f.value, f.unit, f.source, None if d and d.words in f.source else d) for f, d in days)

    def all_figures(self) -> str:
        """The link to all figures of the language, "" where there are none."""
        return self.href(figures_address(self.language)) if self.language in self.scene.figures else ""

    def overview(self, points: Iterable[Point]) -> tuple[Fact, ...]:
        """The rows of a program's overview; what nobody verified says so."""
        days = ((p, self.day(p.verified_on)) for p in points if p.label and p.value)
        return tuple(Fact(p.label, p.value, "", p.source, None if d and d.words in p.source else d, d is None) for p, d in days)

    def headings(self, document: Document) -> tuple[Heading, ...]:
        """The entries of the table of contents: the two upper levels."""
        found = document.body.headings if document.body is not None else ()
        return tuple(Heading(h.text, h.id, h.level) for h in found if h.level <= 3)

    def minutes(self, document: Document) -> int:
        """The reading time; Japanese has no blanks, so its letters count, 500 a minute."""
        if document.body is None:
            return 1
        if self.language == "ja":
            return max(1, math.ceil(len(document.body.text) / 500))
        return max(1, math.ceil(document.body.words / WORDS_A_MINUTE))

    def edit(self, document: Document) -> str:
        """Where the document's source can be edited, "" when the site does not say."""
        base = self.scene.settings.edit
        return f"{base}{quote(document.path.as_posix())}" if base else ""

    def report(self) -> str:
        """Where an error of a page is reported: the address that the site's settings name, or else the corrections page."""
        if self.scene.settings.report:
            return self.scene.settings.report
        page = self._page("koreksi.md")
        if page is None or page.address == self.address:
            return ""
        return f"{self.href(page.address)}?halaman={quote(self.address)}"

    def page(self, file: str, label: str = "") -> Anchor | None:
        """The link to a page of its own by its file's name, in Indonesian where the language has none, or None.

        The label is the page's title unless another is given.
        """
        page = self._page(file)
        if page is None:
            return None
        label, other = label or fields_of(page).title or "", page.language if page.language != self.language else ""
        return Anchor(f"{label} ({_LANGUAGE_NAMES[other]})" if other else label, self.href(page.address), language=other)

    def _page(self, file: str) -> Document | None:
        for path in (PurePosixPath(self.language, file), PurePosixPath(file)):
            page = self.scene.library.by_path.get(path)
            if page is not None and page.fields is not None and page.body is not None and not page.draft:
                return page
        return None

    # --- the frame

    def frame(
        self,
        title: str,
        description: str = "",
        crumbs: tuple[Anchor, ...] | None = None,
        document: Document | None = None,
        *,
        indexable: bool = True,
        forms: tuple[Form, ...] = (),
    ) -> Frame:
        """What stands around the page's content."""
        scene = self.scene
        home = Anchor(_HOME.speak(self.language), self.href(prefix(self.language)))
        url = scene.settings.url.rstrip("/")
        canonical = f"{url}{quote(self.address)}" if url and not self.absolute else ""
        image, size = self._shown(document) if url else ("", (0, 0))
        alternates = self._alternates(document)
        coded = document is not None and document.kind in sharing.CODED and 0 < len(canonical) <= qr.LONGEST
        return Frame(
            self.language,
            scene.settings.name,
            self.root,
            title,
            description,
            self.taxonomies(last=MENU_RANK),
            self._footer(),
            home.href,
            self.href(search_address(self.language)),
            canonical,
            alternates,
            (home, *crumbs) if crumbs is not None else (),
            f"{url}/{image}" if image else "",
            indexable,
            self._translations(document) if url and indexable else (),
            size,
            sharing.message(title or scene.settings.name, description, canonical),
            self.href(sharing.code_path(self.address).as_posix()) if coded else "",
            forms=forms,
            homes=self._homes({self.language, *(language for language, _, _ in alternates)}),
        )

    def _shown(self, document: Document | None) -> tuple[str, tuple[int, int]]:
        """What a messenger shows of a page, below the site's address, and its size: its card, or its picture."""
        if document is not None and document.kind in sharing.CARDED:
            return _quoted(sharing.card_path(self.address).as_posix()), sharing.CARD_SIZE
        picture = self.picture(fields_of(document).hero) if document is not None else None
        return (picture.src.removeprefix(self.root), (picture.width, picture.height)) if picture is not None else ("", (0, 0))

    def _footer(self) -> tuple[Anchor, ...]:
        links = [Anchor(fields_of(d).title or "", self.href(d.address)) for d in self.scene.plain.get(self.language, ())]
        if self.language in self.scene.changes:
            links.append(Anchor(changes.TITLE.speak(self.language), self.href(changes_address(self.language))))
        if self.language in self.scene.lexicons:
            links.append(Anchor(GLOSSARY_TITLE.speak(self.language), self.href(glossary_address(self.language))))
        return (*links, *self.taxonomies(first=MENU_RANK + 1))

    def feed(self) -> tuple[Form, ...]:
        """The link to the feed beside the page; () where there are no feeds, because nobody knows the site's address."""
        return (Form("application/atom+xml", FEED),) if self.scene.settings.url else ()

    def _same(self, document: Document | None) -> Mapping[str, str]:
        """The addresses of the same page by their languages: of a file's translations, or of a list with other articles."""
        translated = self.scene.translations.get(original_path(document), {}) if document is not None else {}
        same = {language: d.address for language, d in translated.items()}
        if self.address in self.scene.lists:
            lists = {language: prefix(language) + unspoken(self.address)[1:] for language in self.scene.languages}
            same |= {language: address for language, address in lists.items() if address in self.scene.lists}
        return same

    def _translations(self, document: Document | None) -> tuple[tuple[str, str], ...]:
        base = self.scene.settings.url.rstrip("/")
        found = [(language, f"{base}{quote(address)}") for language, address in sorted(self._same(document).items())]
        first = [("x-default", url) for language, url in found if language == DEFAULT_LANGUAGE]
        return tuple(found + first) if len(found) > 1 else ()

    def _alternates(self, document: Document | None) -> tuple[tuple[str, str, str], ...]:
        """The same page in other languages, as readers choose them."""
        same = self._same(document)
        found = [(lang, self.href(same[lang]), _LANGUAGE_NAMES[lang]) for lang in self.scene.languages if lang in same]
        return tuple(found) if len(found) > 1 else ()

    def _homes(self, without: Set[str]) -> tuple[tuple[str, str, str], ...]:
        """The first pages of the languages in which there is no such page."""
        others = (language for language in self.scene.languages if language not in without)
        return tuple((lang, self.href(prefix(lang)), f"{_LANGUAGE_NAMES[lang]}: {_HOME.speak(lang)}") for lang in others)


@lru_cache(maxsize=100_000)
def _quoted(address: str) -> str:
    return quote(address.lstrip("/"), safe="/#:~")


def _unproven(document: Document | None) -> bool:
    """Whether a document is the sheet of a program whose official channel nobody has found."""
    return document is not None and document.kind is Kind.SHEET and fields_of(document).official is None


def _as_of(fields: Fields) -> datetime.date | None:
    """The day up to which an article's sources speak, where a reader of its own date would think them newer."""
    late = fields.date is not None and fields.verified_on is not None and fields.date - fields.verified_on > _LATE
    return fields.verified_on if late else None


def fields_of(document: Document) -> Fields:
    """The fields of a published document, which always has some."""
    assert document.fields is not None
    return document.fields


def sources_of(document: Document) -> tuple[Source, ...]:
    """Where the facts of a published document come from: its own sources, then those of the facts that it names."""
    return (*fields_of(document).sources, *document.cited)


def entry_pages(outlook: Outlook, entry: Entry, current: int) -> tuple[Anchor, ...]:
    """The links to all pages of an entry, first page first; () when there is only one."""
    last = indexing.pages(entry)
    if not last:
        return ()
    order = (0, *range(last, 0, -1))
    return tuple(
        Anchor(str(position), outlook.href(indexing.page_address(entry, number)), current=number == current)
        for position, number in enumerate(order, start=1)
    )

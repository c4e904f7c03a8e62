"""The frozen values that every room speaks in.

Nothing here reads a file or decides anything; imports nothing of the project. One module and long, because
these values are one vocabulary: split, each part would import the others.
Positions are 1-based lines and columns of the file as saved; columns count code points; ends are exclusive.
Paths are relative to the content directory. Addresses start and end with "/" and never hold the base path.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path, PurePosixPath

LANGUAGES = ("id", "ja", "en")
DEFAULT_LANGUAGE = "id"


class Severity(StrEnum):
    """Whether a finding blocks publishing."""

    ERROR = "error"
    WARNING = "warning"


class Kind(StrEnum):
    """What a Markdown file is, which its place in the tree decides."""

    HOME = "home"
    ARTICLE = "article"
    SHEET = "sheet"
    INTRODUCTION = "introduction"
    STAGE = "stage"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Localized:
    """The same words in the languages of the site; an empty one falls back to Indonesian."""

    id: str
    en: str = ""
    ja: str = ""

    def speak(self, language: str) -> str:
        """The words in `language` ("id", "ja" or "en"), or the Indonesian ones."""
        return {"en": self.en, "ja": self.ja}.get(language, self.id) or self.id


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file."""

    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Edit:
    """The replacement of a span by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Defect:
    """Something that reading a file came upon; the rule of the same name puts it into words."""

    rule: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: a place, what is wrong there, and the next action.

    What stands at a `private` place is nobody's business, so that no report shows it.
    """

    path: PurePosixPath
    span: Span
    message: Localized
    help: Localized
    fix: tuple[Edit, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the name and the severity of its rule, ready for a reporter.

    `source` is the line of the file at `span.line`, without its line ending, for reporters that show it.
    """

    path: PurePosixPath
    span: Span
    rule: str
    severity: Severity
    message: Localized
    help: Localized
    fix: tuple[Edit, ...] = ()
    source: str = ""
    private: bool = False

    @property
    def fixable(self) -> bool:
        """Whether a machine knows the one right repair."""
        return bool(self.fix)


# --- what stands in one file -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Image:
    """A picture an article shows; `src` is as written, `file` the path it means, where that is a legal one."""

    src: str
    file: PurePosixPath | None = None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True)
class InlineAuthor:
    """An author written into the article itself, without a registry entry."""

    name: str
    img: Image | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts of an article come from."""

    title: str
    publisher: str = ""
    url: str = ""
    date: datetime.date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an article reports; `value` is kept as written ("30.000").

    Figures of one `series` and one unit may be compared; "" for one that stands alone.
    """

    label: str
    value: str
    unit: str = ""
    date: datetime.date | None = None
    source: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a program sheet's overview: a label and what is known, with its source."""

    label: str
    value: str
    source: str = ""
    verified_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a sheet or a stage says; `source` is the key or the title of one of the file's sources, as written."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What somebody in a stage may ask himself, and what a source says to it; `source` as in a line."""

    question: str
    answer: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost of a program; `amount` is kept as written, `payer` is "" where nobody verified who pays."""

    item: str
    amount: str = ""
    currency: str = ""
    payer: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """The typed front matter of one file; None and () mean absent.

    `spans` says where each value stands: "title", "tags.0", "sources.1.url"; a field that is written but
    empty is there too. Terms (`tags`, `countries`, ...) are as written; `Library.placements` resolves them.
    """

    title: str | None = None
    description: str | None = None
    card: Image | None = None
    hero: Image | None = None
    second: Image | None = None
    images: tuple[Image, ...] = ()
    author: InlineAuthor | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    stage: str | None = None
    sectors: tuple[str, ...] = ()
    date: datetime.date | None = None
    updated: datetime.date | None = None
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    verified_on: datetime.date | None = None
    review_by: datetime.date | None = None
    expires: datetime.date | None = None
    rights: str = "own"
    status: str = "published"
    redirect_from: tuple[str, ...] = ()
    translation: str = "human"
    name: str | None = None
    aliases: tuple[str, ...] = ()
    official: str | None = None
    overview: tuple[Point, ...] = ()
    official_source: str | None = None
    audience: tuple[Line, ...] = ()
    costs: tuple[Cost, ...] = ()
    duration: tuple[Line, ...] = ()
    languages: tuple[Line, ...] = ()
    tests: tuple[Line, ...] = ()
    steps: tuple[Line, ...] = ()
    documents: tuple[Line, ...] = ()
    risks: tuple[Line, ...] = ()
    actions: tuple[Line, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body; levels count from 2, because the title is the page's h1."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A destination in a body: a link, or an image when `image` is set.

    `destination` is as written, `label` the link's words or the image's alternative text, `span` the
    destination's place. In `Body.html` the Nth link's destination stands as "rantau:N".
    """

    destination: str
    label: str
    span: Span
    image: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered Markdown body: HTML that passed the sanitiser unchanged, and what rules and outputs ask of it.

    `facts` are the keys of the facts that it names. As long as they are not filled in, the Nth stands in its words as
    `text.facts.mark(N)`.
    """

    html: str
    text: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    facts: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of words between blanks."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A country or region that a text names: registry ("countries" or "regions"), key, how often, and where first."""

    registry: str
    key: str
    count: int
    where: str  # "title", "description" or "body": the most prominent place
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file of the content directory.

    `text` is the file as saved ("" when it is not UTF-8); `prose` the same text with front matter, code and
    code spans blanked out character by character, so that positions agree and rules need not know Markdown;
    `fields` is None when the file has no readable front matter, `body` None when it could not be rendered.
    `cited` are the sources of the facts that it names, as far as its own `sources` do not list them.
    """

    path: PurePosixPath
    kind: Kind
    language: str
    address: str
    text: str = ""
    prose: str = ""
    body_line: int = 1
    fields: Fields | None = None
    body: Body | None = None
    mentions: tuple[Mention, ...] = ()
    defects: tuple[Defect, ...] = ()
    cited: tuple[Source, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether the file says that it is not to be published; its findings never block."""
        return self.fields is not None and self.fields.status == "draft"

    def span(self, name: str) -> Span:
        """Where the field stands, or the start of the file."""
        return self.fields.spans.get(name, FILE_START) if self.fields is not None else FILE_START


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is no Markdown: an image (`format` "jpeg", "png", "webp", "gif" or "svg"), a registry, or a stray."""

    path: PurePosixPath
    size: int
    format: str = ""
    width: int = 0
    height: int = 0
    text: str = ""
    defects: tuple[Defect, ...] = ()


# --- what all files say together ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a registry: a country, a tag, a program, an author; `places` say where its names stand, its aliases first."""

    registry: str
    key: str
    slug: str
    name: Localized
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    img: str = ""
    note: Localized = Localized("")
    warning: Localized = Localized("")
    path: PurePosixPath = field(default_factory=lambda: PurePosixPath("_data"))
    span: Span = FILE_START
    places: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """The known terms of one kind, by key and by every folded name that means them."""

    name: str
    terms: Mapping[str, Term] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a contact: `kind` "phone", "whatsapp", "url" or "address".

    `verified_on` is the day, the month ("2025-09") or the year of the source.
    """

    kind: str
    value: str
    source: str
    verified_on: str
    source_url: str = ""
    note: Localized = Localized("")


@dataclass(frozen=True, slots=True)
class Contact:
    """Who helps, in which country ("ID" at home), and how to reach them."""

    key: str
    name: Localized
    kind: str
    country: str
    channels: tuple[Channel, ...]
    note: Localized = Localized("")


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the facts registry: what is so, who says it, and how long that may be told.

    `verified_on` is a day, a month ("2025-09") or a year, "" for what nobody has verified.
    """

    key: str
    label: Localized
    value: Localized
    source: Source
    unit: Localized = Localized("")
    verified_on: str = ""
    review_by: datetime.date | None = None
    expires: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of the glossary: an abbreviation or a term as a page writes it, what it stands for ("" for a term), what it means.

    `spellings` are other ways to write it, in any language; `source_date` is the day, the month or the year of the source.
    """

    key: str
    name: Localized
    expansion: Localized = Localized("")
    meaning: Localized = Localized("")
    spellings: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    source_date: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """The terms of one document: registry name -> keys it is about, and keys it merely mentions."""

    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mentioned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that an address is theirs: a file and the place in it."""

    address: str
    path: PurePosixPath
    span: Span


@dataclass(frozen=True, slots=True)
class Route:
    """Where an internal destination leads: an address and an anchor ("" for none), or why it leads nowhere.

    `problem` is "" or "page", "image", "anchor", "draft" (the page is not published); `nearest` a destination
    that exists and is written alike, or "".
    """

    address: str
    anchor: str = ""
    problem: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything loaded, once: what rules check, indices sort and outputs publish.

    `documents` and `assets` are sorted by path. `claims` maps each address, folded to lower case, to all who
    claim it, in the order of their paths. `routes` maps (document's path, destination as written) for every
    internal destination of a body; external ones (with a scheme, or "//host") are not in it.
    """

    date: datetime.date
    documents: tuple[Document, ...] = ()
    assets: Mapping[PurePosixPath, Asset] = field(default_factory=dict)
    registries: Mapping[str, Registry] = field(default_factory=dict)
    placements: Mapping[PurePosixPath, Placement] = field(default_factory=dict)
    claims: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    routes: Mapping[tuple[PurePosixPath, str], Route] = field(default_factory=dict)
    by_path: Mapping[PurePosixPath, Document] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    glossary: tuple[Word, ...] = ()

    def published(self) -> Iterator[Document]:
        """Documents that get a page: everything but drafts and what could not be read."""
        return (d for d in self.documents if d.fields is not None and d.body is not None and not d.draft)

    def articles(self) -> Iterator[Document]:
        """Published articles that indices list: no archived ones."""
        return (d for d in self.published() if d.kind is Kind.ARTICLE and d.fields is not None and d.fields.status != "archived")


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A way of sorting articles into index pages: `segment` is its folder of addresses, `registry` whose terms it has.

    `rank` is its place among the links to all taxonomies; one up to 50 stands in the menu of every page.
    """

    segment: str
    registry: str
    title: Localized
    rank: int = 100

    def terms(self, library: Library) -> tuple[Term, ...]:
        """Every term that may get a page."""
        return tuple(library.registries[self.registry].terms.values())

    def place(self, document: Document, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of the terms that the document is about, and of those that it merely mentions."""
        placement = library.placements[document.path]
        return placement.about.get(self.registry, ()), placement.mentioned.get(self.registry, ())


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a page on a day, as the page's own dates tell it; `kind` is "new", "updated", "verified" or "expired"."""

    day: datetime.date
    kind: str
    words: Localized
    document: Document


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure that a page reports: its `id` stays the same as long as the page's file and the figure's label do.

    `number` is what its value says, None for what is no single number; `source` who says it, as the figure or its page has it.
    """

    id: str
    figure: Figure
    document: Document
    number: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class Published:
    """One page of the site, as outputs see it.

    `changed` is the last day its words changed, where that is known; a search of the site finds it if it is `searchable`, a
    search engine may show it if it is `indexable`. The first page of a `term` holds all that is `about` it and that mentions it,
    newest first.
    """

    address: str
    language: str
    title: str
    changed: datetime.date | None = None
    document: Document | None = None
    searchable: bool = False
    indexable: bool = True
    taxonomy: Taxonomy | None = None
    term: Term | None = None
    about: tuple[Document, ...] = ()
    mentioned: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What outputs publish from: the library, every page, the site's name and address ("" unknown), and its files' bytes.

    `backend` is where the editors' form signs in, as the configuration says it ({}: nowhere).
    `kept` is a directory, which may not exist yet, for what makes a later build quicker; None when nothing is to be kept.
    `report` is where errors are reported ("" unknown), `changes` what happened to the pages of each language, newest first.
    """

    library: Library
    pages: tuple[Published, ...]
    name: str
    url: str
    read: Callable[[PurePosixPath], bytes]
    kept: Path | None = None
    backend: Mapping[str, object] = field(default_factory=dict)
    report: str = ""
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says about itself: `sense` in one sentence, `explanation` whole.

    `wrong` and `right` are files of an example as text, a line with the path before each; "" where none can be shown.
    """

    name: str
    severity: Severity
    sense: Localized
    explanation: Localized
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a reporter shows.

    `root` is the content directory as the user named it; it stands before every path. `language` is "id" or "en".
    `library` is what was checked, None where only the findings are known. With `colour` a terminal shows the report.
    """

    diagnostics: tuple[Diagnostic, ...]
    rules: Mapping[str, Rule]
    language: str
    root: str
    library: Library | None = None
    colour: bool = False

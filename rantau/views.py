"""What the templates get: one frozen view a page, holding exactly what the page shows and nothing else.

A long module, because the words between pages and templates are one vocabulary.

Every `href` and `src` is final and relative to the page ("../../negara/jepang/"), so the site works under any
base path; only the error page, served at any depth, holds absolute ones. Texts are plain and unescaped
(templates escape them); `html` fields were sanitised and are safe. Dates come as words and in ISO form.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as the page shows it. Width and height in pixels, 0 unknown (svg).

    `srcset` is "" where there is no choice; `type` is the format of its files ("image/webp") where `src` has another.
    """

    src: str
    srcset: str = ""
    type: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with words.

    `flag` is a lower-case country code or "", `count` None where it says nothing; `warned` when the page behind
    the link opens with a warning; `language` is its code where it is another than that of the page with the link, and
    then the label says so.
    """

    label: str
    href: str
    flag: str = ""
    count: int | None = None
    current: bool = False
    warned: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words of the page's language and in ISO form."""

    words: str
    iso: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article (or a program) in a list.

    `unproven` marks a program without an official channel; `tint` is 0-5, for the drawn cover of a card without picture;
    `as_of` the last day that its sources speak of, where that is long before it was written.
    """

    title: str
    href: str
    description: str = ""
    day: Day | None = None
    picture: Picture | None = None
    places: tuple[str, ...] = ()
    label: str = ""
    expired: bool = False
    unproven: bool = False
    tint: int = 0
    as_of: Day | None = None


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far a page can be trusted today: `state` "verified", "review-due", "expired", "archived" or "unverified".

    `newer` leads to the original of a translation that has changed since; its label is the day.
    """

    state: str
    verified: Day | None = None
    review: Day | None = None
    expires: Day | None = None
    newer: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What the page says in another form: a feed ("application/atom+xml") or Markdown ("text/markdown"); `label` may be ""."""

    type: str
    href: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its content. `root` leads to the site's root: "" or "../../" or "/base/".

    `menu` holds only pages that exist. `alternates`: the same page in other languages, (language, href, name); `homes`: the
    first pages of the languages that lack it.
    `translations`: the same pages with whole addresses for search engines, (language, URL), () when the site's URL is unknown.
    `search` is the search page's href or "". `canonical` is "" when the site's URL is unknown.
    `image` is the whole address of what a messenger shows, `image_size` its width and height in pixels, (0, 0) unknown.
    `share` is what is sent with a page, `code` the href of the drawing that leads a phone from paper to the page or "".
    `data` is JSON-LD as an HTML script may hold it, "" when the site's URL is unknown.
    """

    language: str
    site: str
    root: str
    title: str
    description: str
    menu: tuple[Anchor, ...]
    footer: tuple[Anchor, ...]
    home: str
    search: str = ""
    canonical: str = ""
    alternates: tuple[tuple[str, str, str], ...] = ()
    crumbs: tuple[Anchor, ...] = ()
    image: str = ""
    indexable: bool = True
    translations: tuple[tuple[str, str], ...] = ()
    image_size: tuple[int, int] = (0, 0)
    share: str = ""
    code: str = ""
    data: str = ""
    forms: tuple[Form, ...] = ()
    homes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as the page cites it; `href` is "" where it has no address, `host` the address' host for the eye."""

    title: str
    publisher: str = ""
    href: str = ""
    host: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value: an article's figure or a line of a program's overview; `html` is the value with its terms explained."""

    label: str
    value: str
    unit: str = ""
    source: str = ""
    day: Day | None = None
    unverified: bool = False
    html: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach a contact; `href` is "" for an address, `old` when its source is older than a year."""

    kind: str
    value: str
    href: str
    note: str
    source: str
    source_href: str
    verified: Day
    old: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """Who helps; `kind` is "pemerintah", "perwakilan", "setempat" or "organisasi"."""

    name: str
    kind: str
    note: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A country in facts: names and codes of its money, its clocks beside WIB in words, the figures of its articles, who helps.

    `asked` says whether the site has contacts at all; `home` are those of Indonesia, `help` leads to the page of all contacts,
    `checks` to where to check a job.
    """

    currencies: tuple[tuple[str, str], ...]
    time: str
    figures: tuple[Fact, ...] = ()
    contacts: tuple[Help, ...] = ()
    asked: bool = False
    help: Anchor | None = None
    home: tuple[Help, ...] = ()
    checks: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """A linked country on the map: its shape as the `d` of a path ("" for a small one), its place, and its marker's centre."""

    link: Anchor
    shape: str
    x: int
    y: int
    at_x: int
    at_y: int


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map in whole units: all land and the readers' own country as the `d` of paths, and pins; `worded` when names fit in."""

    width: int
    height: int
    land: str
    own: str
    pins: tuple[Pin, ...]
    worded: bool


@dataclass(frozen=True, slots=True)
class Gloss:
    """An abbreviation or a term with what it stands for and what it means, "" for what it is not known of.

    `id` is its place on the page of the glossary, "" for what the page alone explains; `spoken` the language of the meaning.
    """

    name: str
    expansion: str
    meaning: str
    id: str = ""
    spoken: str = ""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents."""

    label: str
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page; `all_figures` leads to all of them, or is "". Template home.html."""

    frame: Frame
    title: str
    description: str
    html: str
    newest: tuple[Card, ...]
    programs: tuple[Card, ...]
    countries: tuple[Anchor, ...]
    topics: tuple[Anchor, ...]
    stages: tuple[Anchor, ...]
    figures: tuple[Fact, ...] = ()
    more: str = ""
    all_figures: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """The articles that were written just after and just before one, about the same topic."""

    topic: str
    later: Anchor | None
    earlier: Anchor | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article. `opening` and `rest` are the body's HTML before and after the second picture's place. Template article.html.

    `all_figures` leads to the figures of all pages, "" for an article that has none.
    """

    frame: Frame
    title: str
    description: str
    opening: str
    rest: str
    day: Day | None
    updated: Day | None
    minutes: int
    bylines: tuple[Anchor, ...]
    byline_picture: Picture | None
    hero: Picture | None
    second: Picture | None
    headings: tuple[Heading, ...]
    countries: tuple[Anchor, ...]
    programs: tuple[Anchor, ...]
    tags: tuple[Anchor, ...]
    stage: Anchor | None
    sectors: tuple[Anchor, ...]
    figures: tuple[Fact, ...]
    references: tuple[Reference, ...]
    freshness: Freshness
    related: tuple[Card, ...]
    edit: str
    report: str
    machine_translated: bool = False
    quoted: bool = False
    all_figures: str = ""
    terms: tuple[Gloss, ...] = ()
    steps: Steps | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a program sheet or a stage says; `html` is its text with its terms explained, or "".

    `source` is who published it and when, `number` its place in the page's list of sources; "" and 0 where the passage has it.
    `amount` is money in words of the page's language, "" where it is none or unknown.
    """

    text: str
    source: str = ""
    number: int = 0
    amount: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """What one payer bears: a key of fields.PAYERS, "gratis" for what costs nothing, or "" where nobody verified who pays."""

    payer: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a program sheet says to one question; `source` and `number` are set where all of it has the same source."""

    lines: tuple[Line, ...] = ()
    source: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program sheet answers; an empty passage is a question that nobody verified an answer to."""

    audience: Passage
    costs: Passage
    bills: tuple[Bill, ...]
    duration: Passage
    languages: Passage
    tests: Passage
    steps: Passage
    documents: Passage
    risks: Passage
    channel: Line | None = None


@dataclass(frozen=True, slots=True)
class SheetView:
    """A program sheet and the articles of the program. Template sheet.html.

    `answer` is None for a sheet of the older form, whose overview says it all; `checks` lead to what to check before paying.
    `places` are the countries it leads to; `href` is "" for one without a page.
    """

    frame: Frame
    title: str
    description: str
    html: str
    hero: Picture | None
    headings: tuple[Heading, ...]
    overview: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    official: str
    official_host: str
    countries: tuple[Anchor, ...]
    sectors: tuple[Anchor, ...]
    references: tuple[Reference, ...]
    freshness: Freshness
    about: tuple[Card, ...]
    mentioned: tuple[Card, ...]
    pages: tuple[Anchor, ...]
    edit: str
    report: str
    answer: Answer | None = None
    checks: tuple[Anchor, ...] = ()
    places: tuple[Anchor, ...] = ()
    terms: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One program in the comparison; () and "" are what its sheet does not say. `bills` is None for a sheet of the older form."""

    link: Anchor
    places: tuple[Anchor, ...]
    audience: str
    bills: tuple[Bill, ...] | None
    duration: str
    tests: tuple[str, ...]
    official_host: str
    verified: Day | None


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """All programs side by side; `terms` are programs without a sheet. Template programs.html."""

    frame: Frame
    title: str
    description: str
    programs: tuple[Compared, ...]
    terms: tuple[Anchor, ...]
    checks: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term's index page: articles about it, then those that mention it; `children` are its member terms. Template term.html."""

    frame: Frame
    title: str
    kind: str
    flag: str
    html: str
    total: int
    about: tuple[Card, ...]
    mentioned: tuple[Card, ...]
    children: tuple[Anchor, ...]
    picture: Picture | None
    page: int
    pages: tuple[Anchor, ...]
    newer: str = ""
    older: str = ""
    warning: str = ""
    references: tuple[Reference, ...] = ()
    portrait: Portrait | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A stage on the way: its link, whose `count` is that of its articles, and what it is about."""

    link: Anchor
    note: str = ""


@dataclass(frozen=True, slots=True)
class JourneyView:
    """All stages in the order of the way. Template journey.html."""

    frame: Frame
    title: str
    description: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody may ask himself, and the answer as HTML with its source, as in a line."""

    question: str
    html: str
    source: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage: where it stands on the way, what to do, what if, what to have in hand. Template stage.html.

    Without `actions` a page with a text of its own says that they are not verified; what else is empty is not shown. `number` is
    the stage's place among all the `steps`, from 1.
    """

    frame: Frame
    title: str
    description: str
    number: int
    steps: tuple[Step, ...]
    before: Anchor | None
    after: Anchor | None
    html: str
    headings: tuple[Heading, ...]
    actions: Passage
    documents: Passage
    questions: tuple[Question, ...]
    programs: tuple[Anchor, ...]
    references: tuple[Reference, ...]
    freshness: Freshness | None
    about: tuple[Card, ...]
    mentioned: tuple[Card, ...]
    pages: tuple[Anchor, ...]
    older: str = ""
    terms: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All entries of the glossary by their first letters: (letter, its entries). Template glossary.html."""

    frame: Frame
    title: str
    description: str
    letters: tuple[tuple[str, tuple[Gloss, ...]], ...]


@dataclass(frozen=True, slots=True)
class TaxonomyView:
    """All terms of one taxonomy with the number of their articles. `kind` is its segment ("negara"). Template taxonomy.html."""

    frame: Frame
    title: str
    kind: str
    html: str
    terms: tuple[Anchor, ...]
    map: WorldMap | None = None


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page of its own: about, privacy, corrections. `contacts` stand between `html` and the `rest`. Template page.html."""

    frame: Frame
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    freshness: Freshness
    references: tuple[Reference, ...]
    edit: str
    report: str
    contacts: tuple[Help, ...] = ()
    rest: str = ""
    terms: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; `index` is the index file's href, `engine` lunr's. Template search.html.

    The lists are the way in without JavaScript.
    """

    frame: Frame
    title: str
    index: str
    engine: str
    taxonomies: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class MissingView:
    """The error page for an address that does not exist; all its links are absolute. Template 404.html."""

    frame: Frame
    title: str
    taxonomies: tuple[Anchor, ...]
    newest: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A line of the list of changes; `kind` is "new", "updated", "verified" or "expired", `words` says it."""

    day: Day
    kind: str
    words: str
    page: Anchor


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What has changed, newest first, by months: (month in words, its lines). `feed` is "" without one. Template changes.html."""

    frame: Frame
    title: str
    description: str
    months: tuple[tuple[str, tuple[News, ...]], ...]
    page: int
    pages: tuple[Anchor, ...]
    newer: str = ""
    older: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the list of all; `page` leads to the text that reports it, with the figure's label."""

    id: str
    page: Anchor
    value: str
    unit: str
    source: str
    day: Day | None
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its words, its value as written, its top and its length in units of the drawing."""

    label: str
    value: str
    top: int
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other; `title` says what they compare, and in which unit."""

    title: str
    width: int
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures about one country or topic, or of one series; `link` has no href where there is no page of it."""

    link: Anchor
    rows: tuple[FigureRow, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The key figures, newest first. `csv` and `json` are the hrefs of all of them as data. Template figures.html."""

    frame: Frame
    title: str
    description: str
    groups: tuple[FigureGroup, ...]
    csv: str
    json: str
    page: int
    pages: tuple[Anchor, ...]
    newer: str = ""
    older: str = ""


View = (
    HomeView
    | ArticleView
    | SheetView
    | ComparisonView
    | TermView
    | JourneyView
    | StageView
    | GlossaryView
    | TaxonomyView
    | PlainView
    | SearchView
    | MissingView
    | ChangesView
    | FiguresView
)

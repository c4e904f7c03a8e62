"""What the templates get: one frozen view a page, holding exactly what the page shows and nothing else.

Every `href` and `src` is final and relative to the page ("../../negara/jepang/"), so the site works under any
base path; only the error page, served at any depth, holds absolute ones. Texts are plain and unescaped
(templates escape them); `html` fields were sanitised and are safe. Dates come as words and in ISO form.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as the page shows it; `srcset` is "" where there is one size. Width and height in pixels, 0 unknown (svg)."""

    src: str
    srcset: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with words.

    `flag` is a lower-case country code or "", `count` None where it says nothing; `warned` when the page behind
    the link opens with a warning.
    """

    label: str
    href: str
    flag: str = ""
    count: int | None = None
    current: bool = False
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words of the page's language and in ISO form."""

    words: str
    iso: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article (or a program) in a list.

    `unproven` marks a program without an official channel; `tint` is 0-5, for the drawn cover of a card without picture.
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


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far a page can be trusted today: `state` "verified", "review-due", "expired", "archived" or "unverified"."""

    state: str
    verified: Day | None = None
    review: Day | None = None
    expires: Day | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its content. `root` leads to the site's root: "" or "../../" or "/base/".

    `menu` holds only pages that exist. `alternates`: the same page in other languages, (language, href, name).
    `translations`: the same pages with whole addresses for search engines, (language, URL), () when the site's URL is unknown.
    `search` is the search page's href or "". `canonical` is "" when the site's URL is unknown.
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
    """A labelled value: an article's figure or a line of a program's overview."""

    label: str
    value: str
    unit: str = ""
    source: str = ""
    day: Day | None = None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents."""

    label: str
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page. Template home.html."""

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


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article. `opening` and `rest` are the body's HTML before and after the second picture's place. Template article.html."""

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
    share: str = ""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A program sheet and the articles of the program. Template sheet.html."""

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


@dataclass(frozen=True, slots=True)
class TaxonomyView:
    """All terms of one taxonomy with the number of their articles. `kind` is its segment ("negara"). Template taxonomy.html."""

    frame: Frame
    title: str
    kind: str
    html: str
    terms: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page of its own: about, privacy, corrections. Template page.html."""

    frame: Frame
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    freshness: Freshness
    references: tuple[Reference, ...]
    edit: str
    report: str


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


View = HomeView | ArticleView | SheetView | TermView | TaxonomyView | PlainView | SearchView | MissingView

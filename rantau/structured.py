"""What machines read of a page: JSON-LD in the words of schema.org, made from the page's view alone, so that it says the same.

Source of what search engines ask for: https://developers.google.com/search/docs/appearance/structured-data
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import urljoin

from rantau.views import (
    Anchor,
    ArticleView,
    ChangesView,
    ComparisonView,
    FiguresView,
    Frame,
    GlossaryView,
    HomeView,
    JourneyView,
    MissingView,
    PlainView,
    Reference,
    SearchView,
    SheetView,
    StageView,
    TaxonomyView,
    TermView,
    View,
)

Thing = dict[str, object]

# A byline that names a desk and no person.
_DESK = re.compile(r"\b(?:redaksi|tim|editors?|editorial|desk)\b|編集", re.IGNORECASE)
# What could end the script that holds the data, or be read as the beginning of a comment.
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def described(view: Callable[[], View]) -> Callable[[], View]:
    """The view with what machines read of it, made when the view is asked for."""

    def whole() -> View:
        plain = view()
        return replace(plain, frame=replace(plain.frame, data=data(plain)))

    return whole


def data(view: View) -> str:
    """The page's JSON-LD, safe inside a script element; "" where the address is unknown, or search engines shall not show it."""
    frame = view.frame
    if not frame.canonical or not frame.indexable:
        return ""
    things = [thing for thing in (_page(view), _trail(frame)) if thing]
    whole = {"@context": "https://schema.org", "@graph": [_known(thing) for thing in things]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _page(view: View) -> Thing:
    match view:
        case HomeView():
            return _site(view)
        case ArticleView():
            return _article(view)
        case SheetView() | PlainView():
            page = _web_page(view.frame, view.title)
            verified = view.freshness.verified
            return page | {"lastReviewed": verified.iso if verified else "", "citation": _sources(view.references)}
        case StageView():
            page = _web_page(view.frame, view.frame.title, "CollectionPage")
            verified = view.freshness.verified if view.freshness is not None else None
            return page | {"lastReviewed": verified.iso if verified else "", "citation": _sources(view.references)}
        case TermView():
            return _web_page(view.frame, view.frame.title, "CollectionPage") | {"citation": _sources(view.references)}
        case TaxonomyView() | JourneyView() | GlossaryView() | ChangesView() | ComparisonView() | FiguresView():
            return _web_page(view.frame, view.title, "CollectionPage")
        case SearchView() | MissingView():
            return {}


def _site(view: HomeView) -> Thing:
    frame = view.frame
    found = urljoin(frame.canonical, frame.search)
    search: Thing = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{found}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        "name": frame.site,
        "url": frame.canonical,
        "description": view.description,
        "inLanguage": frame.language,
        "publisher": _publisher(frame) | {"logo": urljoin(frame.canonical, f"{frame.root}assets/favicon.svg")},
        "potentialAction": search if frame.search else "",
    }


def _article(view: ArticleView) -> Thing:
    frame, changed = view.frame, view.updated or view.day
    return {
        "@type": "Article",
        "headline": view.title,
        "description": view.description,
        "url": frame.canonical,
        "mainEntityOfPage": frame.canonical,
        "inLanguage": frame.language,
        "image": [frame.image, *([urljoin(frame.canonical, view.hero.src)] if view.hero is not None else [])],
        "datePublished": view.day.iso if view.day else "",
        "dateModified": changed.iso if changed else "",
        "expires": view.freshness.expires.iso if view.freshness.expires else "",
        "author": [_author(anchor, frame) for anchor in view.bylines],
        "publisher": _publisher(frame),
        "citation": _sources(view.references),
    }


def _web_page(frame: Frame, title: str, kind: str = "WebPage") -> Thing:
    return {
        "@type": kind,
        "name": title,
        "description": frame.description,
        "url": frame.canonical,
        "inLanguage": frame.language,
        "image": frame.image,
        "publisher": _publisher(frame),
    }


def _publisher(frame: Frame) -> Thing:
    return {"@type": "Organization", "name": frame.site, "url": urljoin(frame.canonical, frame.root or "./")}


def _author(anchor: Anchor, frame: Frame) -> Thing:
    kind = "Organization" if _DESK.search(anchor.label) or frame.site in anchor.label else "Person"
    return {"@type": kind, "name": anchor.label, "url": urljoin(frame.canonical, anchor.href) if anchor.href else ""}


def _sources(references: Iterable[Reference]) -> list[Thing]:
    return [
        {
            "@type": "CreativeWork",
            "name": reference.title or reference.publisher or reference.href,
            "url": reference.href,
            "publisher": {"@type": "Organization", "name": reference.publisher} if reference.publisher else "",
            "datePublished": reference.day.iso if reference.day else "",
        }
        for reference in references
    ]


def _trail(frame: Frame) -> Thing:
    """The trail as the page shows it; a page at its end has no link of its own. One step is no trail."""
    steps: list[Thing] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.label,
            "item": urljoin(frame.canonical, crumb.href) if crumb.href and not crumb.current else "",
        }
        for position, crumb in enumerate(frame.crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps} if len(steps) > 1 else {}


def _known(thing: Thing) -> Thing:
    """What is known of a thing: nothing empty."""
    return dict(_filled(thing))


def _filled(thing: Thing) -> Iterator[tuple[str, object]]:
    for name, value in thing.items():
        if isinstance(value, dict):
            value = _known(value)
        elif isinstance(value, list):
            value = [_known(item) if isinstance(item, dict) else item for item in value if item]
        if value:
            yield name, value

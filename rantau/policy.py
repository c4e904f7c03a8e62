"""The one declaration of what the site's files may do and how long they may be kept.

A content security policy that needs no `unsafe-*`, the other headers, and the cache rules. `rantau/outputs/` writes it for
`_headers`, nginx and Caddy; the theme prints what a `<meta>` can hold, for hosts whose headers nobody can set.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from rantau.model import LANGUAGES

# The digest of theme/assets/inline.js without its last line break. It stands here as a literal and is never taken from a
# built site: a script that came in with an article would only allow itself.
INLINE_SCRIPT = "sha256-vKwahN40mhD2xBLVH46Dd5TnT0TW3SqUxUzIalS50T4="
# The same of the styles that stand in every page (rantau/styles.py).
INLINE_STYLE = "sha256-pcVLQ97rFPArDG8cQQZg7lK2yxCGx9cgUaa6/e0Ikkg="

# What is not named here (frames, fonts, media, plug-ins) falls to default-src.
DIRECTIVES: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", f"'{INLINE_SCRIPT}'"),
    "style-src": ("'self'", f"'{INLINE_STYLE}'"),
    # The stylesheets hold the icons as data: addresses; a page's own markup never does.
    "img-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "worker-src": ("'self'",),
    # The scripts set text and make elements; markup never becomes code, even if one of them were wrong.
    "require-trusted-types-for": ("'script'",),
    # The one policy of theme/assets/rantau.js gives the address of the worker and nothing else.
    "trusted-types": ("rantau",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "frame-ancestors": ("'none'",),
}
# A `<meta>` that holds these is not obeyed but for a warning. Source: https://www.w3.org/TR/CSP3/#meta-element
HEADER_ONLY = frozenset({"frame-ancestors", "report-uri", "sandbox"})
# A drawing that somebody opens by itself is a document of this site; it may show its shapes and nothing else.
DRAWING: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "style-src": ("'none'",),
    "sandbox": (),
    "frame-ancestors": ("'none'",),
}

# The editors' form is a program of others (Sveltia CMS): it writes its own styles into the page, and reads pictures
# that were just chosen from memory. It runs no code but this site's files, and talks to nobody but the host that it signs in to.
FORM = "admin/"
EDITING: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'", "data:", "blob:"),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
    "frame-ancestors": ("'none'",),
}

# Sharing and copying a page's address (web-share, clipboard-write) are all that the site uses.
CLOSED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "compute-pressure", "display-capture"),
    *("encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get"),
    *("idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment"),
    *("picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial"),
    *("storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking"),
)

REVALIDATED = "public, max-age=0, must-revalidate"
KEPT = "public, max-age=31536000, immutable"
# The worker that keeps pages (decision 22) is looked at anew each time, also by hosts that keep other scripts for a while.
WORKER = "sw.js"
ANEW = "no-cache"
# What carries a digest of its bytes in its name: the stylesheet, the scripts, and the shards of the search. No other file does.
HASHED = (
    "assets/stylesheets/",
    "assets/scripts/",
    *(f"search/{language}/{kind}/" for language in LANGUAGES for kind in ("words", "ends", "posts", "tiers")),
)

CSP = "Content-Security-Policy"
HSTS = "Strict-Transport-Security"
CACHE = "Cache-Control"
COOP = "Cross-Origin-Opener-Policy"
TYPE = "Content-Type"
# What servers take for something else, or do not know, by the end of the path.
TYPES: Mapping[str, str] = {
    "feed.xml": "application/atom+xml; charset=utf-8",
    "index.md": "text/markdown; charset=utf-8",
}

_BASE = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of the files whose path in the site starts and ends so; the value of a later rule replaces an earlier one's."""

    start: str
    end: str
    headers: Mapping[str, str]


def written(directives: Mapping[str, tuple[str, ...]]) -> str:
    """A content security policy as a header holds it."""
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def meta() -> str:
    """The part of the site's content security policy that a `<meta>` can hold."""
    return written({name: sources for name, sources in DIRECTIVES.items() if name not in HEADER_ONLY})


def editing(hosts: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The content security policy of the editors' form that signs in at some hosts ("https://api.github.com")."""
    return {**EDITING, "connect-src": (*EDITING["connect-src"], *hosts)}


def form_meta(hosts: tuple[str, ...]) -> str:
    """The part of the form's content security policy that a `<meta>` can hold."""
    return written({name: sources for name, sources in editing(hosts).items() if name not in HEADER_ONLY})


def rules(url: str, form: tuple[str, ...] | None = None) -> tuple[Rule, ...]:
    """The headers of a site at an address ("" for an unknown one): first those of every file, then what differs for some.

    `form` are the hosts that the editors' form talks to; None for a site without the form.
    """
    everywhere = {
        CSP: written(DIRECTIVES),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in CLOSED),
        COOP: "same-origin",
        # All is public and the same for everybody. Pictures and feeds are to be shown by others, and the rules of `_headers`
        # cannot take back for some files what they said for all.
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if urlsplit(url).scheme != "http":
        # This host alone: its neighbours under the same domain, and a list in every browser, are not ours to decide about.
        everywhere[HSTS] = "max-age=31536000"
    return (
        Rule("", "", {**everywhere, CACHE: REVALIDATED}),
        *(Rule(start, "", {CACHE: KEPT}) for start in HASHED),
        Rule(WORKER, "", {CACHE: ANEW}),
        *(() if form is None else (_form_rule(form),)),
        Rule("", ".svg", {CSP: written(DRAWING)}),
        *(Rule("", end, _typed(end, kind)) for end, kind in TYPES.items()),
    )


def _typed(end: str, kind: str) -> Mapping[str, str]:
    # What a search finds shall be the page that readers know, and not its twin.
    return {TYPE: kind} | ({"X-Robots-Tag": "noindex"} if end.endswith(".md") else {})


def _form_rule(hosts: tuple[str, ...]) -> Rule:
    said = {CSP: written(editing(hosts)), "X-Robots-Tag": "noindex"}
    # Who signs in does so in a window of the host, which must find its way back.
    return Rule(FORM, "", said | ({COOP: "same-origin-allow-popups"} if hosts else {}))


def base(url: str) -> str:
    """The path under which a site lives: "/" or "/portal/"."""
    path = urlsplit(url).path
    return path if path.endswith("/") else path + "/"


def usable(url: str) -> bool:
    """Whether the path of a site's address can be written into every server's configuration as it is."""
    return _BASE.fullmatch(urlsplit(url).path) is not None


def places(url: str) -> tuple[str, str]:
    """An example of where a server's root and the site in it may lie: ("/srv/www", "/srv/www/portal")."""
    below = base(url).rstrip("/")
    return ("/srv/www", f"/srv/www{below}") if below else ("/srv/www/site", "/srv/www/site")

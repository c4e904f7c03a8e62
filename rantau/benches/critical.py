"""Which rules of the stylesheet the first screen of every kind of page needs; theme/critical.txt holds them.

The pages are the project's own, of every kind and in every language, but those that ask for their files before they are painted.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from rantau import cascade, styles
from rantau.benches._chromium import launched, served
from rantau.model import LANGUAGES
from rantau.verify import code_hash

SUMMARY = (
    "critical [--write]: gaya yang dibutuhkan layar pertama setiap halaman; --write menulis theme/critical.txt dan policy.py"
)
ROOT = Path(__file__).resolve().parent.parent.parent
POLICY = ROOT / "rantau" / "policy.py"
# A wide screen has a quick line more often; it waits for the rest.
WIDTH, HEIGHT = 360, 740
# What few pages show at once is no reason to send it with every other; their templates ask for the file first.
PAGES = 3
# Short pages of a site that is only beginning show a heading of their text at once.
ALWAYS = frozenset({".md-typeset h2"})
# The page that most see first.
FRONT = ("", *(f"{language}/" for language in LANGUAGES))
# The pin of a sheet that is only now being made cannot be right yet.
_BUILD = """
import sys
from pathlib import Path
from rantau import policy, styles
from rantau.verify import code_hash
policy.INLINE_STYLE = code_hash(styles.sheet().critical)
from hooks.engine import build
code, lines = build(Path(sys.argv[1]), Path(sys.argv[2]), "", None)
print("\\n".join(lines)) if code else None
sys.exit(code)
"""
_SEEN = """(selectors) => {
  const on = (node) => {
    if (node == document.documentElement || node == document.body) return true;
    // Short pages show their foot at once; it may look plain for a moment.
    return !node.closest("footer") && node.checkVisibility() && node.getBoundingClientRect().top < innerHeight;
  };
  return selectors.filter(([, plain, hides]) => hides
    ? document.querySelector(plain) : [...document.querySelectorAll(plain)].some(on)).map(([whole]) => whole);
}"""


def run(arguments: Sequence[str]) -> Iterator[str]:
    """How many selectors are critical, and which differ from the file's. Raises: Refused."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        call = [sys.executable, "-c", _BUILD, str(ROOT / "content"), str(site)]
        built = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
        if built.returncode:
            yield f"contoh tidak dapat dibangun: {built.stdout}{built.stderr}"
            return
        found = needed(site)
    before = frozenset(styles.CRITICAL.read_text("utf-8").splitlines())
    yield f"{len(found)} pemilih; baru {len(found - before)}, tidak lagi {len(before - found)}"
    yield from (f"+ {selector}" for selector in sorted(found - before))
    yield from (f"- {selector}" for selector in sorted(before - found))
    critical = cascade.written(cascade.halves(styles.whole(), found)[0])
    if "--write" in arguments:
        styles.CRITICAL.write_text("".join(f"{selector}\n" for selector in sorted(found)), "utf-8")
        code = POLICY.read_text("utf-8")
        POLICY.write_text(re.sub(r'^INLINE_STYLE = ".*"', f'INLINE_STYLE = "{code_hash(critical)}"', code, flags=re.M), "utf-8")
        yield "ditulis: theme/critical.txt, rantau/policy.py"


def needed(site: Path) -> frozenset[str]:
    """The selectors that match something on the first screen of a page of a built site, as they stand in the stylesheet."""
    hiding = {s for rule in styles.whole() if "display:none" in rule.declarations for s in rule.selectors}
    every = sorted({(s, p, s in hiding) for rule in styles.whole() for s in rule.selectors if (p := _plain(s)) is not None})
    found: Counter[str] = Counter()
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if _waiting(path.read_text("utf-8")))
    with launched() as browser, served(partial(_Handler, site)) as base:
        tabs = [browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=s) for s in ("light", "dark")]
        for tab in tabs:
            # What the search makes of a page comes after its first screen, at its own time.
            tab.route("**/assets/search/**", lambda route: route.abort())
        for path in pages:
            seen: set[str] = set()
            for tab in tabs:
                tab.goto(base + path)
                seen.update(tab.evaluate(_SEEN, every))
            found.update(dict.fromkeys(seen, PAGES if path.removesuffix("index.html") in FRONT else 1))
    return ALWAYS | {selector for selector, pages_ in found.items() if pages_ >= PAGES}


def _waiting(html: str) -> bool:
    """Whether a page is painted before its stylesheets have come. One that leads away at once is not painted at all."""
    head = html.partition("</head>")[0]
    return 'rel="stylesheet"' not in head and 'http-equiv="refresh"' not in head


def _plain(selector: str) -> str | None:
    """What a selector matches when nobody points at anything, without its pseudo-elements; None for what needs somebody."""
    if re.search(r"(?<!not\():(?:hover|active|target|focus|focus-visible|focus-within|disabled|checked)\b", selector):
        return None
    plain = re.sub(r"::[\w-]+(?:\([^()]*\))?", "", selector)
    return re.sub(r"(^|[>~+ ])(?=$|[>~+ ])", r"\1*", plain) or "*"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, *arguments: object) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file of the site; in a page the whole stylesheet stands at the place of its critical part, and no policy."""
        path = self.path.split("?")[0].lstrip("/")
        file = self.site / path / "index.html" if path.endswith("/") or not path else self.site / path
        body = file.read_bytes() if file.is_file() else b""
        kind = {".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css"}.get(file.suffix, "")
        if file.suffix == ".html":
            text = re.sub(
                "<style>.*?</style>", lambda _: f"<style>{cascade.written(styles.whole())}</style>", body.decode(), flags=re.S
            )
            body = re.sub("<meta http-equiv=.?Content-Security-Policy[^>]*>", "", text).encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

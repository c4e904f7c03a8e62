"""What a reader's phone has to fetch and how soon it shows something; who is shut out; what Lighthouse and the Nu checker say.

The site is the project's own content, served with gzip at level 9 and without images, beside an article of 2,000 words made of
its sentences. Bytes are those of the bodies; a real host adds its headers.
"""

import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler
from itertools import product
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from rantau.benches._axe import violations
from rantau.benches._chromium import ARGUMENTS, executable, launched, served
from rantau.benches._refuse import Refused

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SUMMARY = "pages [--without-node] [--without-slow]: bita, layar pertama, axe, Lighthouse dan pemeriksa Nu atas halaman yang jadi"
ROOT = Path(__file__).resolve().parent.parent.parent
NODE = Path(__file__).resolve().parent / "node"
LONG = "artikel/2026/dua-ribu-kata/"
# The pages that the slow profile and Lighthouse open; an article is added, the one with the median number of bytes.
SHOWN = ("", "negara/jepang/", "program/ssw/", "cari/")
ROUNDS = 3
# kbit/s, ms and times slower: the connection and the processor of a cheap phone at the edge of its cell.
KILOBITS, LATENCY, SLOWER = 360, 1500, 6
WIDTHS = (360, 1280)
_TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".md", ".webmanifest"}
_IMAGES = {".jpg", ".jpeg", ".png", ".webp"}
# Whether the page's own script has taken the scheme over.
_PAINTED = """(scheme) => document.documentElement.dataset.mdColorScheme == {light: "default", dark: "slate"}[scheme]"""
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def run(arguments: Sequence[str]) -> Iterator[str]:
    """A line a figure, with the figure asked for in brackets. Raises: Refused."""
    if wrong := set(arguments) - {"--without-node", "--without-slow"}:
        raise Refused(f"tidak dikenal: {' '.join(sorted(wrong))}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        with served(partial(_Handler, site)) as base:
            _build(folder, base)
            sizes = _Sizes(site)
            pages = _pages(site)
            articles = sorted((page for page in pages if _is_article(page)), key=sizes.of)
            shown = (*SHOWN, articles[len(articles) // 2])
            with launched() as browser:
                yield from _bytes({page: _asked(browser, base, page) for page in pages}, sizes)
                if "--without-slow" not in arguments:
                    yield from _slow(browser, base, shown)
            # Each has the machine to itself.
            if "--without-node" not in arguments:
                yield from _lighthouse(base, shown)
                yield from _nu(site)
            with launched() as browser:
                yield from _accessibility(browser, base, pages)


# --- the site


def _build(folder: Path, base: str) -> None:
    """The project's content and a long article, built into site/ below the folder. Raises: Refused."""
    shutil.copytree(ROOT / "content", folder / "content")
    long = folder / "content" / f"{LONG.rstrip('/')}.md"
    long.write_text(_article(2000), "utf-8")
    call = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(folder / "content")]
    built = subprocess.run([*call, "--site", str(folder / "site"), "--url", base], capture_output=True, text=True, check=False)
    if built.returncode:
        raise Refused(built.stdout + built.stderr)


def _article(words: int) -> str:
    """An article of so many words of the project's own articles, in paragraphs and sections as they have them."""
    found = sorted((ROOT / "content" / "artikel").rglob("*.md"))
    bodies = (path.read_text("utf-8").split("---", 2)[2] for path in found)
    sentences = [s for body in bodies for s in re.findall(r"^[A-Z][^|\[\]{}<>*#:\n]{60,}?\.(?= |$)", body, re.MULTILINE)]
    random.Random(words).shuffle(sentences)
    lines = ["---", "title: Dua ribu kata tentang bekerja di luar negeri", "date: 2026-11-22", "countries: [JP]"]
    lines += ["description: Artikel panjang dari kalimat artikel lain, untuk mengukur halaman terbesar.", "---", ""]
    count = 0
    for number, sentence in enumerate(sentences * 9):
        if number % 24 == 0:
            lines += [f"## Bagian {number // 24 + 1}", ""]
        lines += [sentence] if number % 4 else ["", sentence]
        count += len(sentence.split())
        if count >= words:
            return "\n".join([*lines, "", "Kalimat penutup artikel ini.", ""])
    raise AssertionError(count)


def _pages(site: Path) -> list[str]:
    found = (path for path in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return ["" if str(p) == "." else f"{p.as_posix()}/" for path in found for p in (path.parent.relative_to(site),)]


def _is_article(page: str) -> bool:
    return re.fullmatch(r"artikel/\d{4}/[^/]+/", page) is not None and page != LONG


# --- bytes


class _Sizes:
    """What the files of a site weigh on the wire."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.known: dict[str, int] = {}

    def of(self, address: str) -> int:
        """Compressed bytes of the file at an address relative to the site's root."""
        if address not in self.known:
            path = self.site / (f"{address}index.html" if not address or address.endswith("/") else address)
            self.known[address] = len(_squeezed(path.read_bytes()) if path.suffix in _TEXT else path.read_bytes())
        return self.known[address]


def _asked(browser: "Browser", base: str, page: str) -> tuple[str, ...]:
    """What a phone asks for when it opens a page for the first time: addresses without the images of the content."""
    found: list[str] = []
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    tab = context.new_page()
    tab.on("request", lambda request: found.append(request.url))
    tab.goto(base + page, wait_until="networkidle")
    context.close()
    inner = (unquote(urlsplit(url).path).lstrip("/") for url in found if url.startswith(base))
    return tuple(dict.fromkeys(path for path in inner if PurePosixPath(path).suffix not in _IMAGES))


def _bytes(asked: Mapping[str, Sequence[str]], sizes: _Sizes) -> Iterator[str]:
    articles = [page for page in asked if _is_article(page)]
    words = {page: len(_main(sizes.site, page).split()) for page in asked}
    firsts = [sum(map(sizes.of, asked[page])) for page in articles]
    nexts = [sizes.of(page) for page in articles]
    short = [sizes.of(page) for page in articles if words[page] <= 700]
    scripts = {p for page in articles for p in asked[page] if p.endswith(".js")}
    median = _kb(statistics.median(firsts))
    yield f"kunjungan pertama ke artikel, {len(articles)} artikel: median {median}, terbesar {_kb(max(firsts))} (28)"
    yield f"artikel berikutnya: median {_kb(statistics.median(nexts))}, terbesar {_kb(max(nexts))}"
    yield f"artikel berikutnya sampai 700 kata, {len(short)} artikel: terbesar {_kb(max(short, default=0))} (11)"
    yield f"skrip halaman bacaan: {_kb(sum(map(sizes.of, scripts)))} (2)"
    head = zlib.decompressobj(31).decompress(_squeezed((sizes.site / LONG / "index.html").read_bytes())[:14_000])
    read = "Kalimat penutup artikel ini." in head.decode("utf-8", "ignore")
    yield f"artikel {words[LONG]} kata: {_kb(sizes.of(LONG))}, {'utuh' if read else 'TIDAK utuh'} dalam 14 kB pertama (utuh)"
    lists = [page for page in asked if not page.startswith(("artikel/", "en/artikel/", "ja/artikel/"))]
    for page in sorted(lists, key=sizes.of, reverse=True)[:8]:
        yield f"HTML /{page}: {_kb(sizes.of(page))} (12)"
    for page in SHOWN:
        yield f"kunjungan pertama ke /{page}: {_kb(sum(map(sizes.of, asked[page])))}"


def _main(site: Path, page: str) -> str:
    """The words of a page's own text."""
    node = LexborHTMLParser((site / page / "index.html").read_text("utf-8")).css_first(".prose, main")
    return node.text(separator=" ") if node is not None else ""


def _squeezed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _kb(count: float) -> str:
    return f"{count / 1000:.1f} kB"


# --- who is shut out


def _accessibility(browser: "Browser", base: str, pages: Sequence[str]) -> Iterator[str]:
    found: list[str] = []
    # A worker would answer some addresses itself.
    page = browser.new_page(reduced_motion="reduce", service_workers="block")
    for address in pages:
        page.goto(base + address, wait_until="networkidle")
        for width, scheme in product(WIDTHS, ("light", "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.wait_for_function(_PAINTED, arg=scheme)
            found += [f"/{address} {width} {scheme} {line}" for line in violations(page)]
    page.close()
    yield f"axe, {len(pages)} halaman x 2 lebar x 2 skema: {len(found)} pelanggaran (0)"
    yield from found[:20]


# --- how soon


def _slow(browser: "Browser", base: str, pages: Sequence[str]) -> Iterator[str]:
    for page in pages:
        times = [_first_paint(browser, base + page) for _ in range(ROUNDS)]
        yield f"lukisan pertama /{page} pada profil lambat: median {statistics.median(times):.2f} s dari {ROUNDS} (2.2)"


def _first_paint(browser: "Browser", url: str) -> float:
    """Seconds until the first words stand on the screen of a slow phone that has never been here."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    speed = KILOBITS * 1000 / 8
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(url, wait_until="load", timeout=120_000)
    paint: float = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return paint / 1000


# --- what needs Node or Java


def _lighthouse(base: str, pages: Sequence[str]) -> Iterator[str]:
    command = NODE / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        yield f"dilewati: Lighthouse tidak terpasang; npm ci --ignore-scripts --prefix {NODE.relative_to(ROOT)}"
        return
    for page in pages:
        flags = " ".join(["--headless=new", *ARGUMENTS])
        call = [str(command), base + page, "--quiet", "--output=json", f"--chrome-flags={flags}"]
        call.append(f"--only-categories={','.join(_CATEGORIES)}")
        done = subprocess.run(
            call, capture_output=True, text=True, check=False, env={**os.environ, "CHROME_PATH": executable() or ""}
        )
        try:
            report: dict[str, Any] = json.loads(done.stdout)
        except ValueError:
            yield f"Lighthouse /{page}: gagal: {done.stderr.strip()[-300:]}"
            continue
        scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in _CATEGORIES}
        yield f"Lighthouse /{page}: {' / '.join(map(str, scores.values()))} (98 / 100 / 100 / 100)"
        for name in _CATEGORIES[1:]:
            refs = (ref["id"] for ref in report["categories"][name]["auditRefs"] if scores[name] < 100 and ref["weight"])
            failed = (a for a in map(report["audits"].get, refs) if a and a["score"] is not None and a["score"] < 1)
            yield from (f"  {name}: {audit['id']}: {audit['title']}" for audit in failed)


def _nu(site: Path) -> Iterator[str]:
    jar = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists() or shutil.which("java") is None:
        missing = "java tidak ada" if jar.exists() else f"npm ci --ignore-scripts --prefix {NODE.relative_to(ROOT)}"
        yield f"dilewati: pemeriksa Nu: {missing}"
        return
    files = sorted(str(path) for path in site.rglob("*.html") if not path.is_relative_to(site / "admin"))
    call = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *files]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    # Of a file nobody can say whether it is of the same origin as the files that it names.
    messages = [m for m in json.loads(done.stderr)["messages"] if "Content Security Policy" not in m["message"]]
    errors = [m for m in messages if m["type"] in ("error", "non-document-error")]
    yield f"pemeriksa Nu, {len(files)} berkas: {len(errors)} kesalahan (0), {len(messages) - len(errors)} catatan lain"
    for told in dict.fromkeys((m["type"], m["message"]) for m in errors or messages):
        where = next(m for m in messages if (m["type"], m["message"]) == told)
        yield f"  {told[0]}: {told[1][:200]} ({where.get('url', '').rpartition('/site/')[2]}:{where.get('lastLine', '')})"


class _Handler(BaseHTTPRequestHandler):
    """A site as hosts serve it: compressed, files named by their bytes kept for good."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, *arguments: object) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file of the site, or its error page."""
        inner = unquote(urlsplit(self.path).path).lstrip("/")
        path = self.site / (f"{inner}index.html" if not inner or inner.endswith("/") else inner)
        status = 200 if path.is_file() else 404
        path = path if status == 200 else self.site / "404.html"
        body, packed = path.read_bytes(), path.suffix in _TEXT
        self.send_response(status)
        self.send_header("Content-Type", f"{guess_type(path.name)[0] or 'application/octet-stream'}; charset=utf-8")
        if packed:
            body = _squeezed(body)
            self.send_header("Content-Encoding", "gzip")
        kept = "max-age=31536000, immutable" if re.search(r"\.[0-9a-f]{8}\.", path.name) else "no-cache"
        self.send_header("Cache-Control", kept)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

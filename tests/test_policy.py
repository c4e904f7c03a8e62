"""The served policy: what is declared, that every written form says the same, and that a browser finds nothing to stop."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page
from selectolax.lexbor import LexborHTMLParser

from rantau import policy, styles
from rantau.benches._chromium import launched
from rantau.verify import code_hash
from tests.served import by_caddy, by_headers, by_nginx, rules, served
from tests.shell import LIMIT, REGISTRIES, ROOT, SAMPLE, build, clean, free_port, project, run, tree, write

URL = "https://rantau.example/portal/"
SHA = "'sha256-vKwahN40mhD2xBLVH46Dd5TnT0TW3SqUxUzIalS50T4='"
STYLE = f"'{code_hash(styles.sheet().critical)}'"
PAGE_CSP = (
    f"default-src 'none'; script-src 'self' {SHA}; style-src 'self' {STYLE}; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types rantau; base-uri 'none'; form-action 'self'"
)
SITE_CSP = f"{PAGE_CSP}; frame-ancestors 'none'"
DRAWING_CSP = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'"
REVALIDATED = "public, max-age=0, must-revalidate"
KEPT = "public, max-age=31536000, immutable"

OPENED = {
    "script-src": {SHA},
    "style-src": {STYLE},
    "img-src": {"data:"},
    "require-trusted-types-for": {"'script'"},
    # One policy, which theme/assets/rantau.js makes for the address of the worker.
    "trusted-types": {"rantau"},
}

Sites = dict[str, Path]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The sample site by the path below which it was built to live."""
    folder = tmp_path_factory.mktemp("built")
    # A web server's own user must be able to come in.
    folder.chmod(0o755)
    for name, arguments in (("akar", ()), ("portal", ("--url", URL))):
        done = build(SAMPLE, folder / name, *arguments)
        assert done.returncode == 0, done.stdout
    return {"/": folder / "akar", "/portal/": folder / "portal"}


# --- what is declared


def parsed(text: str) -> dict[str, list[str]]:
    """The sources of each directive of a content security policy."""
    directives = [part.split() for part in text.split(";")]
    assert len({name for name, *_ in directives}) == len(directives)
    return {name: sources for name, *sources in directives}


def test_a_page_may_do_what_is_written_here_and_nothing_else() -> None:
    assert policy.written(policy.DIRECTIVES) == SITE_CSP
    assert policy.meta() == PAGE_CSP
    assert policy.written(policy.DRAWING) == DRAWING_CSP


@pytest.mark.parametrize("text", [policy.written(policy.DIRECTIVES), policy.meta(), policy.written(policy.DRAWING)])
def test_no_directive_has_a_source_that_opens_more_than_the_site_itself(text: str) -> None:
    directives = parsed(text)
    for name, sources in directives.items():
        allowed = {"'none'", "'self'"} | OPENED.get(name, set())
        assert set(sources) <= allowed, name
        assert "'none'" not in sources or len(sources) == 1, name
    assert "unsafe" not in text
    # Plug-ins, frames, fonts and media are named nowhere, so this is theirs; the other two have no such fallback.
    assert directives["default-src"] == ["'none'"]
    assert directives.keys().isdisjoint({"object-src", "frame-src", "font-src", "media-src", "child-src"})
    if text != DRAWING_CSP:
        assert (directives["base-uri"], directives["form-action"]) == (["'none'"], ["'self'"])


def test_a_meta_holds_no_directive_that_only_a_header_can_hold() -> None:
    assert parsed(policy.meta()).keys().isdisjoint({"frame-ancestors", "sandbox", "report-uri"})
    assert parsed(policy.written(policy.DIRECTIVES))["frame-ancestors"] == ["'none'"]


def test_data_addresses_are_allowed_because_the_stylesheets_hold_icons_and_for_nothing_else(sites: Sites) -> None:
    files = own(sites["/"])
    assert b'url("data:image/svg+xml,' in files[styles.sheet().rest.name]
    assert [name for name, data in files.items() if name.endswith(".html") and b'"data:' in data] == []


def test_the_browser_is_asked_for_nothing_but_sharing_and_copying() -> None:
    assert len(set(policy.CLOSED)) == len(policy.CLOSED)
    assert {"camera", "geolocation", "microphone", "payment", "usb", "browsing-topics", "clipboard-read"} <= set(policy.CLOSED)
    assert {"web-share", "clipboard-write"}.isdisjoint(policy.CLOSED)


@pytest.mark.parametrize(("url", "said"), [("", "max-age=31536000"), (URL, "max-age=31536000"), ("http://rantau.example/", None)])
def test_https_is_asked_for_of_this_host_alone_and_not_where_there_is_none(url: str, said: str | None) -> None:
    assert policy.rules(url)[0].headers.get("Strict-Transport-Security") == said


@pytest.mark.parametrize(
    ("url", "usable"),
    [
        ("", True),
        ("https://rantau.example", True),
        ("https://rantau.example/", True),
        ("https://rantau.example/portal/", True),
        ("https://rantau.example/~rantau/portal-2.0/", True),
        ("https://rantau.example/a b/", False),
        ("https://rantau.example/a;b/", False),
        ("https://rantau.example/$uri/", False),
        ('https://rantau.example/"/', False),
        ("https://rantau.example/{/", False),
        ("https://rantau.example/a//b/", False),
        ("https://rantau.example/../", False),
    ],
)
def test_an_address_that_no_server_could_be_told_of_is_not_usable(url: str, usable: bool) -> None:
    assert policy.usable(url) is usable


def test_an_unusable_address_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    done = build(SAMPLE, tmp_path / "site", "--url", "https://rantau.example/a;b/")
    assert done.returncode == 2
    assert done.stdout.splitlines() == [
        'alamat situs "https://rantau.example/a;b/" memuat tanda yang tidak dapat dipakai; '
        'setelah nama situs pakai huruf, angka, "-", dan "_"'
    ]
    assert not (tmp_path / "site").exists()


# --- what is written


def own(site: Path) -> dict[str, bytes]:
    """The files of a built site but for those of the editors' form, which is there only where its package is (tests/test_admin.py)."""
    return {name: data for name, data in tree(site).items() if not name.startswith(policy.FORM)}


def expected(path: str, url: str) -> dict[str, str]:
    """What the declaration says of a file of the site, by its rules alone."""
    found: dict[str, str] = {}
    for rule in policy.rules(url):
        if path.startswith(rule.start) and path.endswith(rule.end):
            found |= rule.headers
    return found


def address(path: str) -> str:
    """What a reader asks for to get a file of the site."""
    return path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path


@pytest.mark.parametrize(("below", "url"), [("/", ""), ("/portal/", URL)])
def test_every_written_form_says_of_every_file_what_is_declared(below: str, url: str, sites: Sites) -> None:
    files = own(sites[below])
    headers, nginx, caddy = (files[name].decode() for name in ("_headers", "_server/nginx.conf", "_server/Caddyfile"))
    assert len(files) > 100
    for name in files:
        declared, path = expected(name, url), below + address(name)
        assert len(declared.keys() - {"Content-Type", "X-Robots-Tag"}) == 8
        assert by_nginx(nginx, path) == declared, path
        assert by_caddy(caddy, path) == declared, path
        # The root of what is uploaded is the site, or holds it in a folder of its name.
        for uploaded in {path, "/" + address(name)}:
            assert by_headers(headers, uploaded, joined=False) == declared, path
            joined = by_headers(headers, uploaded, joined=True)
            if name.endswith(".svg"):
                # Where headers are joined both policies hold, which is the stricter of the two.
                assert joined.pop("Content-Security-Policy") == f"{SITE_CSP}, {DRAWING_CSP}"
                del declared["Content-Security-Policy"]
            assert joined == declared, path
            declared = expected(name, url)


def test_the_rules_for_a_page_are_these(sites: Sites) -> None:
    said = by_headers((sites["/"] / "_headers").read_text("utf-8"), "/negara/jepang/", joined=True)
    assert said.pop("Permissions-Policy") == ", ".join(f"{feature}=()" for feature in policy.CLOSED)
    assert said == {
        "Content-Security-Policy": SITE_CSP,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Strict-Transport-Security": "max-age=31536000",
        "Cache-Control": REVALIDATED,
    }


def test_twins_and_feeds_say_what_they_are_and_a_search_finds_the_page_and_not_its_twin(sites: Sites) -> None:
    files, url = own(sites["/portal/"]), URL
    kinds = {name: expected(name, url).get("Content-Type") for name in files}
    assert {name for name in files if name.endswith(".md")} == {name for name, kind in kinds.items() if kind == "text/markdown; charset=utf-8"}
    assert {name for name in files if name.endswith("feed.xml")} == {name for name, kind in kinds.items() if kind == "application/atom+xml; charset=utf-8"}
    assert set(kinds.values()) == {None, *policy.TYPES.values()}
    assert {name for name in files if "X-Robots-Tag" in expected(name, url)} == {name for name in files if name.endswith(".md")}
    assert {"negara/jepang/feed.xml", "artikel/2026/contoh-lengkap/index.md", "feed.xml"} <= files.keys()


@pytest.mark.parametrize("below", ["/", "/portal/"])
def test_exactly_the_files_named_after_their_bytes_are_kept_for_good(below: str, sites: Sites) -> None:
    files = own(sites[below])
    text = files["_server/nginx.conf"].decode()
    kept = {name for name in files if by_nginx(text, below + name)["Cache-Control"] == KEPT}
    shards = {name for name in files if re.fullmatch(r"search/\w+/(words|ends|posts|tiers)/.*-[a-z2-7]{4}\.json", name)}
    assert kept == shards | {name for name in files if re.search(r"\.[0-9a-f]{8}\.", name)}
    assert len(kept - shards) == 4 and len(shards) >= 9
    assert {name for name in files if by_nginx(text, below + name)["Cache-Control"] == "no-cache"} == {"sw.js"}
    assert all(name.endswith(("manifest.json",)) or "/r/" in name for name in files if name.startswith("search/") and name not in shards)


def test_the_file_for_hosts_is_one_that_every_host_reads(sites: Sites) -> None:
    found = rules((sites["/portal/"] / "_headers").read_text("utf-8"))
    assert [path for path, _ in found][:3] == ["/*", "/assets/stylesheets/*", "/portal/assets/stylesheets/*"]
    assert [path for path, _ in found][-3:] == ["/*.svg", "/*feed.xml", "/*index.md"]
    # Cloudflare reads a hundred rules.
    assert len(found) < 100


def test_the_template_names_no_policy_of_its_own() -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "theme").glob("*.html")))
    assert re.findall(r"sha256-|[a-z]+-src\b|frame-ancestors", text) == []


def test_every_page_carries_the_policy_for_hosts_without_headers(sites: Sites) -> None:
    pages = {name: LexborHTMLParser(data) for name, data in own(sites["/portal/"]).items() if name.endswith(".html")}
    metas = {name: [n.attributes["content"] for n in page.css("meta[http-equiv='Content-Security-Policy' i]")] for name, page in pages.items()}
    old = {name for name, page in pages.items() if page.css("meta[http-equiv='refresh']")}
    assert len(metas) > 60
    # An old address holds a link and nothing that could run.
    assert {name for name in metas if not metas[name]} == old
    assert {meta for found in metas.values() for meta in found} == {PAGE_CSP}
    for name in metas.keys() - old:
        head = pages[name].css("head > *")
        # What stands before the policy is not under it.
        assert [n.tag for n in head[:2]] == ["meta", "meta"], name


# --- the inline script


def test_a_site_without_articles_holds_the_pinned_script_and_no_other_inline_code(tmp_path: Path) -> None:
    start = "---\ntitle: Contoh beranda\ndescription: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta.\n---\n\nContoh.\n"
    content = write(tmp_path / "content", {**REGISTRIES, "index.md": start})
    done = build(content, tmp_path / "site", "--url", URL)
    assert done.returncode == 0, done.stdout
    inline = {
        code_hash(node.text(deep=True))
        for name, data in tree(tmp_path / "site").items()
        if name.endswith(".html")
        for node in LexborHTMLParser(data).css("script:not([src]):not([type='application/ld+json'])")
    }
    assert inline == {policy.INLINE_SCRIPT}


def test_a_changed_inline_script_stops_the_build_and_the_new_digest_is_named(tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", {**REGISTRIES}))
    write(root / "theme", {"assets/inline.js": "alert(1)\n"})
    done = run([sys.executable, "-m", "mkdocs", "build", "-d", "site"], root)
    assert done.returncode != 0
    # Source: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    wanted = 'set INLINE_SCRIPT = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=" in rantau/policy.py'
    assert wanted in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_an_inline_script_beside_the_pinned_one_stops_the_build(tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", {**REGISTRIES}))
    shell = (root / "theme/shell.html").read_text("utf-8")
    write(root / "theme", {"shell.html": shell.replace("</body>", "<script>alert(1)</script></body>")})
    done = run([sys.executable, "-m", "mkdocs", "build", "-d", "site"], root)
    assert done.returncode != 0
    assert "index.html: unknown inline script: alert(1)" in done.stdout + done.stderr
    assert not (root / "site").exists()


# --- a real browser

# One page of every kind, every taxonomy's list and one of its terms, the search with and without words, and what is no page.
KINDS = (
    *("", "en/", "ja/", "artikel/2026/contoh-lengkap/", "ja/artikel/2026/contoh-lengkap/", "en/artikel/2026/contoh-lengkap/"),
    *("artikel/2025/bentuk-lama/", "artikel/2025/arsip/", "artikel/2026/judul-tajam/", "artikel/2026/kedaluwarsa/"),
    *("negara/", "negara/jepang/", "negara/kamboja/", "ja/negara/jepang/", "en/negara/"),
    *("kawasan/", "kawasan/eropa-barat/", "topik/", "topik/dokumen/", "sektor/", "sektor/kesehatan/"),
    *("tahap/", "tahap/persiapan/", "penulis/", "penulis/redaksi/", "tahun/", "tahun/2026/", "program/", "program/contoh/"),
    *("perubahan/", "tentang/", "koreksi/", "berita/contoh-lama/", "tidak/ada/", "404.html"),
    *("cari/", "cari/?q=cangkokan", f"cari/?q={quote('<img src=x onerror=alert(1)>')}", "en/cari/?q=graftling", "ja/cari/"),
)
# A photo is left out: Chromium dresses the page that it makes of one with styles of its own, and calls that a violation.
FILES = ("flags/id.svg", "images/potret.svg", "assets/favicon.svg", "search/id.json")


class Watched:
    """A tab and what went wrong in it, as the page, the console, the network and the browser's own reports tell it."""

    def __init__(self, browser: Browser, host: str) -> None:
        self.host, self.problems = host, list[str]()
        context = browser.new_context()
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self.problems.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda r: None if r.url.startswith((host + "/", "data:")) else self.problems.append(f"request: {r.url}"))
        # Seen from outside the page, so that it also counts where no script may run.
        reports = context.new_cdp_session(self.page)
        reports.on("Audits.issueAdded", self._report)
        reports.send("Audits.enable")

    def _refuse(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _report(self, event: dict[str, dict[str, object]]) -> None:
        issue = event["issue"]
        if issue["code"] == "ContentSecurityPolicyIssue":
            details = issue["details"]
            assert isinstance(details, dict)
            self.problems.append(f"violation: {details['contentSecurityPolicyIssueDetails']['violatedDirective']}")

    def visit(self, path: str) -> list[str]:
        """What went wrong on a page."""
        # The search fetches, and an old address leads on, after the page has loaded.
        later = "?" in path or path.startswith("berita/")
        self.page.goto(f"{self.host}/{path}", wait_until="networkidle" if later else "load")
        if "." not in path:
            self.page.wait_for_timeout(50)
        found, self.problems = self.problems, []
        # A browser calls the error page's own status an error.
        return sorted(p for p in found if "status of 404" not in p)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if os.environ.get("RANTAU_SKIP_BROWSER") == "true":
        pytest.skip("no browser here (RANTAU_SKIP_BROWSER)")
    with launched() as opened:
        yield opened


@pytest.mark.parametrize("said", ["header", "meta"])
def test_no_page_does_what_the_policy_stops(said: str, browser: Browser, sites: Sites) -> None:
    headers = (sites["/"] / "_headers").read_text("utf-8") if said == "header" else ""
    with served(sites["/"], headers) as host:
        watched = Watched(browser, host)
        answered = {path: watched.page.request.get(f"{host}/{path}").headers.get("content-security-policy", "") for path in ("", "tidak/ada/")}
        assert answered == dict.fromkeys(("", "tidak/ada/"), SITE_CSP if headers else "")
        assert {path: found for path in (*KINDS, *FILES) if (found := watched.visit(path))} == {}


def test_what_a_reader_presses_works_under_the_policy(browser: Browser, sites: Sites) -> None:
    with served(sites["/"], (sites["/"] / "_headers").read_text("utf-8")) as host:
        watched = Watched(browser, host)
        watched.visit("artikel/2026/contoh-lengkap/")
        # The inline script has run, and the one in a file.
        assert watched.page.evaluate("'js' in document.documentElement.dataset")
        watched.page.locator("button[data-scheme]").click()
        watched.page.locator("main").locator("[data-copy]").click()
        watched.visit("cari/")
        watched.page.locator("#q").press_sequentially("cangkokan")
        watched.page.locator(".results__list li").wait_for()
        assert [p for p in watched.problems if "violation" in p or p.startswith(("error", "request"))] == []


HARM = """<!doctype html><html><head><base href="https://jahat.example/"></head><body>
<script>window.terjadi = 1</script><script src="https://jahat.example/a.js"></script><img src="x" onerror="window.terjadi = 1">
<p style="color: red">a</p><style>p { color: red }</style><img src="https://jahat.example/a.png">
<iframe src="https://jahat.example/"></iframe><object data="https://jahat.example/a.swf"></object>
<form action="https://jahat.example/"><button>a</button></form></body></html>"""

SUBMIT = """new Promise(done => {
  addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
  document.forms[0].submit();
})"""


def test_what_got_into_a_page_all_the_same_is_stopped_and_seen(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """The watch of the tests above would have seen it, so their silence means something."""
    shutil.copytree(sites["/"], tmp_path / "site")
    write(tmp_path / "site", {"racun/index.html": HARM})
    with served(tmp_path / "site", (sites["/"] / "_headers").read_text("utf-8")) as host:
        watched = Watched(browser, host)
        found = watched.visit("racun/")
        stopped = {p.removeprefix("violation: ") for p in found if p.startswith("violation: ")}
        assert stopped == {
            *("base-uri", "script-src-elem", "script-src-attr", "style-src-attr", "style-src-elem", "img-src", "frame-src", "object-src"),
        }
        assert watched.page.evaluate("window.terjadi ?? null") is None
        assert watched.page.evaluate(SUBMIT) == "form-action"
        assert watched.page.url == f"{host}/racun/"


def test_a_drawing_that_is_opened_by_itself_runs_nothing(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    shutil.copytree(sites["/"], tmp_path / "site")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.id = "terjadi"</script><style>a{}</style></svg>'
    write(tmp_path / "site", {"images/racun.svg": drawing})
    with served(tmp_path / "site", (sites["/"] / "_headers").read_text("utf-8")) as host:
        watched = Watched(browser, host)
        assert "violation: style-src-elem" in watched.visit("images/racun.svg")
        assert watched.page.locator("#terjadi").count() == 0


def test_no_other_site_can_frame_a_page(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    with served(sites["/"], (sites["/"] / "_headers").read_text("utf-8")) as host:
        write(tmp_path, {"index.html": f'<!doctype html><iframe src="{host}/"></iframe><img src="{host}/images/biru.jpg">'})
        with served(tmp_path) as other:
            page = browser.new_context().new_page()
            page.goto(other + "/", wait_until="networkidle")
            assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
            # A picture may be shown elsewhere, as the previews of messengers do.
            assert page.evaluate("document.images[0].naturalWidth") > 0


# --- real servers

NGINX = """\
daemon off; master_process off; pid {folder}/pid; error_log {folder}/log; events {{}}
http {{
    types {{ text/html html; text/css css; text/plain txt; text/xml xml; image/svg+xml svg; image/jpeg jpg; application/javascript js; application/json json; }}
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    server {{ listen 127.0.0.1:{port}; root {root}; include {site}/_server/nginx.conf; }}
}}
"""
CADDY = "{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {root}\n\timport {site}/_server/Caddyfile\n}}\n"


@contextmanager
def real(name: str, site: Path, below: str, folder: Path) -> Iterator[str]:
    """The address of a real server of the site, with its own snippet; the test is skipped where the program is missing."""
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.skip(f"no {name} on this machine, so the snippet for it cannot be tried")
    port = free_port()
    root = site if below == "/" else site.parent
    shape = NGINX if name == "nginx" else CADDY
    file = write(folder, {"config": shape.format(folder=folder, port=port, root=root, site=site)}) / "config"
    line = [program, "-c", str(file)] if name == "nginx" else [program, "run", "--config", str(file), "--adapter", "caddyfile"]
    own = clean({"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)})
    with (folder / "printed").open("wb") as printed, subprocess.Popen(line, env=own, stdout=printed, stderr=printed) as server:
        try:
            deadline = time.monotonic() + LIMIT
            while ask(f"http://127.0.0.1:{port}{below}")[0] != 200:
                assert server.poll() is None, (folder / "printed").read_text("utf-8")
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, so that it can be looked at."""

    def redirect_request(self, *details: object) -> None:
        """Gives no further request."""


def ask(address: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an address, which may be a redirect; status 0 when nobody answers."""
    try:
        with urllib.request.build_opener(_Stay).open(address, timeout=LIMIT) as answer:
            return answer.status, dict(answer.headers.items()), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers.items()), error.read()
    except urllib.error.URLError:
        return 0, {}, b""


@pytest.mark.parametrize(("below", "url"), [("/", ""), ("/portal/", URL)])
@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_a_real_server_says_of_every_file_what_is_declared(name: str, below: str, url: str, sites: Sites, tmp_path: Path) -> None:
    site = sites[below]
    missing = (site / "404.html").read_bytes()
    with real(name, site, below, tmp_path) as host:

        def said(path: str) -> tuple[int, dict[str, str], bytes]:
            status, headers, body = ask(f"{host}{below}{quote(path)}")
            # The type of what is not declared to have one is the server's own affair.
            names = [n for n in headers if n in expected(path, url) or n in expected("", "") or n == "X-Robots-Tag"]
            return status, {n: headers[n] for n in names}, body

        for path, data in own(site).items():
            if (name, path) == ("caddy", "_server/Caddyfile"):
                # Caddy never serves what it is configured by.
                continue
            assert said(address(path)) == (200, expected(path, url), data), path
        for path in ("llms.txt", "robots.txt") if url else ("llms.txt",):
            assert ask(f"{host}{below}{path}")[1]["Content-Type"].lower() == "text/plain; charset=utf-8", path
        # The error page has the headers of a page, whatever was asked for, and is not kept in place of what may come.
        for path in ("tidak/ada/", "tidak", "tidak.svg", "assets/stylesheets/tidak.css", "assets/", "images/", "_server/"):
            assert said(path) == (404, expected("404.html", url), missing), path
        status, headers, _ = ask(f"{host}{below}negara")
        assert (status, headers["Location"]) in ((301, f"{below}negara/"), (308, f"{below}negara/"))
        # A path that is written in another way is no way round the rule for drawings.
        for path in ("images//potret.svg", "images/potret%2Esvg", "images/x/../potret.svg"):
            assert ask(f"{host}{below}{path}")[1]["Content-Security-Policy"] == DRAWING_CSP, path
        if below != "/":
            status, headers, _ = ask(f"{host}/portal")
            assert (status, headers["Location"]) in ((301, "/portal/"), (308, "/portal/"))
            assert ask(f"{host}/.releases/.lock")[0] == 404
            assert (site.parent / ".releases/.lock").exists()

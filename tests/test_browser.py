"""The built sample site in a real browser: what a reader on a phone sees, hears and presses."""

import io
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser

from rantau.benches._axe import violations
from rantau.benches._chromium import launched, served
from tests.seen import broken_pictures
from tests.shell import SAMPLE, build

if os.environ.get("RANTAU_SKIP_BROWSER") == "true":
    pytest.skip("no browser here (RANTAU_SKIP_BROWSER)", allow_module_level=True)

HOSTILE = '<img src=x onerror="window.terjadi=1"> & "kutip"'
# One page of every type, and every state that a type can be in: (path, language).
PAGES = (
    ("", "id"),
    ("en/", "en"),
    ("ja/", "ja"),
    ("artikel/2026/contoh-lengkap/", "id"),
    ("ja/artikel/2026/contoh-lengkap/", "ja"),
    ("artikel/2025/bentuk-lama/", "id"),
    ("artikel/2025/arsip/", "id"),
    ("artikel/2025/tanpa-tanggal/", "id"),
    ("artikel/2026/judul-tajam/", "id"),
    ("artikel/2026/kedaluwarsa/", "id"),
    ("artikel/2026/perlu-diperiksa/", "id"),
    ("program/", "id"),
    ("program/contoh/", "id"),
    ("cek-dulu/", "id"),
    ("tentang/", "id"),
    ("bantuan/", "id"),
    ("tahap/", "id"),
    ("tahap/persiapan/", "id"),
    ("tahap/penempatan/", "id"),
    ("glosarium/", "id"),
    ("ja/glosarium/", "ja"),
    ("negara/", "id"),
    ("negara/jepang/", "id"),
    ("negara/kamboja/", "id"),
    ("kawasan/eropa-barat/", "id"),
    ("penulis/redaksi/", "id"),
    ("topik/dokumen/", "id"),
    ("en/topik/", "en"),
    ("perubahan/", "id"),
    ("angka/", "id"),
    ("ja/perubahan/", "ja"),
    ("cari/", "id"),
    ("tidak/ada/", "id"),
)
PHONE: ViewportSize = {"width": 360, "height": 740}
SIZES: tuple[ViewportSize, ...] = (PHONE, {"width": 1280, "height": 900})
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "default"), ("dark", "slate"))


class _Handler(SimpleHTTPRequestHandler):
    """Static files as a plain web server serves them: the site built for a base path below /portal/, the other at the root."""

    def translate_path(self, path: str) -> str:
        inner = urlsplit(path).path
        folder, inner = ("portal", inner.removeprefix("/portal")) if inner.startswith("/portal/") else ("root", inner)
        return super().translate_path(f"/{folder}{inner}" if inner else f"/{folder}/")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = "portal" if self.path.startswith("/portal/") else "root"
        body = (Path(self.directory) / folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of both builds, without a slash at its end."""
    folder = tmp_path_factory.mktemp("served")
    with served(partial(_Handler, directory=str(folder))) as base:
        for name, arguments in (("root", ()), ("portal", ("--url", f"{base}portal/"))):
            done = build(SAMPLE, folder / name, *arguments)
            assert done.returncode == 0, done.stdout
        yield base.rstrip("/")


@pytest.fixture(scope="module")
def base(host: str) -> str:
    """The address of the front page of the site at the root."""
    return f"{host}/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@dataclass
class Watch:
    """What went wrong on the pages of a context."""

    host: str
    problems: list[str] = field(default_factory=list)

    def page(self, context: BrowserContext) -> Page:
        page = context.new_page()
        page.on("console", lambda m: self.problems.append(f"console {m.type}: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("dialog", self.refuse)
        page.on("request", lambda r: None if r.url.startswith((self.host + "/", "data:")) else self.problems.append(f"request: {r.url}"))
        page.add_init_script("addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))")
        return page

    def refuse(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def taken(self) -> list[str]:
        found, self.problems = self.problems, []
        # A browser calls the error page's own status an error.
        return [p for p in found if "status of 404" not in p]


@pytest.fixture
def watch(host: str) -> Watch:
    return Watch(host)


@pytest.fixture
def phone(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A page on a phone, in light colors; whatever went wrong on it fails the test."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", locale="id-ID")
    yield watch.page(context)
    context.close()
    assert watch.taken() == []


@pytest.fixture(scope="module")
def tab(browser: Browser, host: str) -> Iterator[tuple[Page, Watch]]:
    """One tab that visits page after page."""
    watch = Watch(host)
    context = browser.new_context()
    yield watch.page(context), watch
    context.close()


@pytest.fixture
def scriptless(browser: Browser, watch: Watch) -> Iterator[BrowserContext]:
    """A phone whose browser runs no scripts, in dark colors."""
    context = browser.new_context(viewport=PHONE, color_scheme="dark", java_script_enabled=False)
    yield context
    context.close()


LOOK = """() => {
  return {
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    too_wide: document.documentElement.scrollWidth - innerWidth,
    nameless: [...document.querySelectorAll('a[href], button')].filter(
      e => !(e.innerText || e.ariaLabel || e.title || e.textContent).trim()).map(e => e.outerHTML),
    duplicated: [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) != n),
    injected: window.terjadi ?? null,
  };
}"""


@pytest.mark.parametrize(("path", "language"), PAGES)
def test_every_kind_of_page_is_sound(path: str, language: str, tab: tuple[Page, Watch], host: str) -> None:
    page, watch = tab
    page.goto(f"{host}/{path}", wait_until="load")
    turn = PAGES.index((path, language))
    for row, size in enumerate(SIZES):
        page.set_viewport_size(size)
        for column, (scheme, name) in enumerate(SCHEMES):
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("html")).to_have_attribute("data-md-color-scheme", name)
            assert {"broken": broken_pictures(page), **page.evaluate(LOOK)} == {
                "language": language,
                "headings": 1,
                "too_wide": 0,
                "broken": [],
                "nameless": [],
                "duplicated": [],
                "injected": None,
            }, (size, scheme)
            # Both sizes and both schemes; `scripts/bench.py pages` tries each with each.
            if (row + column + turn) % 2:
                assert violations(page) == [], (size, scheme)
    assert watch.taken() == []


def test_a_page_that_shuts_somebody_out_is_seen(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=id><title>Contoh</title><main><h1>Contoh</h1><img src='data:,'><p style='color:#ccc'>Pudar</p></main>")
    assert [line.partition(":")[0] for line in violations(page)] == ["color-contrast", "image-alt"]
    page.close()


def test_a_site_below_a_path_loads_everything_from_there(phone: Page, host: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    for path in ("", "artikel/2026/contoh-lengkap/", "cari/?q=cangkokan", "tidak/ada/"):
        phone.goto(f"{host}/portal/{path}", wait_until="networkidle")
        assert broken_pictures(phone) == []
    assert len(asked) > 20
    assert [url for url in asked if not url.startswith((f"{host}/portal/", "data:"))] == []


def targets(address: str, html: str) -> set[str]:
    """The whole addresses of everything that a page links to or loads."""
    tree = LexborHTMLParser(html)
    written = [n.attributes.get(a) for a in ("href", "src", "action", "data-index", "data-engine") for n in tree.css(f"[{a}]")]
    written += [part.split()[0] for n in tree.css("[srcset]") for part in (n.attributes.get("srcset") or "").split(",")]
    return {urljoin(address, target).split("#")[0] for target in written if target}


def fetch(address: str) -> tuple[int, str, str]:
    """Status, content type and text of an address."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read().decode()


@pytest.mark.parametrize("below", ["/", "/portal/"])
def test_every_internal_link_leads_somewhere(below: str, host: str) -> None:
    base = host + below
    known, broken, seen = [base, base + "tidak/ada/"], [], set[str]()
    while known:
        address = known.pop()
        seen.add(address)
        status, kind, text = fetch(address)
        if status != 200 and not address.endswith("tidak/ada/"):
            broken.append(address)
        if kind == "text/html" and "?" not in address:
            known += sorted(t for t in targets(address, text) if t.startswith(base) and t not in seen and t not in known)
    assert broken == []
    assert len(seen) > 80


def test_whole_addresses_of_a_site_below_a_path_answer(host: str) -> None:
    _, _, sitemap = fetch(f"{host}/portal/sitemap.xml")
    addresses = [part.split("</loc>")[0] for part in sitemap.split("<loc>")[1:]]
    assert len(addresses) > 50
    assert [a for a in addresses if not a.startswith(f"{host}/portal/") or fetch(a)[0] != 200] == []


def test_an_old_address_leads_to_the_article(phone: Page, base: str) -> None:
    phone.goto(base + "berita/contoh-lama/")
    phone.wait_for_url(base + "artikel/2026/pindah/")
    expect(phone.locator("h1")).to_have_text("Contoh artikel yang pindah alamat")


# --- the keyboard


def focused(page: Page, script: str) -> object:
    return page.evaluate(f"document.activeElement.{script}")


def test_the_first_key_press_offers_to_skip_to_the_text(phone: Page, base: str) -> None:
    phone.goto(base + "artikel/2026/contoh-lengkap/")
    phone.keyboard.press("Tab")
    assert focused(phone, "className") == "md-skip"
    # Headings slide in; the link counts as shown when it has arrived.
    expect(phone.locator(".md-skip")).to_be_in_viewport(ratio=1)
    phone.keyboard.press("Enter")
    assert focused(phone, "id") == "isi"


def test_the_menu_opens_and_escape_gives_the_focus_back(phone: Page, base: str) -> None:
    phone.goto(base)
    phone.locator("[data-open=drawer]").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#drawer")).to_be_visible()
    for _ in range(12):
        phone.keyboard.press("Tab")
        # After the last stop the browser's own controls come, as the page sees it on its body.
        assert focused(phone, "closest('#drawer') !== null || document.activeElement === document.body")
    phone.keyboard.press("Escape")
    expect(phone.locator("#drawer")).to_be_hidden()
    assert focused(phone, "dataset.open") == "drawer"


def test_the_menu_leads_to_the_sections(phone: Page, base: str) -> None:
    phone.goto(base + "artikel/2026/contoh-lengkap/")
    phone.locator("[data-open=drawer]").click()
    phone.locator("#drawer").get_by_role("link", name="Negara", exact=True).click()
    phone.wait_for_url(base + "negara/")


def test_a_wide_table_is_scrolled_inside_its_own_box(phone: Page, base: str) -> None:
    phone.goto(base + "artikel/2026/contoh-lengkap/")
    wide, narrow = phone.locator(".md-typeset__scrollwrap").all()
    narrow.focus()
    assert focused(phone, "tagName") == "BODY"
    wide.focus()
    assert focused(phone, "getAttribute('role')") == "group"
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


# --- light and dark


def shade(page: Page) -> int:
    """How light the page's background is, 0 to 255, as it is painted."""
    picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1})))
    value = picture.convert("L").getpixel((0, 0))
    assert isinstance(value, int)
    return value


def test_a_chosen_scheme_survives_a_reload_and_another_page(phone: Page, base: str) -> None:
    phone.goto(base + "tentang/")
    assert shade(phone) > 200
    phone.locator("button[data-scheme]").click()
    assert shade(phone) < 60
    phone.reload()
    assert shade(phone) < 60
    phone.goto(base + "koreksi/")
    assert shade(phone) < 60
    # Two more presses lead back to the device's own scheme, which is light here.
    phone.locator("button[data-scheme]").click()
    phone.locator("button[data-scheme]").click()
    assert shade(phone) > 200
    assert phone.evaluate("localStorage.length") == 0


def test_the_page_follows_the_device_while_nothing_was_chosen(phone: Page, base: str) -> None:
    phone.goto(base)
    phone.emulate_media(color_scheme="dark")
    expect(phone.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    phone.emulate_media(color_scheme="light")
    expect(phone.locator("html")).to_have_attribute("data-md-color-scheme", "default")


def test_dark_needs_no_script(scriptless: BrowserContext, base: str) -> None:
    page = scriptless.new_page()
    page.goto(base + "tentang/")
    assert shade(page) < 60
    page.emulate_media(color_scheme="light")
    assert shade(page) > 200


# --- without scripts


def test_without_scripts_an_article_reads_and_leads_on(scriptless: BrowserContext, base: str) -> None:
    page = scriptless.new_page()
    page.goto(base + "artikel/2026/contoh-lengkap/")
    expect(page.get_by_text("Contoh kalimat pembuka dengan huruf tebal")).to_be_visible()
    expect(page.get_by_text("Contoh kalimat di dalam lipatan.")).to_be_hidden()
    page.get_by_text("Contoh judul lipatan").click()
    expect(page.get_by_text("Contoh kalimat di dalam lipatan.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Bagian portal").get_by_role("link", name="Negara")).to_be_visible()
    # What only a script could carry out is not offered.
    assert page.locator(".js:visible").count() == 0


def test_without_scripts_a_question_opens_on_a_phone_and_on_paper_and_a_term_leads_to_its_meaning(scriptless: BrowserContext, base: str) -> None:
    page = scriptless.new_page()
    page.goto(base + "tahap/persiapan/")
    answer = page.get_by_text("Contoh jawaban tentang OPP.")
    assert not answer.evaluate("node => node.checkVisibility({ contentVisibilityAuto: true })")
    page.emulate_media(media="print")
    assert answer.evaluate("node => node.getBoundingClientRect().height > 10")
    page.emulate_media(media="screen")
    page.get_by_text("Kalau ada contoh pertanyaan?").click()
    expect(answer).to_be_visible()
    page.get_by_text("Istilah di halaman ini").click()
    expect(page.get_by_text("Contoh arti PMI.")).to_be_visible()
    page.locator("a.term").first.click()
    assert page.url == base + "glosarium/#pmi"
    expect(page.locator("#pmi")).to_be_in_viewport()


def test_without_scripts_the_search_page_offers_the_indices(scriptless: BrowserContext, base: str) -> None:
    page = scriptless.new_page()
    page.goto(base + "cari/?q=contoh")
    expect(page.locator("noscript").get_by_role("paragraph")).to_be_visible()
    page.locator("main").get_by_role("link", name="Topik").click()
    assert page.url == base + "topik/"


# --- an article's words are words


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("artikel/2026/judul-tajam/", "h1"),
        ("", "main .card__title"),
        ("negara/jerman/", "main .card__title"),
        ("tahun/2026/", "main .card__title"),
        ("cari/?q=cangkulan", ".results__list h2"),
    ],
)
def test_a_hostile_title_is_shown_as_it_was_written(path: str, place: str, phone: Page, host: str) -> None:
    phone.goto(f"{host}/{path}")
    expect(phone.locator(place).filter(has_text=HOSTILE).first).to_be_visible()
    assert phone.locator("img[src=x]").count() == 0
    assert phone.evaluate("window.terjadi ?? null") is None


def test_a_hostile_title_is_plain_words_in_the_head(phone: Page, base: str) -> None:
    phone.goto(base + "artikel/2026/judul-tajam/")
    assert phone.title() == f"{HOSTILE} · Rantau"
    assert phone.locator("meta[property='og:title']").get_attribute("content") == HOSTILE
    words = 'Contoh ringkasan dengan tanda <script>window.terjadi=1</script>, & dan "kutip", yang harus tampil sebagai teks.'
    assert phone.locator("meta[name=description]").get_attribute("content") == words
    assert phone.locator(".lede").inner_text() == words
    assert phone.locator(".facts__by").inner_text() == 'Oleh Penulis <b>Tebal</b> & "Kutip"'
    assert phone.locator(".sources li").inner_text().startswith("</ol><script>window.terjadi=1</script>")
    assert phone.locator(".figures dt").inner_text() == "<b>Contoh</b>"


# --- what a page says about itself


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("artikel/2026/kedaluwarsa/", "Informasi ini sudah kedaluwarsa Berlaku sampai 30 Juni 2026."),
        ("artikel/2026/perlu-diperiksa/", "Perlu diperiksa ulang Batas periksa ulang: 20 November 2026."),
        ("artikel/2025/arsip/", "Halaman arsip Halaman ini tidak diperbarui lagi"),
    ],
)
def test_a_page_that_must_not_be_trusted_says_so_before_its_title(path: str, words: str, phone: Page, host: str) -> None:
    phone.goto(f"{host}/{path}")
    notice = phone.get_by_role("complementary", name="Pemberitahuan")
    assert " ".join(notice.inner_text().split()).startswith(words)
    above, title = notice.bounding_box(), phone.locator("h1").bounding_box()
    assert above is not None and title is not None
    assert above["y"] < title["y"]


def test_freshness_translation_and_quotation_are_labelled(phone: Page, host: str) -> None:
    phone.goto(f"{host}/artikel/2026/contoh-lengkap/")
    expect(phone.get_by_text("Sesuai sumber per 10 November 2026")).to_be_visible()
    phone.goto(f"{host}/artikel/2025/tanpa-tanggal/")
    expect(phone.get_by_text("Tanpa tanggal", exact=True)).to_be_visible()
    expect(phone.get_by_text("Artikel ini memuat kutipan dari pihak lain")).to_be_visible()
    phone.goto(f"{host}/ja/artikel/2026/contoh-lengkap/")
    expect(phone.locator(".aside-note")).to_have_count(1)
    phone.goto(f"{host}/en/artikel/2026/contoh-lengkap/")
    expect(phone.locator(".aside-note")).to_have_count(0)


def test_a_mention_makes_no_country_a_destination(phone: Page, host: str) -> None:
    phone.goto(f"{host}/negara/kamboja/")
    expect(phone.get_by_role("heading", name="Juga disebut dalam")).to_be_visible()
    expect(phone.get_by_role("heading", name="Tentang Kamboja")).to_have_count(0)
    phone.goto(f"{host}/negara/jerman/")
    expect(phone.get_by_role("link", name="Contoh artikel yang hanya menyebut negara")).to_have_count(0)


# --- passing a page on


def test_a_copied_address_is_said(browser: Browser, watch: Watch, host: str) -> None:
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = watch.page(context)
    for below in ("", "portal/"):
        page.goto(f"{host}/{below}artikel/2026/contoh-lengkap/#tabel")
        expect(page.locator(".share__said")).to_be_empty()
        page.get_by_role("button", name="Salin tautan").click()
        expect(page.locator(".share__said")).to_have_text("Tautan tersalin")
        assert page.evaluate("navigator.clipboard.readText()") == f"{host}/{below}artikel/2026/contoh-lengkap/"
    context.close()
    assert watch.taken() == []


@pytest.mark.parametrize("path", ["artikel/2026/contoh-lengkap/", "program/contoh/", "negara/jepang/"])
def test_a_message_holds_the_address_also_where_only_the_browser_knows_it(path: str, phone: Page, host: str) -> None:
    sent = []
    for below in ("", "portal/"):
        phone.goto(f"{host}/{below}{path}")
        link = phone.get_by_role("link", name="Kirim lewat WhatsApp")
        sent.append(parse_qs(urlsplit(link.get_attribute("href") or "").query)["text"][0].split("\n"))
        assert sent[-1].pop() == f"{host}/{below}{path}"
        box = link.bounding_box()
        assert box is not None and box["height"] >= 44
    assert sent[0] == sent[1]


def test_only_printing_fetches_the_code_of_a_page(phone: Page, host: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{host}/portal/artikel/2026/contoh-lengkap/", wait_until="networkidle")
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    phone.locator("footer").get_by_role("link").first.focus()
    phone.wait_for_timeout(200)
    expect(phone.locator(".paper")).to_be_hidden()
    assert [url for url in asked if "/gambar/kode/" in url] == []
    phone.pdf()
    assert [url for url in asked if "/gambar/kode/" in url] == [f"{host}/portal/gambar/kode/artikel/2026/contoh-lengkap.svg"]
    phone.emulate_media(media="print")
    expect(phone.locator(".paper")).to_contain_text(f"{host}/portal/artikel/2026/contoh-lengkap/")


def test_a_translation_is_one_press_away(phone: Page, base: str) -> None:
    phone.goto(base + "artikel/2026/contoh-lengkap/")
    phone.locator("footer").get_by_role("link", name="日本語").click()
    phone.wait_for_url(base + "ja/artikel/2026/contoh-lengkap/")
    expect(phone.locator("h1")).to_have_text("見本の記事")


def test_map_opens_countries_under_a_finger_and_from_the_keyboard(phone: Page, base: str) -> None:
    phone.goto(f"{base}negara/")
    pins = phone.locator("svg a.pin")
    names = phone.locator(".tile__name").all_inner_texts()
    assert sorted(title.split(":")[0] for title in pins.locator("title").all_text_contents()) == sorted(names)
    for box in (pin.bounding_box() for pin in pins.locator(".pin__hit").all()):
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    # A part that is out of sight moves into it, and the ring is seen.
    pins.first.focus()
    ring = "e => getComputedStyle(e.querySelector('.pin__hit')).stroke"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.matches('.pin')")
    assert phone.locator(".pin:focus").evaluate(ring) != pins.first.evaluate(ring)
    pins.last.locator(".pin__face").click()
    phone.wait_for_url("**/negara/*/")

"""The site without a network, in a real browser with its worker: what was opened, what was saved, and what is told."""

import hashlib
import io
import json
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from rantau.benches._chromium import Server, launched
from tests.seen import broken_pictures
from tests.served import by_headers
from tests.shell import ARTICLE, REGISTRIES, build, tree, write

if os.environ.get("RANTAU_SKIP_BROWSER") == "true":
    pytest.skip("no browser here (RANTAU_SKIP_BROWSER)", allow_module_level=True)

BASE = "/portal/"
VISA, PASSPORT, JAPAN = "artikel/2025/visa/", "artikel/2025/paspor/", "negara/jepang/"
NOTE = "Anda sedang luring (tanpa internet)."
SAVE = "Simpan untuk dibaca tanpa internet"


class Handler(SimpleHTTPRequestHandler):
    """The site as its own `_headers` want it served, below its path."""

    protocol_version = "HTTP/1.1"
    server: "Host"

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.site)
        return super().translate_path(urlsplit(path).path.removeprefix(BASE.rstrip("/")))

    def do_GET(self) -> None:
        inner = urlsplit(self.path).path.removeprefix(BASE)
        self.server.asked.append(inner)
        if inner in self.server.slow:
            time.sleep(1)
        if inner in self.server.broken:
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in by_headers((self.server.site / "_headers").read_text("utf-8"), urlsplit(self.path).path, joined=True).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Host(Server):
    """Serves `site`, which a test may exchange for another release; `asked` are the paths that were asked for."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.asked, self.slow, self.broken = list[str](), set[str](), set[str]()
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}{BASE}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def taken(self) -> list[str]:
        found, self.asked = self.asked, []
        return found


def photo(color: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (900, 600), color).save(buffer, "JPEG")
    return buffer.getvalue()


def article(title: str, image: str, text: str) -> str:
    return ARTICLE.replace("Contoh judul", title).replace("date:", f"img: {image}\nalt: Contoh gambar\ndate:").replace("Contoh kalimat.", text)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("luring")
    files: dict[str, str | bytes] = {
        **REGISTRIES,
        "artikel/2025/visa.md": article("Visa & <kerja>", "a.jpg", "Kalimat pertama."),
        "artikel/2025/paspor.md": article("Paspor", "b.jpg", "Kalimat kedua."),
        "artikel/2025/lain.md": ARTICLE.replace("countries: [JP]\n", ""),
        "images/a.jpg": photo("teal"),
        "images/b.jpg": photo("orange"),
    }
    done = build(write(folder / "content", files), folder / "site", "--url", f"http://localhost{BASE}")
    assert done.returncode == 0, done.stdout
    return folder / "site"


@pytest.fixture(scope="module")
def renewed(site: Path) -> Path:
    """A later release: other words in an article, and other code, which no longer knows the old pages."""
    folder = Path(shutil.copytree(site, site.with_name("baru")))
    names = {p.name: f"{p.name.split('.')[0]}.00000000{p.suffix}" for p in folder.glob("assets/s*/rantau.*")}
    for path in [p for p in folder.rglob("*") if p.suffix in (".html", ".json")]:
        text = path.read_text("utf-8").replace("Kalimat pertama.", "Kalimat baru.")
        path.write_text(re.sub("|".join(map(re.escape, names)), lambda m: names[m[0]], text), "utf-8")
    for path in folder.glob("assets/s*/rantau.*"):
        path.rename(path.with_name(names[path.name]))
    for path in folder.rglob("paket.json"):
        pack = json.loads(path.read_bytes())
        for entry in (*pack["pages"], *pack["files"]):
            entry[1] = digest(folder, entry[0])
        path.write_text(json.dumps(pack), "utf-8")
    return folder


def digest(site: Path, address: str) -> str:
    return hashlib.sha256((site / address / "index.html" if address.endswith("/") else site / address).read_bytes()).hexdigest()[:8]


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    server = Host(site)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone with nothing on it; what the site's own policy stops fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    problems: list[str] = []
    context.on("console", lambda m: problems.append(f"{m.text} {m.location.get('url')}") if m.type in ("error", "warning") else None)
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.add_init_script("addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))")
    yield context.new_page()
    context.close()
    # What a browser itself says of a missing page and a missing network.
    assert [p for p in problems if not re.search("ERR_INTERNET_DISCONNECTED|status of (503|404)", p)] == []


KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys())
    (found[name.split(" ").slice(3).join(" ")] ??= []).push(new URL(url).pathname.replace('/portal/', ''));
  return found;
}"""


def ready(page: Page, *addresses: str) -> None:
    """Waits until the worker has the pages."""
    page.wait_for_function(
        f"async (wanted) => {{ const kept = (await ({KEPT})()).halaman || []; return wanted.every(one => kept.includes(one)); }}", arg=list(addresses)
    )


def dressed(page: Page) -> bool:
    """Whether the page has the stylesheet and the script of its build."""
    return bool(page.evaluate("document.styleSheets.length == 2 && document.styleSheets[1].cssRules.length > 50 && !!document.querySelector('[data-scheme]').title"))


def test_what_was_opened_can_be_read_without_a_network_and_nothing_else_was_fetched(host: Host, phone: Page) -> None:
    phone.goto(host.url + VISA, wait_until="networkidle")
    # The page that brought the worker is kept as well, out of what the browser has anyhow.
    ready(phone, VISA)
    first = host.taken()
    assert len(first) == len(set(first))
    assert {path for path in first if path.endswith("/")} == {VISA}
    assert {path for path in first if path.endswith((".js", ".css"))} - {"sw.js"} <= set(phone.evaluate(KEPT)["berkas"])
    phone.goto(host.url + PASSPORT, wait_until="networkidle")
    ready(phone, VISA, PASSPORT)
    second = [path for path in host.taken() if path != "sw.js"]
    # Code came with the first page.
    assert [path for path in second if path.endswith(("/", ".js", ".css"))] == [PASSPORT]
    assert len(second) == len(set(second))
    phone.context.set_offline(True)
    phone.goto(f"{host.url}{VISA}?dari=wa#atas")
    expect(phone.get_by_role("note").first).to_contain_text(NOTE)
    expect(phone.locator(".prose")).to_contain_text("Kalimat pertama.")
    assert dressed(phone)
    assert phone.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).length") == 0
    phone.reload()
    expect(phone.get_by_role("note").first).to_contain_text(NOTE)
    phone.context.set_offline(False)
    phone.reload()
    expect(phone.locator(".prose")).to_contain_text("Kalimat pertama.")
    expect(phone.get_by_text(NOTE)).to_have_count(0)


def test_a_page_that_is_not_kept_gives_the_list_of_those_that_are_and_the_list_can_be_emptied(host: Host, phone: Page) -> None:
    phone.goto(host.url + VISA, wait_until="networkidle")
    ready(phone, VISA)
    phone.context.set_offline(True)
    for missing in (JAPAN, "cari/?q=visa"):
        phone.goto(host.url + missing)
        expect(phone.get_by_role("heading", level=1)).to_have_text("Tidak ada internet, dan halaman ini belum tersimpan")
        expect(phone.get_by_role("link", name="coba lagi")).to_have_attribute("href", host.url + missing.split("?")[0])
    phone.get_by_role("link", name="Visa & <kerja>").click()
    expect(phone.locator("h1")).to_have_text("Visa & <kerja>")
    assert dressed(phone)
    phone.get_by_role("link", name="Lihat yang tersimpan").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tersimpan di ponsel ini")
    assert phone.evaluate("[document.documentElement.lang, document.documentElement.scrollWidth - innerWidth, document.scripts.length]") == ["id", 0, 0]
    # Only what was asked for is there, and it goes when a reader says so twice.
    assert phone.locator("li a").all_inner_texts() == ["Visa & <kerja>"]
    phone.locator("summary").click()
    phone.get_by_role("button", name="Ya, hapus semua").click()
    expect(phone.get_by_text("Belum ada yang tersimpan.")).to_be_visible()
    assert phone.evaluate("caches.keys()") in ([], [f"rantau {BASE} 1 halaman", f"rantau {BASE} 1 berkas"], [f"rantau {BASE} 1 berkas", f"rantau {BASE} 1 halaman"])
    phone.context.set_offline(False)
    # Another site's form empties nothing.
    phone.goto(host.url + VISA, wait_until="networkidle")
    ready(phone, VISA)
    phone.goto("about:blank")
    phone.set_content(f'<form method="post" action="{host.url}luring/"><button name="semua" value="1">x</button></form>')
    phone.get_by_role("button").click()
    expect(phone.get_by_role("link", name="Visa & <kerja>")).to_be_visible()


def test_an_old_page_keeps_its_own_code_and_a_new_one_gets_the_new(host: Host, phone: Page, renewed: Path) -> None:
    phone.goto(host.url + VISA, wait_until="networkidle")
    ready(phone, VISA)
    phone.goto(host.url + PASSPORT, wait_until="networkidle")
    ready(phone, PASSPORT)
    host.site = renewed
    phone.goto(host.url + PASSPORT, wait_until="networkidle")
    assert "00000000.js" in (phone.locator("head script[src]").get_attribute("src") or "")
    assert dressed(phone)
    phone.wait_for_function(f"async () => (await ({KEPT})()).berkas.some(path => path.endsWith('00000000.css'))")
    phone.context.set_offline(True)
    phone.goto(host.url + VISA)
    expect(phone.locator(".prose")).to_contain_text("Kalimat pertama.")
    assert "00000000.js" not in (phone.locator("head script[src]").get_attribute("src") or "")
    assert dressed(phone)
    phone.goto(host.url + PASSPORT)
    assert dressed(phone)
    phone.context.set_offline(False)
    phone.goto(host.url + VISA)
    expect(phone.locator(".prose")).to_contain_text("Kalimat baru.")
    # What the site no longer has is no longer shown, without a network either.
    shutil.move(renewed / VISA / "index.html", renewed / "diambil.html")
    try:
        phone.goto(host.url + VISA)
        phone.wait_for_function(f"async (one) => !((await ({KEPT})()).halaman || []).includes(one)", arg=VISA)
    finally:
        shutil.move(renewed / "diambil.html", renewed / VISA / "index.html")


def test_a_network_that_takes_its_time_or_fails_gives_way_to_what_is_kept(host: Host, phone: Page, site: Path, tmp_path: Path) -> None:
    quick = Path(shutil.copytree(site, tmp_path / "site"))
    worker = (quick / "sw.js").read_text("utf-8")
    assert worker.count("PATIENCE=4000") == 1
    write(quick, {"sw.js": worker.replace("PATIENCE=4000", "PATIENCE=50")})
    host.site = quick
    phone.goto(host.url + VISA, wait_until="networkidle")
    ready(phone, VISA)
    host.slow.add(VISA)
    phone.goto(host.url + VISA)
    expect(phone.get_by_role("note").first).to_contain_text("Jaringan sedang lambat. Halaman ini disimpan pada")
    # Without a copy there is nothing better than to wait.
    host.slow.add(PASSPORT)
    phone.goto(host.url + PASSPORT)
    expect(phone.locator(".prose")).to_contain_text("Kalimat kedua.")
    host.slow.clear()
    host.site = site
    host.broken.add(VISA)
    phone.goto(host.url + VISA)
    expect(phone.get_by_role("note").first).to_contain_text(re.compile("Situs sedang terganggu|Jaringan sedang lambat"))


def save(phone: Page, host: Host) -> None:
    phone.goto(host.url + JAPAN, wait_until="networkidle")
    box = phone.get_by_role("region", name=SAVE)
    box.scroll_into_view_if_needed()
    box.get_by_role("button", name="Simpan (").click()
    expect(box).to_contain_text("Tersimpan di ponsel ini sejak")


def test_a_country_is_saved_whole_says_when_it_has_changed_and_goes_again(host: Host, phone: Page, site: Path, renewed: Path) -> None:
    pack = json.loads((site / JAPAN / "paket.json").read_bytes())
    phone.goto(host.url + JAPAN, wait_until="networkidle")
    box = phone.get_by_role("region", name=SAVE)
    box.scroll_into_view_if_needed()
    bytes_ = sum(entry[2] for entry in (*pack["pages"], *pack["files"]))
    expect(box).to_contain_text(f"3 halaman, kira-kira {-(-bytes_ // 1000)} kB.")
    assert VISA not in host.taken()
    save(phone, host)
    assert {VISA, PASSPORT} <= set(host.taken())
    phone.context.set_offline(True)
    for address, words in ((VISA, "Kalimat pertama."), (PASSPORT, "Kalimat kedua.")):
        phone.goto(host.url + address)
        expect(phone.locator(".prose")).to_contain_text(words)
        expect(phone.get_by_role("note").first).to_contain_text(NOTE)
        assert dressed(phone)
        # The narrowest picture stands in for the one that this screen would take; the code is for paper.
        assert broken_pictures(phone, "main :not(.paper) > img", least=1) == []
    phone.goto(host.url + "luring/")
    expect(phone.locator("li").filter(has=phone.get_by_role("button"))).to_contain_text("Jepang")
    phone.goto(host.url + JAPAN)
    box.scroll_into_view_if_needed()
    expect(box).to_contain_text("Tersimpan di ponsel ini sejak")
    phone.context.set_offline(False)
    host.site = renewed
    phone.goto(host.url + JAPAN)
    box.scroll_into_view_if_needed()
    expect(box).to_contain_text("Ada perubahan sejak disimpan")
    host.taken()
    box.get_by_role("button", name="Perbarui (").click()
    expect(box).to_contain_text("Tersimpan di ponsel ini sejak")
    # Pictures have not changed.
    assert [path for path in host.taken() if path.endswith(".webp") and "/240/" in path] == []
    phone.context.set_offline(True)
    phone.goto(host.url + VISA)
    expect(phone.locator(".prose")).to_contain_text("Kalimat baru.")
    assert dressed(phone)
    phone.context.set_offline(False)
    phone.goto(host.url + JAPAN)
    box.scroll_into_view_if_needed()
    box.get_by_role("button", name="Hapus dari ponsel").click()
    expect(box).to_contain_text("3 halaman, kira-kira")
    assert not any("paket" in name for name in phone.evaluate("caches.keys()"))


def test_a_download_that_is_cut_off_goes_on_where_it_was(host: Host, phone: Page) -> None:
    phone.goto(host.url + JAPAN, wait_until="networkidle")
    box = phone.get_by_role("region", name=SAVE)
    box.scroll_into_view_if_needed()
    host.broken.add(PASSPORT)
    box.get_by_role("button", name="Simpan (").click()
    expect(box).to_contain_text("Jaringan terputus atau situs sedang diperbarui. Belum selesai")
    host.broken.clear()
    host.taken()
    box.get_by_role("button", name="Lanjutkan (").click()
    expect(box).to_contain_text("Tersimpan di ponsel ini sejak")
    assert [path for path in host.taken() if path.endswith("/")] == [PASSPORT]


# --- what is built


def test_a_pack_lists_the_pages_of_a_country_and_what_they_load_as_they_are_transferred(site: Path) -> None:
    files = tree(site)
    assert [name for name in files if name.endswith("paket.json")] == [f"{JAPAN}paket.json"]
    pack = json.loads(files[f"{JAPAN}paket.json"])
    assert pack["name"] == "Jepang"
    assert [address for address, *_ in pack["pages"]] == [JAPAN, PASSPORT, VISA]
    assert [(address, sha) for address, sha, _ in (*pack["pages"], *pack["files"]) if sha != digest(site, address)] == []
    sizes = {path: size for path, _, size in pack["files"]}
    assert {path for path in sizes if "images/" in path} == {"gambar/240/images/a.jpg.webp", "gambar/240/images/b.jpg.webp"}
    assert sizes["gambar/240/images/a.jpg.webp"] == len(files["gambar/240/images/a.jpg.webp"])
    code = next(path for path in sizes if path.endswith(".css"))
    assert sizes[code] < len(files[code]) / 3
    assert {PurePosixPath(path).suffix for path in sizes} == {".css", ".js", ".webp", ".svg"}


def test_the_scripts_of_a_page_are_named_after_their_bytes_and_stay_small(site: Path) -> None:
    files = tree(site)
    scripts = {name: data for name, data in files.items() if name.startswith("assets/scripts/")}
    assert {name.split(".")[0] for name in scripts} == {"assets/scripts/rantau", "assets/scripts/paket"}
    for name, data in scripts.items():
        assert name.split(".")[1] == hashlib.sha256(data).hexdigest()[:8]
    assert b"paket." not in files[f"{VISA}index.html"]
    assert b"paket." in files[f"{JAPAN}index.html"]

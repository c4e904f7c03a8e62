"""The live preview as an editor has it: a real server, a real browser, and files that are saved in every way there is."""

import datetime
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser

from hooks.showing import Renames
from rantau import pipeline, policy
from rantau.benches._chromium import launched
from rantau.model import Document, Kind
from tests.seen import broken_pictures
from tests.shell import ARTICLE, DATE, LIMIT, REGISTRIES, ROOT, SAMPLE, build, clean, command, free_port, project, tree, write

if os.environ.get("RANTAU_SKIP_BROWSER") == "true":
    pytest.skip("no browser here (RANTAU_SKIP_BROWSER)", allow_module_level=True)

DAY = datetime.date.fromisoformat(DATE)
NOON = str(int(datetime.datetime(2026, 11, 22, 5, tzinfo=datetime.UTC).timestamp()))
PHONE: ViewportSize = {"width": 360, "height": 740}
DRAFT = "artikel/2026/rancangan.md"
BROKEN = '---\ntitle: "Judul yang tidak ditutup\ntags: [visa]\n---\n\nIsi.\n'
HOSTILE = '---\ntitle: <img src=x onerror="document.title=1"> & "kutip"\ntags: [<script>]\n---\n\nIsi.\n'


class Server:
    """A running preview."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path, content: Path) -> None:
        self.process, self.port, self.log, self.content = process, port, log, content
        self.address = f"http://127.0.0.1:{port}"

    def words(self) -> str:
        """What it has said so far."""
        return self.log.read_text("utf-8")

    def get(self, path: str, headers: Mapping[str, str] = {}, method: str = "GET") -> tuple[int, Mapping[str, str], bytes]:
        """The answer to a request, sent as it is written here."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def page(self, path: str) -> str:
        """The HTML at a path."""
        return self.get(path)[2].decode()

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for a condition; a preview that has ended, or never gets there, fails the test."""
        end = time.monotonic() + LIMIT
        while not condition():
            assert self.process.poll() is None, self.words()
            assert time.monotonic() < end, self.words()
            time.sleep(0.05)

    def save(self, name: str, text: str) -> Path:
        """Saves a file of the content."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


def started(line: list[str], content: Path, folder: Path, port: int, changes: Mapping[str, str] = {}) -> Server:
    log = folder / f"log-{port}.txt"
    with log.open("wb") as output:
        environment = clean({"PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": NOON, **changes})
        process = subprocess.Popen(line, cwd=folder, env=environment, stdout=output, stderr=output)
    server = Server(process, port, log, content)
    server.until(lambda: f"127.0.0.1:{port}/" in server.words())
    return server


def stop(server: Server, number: int = signal.SIGINT) -> int:
    """Ends a preview as the terminal does; fails when it does not end."""
    server.process.send_signal(number)
    try:
        return server.process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        server.process.kill()
        raise


@contextmanager
def preview(content: Path, folder: Path, *arguments: str, changes: Mapping[str, str] = {}) -> Iterator[Server]:
    port = free_port()
    server = started(command("serve.py", "--content", content, "--port", str(port), *arguments), content, folder, port, changes)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            stop(server)
    assert "Traceback" not in server.words()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of a copy of the sample site."""
    folder = tmp_path_factory.mktemp("pratinjau")
    shutil.copytree(SAMPLE, folder / "content")
    tags = folder / "content/_data/tags.yml"
    tags.write_text(tags.read_text("utf-8") + "- {key: visa, name: Visa}\n", "utf-8")
    with preview(folder / "content", folder) as server:
        yield server


@pytest.fixture
def server(shared: Server) -> Iterator[Server]:
    """The shared preview; its content is put back afterwards."""
    before = tree(shared.content)
    yield shared
    now = tree(shared.content)
    for name in now.keys() - before.keys():
        (shared.content / name).unlink()
    for name, data in before.items():
        if now.get(name) != data:
            write(shared.content, {name: data})
    shared.until(lambda: "pratinjau__problem" not in shared.page("/_pratinjau/"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Tabs on a phone; an error in one of them fails the test."""
    opened = browser.new_context(viewport=PHONE, color_scheme="light", locale="id-ID")
    opened.set_default_timeout(LIMIT * 1000)
    problems: list[str] = []
    opened.add_init_script("addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))")
    opened.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    opened.on("weberror", lambda error: problems.append(str(error.error)))
    yield opened
    opened.close()
    # A missing page, a broken template, and a preview that was ended on purpose.
    assert [p for p in problems if not re.search("status of (404|500)|net::ERR_", p)] == []


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()


expect.set_options(timeout=LIMIT * 250)


def article(body: str, **fields: str) -> str:
    return ARTICLE.replace("Contoh kalimat.", body).replace("title: Contoh judul", f"title: {fields.get('title', 'Contoh judul')}")


# --- what is seen is what will be published


def without_panel(html: str) -> str:
    """The page without what the preview adds."""
    html = re.sub(r'<link rel="stylesheet" href="/_pratinjau/preview.css">\n<script src="/_pratinjau/preview.js" type="module"></script>\n', "", html, count=1)
    return re.sub(r'<section class="pratinjau".*?</section>\n?', "", html, count=1, flags=re.DOTALL)


def differing(server: Server, site: Path) -> list[str]:
    found = []
    for name, data in tree(site).items():
        # A preview has no worker and nothing to keep, so that nobody sees what was there before a change.
        if name == "sw.js" or name.endswith("paket.json"):
            assert server.get("/" + name)[0] == 404, name
            continue
        if name.startswith(("_server/", "rantau.json", "_headers", ".nojekyll")):
            continue
        status, _, served = server.get("/" + name)
        if name.endswith(".html"):
            marked = re.sub(r'<p class="pratinjau__draft">[^<]*</p>\n', "", without_panel(served.decode()))
            if marked != data.decode() or status != (404 if name == "404.html" else 200):
                found.append(name)
        elif status != 200 or (served != data and not name.startswith("assets/search/")):
            found.append(name)
    return found


def test_every_page_is_the_one_that_would_be_published(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content", ignore=shutil.ignore_patterns(Path(DRAFT).name)))
    assert build(content, tmp_path / "site").returncode == 0
    assert not any("preview" in name for name in tree(tmp_path / "site"))
    with preview(content, tmp_path) as server:
        assert differing(server, tmp_path / "site") == []


def test_drafts_stand_where_they_would_stand_once_published(tmp_path: Path) -> None:
    released = '---\ntitle: Contoh yang akan terbit\ndescription: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta.\ndate: 2026-11-20\ntags: [dokumen]\ncountries: [JP]\n---\n\nIsi.\n'
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    write(content, {DRAFT: released})
    assert build(content, tmp_path / "site").returncode == 0
    write(content, {DRAFT: released.replace("date:", "status: draft\ndate:")})
    with preview(content, tmp_path) as server:
        assert differing(server, tmp_path / "site") == []
        page = LexborHTMLParser(server.page("/artikel/2026/rancangan/"))
        assert [n.text() for n in page.css(".pratinjau__bar .pratinjau__draft")] == ["Draf: belum terbit"]
        for place in ("/", "/negara/jepang/", "/topik/dokumen/", "/tahun/2026/"):
            cards = LexborHTMLParser(server.page(place)).css(".card")
            assert [n.text() for c in cards if c.css(".pratinjau__draft") for n in c.css(".card__title")] == ["Contoh yang akan terbit"], place
        assert "/artikel/2026/rancangan/" in server.page("/_pratinjau/")


def test_files_read_again_one_by_one_make_the_library_that_reading_all_makes(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    files, memory = pipeline.read(content), pipeline.Memory()
    pipeline.examine(pipeline.join(files, DAY).library, memory)
    steps: tuple[tuple[str, str], ...] = (
        ("artikel/2026/baru.md", article("Isi tentang Jepang dan Korea.")),
        ("artikel/2026/baru.md", article("[putus](tidak-ada.md)", title="Judul lain")),
        ("artikel/2026/baru.md", BROKEN),
        ("_data/tags.yml", (content / "_data/tags.yml").read_text("utf-8") + "- {key: baru, name: Hal baru}\n"),
        ("artikel/2026/baru.md", article("Isi tentang Fiji.")),
        ("_data/countries.yml", (content / "_data/countries.yml").read_text("utf-8") + "- {key: FJ, slug: fiji}\n"),
        ("artikel/2026/Salah Nama.md", article("Isi.")),
        ("program/baru.md", "---\ntitle: Program baru\nname: PB\ndescription: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf.\nstatus: draft\n---\nIsi.\n"),
        ("artikel/2026/baru.md", ""),
        ("images/biru.jpg", "bukan gambar"),
    )
    for name, text in steps:
        path = content / name
        path.write_text(text, "utf-8") if text else path.unlink()
        files = pipeline.read(content, files, {PurePosixPath(name)})
        afresh = pipeline.read(content)
        assert files.others == afresh.others, name
        assert files.registries == afresh.registries, name
        made = pipeline.join(files, DAY)
        assert pipeline.examine(made.library, memory) == pipeline.check(content, DAY), name


def test_a_file_is_followed_through_its_names_as_long_as_its_words_tell_it() -> None:
    def files(*named: tuple[str, str]) -> list[Document]:
        return [Document(PurePosixPath(f"{name}.md"), Kind.ARTICLE, "id", f"/{name}/", text) for name, text in named]

    renames = Renames()
    assert renames.note(files(("a", "satu"), ("b", "dua"), ("c", ""))) == {}
    # One step or two, in either order.
    assert renames.note(files(("b", "dua"), ("c", ""))) == {}
    assert renames.note(files(("b", "dua"), ("c", ""), ("baru", "satu"))) == {"/a/": "/baru/"}
    assert renames.note(files(("b", "dua"), ("b2", "dua"), ("baru", "satu, diubah"))) == {"/a/": "/baru/"}
    assert renames.note(files(("b2", "dua"), ("terbaru", "satu, diubah"))) == {"/a/": "/terbaru/", "/b/": "/b2/", "/baru/": "/terbaru/"}
    # An address that has a file again leads nowhere, and neither does one whose file is gone for good.
    assert renames.note(files(("a", "satu, diubah"), ("b", "lain"))) == {"/terbaru/": "/a/", "/baru/": "/a/"}


# --- a save is seen


def test_a_save_is_seen_where_the_reader_was(server: Server, tab: Page) -> None:
    long = "".join(f"Paragraf nomor {n} yang cukup panjang agar halaman ini dapat digulir jauh ke bawah.\n\n" for n in range(60))
    server.save("artikel/2026/baru.md", article(long))
    server.until(lambda: "Paragraf nomor 59" in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/artikel/2026/baru/")
    fortieth = tab.get_by_text("Paragraf nomor 40")
    fortieth.scroll_into_view_if_needed()
    before = fortieth.bounding_box()
    # An error makes the panel above higher; the words stay where they were all the same.
    server.save("artikel/2026/baru.md", article(long.replace("nomor 41", "nomor empat puluh satu"), title="Judul baru").replace("[visa]", "[tidak ada]"))
    expect(tab.get_by_text("nomor empat puluh satu")).to_be_in_viewport()
    expect(tab.locator("h1")).to_have_text("Judul baru")
    expect(tab.get_by_role("status")).to_contain_text("Diperbarui. 1 kesalahan")
    assert before is not None
    server.until(lambda: abs(fortieth.evaluate("node => node.getBoundingClientRect().top") - before["y"]) < 3)
    expect(tab.get_by_role("status")).to_have_text("")


def test_the_editors_form_is_there_with_its_own_policy_or_says_what_is_missing(server: Server) -> None:
    try:
        with urllib.request.urlopen(f"{server.address}/admin/", timeout=LIMIT) as answer:
            policy, words = answer.headers["Content-Security-Policy"], answer.read().decode()
    except urllib.error.HTTPError as error:
        assert error.code == 404 and not (ROOT / "node_modules/@sveltia").is_dir()
        assert "npm ci" in error.read().decode()
    else:
        assert "style-src 'self' 'unsafe-inline'" in policy and "script-src 'self'" in policy
        assert "<script" in words and "data-pratinjau" not in words


def test_a_broken_article_shows_its_findings_and_comes_back(server: Server, tab: Page) -> None:
    server.save("artikel/2026/baru.md", article("Kalimat utuh."))
    server.until(lambda: "Kalimat utuh." in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/artikel/2026/baru/")
    server.save("artikel/2026/baru.md", BROKEN)
    expect(tab.locator("h1")).to_have_text("Halaman ini belum dapat ditampilkan")
    note = tab.locator(".pratinjau__note--error").first
    expect(note).to_contain_text("Kesalahan baris 2")
    expect(note.locator("mark")).to_contain_text('"')
    note.get_by_role("link", name="Aturan ini").click()
    expect(tab.locator("h1")).to_have_text("front-matter-syntax")
    tab.go_back()
    server.save("artikel/2026/baru.md", article("Kalimat yang diperbaiki."))
    expect(tab.get_by_text("Kalimat yang diperbaiki.")).to_be_visible()
    expect(tab.locator(".pratinjau__note--error")).to_have_count(0)


def test_a_new_file_a_renamed_one_and_a_deleted_one_are_seen(server: Server, tab: Page) -> None:
    tab.goto(f"{server.address}/artikel/2026/nanti/")
    expect(tab.locator(".hero__code")).to_have_text("404")
    path = server.save("artikel/2026/nanti.md", article("Akhirnya ada.", title="Artikel nanti"))
    expect(tab.locator("h1")).to_have_text("Artikel nanti")
    path.rename(path.with_name("lain.md"))
    # Whoever looks at it goes with it.
    expect(tab).to_have_url(f"{server.address}/artikel/2026/lain/")
    expect(tab.locator("h1")).to_have_text("Artikel nanti")
    path.with_name("lain.md").unlink()
    expect(tab.locator(".hero__code")).to_have_text("404")


def test_a_change_of_a_registry_is_seen(server: Server, tab: Page) -> None:
    tags = (server.content / "_data/tags.yml").read_text("utf-8")
    server.save("artikel/2026/baru.md", article("Isi.").replace("[visa]", "[hal-baru]"))
    server.until(lambda: "hal-baru" in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/artikel/2026/baru/")
    expect(tab.locator(".pratinjau__note--error")).to_have_count(1)
    server.save("_data/tags.yml", tags + "- {key: hal-baru, name: Hal yang baru}\n")
    expect(tab.locator(".chips").get_by_role("link", name="Hal yang baru")).to_be_visible()
    expect(tab.locator(".pratinjau__note--error")).to_have_count(0)
    server.save("_data/tags.yml", "- {key: [rusak\n")
    # In a tab of its own: the first one is just coming anew.
    other = tab.context.new_page()
    other.goto(f"{server.address}/_pratinjau/")
    expect(other.locator("summary", has_text="_data/tags.yml")).to_be_visible()


def test_a_change_of_the_theme_is_seen(tmp_path: Path, tab: Page) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE}))
    port = free_port()
    code = f"import pathlib, functools; from hooks.preview import serve; print(serve(pathlib.Path('content'), {port}, 'id', functools.partial(print, flush=True)))"
    server = started([sys.executable, "-c", code], root / "content", root, port, {"PYTHONPATH": str(root)})
    try:
        tab.goto(f"{server.address}/artikel/2025/contoh/")
        template = root / "theme/article.html"
        whole = template.read_text("utf-8")
        template.write_text(whole.replace("<h1>{{ view.title }}</h1>", "<h1>Dulu: {{ view.title }}</h1>"), "utf-8")
        expect(tab.locator("h1")).to_have_text("Dulu: Contoh judul")
        template.write_text("{% block", "utf-8")
        expect(tab.locator("h1")).to_have_text("Halaman ini belum dapat ditampilkan")
        expect(tab.locator(".lede")).to_contain_text("article.html:1")
        template.write_text(whole, "utf-8")
        expect(tab.locator("h1")).to_have_text("Contoh judul")
        style = root / "theme/assets/rantau.css"
        style.write_text(style.read_text("utf-8") + "h1 { color: rgb(1, 2, 3) !important; }\n", "utf-8")
        expect(tab.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
        shell = root / "theme/shell.html"
        whole = shell.read_text("utf-8")
        shell.write_text("{{", "utf-8")
        expect(tab.locator("main")).to_contain_text("shell.html:1")
        shell.write_text(whole, "utf-8")
        expect(tab.locator("h1")).to_have_text("Contoh judul")
    finally:
        assert stop(server) == 0
    assert "Traceback" not in server.words()


def test_only_the_tab_that_is_concerned_comes_anew(server: Server, context: BrowserContext) -> None:
    server.save("artikel/2026/baru.md", article("Kalimat satu."))
    server.until(lambda: "Kalimat satu." in server.page("/artikel/2026/baru/"))
    one, other = context.new_page(), context.new_page()
    one.goto(f"{server.address}/artikel/2026/baru/")
    other.goto(f"{server.address}/artikel/2025/arsip/")
    other.evaluate("window.sama = true")
    for number in ("dua", "tiga"):
        server.save("artikel/2026/baru.md", article(f"Kalimat {number}."))
        expect(one.get_by_text(f"Kalimat {number}.")).to_be_visible()
    assert other.evaluate("window.sama") is True
    server.save("artikel/2025/arsip.md", (server.content / "artikel/2025/arsip.md").read_text("utf-8") + "\nTambahan di arsip.\n")
    expect(other.get_by_text("Tambahan di arsip.")).to_be_visible()


# --- saves as editors and other programs make them


def test_half_a_save_swap_files_and_atomic_renames_end_in_the_saved_words(server: Server, tab: Page) -> None:
    path = server.save("artikel/2026/baru.md", article("Awal."))
    server.until(lambda: "Awal." in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/artikel/2026/baru/")
    whole = article("Disimpan lewat berkas lain.")
    (path.parent / ".baru.md.swp").write_bytes(b"\0" * 4096)
    (path.parent / ".baru.md.tmp").write_text(whole, "utf-8")
    (path.parent / ".baru.md.tmp").replace(path)
    expect(tab.get_by_text("Disimpan lewat berkas lain.")).to_be_visible()
    whole = article("Disimpan sepotong demi sepotong.")
    with path.open("w", encoding="utf-8") as file:
        for piece in (whole[:20], whole[20:90], whole[90:]):
            file.write(piece)
            file.flush()
            time.sleep(0.05)
    expect(tab.get_by_text("Disimpan sepotong demi sepotong.")).to_be_visible()
    (path.parent / ".baru.md.swp").unlink()
    # Same size and same time as before, as tools that copy times leave it.
    stamp = path.stat()
    changed = path.with_name(".lain")
    changed.write_text(whole.replace("demi", "DEMI"), "utf-8")
    os.utime(changed, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    changed.replace(path)
    expect(tab.get_by_text("Disimpan sepotong DEMI sepotong.")).to_be_visible()


def test_very_many_changes_at_once_and_very_long_lines_are_one_line_in_the_terminal(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    with preview(content, tmp_path) as server:
        many = {f"artikel/2026/banyak-{n}.md": article(f"Isi nomor {n}.", title=f"Judul nomor {n}") for n in range(300)}
        write(tmp_path / "lain", many)
        (tmp_path / "lain/artikel/2026").rename(content / "artikel/2026")
        server.until(lambda: "Isi nomor 299." in server.page("/artikel/2026/banyak-299/"))
        assert "membaca 300 berkas ..." in server.words()
        assert len([line for line in server.words().splitlines() if "299 berkas lain" in line]) == 1
        server.save("artikel/2025/contoh.md", article("x" * 60_000 + " [putus](tidak-ada.md)"))
        server.until(lambda: "broken-link" in server.page("/artikel/2025/contoh/"))
        marked = re.findall('<pre class="pratinjau__source".*?</pre>', server.page("/artikel/2025/contoh/"))
        assert "tidak-ada.md" in marked[0] and len(marked[0]) < 600
        shutil.rmtree(content / "artikel/2026")
        server.until(lambda: server.get("/artikel/2026/banyak-1/")[0] == 404)
        assert all(len(line) < 400 for line in server.words().splitlines())


def test_a_content_folder_that_goes_is_told_and_one_that_comes_back_is_shown(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    with preview(content, tmp_path) as server:
        content.rename(tmp_path / "pindah")
        server.until(lambda: "tidak ada lagi" in server.page("/artikel/2025/contoh/"))
        assert "Contoh kalimat." in server.page("/artikel/2025/contoh/")
        (tmp_path / "pindah").rename(content)
        server.until(lambda: "tidak ada lagi" not in server.page("/artikel/2025/contoh/"))
        server.save("artikel/2025/contoh.md", article("Sesudah kembali."))
        server.until(lambda: "Sesudah kembali." in server.page("/artikel/2025/contoh/"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told_and_read_when_it_may(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    with preview(content, tmp_path) as server:
        for name in ("artikel/2025/contoh.md", "_data/tags.yml"):
            (content / name).chmod(0)
            server.until(lambda: "tidak dapat dibaca" in server.page("/artikel/2025/contoh/") or "unforeseen" in server.page("/artikel/2025/contoh/"))
            (content / name).chmod(0o644)
            server.until(lambda: "Contoh kalimat." in server.page("/artikel/2025/contoh/") and "pratinjau__problem" not in server.page("/"))


# --- the panel


def test_texts_of_strangers_stay_texts(server: Server, tab: Page) -> None:
    server.save("artikel/2026/baru.md", HOSTILE)
    server.until(lambda: "unknown-tag" in server.page("/artikel/2026/baru/"))
    for path in ("/artikel/2026/baru/", "/_pratinjau/"):
        tab.goto(server.address + path)
        expect(tab.locator("main")).to_be_visible()
        assert tab.locator("img[onerror]").count() == 0
    server.save("_data/tags.yml", '- {key: "<b onclick=x>", name: "<script>alert(1)</script>"\n')
    expect(tab.locator("main")).to_contain_text("_data/tags.yml")
    assert tab.locator("[onclick], main script").count() == 0


# Pixels between the top of what the page is about and its heading, and between the panel's edges and its words, whichever are less.
_ROOM = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const words = box(".pratinjau__bar").top - box(".pratinjau").top;
  return Math.min(box("main h1").top - box("main").top, words * 2);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_read_on_a_small_screen_and_by_keyboard(server: Server, browser: Browser, scheme: str) -> None:
    server.save("artikel/2026/baru.md", article("Isi. [putus](tidak-ada-sama-sekali-di-mana-pun-juga.md)").replace("[visa]", "[tidak-ada, " + "sangat" * 20 + "]"))
    server.until(lambda: "unknown-tag" in server.page("/artikel/2026/baru/"))
    context = browser.new_context(viewport=PHONE, color_scheme="light" if scheme == "light" else "dark")
    page = context.new_page()
    for path in ("/artikel/2026/baru/", "/_pratinjau/", "/_pratinjau/aturan/", "/_pratinjau/aturan/unknown-tag/"):
        page.goto(server.address + path)
        # The page may come anew meanwhile.
        page.wait_for_function("document.documentElement.scrollWidth == 360")
        assert page.evaluate(_ROOM) >= 16, path
    page.goto(server.address + "/artikel/2026/baru/")
    panel = page.locator(".pratinjau")
    assert contrast(page, ".pratinjau__note--error .pratinjau__what > b") >= 4.5
    assert contrast(page, ".pratinjau__place") >= 4.5
    assert contrast(page, ".pratinjau__source mark") >= 4.5
    summary = panel.locator("summary")
    expect(summary).to_contain_text("3 kesalahan")
    summary.focus()
    page.keyboard.press("Enter")
    expect(panel.locator(".pratinjau__note").first).to_be_hidden()
    page.reload()
    expect(panel.locator(".pratinjau__note").first).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pratinjau__note') !== null")
    status = panel.get_by_role("status")
    assert status.get_attribute("aria-live") == "polite"
    context.close()


def contrast(page: Page, selector: str) -> float:
    """The contrast of an element's color with what is painted behind it. Source: WCAG 2.2, relative luminance."""
    value = page.evaluate(
        """selector => {
      const numbers = text => text.match(/[\\d.]+/g).map(Number);
      let element = document.querySelector(selector), behind = element;
      const ink = numbers(getComputedStyle(element).color);
      while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
      const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
      const two = [light(ink), light(numbers(getComputedStyle(behind).backgroundColor))].sort((a, b) => b - a);
      return (two[0] + .05) / (two[1] + .05);
    }""",
        selector,
    )
    assert isinstance(value, float | int)
    return float(value)


def test_the_panel_speaks_english_when_asked(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE.replace("[JP]", "[JPN]")})
    with preview(content, tmp_path, "--lang", "en") as server:
        page = server.page("/artikel/2025/contoh/")
        assert "1 errors" in page and "What to do:" in page and 'lang="en"' in page
        assert "Open http://127.0.0.1" in server.words()


# --- beside the pages


def test_the_search_finds_what_has_just_been_saved(server: Server, tab: Page) -> None:
    server.save("artikel/2026/baru.md", article("Kata kuncinya zirkonium.", title="Logam putih"))
    server.until(lambda: "zirkonium" in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/cari/?q=zirkonium")
    expect(tab.locator("main").get_by_role("link", name="Logam putih")).to_be_visible()
    server.save("artikel/2026/baru.md", article("Kata kuncinya molibdenum.", title="Logam kelabu"))
    server.until(lambda: "molibdenum" in server.page("/artikel/2026/baru/"))
    tab.goto(f"{server.address}/cari/?q=molibdenum")
    expect(tab.locator("main").get_by_role("link", name="Logam kelabu")).to_be_visible()


def test_a_picture_is_made_when_it_is_shown_and_anew_when_it_changes(server: Server, tab: Page) -> None:
    tab.goto(f"{server.address}/artikel/2026/contoh-lengkap/")
    assert broken_pictures(tab, least=1) == []
    status, headers, data = server.get("/images/biru.jpg")
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    assert server.get("/images/biru.jpg", {"If-None-Match": headers["etag"]})[0] == 304
    shutil.copy(SAMPLE / "images/merah.png", server.content / "images/biru.jpg")
    server.until(lambda: server.get("/images/biru.jpg")[2] != data)


def test_an_old_address_leads_on_and_what_is_not_published_is_not_served(server: Server) -> None:
    assert 'http-equiv="refresh"' in server.page("/berita/contoh-lama/")
    for path in ("/_data/tags.yml", "/artikel/2026/contoh-lengkap.md", "/mkdocs.yml", "/theme/shell.html", "/preview/panel.html", "/shell.html"):
        assert server.get(path)[0] == 404, path


# --- who may ask


@pytest.mark.parametrize("host", ["rantau.example", "127.0.0.1", "localhost.evil.example:{port}", "127.0.0.1:1", "", "[::1]:{port}x"])
def test_a_request_in_another_name_is_refused(shared: Server, host: str) -> None:
    status, _, data = shared.get("/", {"Host": host.format(port=shared.port)})
    assert status == 421
    assert b"Rantau" not in data


def test_localhost_is_a_name_of_this_machine(shared: Server) -> None:
    assert shared.get("/", {"Host": f"localhost:{shared.port}"})[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/..%2fmkdocs.yml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../../../etc/passwd",
        "/assets/..%5c..%5cmkdocs.yml",
        "//etc/passwd",
        "/images/%00biru.jpg",
        "/%ff",
        "/_pratinjau/aturan/../../../x",
        "/_pratinjau/%3Cscript%3E/",
        "/" + "a/" * 3000,
    ],
)
def test_no_path_leads_out_of_the_site(shared: Server, path: str) -> None:
    status, _, data = shared.get(path)
    assert status == 404
    assert b"root:" not in data and b"site_dir" not in data and b"<script>/" not in data


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_only_reading_is_allowed(shared: Server, method: str) -> None:
    assert shared.get("/", method=method)[0] == 501


def test_a_head_is_a_page_without_its_body(shared: Server) -> None:
    status, headers, data = shared.get("/", method="HEAD")
    assert (status, data) == (200, b"")
    assert int(headers["content-length"]) == len(shared.get("/")[2])


def test_the_policy_is_the_one_of_the_site(shared: Server) -> None:
    for path in ("/", "/_pratinjau/", "/_pratinjau/preview.js", "/tidak/ada/"):
        headers = shared.get(path)[1]
        assert headers["content-security-policy"] == policy.written(policy.DIRECTIVES), path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "strict-transport-security" not in headers
    assert shared.get("/images/potret.svg")[1]["content-security-policy"] == policy.written(policy.DRAWING)


def test_it_listens_on_this_machine_alone(shared: Server) -> None:
    names = {a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for name in sorted(str(n) for n in names if not str(n).startswith("127.")):
        with socket.socket() as other:
            other.settimeout(5)
            assert other.connect_ex((name, shared.port)) != 0


# --- its beginning and its end


def descendants(pid: int) -> set[int]:
    """The processes below one. Needs /proc."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            rest = stat.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if rest[0] != "Z":
            parents[int(stat.parent.name)] = int(rest[1])
    found: set[int] = set()
    while more := {p for p, parent in parents.items() if (parent in found or parent == pid) and p not in found}:
        found |= more
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_its_end_leaves_no_process_and_no_file(tmp_path: Path, tab: Page, number: int) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    (tmp_path / "sementara").mkdir()
    before = tree(content)
    with preview(content, tmp_path, changes={"TMPDIR": str(tmp_path / "sementara")}) as server:
        tab.goto(f"{server.address}/artikel/2025/contoh/")
        server.get("/search/id/manifest.json")
        below = descendants(server.process.pid)
        assert below
        code = stop(server, number)
        end = time.monotonic() + LIMIT
        while any(Path(f"/proc/{p}").exists() and p in below for p in map(int, filter(str.isdigit, os.listdir("/proc")))):
            assert time.monotonic() < end
            time.sleep(0.1)
        assert code == (0 if number != signal.SIGKILL else -signal.SIGKILL)
    assert tree(content) == before
    assert not os.path.lexists(tmp_path / "site")
    if number != signal.SIGKILL:
        assert server.words().splitlines()[-1] == "pratinjau berhenti"
        assert list((tmp_path / "sementara").iterdir()) == []


def test_a_page_says_that_the_preview_is_gone_and_goes_on_with_the_next(tmp_path: Path, tab: Page) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    port = free_port()
    line = command("serve.py", "--content", content, "--port", str(port))
    server = started(line, content, tmp_path, port)
    tab.goto(f"{server.address}/artikel/2025/contoh/")
    expect(tab.get_by_role("status")).to_have_text("")
    stop(server)
    expect(tab.get_by_role("status")).to_contain_text("Pratinjau berhenti")
    server = started(line, content, tmp_path, port)
    try:
        expect(tab.get_by_role("status")).to_have_text("")
        server.save("artikel/2025/contoh.md", article("Sesudah dijalankan lagi."))
        expect(tab.get_by_text("Sesudah dijalankan lagi.")).to_be_visible()
    finally:
        stop(server)


def test_a_port_that_is_taken_is_told_and_another_is_found_when_none_was_asked_for(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            command("serve.py", "--content", content, "--port", str(port)), cwd=tmp_path, env=clean({}), capture_output=True, text=True, timeout=LIMIT, check=False
        )
        assert (done.returncode, done.stderr) == (2, "")
        assert done.stdout.startswith(f"nomor port {port} tidak dapat dipakai; ")
    with socket.socket() as usual:
        try:
            usual.bind(("127.0.0.1", 8000))
            usual.listen()
        except OSError:
            # Somebody else has it, which is as good.
            pass
        log = tmp_path / "log.txt"
        with log.open("wb") as output:
            process = subprocess.Popen(command("serve.py", "--content", content), cwd=tmp_path, env=clean({}), stdout=output, stderr=output)
        server = Server(process, 0, log, content)
        try:
            server.until(lambda: "Buka http://127.0.0.1:" in server.words())
            address = re.findall(r"Buka (http://127\.0\.0\.1:(\d+)/)", server.words())[0]
            assert f"nomor port 8000 sedang dipakai; pratinjau ini ada di nomor {address[1]}" in server.words()
            with urllib.request.urlopen(address[0], timeout=LIMIT) as answer:
                assert answer.status == 200
        finally:
            stop(server)


def test_a_folder_that_is_no_content_is_told(tmp_path: Path) -> None:
    done = subprocess.run(command("serve.py", "--content", tmp_path / "tidak-ada"), cwd=tmp_path, env=clean({}), capture_output=True, text=True, timeout=LIMIT, check=False)
    assert (done.returncode, done.stderr) == (2, "")
    assert "tidak ada; periksa tulisan sesudah --content" in done.stdout


def test_a_preview_of_nothing_but_errors_begins_all_the_same(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"artikel/2025/contoh.md": BROKEN, "artikel/2025/dua.md": HOSTILE, "tentang.md": "---\n---\n", "_data/tags.yml": "[["})
    with preview(content, tmp_path) as server:
        assert "1 kesalahan" not in server.words() and " kesalahan" in server.words()
        for path in ("/", "/artikel/2025/contoh/", "/artikel/2025/dua/", "/tentang/", "/_pratinjau/", "/cari/", "/tidak/ada/"):
            assert server.get(path)[0] == (404 if path == "/tidak/ada/" else 200), path


def test_no_template_and_no_script_of_the_preview_is_published_or_unescaped() -> None:
    for path in (ROOT / "theme/preview").glob("*.html"):
        assert "|safe" not in path.read_text("utf-8"), path.name
    script = (ROOT / "theme/preview/preview.js").read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)

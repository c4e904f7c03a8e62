"""The editors' form: what it offers, and, where its package is installed, what it does in a browser with a repository on disk."""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hooks.engine import configuration, settings
from rantau import derived, pipeline, policy
from rantau.clock import today
from rantau.fields import FIELDS, NAMES
from rantau.forms import cms
from rantau.model import Kind
from rantau.outputs import _form
from tests.served import by_caddy, by_headers, by_nginx, served
from tests.shell import REGISTRIES, ROOT, SAMPLE, SMALL, build, check, project, run, tree, write
from tests.trees import photo

browser_only = pytest.mark.skipif(
    _form.form({}) is None or os.environ.get("RANTAU_SKIP_BROWSER") == "true",
    reason="the form's package is not installed (npm ci), or there is no browser here",
)

LONG = "Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta."
OLD = f"""\
---
# Komentar ini hilang bila artikelnya diubah di formulir.
catatan_dalam: belum dikenal
title: Contoh lama
description: {LONG}
date: 2025-01-02
countries: [Jepang]
tags: visa
imgContentBerita: biru.jpg
alt2: Teks gambar kedua
author: {{name: Siti, img: siti.jpg}}
figures:
  - {{label: Kuota, value: 30.000, unit: orang, date: 2025-01-01, source: KP2MI}}
  - {{label: Biaya, value: no, unit: rupiah}}
sources:
  - title: "Aturan: satu"
    url: https://kp2mi.go.id/
status: published
---

Kalimat pertama dengan [^1] catatan.

!!! warning "Kotak"
    Isi yang menjorok.

*   daftar dengan bintang
*   butir kedua

[^1]: Isi catatan.
"""
FOREIGN = f"---\ntitle: 'A sample'   # tetap\ndescription: {LONG}\ndate: 2025-01-02\ncountries: [Jepang]\n---\n\nA sentence.\n"
FILES = {
    **REGISTRIES,
    "_data/tags.yml": "# Topik. Baris ini tetap.\n- key: visa\n  name: Visa\n- {key: biaya, name: {id: Biaya, en: Costs}, aliases: [ongkos]}\n",
    "artikel/2025/lama.md": OLD,
    "en/artikel/2025/lama.md": FOREIGN,
    "index.md": "---\ntitle: Beranda\n---\n\nSelamat datang.\n",
    "tentang.md": "---\ntitle: Tentang\n---\n\nTentang kami.\n",
    "program/ssw.md": f"---\ntitle: Lembar SSW\nname: SSW\ndescription: {LONG}\n---\n\nIsi.\n",
}


# --- what the form offers


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return cms.config(pipeline.load(SAMPLE, today()).library, "Contoh", {})


def collection(config: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (c for c in config["collections"] if c["name"] == name)
    return dict(found)


@pytest.mark.parametrize(("name", "kind"), [("artikel", Kind.ARTICLE), ("program", Kind.SHEET), ("negara", Kind.INTRODUCTION)])
def test_the_form_shows_every_field_of_a_kind_that_is_no_old_form(name: str, kind: Kind, config: dict[str, Any]) -> None:
    shown = {f["name"]: f for f in collection(config, name)["fields"]}
    declared = {f.name for f in FIELDS if kind in f.kinds and not f.legacy}
    assert set(shown) == declared | {"body"}
    for field_name in declared:
        assert shown[field_name]["label"] == NAMES[field_name].label.id
        required = kind in NAMES[field_name].required
        assert (bool(shown[field_name]["required"]), shown[field_name]["hint"].startswith("Wajib diisi. ")) == (required, required)


def test_fields_stand_as_an_editor_thinks_and_one_alone_asks_for_pictures(config: dict[str, Any]) -> None:
    shown = [f["name"] for f in collection(config, "artikel")["fields"]]
    assert shown[:4] == ["title", "description", "body", "images"]
    assert shown.index("tags") < shown.index("date") < shown.index("sources") < shown.index("status")
    assert shown[-3:] == ["rights", "translation", "redirect_from"]
    widgets = [f for f in collection(config, "artikel")["fields"] if f["widget"] == "image" or any(g["widget"] == "image" for g in f.get("fields", ()))]
    assert [f["name"] for f in widgets] == ["images"]


def test_whoever_chooses_reads_words_and_no_codes(config: dict[str, Any]) -> None:
    fields = {f["name"]: f for f in collection(config, "program")["fields"]}
    cost = {f["name"]: f for f in fields["costs"]["fields"]}
    assert [o["label"] for o in fields["status"]["options"]] == ["Draf: belum terbit", "Terbit", "Arsip"]
    assert {o["value"]: o["label"] for o in cost["currency"]["options"]}["krw"] == "Won Korea Selatan"
    chosen = [*fields.values(), *cost.values()]
    assert [o for f in chosen if f["widget"] == "select" for o in f["options"] if o["label"] == o["value"]] == []


def test_files_lie_where_the_library_looks_for_them(config: dict[str, Any]) -> None:
    article = collection(config, "artikel")
    assert (article["folder"], article["path"]) == ("content/{{locale}}/artikel", "{{year}}/{{slug}}")
    assert config["i18n"]["omit_default_locale_from_file_path"] is True
    assert (config["i18n"]["locales"], config["i18n"]["default_locale"]) == (["id", "ja", "en"], "id")
    pages = {f["name"]: f["file"] for f in collection(config, "halaman")["files"]}
    assert pages["index"] == "content/{{locale}}/index.md"
    # Wherever a picture is chosen, it is kept in one folder.
    kept = [(c["media_folder"].strip("/"), c["public_folder"]) for c in (config, *config["collections"])]
    assert set(kept) == {("content/images", "/images")}


def test_dates_are_days_lists_are_chosen_by_name_and_a_new_text_is_a_draft(config: dict[str, Any]) -> None:
    fields = {f["name"]: f for f in collection(config, "artikel")["fields"]}
    assert (fields["date"]["type"], fields["date"]["format"]) == ("date", "YYYY-MM-DD")
    # A file that has no date must not be given one by being looked at.
    assert {name: f["default"] for name, f in fields.items() if "default" in f} == {"status": "draft"}
    assert [f for name in ("sources", "figures") for f in fields[name]["fields"] if "default" in f] == []
    assert {"label": "Jepang (JP)", "value": "JP"} in fields["countries"]["options"]
    assert fields["countries"]["multiple"] is True and "multiple" not in fields["stage"]
    assert fields["description"]["pattern"][0] == r"^[\s\S]{50,300}$"
    assert [f["name"] for f in fields["sources"]["fields"]] == ["title", "publisher", "url", "date", "key"]
    assert config["rantau"]["terms"]["countries"]["japan"] == "JP"


def test_every_collection_reads_files_that_are_there(config: dict[str, Any]) -> None:
    assert [c["name"] for c in config["collections"]] == [
        *("artikel", "program", "negara", "kawasan", "topik", "tahap", "sektor", "penulis", "halaman", "daftar"),
    ]
    listed = collection(config, "daftar")["files"]
    assert {f["name"] for f in listed} == {"tags", "sectors", "authors"}
    for found in listed:
        lines = (ROOT / found["file"]).read_text("utf-8").splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith("-"))
        # The form keeps the comments on top and no others.
        assert [line for line in lines[first:] if line.lstrip().startswith("#")] == [], found["file"]


def test_a_configured_repository_is_all_that_the_form_may_talk_to() -> None:
    hosts = {
        "github": ({"name": "github", "repo": "a/b", "base_url": "https://masuk.example"}, ("https://api.github.com",)),
        "gitlab": ({"name": "gitlab", "repo": "a/b", "base_url": "https://git.example/x"}, ("https://git.example",)),
        "gitea": ({"name": "gitea", "repo": "a/b", "base_url": "javascript:alert(1)"}, ("https://gitea.com",)),
        "none": ({}, ()),
        "other": ({"name": "test-repo"}, ()),
    }
    for backend, expected in hosts.values():
        assert _form.Form(backend).hosts == expected
    (rule,) = (r for r in policy.rules("", ("https://api.github.com",)) if r.start == "admin/")
    assert "connect-src 'self' data: blob: https://api.github.com;" in rule.headers["Content-Security-Policy"]
    assert rule.headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    (rule,) = (r for r in policy.rules("", ()) if r.start == "admin/")
    assert "connect-src 'self' data: blob:;" in rule.headers["Content-Security-Policy"]
    assert "Cross-Origin-Opener-Policy" not in rule.headers and rule.headers["X-Robots-Tag"] == "noindex"
    assert [r.start for r in policy.rules("")].count("admin/") == 0


def test_the_repository_is_what_the_engines_configuration_names() -> None:
    config = configuration(ROOT / "content", ROOT / "site", "")
    assert settings(config).backend == {}
    config.extra["cms"] = {"backend": {"name": "github", "repo": "a/b"}}
    assert settings(config).backend == {"name": "github", "repo": "a/b"}
    config.extra["cms"] = "github"
    assert settings(config).backend == {}


def test_the_packages_are_pinned_with_their_digests_and_no_registry_is_named() -> None:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    for name, version in asked.items():
        assert lock[f"node_modules/{name}"]["version"] == version
    assert [name for name, found in lock.items() if name and not found.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, found in lock.items() if "resolved" in found] == []


def test_without_the_package_a_site_has_no_form_and_its_build_does_not_speak_of_one(tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", SMALL))
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, root / name)
    done = run([sys.executable, "-c", _BUILD], root, {"PYTHONPATH": str(root)})
    assert done.returncode == 0, done.stdout + done.stderr
    files = tree(root / "site")
    assert [name for name in files if name.startswith("admin")] == []
    assert "admin" not in done.stdout + done.stderr
    assert all(b"admin" not in files[name] for name in ("_headers", "_server/nginx.conf", "_server/Caddyfile"))


_BUILD = (
    "import datetime, pathlib; from hooks.engine import build; "
    "code, lines = build(pathlib.Path('content'), pathlib.Path('site'), '', datetime.date(2026, 11, 22)); print(*lines); raise SystemExit(code)"
)


# --- in a browser


@dataclass
class Desk:
    """An open form: its page, the folder whose files it edits, and what went wrong or out."""

    page: Page
    folder: Path
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    # The buttons that were there before any folder was open.
    offered: list[str] = field(default_factory=list)

    def field(self, label: str, locale: str = "Indonesia") -> Any:
        """The group of one field in the pane of a language."""
        pane = self.page.get_by_role("group", name=f"Isi dalam bahasa \u2068{locale}\u2069")
        return pane.get_by_role("group", name=f"Isian “\u2068{label}\u2069”")

    def fill(self, label: str, text: str, locale: str = "Indonesia") -> None:
        box = self.field(label, locale).get_by_role("textbox").first
        box.scroll_into_view_if_needed()
        box.fill(text)

    def save(self) -> None:
        self.page.get_by_role("button", name="Simpan", exact=True).click()
        self.page.wait_for_url(re.compile(r"#/collections/[^/]+(/entries)?$|#/collections/[^/]+/?$"), timeout=15_000)

    def files(self) -> dict[str, str]:
        """Every file of the repository by its path."""
        return dict(self.page.evaluate(_READ))

    def violations(self) -> list[str]:
        return list(self.page.evaluate("window.violations"))


START = "Buka folder proyek di komputer ini"
_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("repo");
"""
_FILL = """
async (files) => {
  const top = await navigator.storage.getDirectory();
  const repo = await top.getDirectoryHandle("repo", { create: true });
  await repo.getDirectoryHandle(".git", { create: true });
  for (const [path, bytes] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = repo;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(new Uint8Array(bytes));
    await writer.close();
  }
}
"""
_READ = """
async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("repo"), "");
  return found;
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small tree, built; the form is that of its own registries."""
    folder = tmp_path_factory.mktemp("formulir")
    drafts = {name: text.replace("status: published", "status: draft") for name, text in FILES.items()}
    done = build(write(folder / "isi", drafts), folder / "situs")
    assert done.returncode == 0, done.stdout
    return folder / "situs"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = next(filter(None, (shutil.which(n) for n in ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu", "--no-proxy-server", "--disable-background-networking"]
        )
        yield made
        made.close()


@pytest.fixture
def desk(site: Path, browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """The form with the small tree opened, under the headers of the site."""
    headers = (site / "_headers").read_text("utf-8")
    with served(site, headers) as address:
        context = browser.new_context(viewport={"width": 1400, "height": 2500}, locale="id-ID")
        page = context.new_page()
        opened = Desk(page, tmp_path / "content")
        page.on("request", lambda r: None if r.url.startswith((address, "blob:", "data:")) else opened.foreign.append(r.url))
        page.on("pageerror", lambda e: opened.errors.append(str(e)))
        page.add_init_script(_WATCH)
        page.goto(f"{address}/404.html")
        page.evaluate(_FILL, {f"content/{name}": list(text.encode()) for name, text in FILES.items()})
        page.on("console", lambda m: opened.errors.append(m.text) if m.type == "error" else None)
        page.goto(f"{address}/admin/")
        start = page.get_by_role("button", name=START)
        expect(start).to_be_visible(timeout=15_000)
        opened.offered = [button.inner_text() for button in page.get_by_role("button").all()]
        start.click()
        expect(page.get_by_text("Contoh lama").first).to_be_visible(timeout=15_000)
        page.set_default_timeout(10_000)
        yield opened
        context.close()


def values(text: str) -> dict[str, Any]:
    """The front matter of a file; every scalar is text."""
    return dict(yaml.load(text.split("---\n")[1], yaml.BaseLoader))


@browser_only
def test_the_form_opens_without_a_violation_and_without_a_request_to_anybody_else(desk: Desk) -> None:
    page = desk.page
    for label in ("Artikel", "Lembar program", "Pengantar negara", "Halaman", "Daftar"):
        expect(page.get_by_text(label, exact=True).first).to_be_visible()
    page.goto(page.url.split("#")[0] + "#/collections/artikel/new")
    expect(desk.field("Judul")).to_be_visible()
    expect(desk.field("Isi")).to_be_visible()
    expect(desk.field("Ringkasan")).to_contain_text("50 sampai 300 huruf")
    # An empty one cannot be saved, says what is missing, and breaks nothing.
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(desk.field("Judul")).to_contain_text("Isian ini wajib diisi.")
    expect(page.get_by_text("2 isian belum benar.")).to_be_visible()
    # No password is asked for where there is nowhere to sign in.
    assert desk.offered == [START]
    # The icons' font has come from here.
    assert page.evaluate("document.fonts.check('24px \"Material Symbols Outlined\"')")
    assert (desk.violations(), desk.foreign, desk.errors) == ([], [], [])


@browser_only
def test_an_article_that_is_filled_in_becomes_a_file_that_the_check_accepts(desk: Desk) -> None:
    desk.page.goto(desk.page.url.split("#")[0] + "#/collections/artikel/new")
    desk.fill("Judul", "Visa kerja: apa & bagaimana? Côte d'Ivoire 30.000")
    desk.fill("Ringkasan", LONG)
    desk.field("Topik").get_by_role("checkbox", name="Visa").click()
    desk.field("Negara").get_by_role("checkbox", name="Jepang (JP)").click()
    desk.fill("Tanggal", "2026-11-20")
    desk.field("Gambar").get_by_role("button", name="Tambah \u2068Gambar\u2069").click()
    desk.field("Berkas gambar").get_by_role("button", name="Pilih gambar").click()
    desk.page.locator("dialog input[type=file], [role=dialog] input[type=file]").last.set_input_files(
        {"name": "Foto Paspor Baru.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    desk.page.get_by_role("button", name="Sisipkan").click()
    desk.fill("Teks alternatif", "Paspor di atas meja")
    body = desk.field("Isi").get_by_role("textbox")
    body.click()
    desk.page.keyboard.insert_text("Kalimat pertama.\n\n## Subjudul\n\n- satu\n- dua")
    desk.save()
    written = {name: found for name, found in desk.files().items() if name.removeprefix("content/") not in FILES}
    assert written.pop("content/images/foto-paspor-baru.jpg", "") != ""
    ((path, text),) = written.items()
    year = today().year
    assert re.fullmatch(rf"content/artikel/{year}/visa-kerja-apa-(and-)?bagaimana-cote-d-?ivoire-30-?000\.md", path), path
    found = values(text)
    assert (found["title"], found["description"]) == ("Visa kerja: apa & bagaimana? Côte d'Ivoire 30.000", LONG)
    assert (found["tags"], found["countries"], found["status"]) == (["visa"], ["JP"], "draft")
    assert found["date"] == "2026-11-20"
    assert found["images"] == [{"src": "foto-paspor-baru.jpg", "alt": "Paspor di atas meja"}]
    # In the order of the declaration, whatever the form's is.
    assert list(found) == ["title", "description", "images", "tags", "countries", "date", "status"]
    assert text.endswith("---\n\nKalimat pertama.\n\n## Subjudul\n\n- satu\n- dua\n")
    inner = path.removeprefix("content/")
    write(desk.folder, {**FILES, inner: text.replace("status: draft\n", ""), "images/foto-paspor-baru.jpg": photo()})
    report = check(desk.folder, desk.folder / path.removeprefix("content/"))
    assert (report.returncode, report.stdout.count("[missing-")) == (0, 0), report.stdout
    assert desk.violations() == []


@browser_only
def test_an_article_that_is_changed_keeps_its_fields_and_a_translation_nobody_touched_keeps_its_bytes(desk: Desk) -> None:
    desk.page.get_by_text("Contoh lama").first.click()
    desk.fill("Judul", "Contoh yang diubah")
    # A translation is made beside those that are there, below its own language, where its original lies.
    desk.page.get_by_role("button", name="Buat terjemahan \u2068Jepang\u2069").click()
    desk.fill("Judul", "見本", "Jepang")
    desk.save()
    files = desk.files()
    assert (desk.violations(), desk.foreign) == ([], [])
    assert set(files) == {f"content/{name}" for name in (*FILES, "ja/artikel/2025/lama.md")}
    assert values(files["content/ja/artikel/2025/lama.md"])["title"] == "見本"
    before, after = values(OLD), values(files["content/artikel/2025/lama.md"])
    # What was written in another form is in the one form now: a name is its key, one value is a list of one, and the old
    # field of the picture is the list of pictures.
    expected = {**before, "title": "Contoh yang diubah", "countries": ["JP"], "tags": ["visa"], "images": [{"src": "biru.jpg"}]}
    del expected["imgContentBerita"]
    assert after == expected
    assert after["figures"][0]["value"] == "30.000" and after["figures"][1]["value"] == "no"
    assert files["content/artikel/2025/lama.md"].split("---\n", 2)[2] == OLD.split("---\n", 2)[2]
    assert files["content/en/artikel/2025/lama.md"] == FOREIGN


@browser_only
def test_nothing_that_only_was_looked_at_is_written(desk: Desk) -> None:
    desk.page.get_by_text("Contoh lama").first.click()
    expect(desk.field("Judul").get_by_role("textbox")).to_have_value("Contoh lama")
    expect(desk.field("Negara").get_by_role("checkbox", name="Jepang (JP)")).to_be_checked()
    expect(desk.page.get_by_role("button", name="Simpan", exact=True)).to_be_disabled()
    desk.page.get_by_role("button", name="Kembali ke daftar").or_(desk.page.get_by_role("button", name="Batalkan perubahan")).first.click()
    assert desk.files() == {f"content/{name}": text for name, text in FILES.items()}


@browser_only
def test_a_new_topic_leaves_the_comment_on_top_of_the_list(desk: Desk) -> None:
    desk.page.goto(desk.page.url.split("#")[0] + "#/collections/daftar/entries/tags")
    desk.page.get_by_role("button", name="Tambah \u2068Topik\u2069").last.click()
    desk.page.get_by_role("group", name="Isian “\u2068Kunci\u2069”").last.get_by_role("textbox").fill("dokumen")
    desk.page.get_by_role("group", name="Isian “\u2068Indonesia\u2069”").first.get_by_role("textbox").fill("Dokumen")
    desk.save()
    text = desk.files()["content/_data/tags.yml"]
    assert text.startswith("# Topik. Baris ini tetap.\n- key: visa\n")
    assert yaml.safe_load(text) == [
        {"key": "visa", "name": {"id": "Visa"}},
        {"key": "biaya", "name": {"id": "Biaya", "en": "Costs"}, "aliases": ["ongkos"]},
        {"key": "dokumen", "name": {"id": "Dokumen"}},
    ]
    write(desk.folder, {name: found for name, found in FILES.items() if "lama" not in name} | {"_data/tags.yml": text})
    assert check(desk.folder).returncode == 0
    assert derived.registries(desk.folder)["tags"].terms.keys() == {"visa", "biaya", "dokumen"}


@browser_only
def test_where_the_files_are_not_the_page_says_where_the_form_works(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("http://rantau.example/**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[1:]))
    page.goto("http://rantau.example/admin/index.html")
    expect(page.get_by_text("Jalankan python3 scripts/serve.py di folder proyek.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


@browser_only
def test_the_forms_words_are_those_that_it_asks_for_and_each_mending_finds_its_place(site: Path) -> None:
    def spoken(words: dict[str, Any], start: str = "") -> Iterator[tuple[str, str]]:
        for name, said in words.items():
            yield from spoken(said, f"{start}{name}.") if isinstance(said, dict) else [(start + name, said)]

    ours, theirs = (
        dict(spoken(json.loads(path.read_text("utf-8")))) for path in (_form.PAGE / "id.json", _form.PACKAGES / "@sveltia/cms/locales/en-US.json")
    )
    values_of = {name: set(re.findall(r"\$\w+", said)) for name, said in theirs.items()}
    assert [name for name, said in ours.items() if not set(re.findall(r"\$\w+", said)) <= values_of.get(name, set())] == []
    assert set(ours) <= set(theirs)
    package = (_form.PACKAGES / _form.FILES["sveltia-cms.js"]).read_bytes()
    assert [len(pattern.findall(package)) for pattern, _ in _form.MENDED[1:]] == [1, 1, 1]


@browser_only
def test_every_server_gives_the_form_its_own_policy_and_the_rest_of_the_site_the_old_one(site: Path) -> None:
    files = tree(site)
    headers, nginx, caddy = (files[name].decode() for name in ("_headers", "_server/nginx.conf", "_server/Caddyfile"))
    form = policy.written(policy.editing(()))
    for path in ("/admin/", "/admin/sveltia-cms.js", "/admin/config.yml"):
        found = [by_nginx(nginx, path), by_caddy(caddy, path), *(by_headers(headers, path, joined=joined) for joined in (True, False))]
        assert [s["Content-Security-Policy"] for s in found] == [form] * 4
        assert [s["X-Robots-Tag"] for s in found] == ["noindex"] * 4
        assert all(s["X-Content-Type-Options"] == "nosniff" for s in found)
    for said in (by_nginx(nginx, "/tentang/"), by_caddy(caddy, "/tentang/"), by_headers(headers, "/tentang/", joined=True)):
        assert said["Content-Security-Policy"] == policy.written(policy.DIRECTIVES)
        assert "X-Robots-Tag" not in said


@browser_only
def test_the_published_form_names_no_server_of_fonts_and_brings_its_licences(site: Path) -> None:
    program = (site / "admin/sveltia-cms.js").read_text("utf-8")
    assert "/fontsource/fonts/" not in program
    named = set(re.findall(r"fonts/[a-z0-9-]+\.woff2", program))
    assert named == {f"fonts/{p.name}" for p in (site / "admin/fonts").iterdir()} and len(named) == 3
    licences = (site / "admin/licenses.txt").read_text("utf-8")
    assert all(word in licences for word in ("@sveltia/cms/LICENSE.txt", "js-yaml/LICENSE", "material-symbols-outlined"))
    page = (site / "admin/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert [name for name in tree(site) if name == "sitemap.xml" and b"/admin/" in tree(site)[name]] == []

"""Old sites become drafts: Nuxt Content, WordPress, Hugo, Jekyll, MkDocs and saved pages; nothing of them is lost."""

import datetime
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import body as bodies
from rantau import imports
from rantau.drafts import Draft, Problem, Result, Sources
from rantau.fields import NAMES
from rantau.foreign import days, fields, front, texts
from rantau.foreign.blocks import Writer
from rantau.foreign.site import folder_language
from rantau.model import Localized, Registry, Term
from tests.shell import ROOT, check, write

TREES = ROOT / "tests" / "imports"
KINDS = {
    "nuxt": "nuxt",
    "wordpress": "wordpress",
    "hugo": "frontmatter",
    "jekyll": "frontmatter",
    "mkdocs": "frontmatter",
    "webpage": "webpage",
}
TAGS = Registry("tags", {"dokumen": Term("tags", "dokumen", "dokumen", Localized("Dokumen"))}, {"dokumen": "dokumen"})
IMPORTERS = tuple(imports.labels())


def importer(name: str) -> ModuleType:
    return importlib.import_module(f"rantau.importers.{name}")


def sources(root: Path, images: Path | None = None) -> Sources:
    found = {PurePosixPath(p.relative_to(root).as_posix()): p.stat().st_size for p in sorted(root.rglob("*")) if p.is_file()}
    return Sources(root, found, lambda path: (root / path).read_bytes(), images, {"tags": TAGS})


def memory(files: Mapping[str, str | bytes]) -> Sources:
    data = {PurePosixPath(name): text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return Sources(Path("/tiada"), {path: len(content) for path, content in data.items()}, data.__getitem__, None, {"tags": TAGS})


def results(name: str, given_: Sources) -> list[Result]:
    return list(importer(name).read(given_))


def drafts(name: str, files: Mapping[str, str | bytes]) -> list[Draft]:
    return [result for result in results(name, memory(files)) if isinstance(result, Draft)]


def only(name: str, files: Mapping[str, str | bytes]) -> Draft:
    (draft,) = drafts(name, files)
    return draft


def problems(name: str, files: Mapping[str, str | bytes]) -> list[Problem]:
    return [result for result in results(name, memory(files)) if isinstance(result, Problem)]


def document(draft: Draft) -> str:
    return f"---\n{yaml.safe_dump(dict(draft.fields), allow_unicode=True, sort_keys=False, width=1000)}---\n\n{draft.body}"


def account(found: list[Result]) -> Iterator[str]:
    """Everything that an import says, for comparison with what was looked at once."""
    for result in found:
        if isinstance(result, Problem):
            yield f"PROBLEM {result.place.path}:{result.place.line} {result.message.en} | {result.help.en}"
            continue
        yield f"DRAFT {result.path} <- {result.origin.path}"
        yield document(result).rstrip("\n")
        yield from (f"IMAGE {name}" for name in result.images)
        yield from (f"DROPPED {d.place.line} {d.text!r} | {d.why.en}" for d in result.dropped)
        yield from (f"GUESS {g.field} {g.value!r} by {g.found_in!r}" for g in result.guesses)


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_site_becomes_what_was_looked_at(kind: str) -> None:
    found = "\n".join(account(results(KINDS[kind], sources(TREES / kind)))) + "\n"
    assert found == (TREES / "sites" / f"{kind}.txt").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_importer_is_surest(kind: str) -> None:
    sure = {name: importer(name).recognise(sources(TREES / kind)) for name in IMPORTERS}
    assert max(sure, key=lambda name: sure[name]) == KINDS[kind], sure


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_finds_no_error_in_the_drafts(kind: str, tmp_path: Path) -> None:
    found = [result for result in results(KINDS[kind], sources(TREES / kind)) if isinstance(result, Draft)]
    files: dict[str, str | bytes] = {"_data/tags.yml": "- {key: dokumen, name: Dokumen}\n"}
    for draft in found:
        # A draft's errors never block; published, the same text shows all of them, but that it may not be published.
        published = {**draft.fields, "status": "published", "rights": "own"}
        files[draft.path.as_posix()] = document(
            Draft(draft.path, {k: v for k, v in published.items() if v}, draft.body, draft.origin)
        )
        files |= {f"images/{name}": path.read_bytes() for name, path in draft.images.items()}
    done = check(write(tmp_path / "isi", files))
    errors = [line for line in done.stdout.splitlines() if re.search(r"kesalahan\[", line)]
    assert errors == [] and done.returncode == 0, done.stdout


# --- nothing is lost


def test_no_field_of_a_draft_is_dropped_because_a_list_forgot_it() -> None:
    reading = fields.Reading({name: [name] for name in (*NAMES, "belum-dikenal") if name not in ("title", "description")})
    filled = fields.filled(reading, "Judul", "", ["/lama/"])
    assert {name: value for name, value in filled.items() if name in reading.fields and name not in ("status", "redirect_from")} == {
        name: value for name, value in reading.fields.items() if name not in ("status", "redirect_from")
    }
    assert (filled["title"], "description" in filled, filled["status"], filled["redirect_from"]) == ("Judul", False, "draft", ["/lama/"])


def test_date_that_no_calendar_has_is_left_out_with_the_days_of_its_month(tmp_path: Path) -> None:
    text = "---\ntitle: Surat\ndate: 31 Juni 2020\n---\n\nIsi yang cukup panjang untuk sebuah tulisan lama tentang visa kerja.\n"
    write(tmp_path, {"lama.md": text})
    code, _ = imports.run([tmp_path / "lama.md"], tmp_path / "drafts", tmp_path / "isi")
    told = (tmp_path / "drafts/laporan-impor.md").read_text("utf-8")
    assert code == 0
    assert "Hari yang tidak ada di kalender: Juni 2020 punya 30 hari (berkas asal, baris 3)" in told


def kept(draft: Draft) -> Callable[[str], bool]:
    said = texts.words(f"{draft.fields} {draft.body} " + " ".join(item.text for item in draft.dropped))
    return lambda word: said[word.casefold()] > 0


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=8)
SIGNS = st.sampled_from(["*", "_", "#", "- ", "1. ", "> ", "`", "<", "&amp;", "[", "](", "!", "|", ":::", "::", "{{", "%}", "\n", "\n\n", "    ", "~~", "==="])
TAGGED = st.sampled_from("p div b i span ul li table tr td h2 h3 blockquote pre code a section details summary figure script form dl dt dd v-img".split())


@st.composite
def html_trees(draw: st.DrawFn, depth: int = 0) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        if depth < 4 and draw(st.booleans()):
            tag = draw(TAGGED)
            closed = f"</{tag}>" if draw(st.integers(0, 5)) else ""
            pieces.append(f"<{tag}>{draw(html_trees(depth=depth + 1))}{closed}")
        else:
            pieces.append(draw(WORD) + " ")
    return "".join(pieces)


@settings(max_examples=150, deadline=None)
@given(html_trees())
def test_every_word_of_html_is_in_the_draft_or_in_its_account(html: str) -> None:
    draft = only("nuxt", {"content/artikel/a.md": f"---\ntitle: Judul contoh\n---\n\n<div>{html}</div>\n"})
    has = kept(draft)
    assert [word for word in re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", html)) if not has(word)] == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORD, SIGNS, st.just(" ")), min_size=1, max_size=40).map("".join))
def test_every_word_of_markdown_is_in_the_draft_or_in_its_account(text: str) -> None:
    found = results("frontmatter", memory({"a.md": f"---\ntitle: Judul contoh\n---\n\nawal {text}\n"}))
    draft = next(result for result in found if isinstance(result, Draft))
    has = kept(draft)
    visible = re.sub(r"\]\([^\s)]*\)", " ", re.sub(r"<[a-z/][^>]*>", " ", text))
    assert [word for word in texts.words(unescape(visible)) if len(word) > 2 and not has(word)] == []


@settings(max_examples=150, deadline=None)
@given(html_trees())
def test_what_is_written_is_markdown_that_the_site_takes(html: str) -> None:
    draft = only("frontmatter", {"a.md": f"---\ntitle: Judul contoh\n---\n\n{html}\n"})
    text = f"---\ntitle: x\n---\n\n{draft.body}"
    rendered, defects = bodies.render(f"\n{draft.body}", 4, bodies.mask(text, 4), "id")
    assert rendered is not None and defects == ()


def test_a_wide_blank_is_no_word() -> None:
    assert texts.words("awal\u3000akhir") == {"awal": 1, "akhir": 1}


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_a_text_reads_as_it_was_written(text: str) -> None:
    class Around:
        def link(self, href: str, label: str) -> str:
            return href

        def picture(self, src: str, alt: str) -> str:
            return ""

        def drop(self, text: str, why: Localized) -> None: ...

    written = Writer(Around()).write(f"<p>awal {escape(text)} akhir</p>")
    rendered, defects = bodies.render(written, 1, bodies.mask(written, 1), "id")
    assert rendered is not None and defects == ()
    assert texts.words(rendered.text) == texts.words(f"awal {text} akhir")


# --- what editors did to the old site


def test_translations_of_one_name_share_their_place() -> None:
    text = "---\ntitle: {}\ndate: 2020-01-01\n---\nIsi yang cukup.\n"
    found = drafts("nuxt", {"content/lang-id/articles/1.md": text.format("Satu dua"), "content/lang-jp/articles/1.md": text.format("一二")})
    assert [draft.path.as_posix() for draft in found] == ["artikel/2020/satu-dua.md", "ja/artikel/2020/satu-dua.md"]


@pytest.mark.parametrize(("name", "language"), [("lang-jp", "ja"), ("ID", "id"), ("en-US", "en"), ("indonesia", "id"), ("fr", "fr"), ("articles", "")])
def test_folders_name_their_language(name: str, language: str) -> None:
    assert folder_language(name) == language


def test_a_language_that_the_site_lacks_is_kept_and_told_of() -> None:
    found = drafts("nuxt", {"content/fr/a.md": "---\ntitle: Le visa\n---\nBonjour.\n", "content/id/a.md": "---\ntitle: Visa\n---\nHalo.\n"})
    assert {draft.path.as_posix() for draft in found} == {"artikel/a.md", "artikel/a-fr.md"}
    assert [guess.value for draft in found for guess in draft.guesses if guess.field == "language"] == ["fr"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-01T23:30:00+07:00", "2024-05-01"),
        ("May 1, 2024", "2024-05-01"),
        ("1st May 2024", "2024-05-01"),
        ("Wed May 01 2024 10:00:00 GMT+0700", "2024-05-01"),
        ("13/02/2024", "2024-02-13"),
        ("02/13/2024", "2024-02-13"),
        ("1714521600", "2024-05-01"),
        ("1 Mei 2024", "2024-05-01"),
        ("besok", None),
        ("2024-13-45", None),
    ],
)
def test_dates_are_read_in_the_notations_of_programs(written: str, day: str | None) -> None:
    assert days.day(written)[0] == (datetime.date.fromisoformat(day) if day else None)


def test_broken_yaml_is_read_line_by_line_and_loses_nothing() -> None:
    head = front.split('---\ntitle: Visa: yang perlu "disiapkan\ntags:\n - a\n\t- b\n?? aneh\n---\nIsi.\n')
    assert head.values["title"] == 'Visa: yang perlu "disiapkan'
    assert head.values["tags"] == ["a", "b"]
    assert head.lost == [(6, "?? aneh")]
    assert (head.body, head.body_line) == ("Isi.\n", 8)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_start_at_the_second_level(level: int) -> None:
    marks = "#" * level
    draft = only("nuxt", {"content/a.md": f"---\ntitle: Judul\n---\n{marks} Satu\n\nIsi.\n\n{marks}## Dua\n\nIsi.\n"})
    assert re.findall(r"^#+ .*", draft.body, re.MULTILINE) == ["## Satu", "### Dua"]


def test_old_letters_are_read_and_told_of() -> None:
    found = results("nuxt", memory({"content/a.md": b"---\ntitle: Caf\xe9\n---\nIsi \x93kutip\x94.\n"}))
    assert [result.message for result in found if isinstance(result, Problem)] == [texts.OLD_CHARSET]
    assert [(d.fields["title"], d.body) for d in found if isinstance(d, Draft)] == [("Café", "Isi “kutip”.\n")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_the_encoding_are_understood(encoding: str) -> None:
    assert only("frontmatter", {"a.md": "---\ntitle: Ü\n---\nIsi é.\n".encode(encoding)}).body == "Isi é.\n"


def test_an_unsafe_link_loses_its_destination_and_keeps_its_words() -> None:
    draft = only("nuxt", {"content/a.md": "---\ntitle: X\n---\n<a href='java&#115;cript:alert(1)'>klik</a> [data](data:text/html,x)\n"})
    assert draft.body == "klik data\n"
    assert len(draft.dropped) == 2


# --- who wrote it, and what Markdown misreads


def test_a_line_below_the_title_names_the_writer_and_the_day_where_the_entries_do_not() -> None:
    draft = only("nuxt", {"content/a.md": "# Belajar Bahasa\n\n*Oleh: Rina Cahya — 7 September 2022*\n\nMulailah dengan sepuluh kata.\n"})
    assert draft.path == PurePosixPath("artikel/2022/a.md") and draft.body == "Mulailah dengan sepuluh kata.\n"
    assert draft.fields["author"] == {"name": "Rina Cahya"} and str(draft.fields["date"]) == "2022-09-07"
    assert {("author", "Rina Cahya"), ("date", "2022-09-07")} <= {(guess.field, guess.value) for guess in draft.guesses}


@pytest.mark.parametrize(
    "line",
    ["Oleh karena itu, bawalah paspor.", "Oleh petugas, paspor diperiksa.", "By train it takes two hours.", "Oleh: Rina Cahya, kepala dinas"],
)
def test_a_sentence_that_starts_like_a_byline_stays(line: str) -> None:
    draft = only("nuxt", {"content/a.md": f"# Belajar Bahasa\n\n{line}\n\nMulailah dengan sepuluh kata.\n"})
    assert line in draft.body and "author" not in draft.fields


def test_a_line_of_the_writer_stays_where_the_entries_name_one() -> None:
    draft = only("nuxt", {"content/a.md": "---\ntitle: Bahasa\nauthor: Budi Hadi\n---\nOleh Rina Cahya\n\nMulailah.\n"})
    assert draft.fields["author"] == {"name": "Budi Hadi"} and "Oleh Rina Cahya" in draft.body


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_data/authors.yml", "rina:\n  name: Rina Cahya\n"),
        ("blog/authors.yml", "rina:\n  name: Rina Cahya\n  title: Guru\n"),
        (".authors.yml", "authors:\n  rina:\n    name: Rina Cahya\n"),
        ("data/authors.json", '{"rina": "Rina Cahya"}'),
    ],
)
def test_the_sites_own_list_says_who_a_writer_is(name: str, text: str) -> None:
    files = {"_config.yml": "title: A\n", "_posts/2021-02-03-a.md": "---\ntitle: A\nauthor: rina\n---\nIsi tulisan.\n", name: text}
    assert only("frontmatter", files).fields["author"] == {"name": "Rina Cahya"}


ENGLISH = (
    "At the airport you first go through the counter and show your passport to the officer. "
    "After that you walk to the service desk for workers, where a staff member will look for your name on the list."
)


def test_a_text_in_the_folder_of_another_language_is_told_of() -> None:
    head = "---\ntitle: Tiba\n---\n"
    (problem,) = problems("nuxt", {"content/id/articles/a.md": f"{head}{ENGLISH}\n"})
    assert problem.message.id == "tulisan ini berbahasa Inggris, tetapi di situs lama ada di folder bahasa Indonesia"
    assert problems("nuxt", {"content/en/articles/a.md": f"{head}{ENGLISH}\n"}) == []
    assert problems("nuxt", {"content/id/articles/a.md": f'{head}Kata petugas: "{ENGLISH}"\n'}) == []


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Ini < b>penting</ b> untuk diingat.", "Ini <b>penting</b> untuk diingat."),
        ("Tulis `< b>tebal</ b>` begini.", "Tulis `< b>tebal</ b>` begini."),
        ("Kalau a < b > c, periksa lagi.", "Kalau a < b > c, periksa lagi."),
    ],
)
def test_blanks_inside_tags_go_where_the_tags_are_a_pair(written: str, body: str) -> None:
    found = only("nuxt", {"content/a.md": f"---\ntitle: A\n---\n{written}\n"}).body
    assert found.replace("**", "<b>", 1).replace("**", "</b>", 1).replace("\\", "") == f"{body}\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "berkas ini kosong"),
        ("---\ntitle: Judul\n---\n", "berkas ini tidak berisi tulisan, hanya isian: Judul"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "isi berkas ini bukan teks"),
    ],
)
def test_a_file_without_a_text_says_what_it_is(data: str | bytes, said: str) -> None:
    (problem,) = problems("nuxt", {"content/a.md": data})
    assert problem.message.id == said and problem.help.id


# --- WordPress' own habits


def export(*posts: str, more: str = "") -> str:
    """An export of some posts, numbered from 100 on."""
    spaces = "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    items = "".join(
        f"<item><title>Tulisan {number}</title><link>https://blog.example/t{number}/</link><dc:creator>budi</dc:creator>"
        f"<content:encoded><![CDATA[{post}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>2021-05-04 10:00:00</wp:post_date><wp:post_name>t{number}</wp:post_name>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
        for number, post in enumerate(posts, start=100)
    )
    return (
        f'<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" {spaces}><channel>'
        f"<link>https://blog.example</link>{more}{items}</channel></rss>"
    )


def test_the_lines_of_a_post_without_paragraphs_stay_lines_beside_bold_words_and_links() -> None:
    draft = only("wordpress", {"a.xml": export("<strong>Langkah</strong>\nTimbang di rumah.\nCatat isinya.\n\nSelesai.")})
    assert draft.body == "**Langkah**  \nTimbang di rumah.  \nCatat isinya.\n\nSelesai.\n"


def test_a_remark_in_brackets_is_no_shortcode() -> None:
    draft = only("wordpress", {"a.xml": export('Harga [lihat catatan] tetap [kotak warna="biru"]murah[/kotak].')})
    assert "[lihat catatan" in draft.body and "murah" in draft.body and "kotak" not in draft.body


def test_a_video_and_the_words_below_a_picture_come_out_of_their_codes(tmp_path: Path) -> None:
    text = (
        "[youtube https://www.youtube.com/watch?v=QWErty98765]\n\n"
        '[caption id="a" width="3"]<a href="/f.png"><img src="/f.png" alt="Kotak" /></a> Kotak siap kirim.[/caption]\n\n'
        '[gallery ids="56,57"]'
    )
    pictures = "".join(
        f"<item><wp:post_type>attachment</wp:post_type><wp:post_id>{number}</wp:post_id><wp:attachment_url>{name}"
        "</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Pasar"
        "</wp:meta_value></wp:postmeta></item>"
        for number, name in ((56, "https://blog.example/f.png"), (57, "https://blog.example/tiada.png"))
    )
    (tmp_path / "a.xml").write_text(export(text, more=pictures), "utf-8")
    (tmp_path / "f.png").write_bytes((TREES / "nuxt/assets/blog_image/koper.png").read_bytes())
    (draft,) = (result for result in results("wordpress", sources(tmp_path)) if isinstance(result, Draft))
    assert draft.body.split("\n\n") == [
        "<https://www.youtube.com/watch?v=QWErty98765>",
        "![Kotak](f.png)",
        "*Kotak siap kirim.*",
        "![Pasar](f.png)\n",
    ]
    assert any("tiada.png" in item.text for item in draft.dropped)


def test_a_link_by_number_leads_to_the_post_and_an_author_has_a_name() -> None:
    author = (
        "<wp:author><wp:author_login>budi</wp:author_login><wp:author_display_name>budi</wp:author_display_name>"
        "<wp:author_first_name>Budi</wp:author_first_name><wp:author_last_name>Santoso</wp:author_last_name></wp:author>"
    )
    text = export("Lihat <a href='https://blog.example/?p=101'>yang lain</a>.", "Yang lain.", more=author)
    first, _ = drafts("wordpress", {"a.xml": text})
    assert first.body == "Lihat [yang lain](t101.md).\n"
    assert first.fields["author"] == {"name": "Budi Santoso"}


# --- bombs and wrong names

HEAD = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
        '<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd"><rss></rss>',
        HEAD + "<a>" * 5000,
        HEAD + "<item><title>x</itle>",
        "<rss>",
        "",
        b"\x00\xff" * 500,
        b"\xff\xfe\x00",
    ],
)
def test_xml_that_is_no_export_gives_a_problem(data: str | bytes) -> None:
    found = results("wordpress", memory({"a.xml": data}))
    assert found and all(isinstance(result, Problem) for result in found)


def test_what_stands_before_the_damage_is_read() -> None:
    item = "<item><title>Satu</title><encoded xmlns='http://purl.org/rss/1.0/modules/content/'>Isi.</encoded></item>"
    found = results("wordpress", memory({"a.xml": f"{HEAD}{item}<item><title>x</itle>"}))
    assert [type(result) for result in found] == [Problem, Draft]


@pytest.mark.parametrize("name", ["nuxt", "frontmatter"])
@pytest.mark.parametrize(
    "text",
    [
        "---\na: &x [1]\nb: [*x, *x]\ntitle: T\n---\nisi",
        "---\na: " + "[" * 5000 + "\n---\nisi",
        "+++\na = " + "[" * 5000 + "\n+++\nisi",
        '{"a":' * 5000,
        "<div>" * 5000 + "isi",
        "> " * 3000 + "isi",
        "\n".join("  " * n + "- isi" for n in range(100)),
        "::a\n" * 2000 + "isi",
        "[" * 5000 + "isi",
        "{{< tip >}}" * 500 + "isi",
        "---\n---\n",
        "---\ntitle: tanpa akhir\nisi",
        "\x00\x01\ufffe isi",
    ],
)
def test_hostile_texts_end_in_drafts_or_problems(name: str, text: str) -> None:
    found = results(name, memory({"content/a.md": text}))
    assert found
    assert not [result.message.en for result in found if isinstance(result, Problem) and "Error" in result.message.en]


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe" * 99, "<div>" * 5000 + "isi", "<p>", "<!--" * 3000, "<table><tr><td>" * 900 + "isi"])
def test_hostile_pages_end_in_drafts_or_problems(data: bytes | str) -> None:
    found = results("webpage", memory({"a.html": data}))
    assert found
    assert not [result.message.en for result in found if isinstance(result, Problem) and "Error" in result.message.en]


@pytest.mark.parametrize("name", ["../../etc/passwd.md", "con.md", "nama\nbaru.md", "日本.md", "-.md", "a" * 200 + ".md", "INDEX.md"])
def test_every_name_becomes_a_legal_place(name: str) -> None:
    draft = only("frontmatter", {name: "---\ntitle: Judul\n---\nIsi.\n"})
    assert re.fullmatch(r"artikel/[a-z0-9][a-z0-9-]{0,90}\.md", draft.path.as_posix())


def test_an_unreadable_file_does_not_stop_the_others() -> None:
    given_ = memory({"content/a.md": "---\ntitle: A\n---\nIsi.\n", "content/b.md": "---\ntitle: B\n---\nIsi.\n"})

    def read(path: PurePosixPath) -> bytes:
        if path.stem == "a":
            raise OSError("rusak")
        return given_.read(path)

    found = results("nuxt", Sources(given_.root, given_.files, read))
    assert [type(result) for result in found] == [Problem, Draft]


def test_a_picture_keeps_its_name_and_two_of_one_name_get_two(tmp_path: Path) -> None:
    picture = (TREES / "nuxt/assets/blog_image/koper.png").read_bytes()
    text = "---\ntitle: {}\n---\n![satu](Foto Kita.PNG)\n"
    root = write(
        tmp_path,
        {
            "content/a/a.md": text.format("A"),
            "content/b/b.md": text.format("B"),
            "content/a/Foto Kita.PNG": picture,
            "content/b/Foto Kita.PNG": picture,
            "content/b/lfs.png": "version https://git-lfs.github.com/spec/v1",
        },
    )
    found = [result for result in results("nuxt", sources(root)) if isinstance(result, Draft)]
    assert [sorted(map(str, draft.images)) for draft in found] == [["foto-kita.png"], ["b-foto-kita.png"]]


def test_a_mail_archive_of_a_page_is_read() -> None:
    page = (TREES / "webpage/halaman.html").read_text("utf-8")
    data = f"MIME-Version: 1.0\nSnapshot-Content-Location: https://koran.example/b\nContent-Type: text/html; charset=utf-8\n\n{page}"
    draft = only("webpage", {"a.mhtml": data})
    assert (draft.fields["title"], draft.fields["rights"]) == ("Judul berita contoh", "third-party")


# --- sites as they are


SITE = {"nuxt.config.js": "export default {}"}


def nuxt(body: str) -> Draft:
    return only("nuxt", {**SITE, "content/id/articles/1.md": f"---\ntitle: Koper\n---\n\n{body}\n"})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bawa:\n1.Paspor\n2.Foto", "Bawa:\n\n1. Paspor\n2. Foto"),
        ("- paspor\n-foto\n-visa", "- paspor\n- foto\n- visa"),
        ("1. Paspor\n2.Foto", "1. Paspor\n2. Foto"),
        ("Pukul\n3.Sore kami tiba", "Pukul 3.Sore kami tiba"),
        ("Biaya\n1.500 yen\n2.000 yen", "Biaya 1.500 yen 2.000 yen"),
        ("```\n1.a\n2.b\n```", "```\n1.a\n2.b\n```"),
    ],
)
def test_items_without_their_blank_stay_items_where_a_neighbour_shows_it(written: str, shown: str) -> None:
    assert nuxt(written).body.strip() == shown


def test_what_a_program_does_on_a_touch_leaves_no_words() -> None:
    draft = nuxt('<v-btn @click="go(a > b)" #icon color="red">Buka</v-btn>')
    assert draft.body.strip() == "Buka"


def test_a_component_with_a_destination_is_a_link() -> None:
    assert nuxt('<v-btn href="https://contoh.example/a">Daftar</v-btn>').body.strip() == "[Daftar](https://contoh.example/a)"


def test_neighbouring_components_do_not_glue_their_words() -> None:
    draft = nuxt("<v-card><v-card-title>Ringkas</v-card-title><v-card-text>Isi kartu.</v-card-text></v-card>")
    assert draft.body.strip() == "Ringkas  \nIsi kartu."


STORY = [f"Kalimat ke-{number} dari berita ini cukup panjang untuk dibaca orang yang menunggu di loket." for number in range(9)]


def saved(story: str, title: str = "Balai membuka kelas", heading: str = "Balai membuka kelas") -> Draft:
    page = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><div>{story}</div></body></html>"
    return only("webpage", {"a.html": page})


def test_a_story_parted_by_line_breaks_is_whole_and_in_paragraphs() -> None:
    picture = '<div><img src="https://a.example/b.jpg"><span>Loket</span></div>'
    draft = saved(f"{STORY[0]}<br><br>{STORY[1]} {STORY[2]}<br /> <br />{STORY[3]}{picture}{STORY[4]}<br><br><b>{STORY[5]}</b> {STORY[6]}")
    for sentence in STORY[:7]:
        assert sentence in draft.body.replace("**", "")
    assert STORY[0] in draft.body.split("\n\n")


@pytest.mark.parametrize("end", [" | Koran Politik", " » Lokal » Berita", " -- koran.example", " - Koran Desa Kita"])
def test_the_title_ends_where_the_pages_heading_does(end: str) -> None:
    draft = saved("<p>" + "</p><p>".join(STORY) + "</p>", f"Balai membuka kelas{end}")
    assert draft.fields["title"] == "Balai membuka kelas"


def test_a_page_of_thousands_of_paragraphs_is_taken_whole() -> None:
    draft = saved("".join(f"<div>Baris {number}.<br><br>Isi {number}.</div>" for number in range(2000)))
    assert "Isi 1999." in draft.body and "body" in [guess.field for guess in draft.guesses]


SAVED = """\
<html><head><title>Balai Latihan Membuka Kelas Baru bagi Calon Perawat</title><meta name="author" content="Rina Cahya">
<meta name="description" content="Rabu, 02 Agu 2023 08:15 WIB"></head><body><article>
<h1>Balai Latihan Membuka Kelas Baru bagi Calon Perawat</h1>
<p>Rabu, 02 Agu 2023 08:15 WIB</p>
<p>Balai latihan kerja membuka kelas bahasa bagi calon perawat mulai bulan depan. Pendaftaran tidak dipungut biaya.</p>
<p>ADVERTISEMENT</p>
<p>SCROLL TO CONTINUE WITH CONTENT</p>
<p>Peserta membawa ijazah asli, dua lembar foto, dan surat izin orang tua ke kantor dinas setempat.</p>
<p>Baca juga: <a href="https://berita.example/b">Jadwal Ujian Bahasa Bulan Depan</a></p>
<p>Iklan serupa sering menjanjikan gaji lebih besar. Baca juga perjanjian kerja sebelum tanda tangan.</p>
<p>Simak Video: Suasana Pelatihan di Balai</p>
<p>Mereka yang lulus dapat melamar pekerjaan lewat jalur resmi yang diumumkan kantor dinas. <strong>(rin/abc)</strong></p>
</article></body></html>
"""


def test_a_saved_page_loses_the_debris_that_a_clipping_loses() -> None:
    draft = only("webpage", {"a.html": SAVED})
    debris = ("08:15 WIB", "ADVERTISEMENT", "SCROLL TO", "Jadwal Ujian Bahasa", "Simak Video", "rin/abc")
    assert [words for words in debris if words in draft.body or words in str(draft.fields)] == []
    account = "\n".join(item.text for item in draft.dropped)
    assert [words for words in debris if words not in account] == []
    assert "Baca juga perjanjian kerja sebelum tanda tangan." in draft.body
    assert "Peserta membawa ijazah asli" in draft.body and "jalur resmi yang diumumkan kantor dinas." in draft.body


SMALL = """<html><head><title>Pasar pindah ke lapangan - Kabar Contoh</title></head><body>
<div id="menu"><a href="/">Home</a> <a href="/kontak">Kontak</a></div><article><h1>Pasar pindah ke lapangan</h1>
<figure><img src="foto.png" alt="Tenda"><figcaption>Tenda pertama berdiri.</figcaption></figure>
<p>Pasar pindah ke lapangan di <a href="https://peta.example/timur">sebelah timur</a>.</p>
<ul><li>Buka: pukul lima</li><li>Tutup: pukul sembilan</li></ul><p><b>Baca juga:</b></p><p><a href="/lain">Stasiun Direnovasi</a></p>
<p>Parkir sepeda tidak dipungut biaya.</p></article><div class="footer">Copyright 2023 Kabar Contoh.</div></body></html>
"""


def small(folder: Path) -> Draft:
    """The draft of the small page, with its picture beside it."""
    (folder / "a.html").write_text(SMALL, "utf-8")
    (folder / "foto.png").write_bytes((TREES / "nuxt/assets/blog_image/koper.png").read_bytes())
    (draft,) = results("webpage", sources(folder))
    assert isinstance(draft, Draft)
    return draft


def test_a_saved_page_of_a_few_lines_keeps_its_paragraphs_lists_links_and_pictures(tmp_path: Path) -> None:
    draft = small(tmp_path)
    assert draft.body.split("\n\n") == [
        "![Tenda](foto.png)",
        "*Tenda pertama berdiri.*",
        "Pasar pindah ke lapangan di [sebelah timur](https://peta.example/timur).",
        "- Buka: pukul lima\n- Tutup: pukul sembilan",
        "Parkir sepeda tidak dipungut biaya.\n",
    ]
    account = " ".join(item.text for item in draft.dropped)
    assert [words for words in ("Home", "Kontak", "Stasiun Direnovasi") if words not in account] == []


def test_the_site_behind_the_title_is_the_publisher_where_the_imprint_names_it() -> None:
    assert "'publisher': 'Kabar Contoh'" in str(only("webpage", {"a.html": SMALL}).fields["sources"])
    section = SMALL.replace("- Kabar Contoh", "- Berita")
    assert "publisher" not in str(only("webpage", {"a.html": section}).fields["sources"])


def test_a_caption_is_no_summary_of_the_text(tmp_path: Path) -> None:
    assert str(small(tmp_path).fields["description"]).startswith("Pasar pindah")


def test_only_a_link_below_the_words_baca_juga_goes_with_them() -> None:
    lists = "<p>Baca juga:</p><ul><li><a href='https://berita.example/c'>Cara Lain</a></li></ul><p>Biaya:<br>Rp1 juta</p>"
    draft = only("webpage", {"a.html": SAVED.replace("<p>ADVERTISEMENT</p>", lists)})
    assert "Biaya:" in draft.body and "Baca juga:" not in draft.body


PAPER = """<html><head><title>Warga Bersihkan Saluran Air</title><meta name="content_author" content="Rina Cahya"></head><body>
<h1>Warga Bersihkan Saluran Air</h1><div class="credit">Rina Cahya</div><div class="content">
<p><strong>MEDAN, KOMPAS.com</strong> - Warga kampung membersihkan saluran air setiap hari Sabtu pagi bersama-sama.</p>
<p>Kegiatan itu diikuti seratus orang dari empat rukun tetangga, dan sampahnya dibawa ke bank sampah.</p>
<p>Lurah setempat menyediakan sarung tangan dan karung untuk semua yang datang.</p></div></body></html>
"""


def test_a_dateline_and_the_writers_name_above_it_are_no_part_of_a_saved_story() -> None:
    draft = only("webpage", {"a.html": PAPER})
    assert draft.body.startswith("Warga kampung membersihkan") and "Rina Cahya" not in draft.body
    assert {"Rina Cahya", "MEDAN, KOMPAS.com -"} <= {item.text for item in draft.dropped}
    assert [guess.value for guess in draft.guesses if guess.field == "author"] == ["Rina Cahya"]


def test_a_place_of_the_story_is_no_dateline_of_a_saved_page() -> None:
    draft = only("webpage", {"a.html": PAPER.replace("MEDAN, KOMPAS.com", "Catatan")})
    assert draft.body.startswith("**Catatan** - Warga")


def test_the_words_before_a_writers_name_are_no_part_of_it() -> None:
    page = SAVED.replace("Rina Cahya", "Diposting oleh Rina Cahya")
    assert [guess.value for guess in only("webpage", {"a.html": page}).guesses if guess.field == "author"] == ["Rina Cahya"]


def test_who_wrote_a_saved_page_is_no_author_of_ours() -> None:
    draft = only("webpage", {"a.html": SAVED})
    assert not {"author", "authors"} & set(draft.fields)
    assert [(guess.field, guess.value) for guess in draft.guesses if guess.field == "author"] == [("author", "Rina Cahya")]

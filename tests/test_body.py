"""A body is rendered once, lets nothing through that the allowlist does not name, and knows where everything stands."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import InlineProcessor
from selectolax.lexbor import LexborHTMLParser

from rantau import body
from rantau.model import Body, Defect, Edit, Heading, Link, Span

QUICK = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

# What a page may hold, written down a second time on purpose: tag -> attributes.
GLOBAL_TAGS = (
    "p h2 h3 h4 h5 h6 ul ol li blockquote pre div table thead tbody tr th td hr details summary "
    "b br cite del em i ins kbd mark q s small strong sub sup u wbr a img code abbr"
).split()
ALLOWED = {tag: {"class"} if tag in ("div", "details", "p", "a", "code") else set() for tag in GLOBAL_TAGS}
ALLOWED["a"] |= {"href", "title", "rel", "id"}
ALLOWED["img"] |= {"src", "alt", "title"}
ALLOWED["abbr"] |= {"title"}
ALLOWED["th"] |= {"align"}
ALLOWED["td"] |= {"align"}
ALLOWED["ol"] |= {"start"}
ALLOWED["div"] |= {"tabindex", "role", "aria-label"}
ALLOWED["details"] |= {"open"}
for _name in ("li", "sup", "h2", "h3", "h4", "h5", "h6"):
    ALLOWED[_name] |= {"id"}


def render(text: str, language: str = "id") -> tuple[Body, tuple[Defect, ...]]:
    rendered, defects = body.render(text, 1, body.mask(text, 1), language)
    assert rendered is not None
    return rendered, defects


def html(text: str) -> str:
    rendered, defects = render(text)
    assert defects == ()
    return rendered.html


def tags(text: str) -> list[tuple[str, Span]]:
    return [(d.values["tag"], d.span) for d in render(text)[1] if d.rule == "raw-html"]


# --- HTML ---------------------------------------------------------------------------------------


def test_headings_stand_below_the_title_of_the_page() -> None:
    assert html("## A\n\n### B\n") == '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'
    assert render("# A\n\n## B\n\n###### C\n")[0].headings == (Heading(2, "a", "A"), Heading(3, "b", "B"), Heading(6, "c", "C"))


def test_headings_of_one_name_get_numbers() -> None:
    rendered = render("## Biaya\n\n## Biaya\n\n## Biaya 2\n\n## ???\n")[0]
    assert [h.id for h in rendered.headings] == ["biaya", "biaya-2", "biaya-2-2", "bagian"]
    assert rendered.anchors == {"biaya", "biaya-2", "biaya-2-2", "bagian"}


def test_heading_text_is_plain() -> None:
    assert render("## *Biaya* & `kode` [paspor](a.md)[^1]\n\n[^1]: x\n")[0].headings == (Heading(2, "biaya-kode-paspor", "Biaya & kode paspor"),)


def test_destinations_are_placeholders_and_outside_ones_are_not() -> None:
    rendered = render('[a](b.md "J") ![c](d.png) [e](https://f.example/?g=1&h=2) [i](mailto:j@k.example)\n')[0]
    assert rendered.html == (
        '<p><a href="rantau:0" title="J">a</a> <img alt="c" src="rantau:1"> '
        '<a href="https://f.example/?g=1&amp;h=2" rel="noopener">e</a> <a href="mailto:j@k.example">i</a></p>'
    )
    assert rendered.links == (
        Link("b.md", "a", Span(1, 5, 1, 9)),
        Link("d.png", "c", Span(1, 20, 1, 25), image=True),
        Link("https://f.example/?g=1&h=2", "e", Span(1, 31, 1, 57)),
        Link("mailto:j@k.example", "i", Span(1, 63, 1, 81)),
    )


@pytest.mark.parametrize("destination", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "//evil.example/", "\\\\\\\\evil.example"])
def test_unsafe_destination_never_reaches_the_page(destination: str) -> None:
    rendered = render(f"[a](<{destination}>)\n")[0]
    assert "href" not in rendered.html
    assert [link.destination for link in rendered.links] == [destination.replace("\\\\", "\\")]


def test_unsafe_destination_is_seen_through_blanks_and_entities() -> None:
    for written in ("[a](java&#115;cript:alert(1))", "[a](<java\tscript:x>)", "[a](&#x6A;avascript:x)", "[a]: javascript:x\n\n[a]"):
        assert "script:" not in re.sub(r">[^<]*<", "><", render(written)[0].html)


def test_mail_address_in_angle_brackets_is_a_mail_link() -> None:
    rendered, defects = render("Tulis ke <halo@kp2mi.go.id>.\n")
    assert defects == ()
    assert [(link.destination, link.label) for link in rendered.links] == [("mailto:halo@kp2mi.go.id", "halo@kp2mi.go.id")]
    assert LexborHTMLParser(rendered.html).css("a")[0].attributes["href"] == "mailto:halo@kp2mi.go.id"


@pytest.mark.parametrize("source", ["https://a.example/b.png", "//a.example/b.png", "data:image/png;base64,AA", "javascript:x"])
def test_image_of_another_server_never_reaches_the_page(source: str) -> None:
    rendered = render(f"![a](<{source}>)\n")[0]
    assert rendered.html == '<p><img alt="a" src="rantau:0"></p>'
    assert [(link.destination, link.image) for link in rendered.links] == [(source, True)]


def test_same_destination_twice_has_two_places() -> None:
    assert [link.span for link in render("[a](x.md)\n\n[b](x.md)\n")[0].links] == [Span(1, 5, 1, 9), Span(3, 5, 3, 9)]


def test_destination_of_a_reference_stands_at_its_definition() -> None:
    assert render("[a][1]\n\n[1]: x.md\n")[0].links == (Link("x.md", "a", Span(3, 6, 3, 10)),)


def test_destination_in_code_is_no_link_and_no_place() -> None:
    assert render("`[a](x.md)` [b](x.md)\n")[0].links == (Link("x.md", "b", Span(1, 17, 1, 21)),)


def test_places_are_counted_from_the_first_line_of_the_file() -> None:
    text = "---\ntitle: x\n---\n\n[a](x.md)\n\n<div>\n"
    rendered, defects = body.render("\n[a](x.md)\n\n<div>\n", 4, body.mask(text, 4), "id")
    assert rendered is not None
    assert rendered.links[0].span == Span(5, 5, 5, 9)
    assert [d.span for d in defects] == [Span(7, 1, 7, 6)]


def test_plain_inline_tags_pass_and_closing_ones_too() -> None:
    assert html("H<sub>2</sub>O<br>a<br/>b <kbd>Ctrl</kbd>\n") == "<p>H<sub>2</sub>O<br>\na<br>\nb <kbd>Ctrl</kbd></p>"


def test_component_of_the_old_site_is_told_as_one_and_an_image_among_them_has_its_repair() -> None:
    (first, second) = render('- <v-img src="/images/x.jpg" alt="Paspor"></v-img>\n- <NuxtImg src="x.jpg" />\n')[1]
    assert (first.rule, first.values["tag"], first.span) == ("leftover-component", "v-img", Span(1, 3, 1, 43))
    assert first.fix == (Edit(Span(1, 3, 1, 51), "![Paspor](x.jpg)"),)
    assert (second.rule, second.values["tag"], second.fix) == ("leftover-component", "nuxtimg", ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <script>x</script>", [("script", Span(1, 3, 1, 11))]),
        ("<b onclick=x>a</b>", [("b", Span(1, 1, 1, 14))]),
        ("<DIV>a</DIV>", [("div", Span(1, 1, 1, 6))]),
        ("a</div>", [("div", Span(1, 2, 1, 8))]),
        ("<!-- x -->", [("!--", Span(1, 1, 1, 11))]),
        ("- a\n- <input src=x />", [("input", Span(2, 3, 2, 18))]),
        ("> <iframe src=x></iframe>", [("iframe", Span(1, 3, 1, 17))]),
        ("| a |\n|---|\n| <div> |", [("div", Span(3, 3, 3, 8))]),
        ("a[^1]\n\n[^1]: <div>", [("div", Span(3, 7, 3, 12))]),
        ('!!! note "x"\n    <div>', [("div", Span(2, 5, 2, 10))]),
        ("`<div>` <div>", [("div", Span(1, 9, 1, 14))]),
    ],
)
def test_raw_html_is_reported_where_it_stands(text: str, found: list[tuple[str, Span]]) -> None:
    assert tags(text) == found


@pytest.mark.parametrize("text", ["5 < 6 dan 7 > 3", "a <- b", "<3", "x <= y", "`<div>`", "    <div>", "```\n<div>\n```", "&lt;div&gt;", "AT&T <https://a.example/>"])
def test_sign_that_is_no_tag_is_innocent(text: str) -> None:
    assert tags(text) == []
    assert "<div" not in html(text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Lihat https://a.example/b_c?x=1&y=2.", [("https://a.example/b_c?x=1&y=2", "https://a.example/b_c?x=1&y=2")]),
        ("(www.a.example), **https://b.example/x_(y)**!", [("https://www.a.example", "www.a.example"), ("https://b.example/x_(y)",) * 2]),
        ("| a | b |\n|---|---|\n| https://a.example/ | b |", [("https://a.example/",) * 2]),
        ("[https://a.example/](https://a.example/)", [("https://a.example/",) * 2]),
        ("`https://a.example/` dan http://127.0.0.1:8000/ dan http://localhost/ dan a@www.b.example dan ftp://c.example", []),
        ("https://a.example/b\\_c dan https://… dan www. dan kp2mi.go.id", []),
        ("javascript:https://a.example", []),
        ("https://a.example/<br>www.b.example<br/>", [("https://a.example/",) * 2, ("https://www.b.example", "www.b.example")]),
    ],
)
def test_web_address_without_brackets_is_a_link(text: str, links: list[tuple[str, str]]) -> None:
    found = LexborHTMLParser(html(text)).css("a")
    assert [(a.attributes["href"], a.text()) for a in found] == links
    assert {a.attributes.get("rel") for a in found} <= {"noopener"}


def test_bare_address_is_no_link_that_somebody_wrote() -> None:
    assert render("http://a.example/ dan [b](http://b.example/)")[0].links == (Link("http://b.example/", "b", Span(1, 27, 1, 44)),)


def test_words_between_two_tildes_are_struck() -> None:
    assert html("~~Rp500~~ Rp350, ~3 hari, ~~ ini ~~, \\~~itu~~, `~~kode~~`") == (
        "<p><del>Rp500</del> Rp350, ~3 hari, ~~ ini ~~, ~~itu~~, <code>~~kode~~</code></p>"
    )


def test_code_is_shown_as_it_is() -> None:
    assert html("```html\n<b>&amp;</b>\n```\n") == '<pre><code class="language-html">&lt;b&gt;&amp;amp;&lt;/b&gt;\n</code></pre>'


def test_attributes_cannot_be_written_into_markdown() -> None:
    assert html("Isi {: onclick=x }\n\n## Judul {#id}\n") == '<p>Isi {: onclick=x }</p>\n<h2 id="judul-id">Judul {#id}</h2>'


def test_table_is_named_for_those_who_do_not_see_it_and_aligned_without_style() -> None:
    tree = LexborHTMLParser(html("| a | b |\n|:--|--:|\n| 1 | 2 |\n"))
    box = tree.css_first("div.md-typeset__scrollwrap")
    assert box is not None
    assert (box.attributes["role"], box.attributes["tabindex"], box.attributes["aria-label"]) == ("group", "0", "Tabel")
    assert [cell.attributes["align"] for cell in tree.css("td")] == ["left", "right"]
    assert tree.css("[style]") == []


def test_an_empty_corner_of_a_table_is_no_head() -> None:
    tree = LexborHTMLParser(html("| | a |\n|---|---|\n| b | 1 |\n"))
    assert [(cell.tag, cell.text()) for cell in tree.css("thead tr > *")] == [("td", ""), ("th", "a")]


def test_footnote_leads_there_and_back_in_the_language_of_the_page() -> None:
    rendered = render("Isi[^1].\n\n[^1]: Catatan.\n", "ja")[0]
    tree = LexborHTMLParser(rendered.html)
    assert tree.css("a.footnote-ref")[0].attributes["href"] == "#fn:1"
    assert tree.css("a.footnote-backref")[0].attributes["href"] == "#fnref:1"
    assert tree.css("a.footnote-backref")[0].attributes["title"] == "本文に戻る 注1"
    assert rendered.anchors == {"fn:1", "fnref:1"}
    assert rendered.links == ()


def test_box_has_its_kind_and_its_title() -> None:
    assert html('!!! note "Ingat"\n    Isi.\n') == '<div class="admonition note">\n<p class="admonition-title">Ingat</p>\n<p>Isi.</p>\n</div>'
    assert html('???+ tip "Buka"\n    Isi.\n') == '<details class="tip" open="">\n<summary>Buka</summary>\n<p>Isi.</p>\n</details>'


def test_box_that_nobody_knows_is_reported_at_its_kind() -> None:
    defects = render('!!! catatan "Ingat"\n    Isi.\n')[1]
    assert [(d.rule, d.span, dict(d.values)) for d in defects] == [("unknown-box", Span(1, 5, 1, 12), {"kind": "catatan"})]


def test_nesting_too_deep_gives_no_body() -> None:
    text = "- " * 3000 + "dalam\n"
    assert body.render(text, 7, text, "id") == (None, (Defect("too-complex", Span(7, 1, 7, 1), {"limit": "depth"}),))


def test_body_after_one_that_nested_too_deep_is_rendered_like_any_other() -> None:
    assert body.render("- " * 3000 + "dalam\n", 1, "", "id")[0] is None
    assert render("Isi.\n\n- a\n")[0].html == "<p>Isi.</p>\n<ul>\n<li>a</li>\n</ul>"


def test_escaped_characters_and_entities_are_part_of_words_and_destinations() -> None:
    rendered = render("## C\\_D &amp; E\n\n[x\\_y](a\\_b.md) 5 \\* 3 &copy; &lt;b&gt; ![p\\_q](r\\_s.png) [k&amp;l](m.md)\n")[0]
    assert rendered.headings == (Heading(2, "c_d-e", "C_D & E"),)
    assert [(link.destination, link.label) for link in rendered.links] == [("a_b.md", "x_y"), ("r_s.png", "p_q"), ("m.md", "k&l")]
    assert rendered.text == "C_D & E\nx_y 5 * 3 © <b> k&l"


def test_hidden_character_written_as_an_entity_never_reaches_the_page_in_silence() -> None:
    for entity in ("&#8238;", "&#x202E;", "&#8203;", "&rlm;"):
        rendered, defects = render(f"Kirim ke {entity}5432\n")
        assert defects or not re.search("[\u200b-\u200f\u202a-\u202e]", LexborHTMLParser(rendered.html).text())


def test_one_body_leaves_nothing_behind_for_the_next() -> None:
    first = render("## A\n\n[a][1] [^1] PMI\n\n[1]: x.md\n[^1]: y\n*[PMI]: Pekerja\n\n<div>\n")
    assert render("[a][1] [^1] PMI\n")[0].html == "<p>[a][1] [^1] PMI</p>"
    assert render("## A\n\n[a][1] [^1] PMI\n\n[1]: x.md\n[^1]: y\n*[PMI]: Pekerja\n\n<div>\n") == first


# --- plain text ---------------------------------------------------------------------------------


def test_plain_text_has_every_word_once_and_no_block_of_code() -> None:
    text = (
        "## Biaya & lama\n\nAT&T, &copy; dan `x < y`[^1].  \nBaris [dua](x.md) ![gambar](y.png)\n\n- a\n- b\n\n"
        "| k | l |\n|---|---|\n| m | n |\n\n```\nkode\n```\n\n[^1]: Catatan <kaki@kaki.example>.\n"
    )
    rendered = render(text)[0]
    assert rendered.text.split() == (
        "Biaya & lama AT&T, © dan x < y. Baris dua a b k l m n Catatan kaki@kaki.example.".split()
    )
    assert rendered.words == 19


def test_words_of_two_blocks_do_not_run_together() -> None:
    assert render("a\n\nb\n\n- c\n- d\n\n| e |\n|---|\n| f |\n")[0].text == "a\nb\nc\nd\ne\nf"


# --- the mask -----------------------------------------------------------------------------------


def test_mask_blanks_front_matter_and_code_and_keeps_the_rest() -> None:
    text = "---\ntitle: x\n---\nIsi `kode` dan ``a ` b``.\n\n```\n[a](b)\n```\n\n    kode\n\n- butir\n\n    isi butir\n"
    assert body.mask(text, 4) == (
        "   \n        \n   \nIsi        dan          .\n\n   \n      \n   \n\n        \n\n- butir\n\n    isi butir\n"
    )


@pytest.mark.parametrize(
    "text",
    ["~~~\n<div>\n~~~\n", "```html\n<div>\n```\n", "````\n```\n<div>\n````\n", "a `<div>` b\n", "a ``<div>`` b\n", "a `x\n<div>` b\n", "x\n\n    <div>\n", "\t<div>\n"],
)
def test_mask_hides_what_markdown_shows_as_code(text: str) -> None:
    assert "<div>" not in body.mask(text, 1)
    assert tags(text) == []


@pytest.mark.parametrize("text", ["a ` <div>\n\nb `\n", "x\n    <div>\n", "- a\n\n    <div>\n", "\\`<div>\\`\n", '!!! note "a"\n\n    <div>\n', "``` a`b\n<div>\n"])
def test_mask_hides_nothing_that_markdown_reads(text: str) -> None:
    assert "<div>" in body.mask(text, 1)


# --- properties ---------------------------------------------------------------------------------

PIECES = [
    *"# |## |###### |- |1. |> |    |\t|`|``|```|~~~|*|**|_|__|[|]|(|)|![|](|<|>|<b>|</b>|<br>|<script>|</script>|<!--|-->|<?".split("|"),
    *"&amp;|&#38;|&#x6A;|&|\\|\n|\n\n|  \n|!!! note|!!! x \"y\"|??? tip|???+ tip \"a\"|[^1]|[^1]: |*[PMI]: x|PMI".split("|"),
    *"javascript:|https://a.b/c|<https://a.b>|<a@b.c>|mailto:|data:|//x|\"|'|\n|---|===|***|{: onclick=x}|{#id}".split("|"),
    *"rantau:1|\x02|\x03|\x02wzxhzdk:0\x03|\x02amp\x03|klzzwxh:0001|stx|é|日本|😀|\u200d|onclick=|style=|a|b|kata |\r\n|:|^|~|$".split("|"),
    *"[x]: y|[x]|[a](b \"c\")|![a](b)|[a](<b c>)|\u2028|\x0b|\x00|<div>|</div>|<svg><style>|<a href=x>|<img src=x onerror=y>".split("|"),
    "|",
    "| a | b |\n|---|:-:|\n| c | d |",
]
MARKDOWN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25).map("".join)


def strays(markup: str) -> Iterator[str]:
    for node in LexborHTMLParser(markup).css("body *"):
        allowed = ALLOWED.get(str(node.tag))
        if allowed is None:
            yield f"<{node.tag}>"
            continue
        for name, value in node.attributes.items():
            if name not in allowed:
                yield f"{name} in <{node.tag}>"
            if name == "href" and not re.match(r"rantau:\d+$|https?:|mailto:|tel:|#fn", value or "", re.IGNORECASE):
                yield f"href={value}"
            if name == "src" and not re.match(r"rantau:\d+$", value or ""):
                yield f"src={value}"


@QUICK
@given(MARKDOWN)
def test_no_text_gives_html_outside_the_allowlist(text: str) -> None:
    rendered, _ = body.render(text, 1, body.mask(text, 1), "id")
    assert rendered is not None
    assert list(strays(rendered.html)) == []


@QUICK
@given(MARKDOWN)
def test_ids_are_unique_and_placeholders_have_their_links(text: str) -> None:
    rendered, _ = body.render(text, 1, body.mask(text, 1), "id")
    assert rendered is not None
    ids = re.findall(r' id="([^"]*)"', rendered.html)
    assert len(ids) == len(set(ids))
    numbers = [int(n) for n in re.findall(r'(?:href|src)="rantau:(\d+)"', rendered.html)]
    assert all(number < len(rendered.links) for number in numbers)
    assert len(numbers) == len(set(numbers))


@QUICK
@given(MARKDOWN)
def test_every_place_in_a_body_lies_inside_it(text: str) -> None:
    rendered, defects = body.render(text, 1, body.mask(text, 1), "id")
    assert rendered is not None
    lines = text.split("\n")
    for span in [link.span for link in rendered.links] + [d.span for d in defects]:
        assert span.line <= span.end_line <= len(lines)
        assert span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1


@contextmanager
def without_the_shortcut() -> Iterator[None]:
    """Python-Markdown's own inline processor, and its block processors without marks to wait for."""
    with patch.object(body, "_Inline", InlineProcessor), patch.object(body, "_BLOCK_MARKS", {}):
        body._renderer.cache_clear()
        try:
            yield
        finally:
            body._renderer.cache_clear()


@QUICK
@given(st.lists(MARKDOWN, min_size=1, max_size=6))
def test_shortcut_gives_the_same_body_as_python_markdown_without_it(texts: list[str]) -> None:
    quick = [body.render(text, 1, text, "id") for text in texts]
    with without_the_shortcut():
        slow = [body.render(text, 1, text, "id") for text in texts]
    assert quick == slow


# --- the renderer's loops, replaced -------------------------------------------------------------

CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
TICKS = st.lists(st.sampled_from(["`", "``", "```", "\\", "a", " ", "\n", "\n\n", "\n \t\n", "a`"]), max_size=30).map("".join)
BRACKETS = st.lists(
    st.sampled_from([*"[]()!<>'\"`^ab\n", "](", "[a](b", "![a](", "[a][", "``", "[^1]", "\\`", "(<", ">)", "[a](b)", "**", "\n\n", " "]), max_size=40
).map(lambda pieces: "".join(pieces) + "\n\n[a]: x\n[^1]: y\n")


@contextmanager
def with_the_loops_of_python_markdown() -> Iterator[None]:
    """Brackets, backticks and footnotes counted as Python-Markdown counts them."""
    names = ("_hasten_links", "_hasten_code")
    with ExitStack() as stack:
        for name in names:
            stack.enter_context(patch.object(body, name, lambda processor: None))
        stack.enter_context(patch.object(body, "_Footnotes", FootnoteExtension))
        body._renderer.cache_clear()
        try:
            yield
        finally:
            body._renderer.cache_clear()


@QUICK
@given(st.lists(st.one_of(BRACKETS, MARKDOWN, TICKS), min_size=1, max_size=6))
def test_brackets_backticks_and_footnotes_are_what_python_markdown_makes_of_them(texts: list[str]) -> None:
    quick = [body.render(text, 1, text, "id") for text in texts]
    with with_the_loops_of_python_markdown():
        slow = [body.render(text, 1, text, "id") for text in texts]
    assert quick == slow


@QUICK
@given(TICKS)
def test_mask_finds_the_code_spans_that_one_pattern_would_find(text: str) -> None:
    assert list(body._code_spans(text)) == [match.span() for match in CODE_SPAN.finditer(text)]


def test_note_marked_often_has_a_way_back_to_each_mark() -> None:
    rendered = render("a[^x] b[^x] c[^x] d[^y]\n\n[^x]: X\n[^y]: Y\n")[0]
    assert rendered.anchors == {"fnref:x", "fnref2:x", "fnref3:x", "fnref:y", "fn:x", "fn:y"}
    assert re.findall(r'class="footnote-backref" href="#([^"]+)"', rendered.html) == ["fnref:x", "fnref2:x", "fnref3:x", "fnref:y"]


def test_nesting_an_editor_may_want_is_none_too_deep() -> None:
    levels = range(10)
    assert "sepuluh" in html("\n".join(f"{'    ' * n}- {n}" for n in levels) + "\n" + "    " * 10 + "- sepuluh\n")
    assert "sepuluh" in html("\n".join(f"{'> ' * n}{n}\n{'> ' * n}" for n in levels) + "\n" + "> " * 10 + "sepuluh\n")
    assert "sepuluh" in html("".join(f'{"    " * n}!!! note "{n}"\n\n' for n in levels) + "    " * 10 + "sepuluh\n")


def test_nesting_that_no_screen_has_room_for_gives_no_body_wherever_it_is_called_from() -> None:
    def below(frames: int) -> tuple[Defect, ...]:
        return below(frames - 1) if frames else body.render("> " * 70 + "a\n", 3, "", "id")[1]

    assert below(0) == below(300) == (Defect("too-complex", Span(3, 1, 3, 1), {"limit": "depth"}),)


def test_place_of_a_destination_is_not_that_of_a_longer_one() -> None:
    assert [link.span for link in render("[a](x.md#y) [b](x.md) [c](x.md#y)\n")[0].links] == [Span(1, 5, 1, 11), Span(1, 17, 1, 21), Span(1, 27, 1, 33)]


def test_place_of_a_mail_address_in_angle_brackets_is_the_address() -> None:
    assert [link.span for link in render("Tulis ke <a@b.example> atau [x](mailto:a@b.example)\n")[0].links] == [Span(1, 11, 1, 22), Span(1, 33, 1, 51)]


def test_destination_defined_once_and_used_twice_stands_at_its_definition() -> None:
    assert [link.span for link in render("[a][1] [b][1] x.md\n\n[1]: x.md\n")[0].links] == [Span(3, 6, 3, 10)] * 2


def test_headings_of_many_equal_names_are_numbered_around_the_ones_that_have_the_name() -> None:
    assert [h.id for h in render("# A 2\n\n# A\n\n# A\n\n# A\n\n# A 2\n")[0].headings] == ["a-2", "a", "a-3", "a-4", "a-2-2"]

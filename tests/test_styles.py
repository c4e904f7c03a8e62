"""The one stylesheet: nothing that a page can show is missing from it, and the first screen needs nothing else."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, ViewportSize

from rantau import policy, styles
from rantau.cascade import Rule, halves, read, related, said, specificity, written
from rantau.verify import code_hash
from tests.test_browser import PAGES, PHONE, SCHEMES, SIZES, base, browser, host

__all__ = ["base", "browser", "host"]


def test_the_pinned_digest_is_that_of_the_critical_styles() -> None:
    pinned = code_hash(styles.sheet().critical)
    assert pinned == policy.INLINE_STYLE, "run scripts/bench.py critical --write"


def test_every_critical_selector_stands_in_the_stylesheet() -> None:
    known = {s for rule in styles.whole() for s in rule.selectors}
    assert set(styles.CRITICAL.read_text("utf-8").splitlines()) - known == set(), "run scripts/bench.py critical --write"


def test_the_stylesheet_is_less_than_half_of_what_it_is_made_of() -> None:
    assert len(written(styles.whole())) < 0.5 * sum(map(len, styles.sources()))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a , b > c{color : red;}", "a,b>c{color:red}"),
        ("@media print{a{b:c}} @media  print {d{e:f}}", "@media print{a{b:c}d{e:f}}"),
        ("@charset 'x';@import 'y';a{b:c!important}", "a{b:c!important}"),
        ("@supports (x:y){@media print{a{b:c}}}", "@supports (x:y){@media print{a{b:c}}}"),
        ("@keyframes k { from { a : b } }", "@keyframes k { from { a : b } }"),
        (".a:is(b,c):not(.d, .e)::before{content:'}'}", """.a:is(b,c):not(.d, .e)::before{content:"}"}"""),
    ],
)
def test_a_stylesheet_is_read_and_written(text: str, same: str) -> None:
    assert written(read(text)) == same


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        (".a b", True),
        (".a .x", False),
        ("#x", False),
        ("a:not(.x)", True),
        ("b:is(.x,.a)", True),
        ("b:is(.x,.y)", False),
        ("[data-x=y] b::before", True),
        ("[data-z] b", False),
        ("[dir=ltr] b", True),
        ("[dir=rtl] b", False),
        ("x", False),
        (".kind-x", True),
        (".kin-x", False),
        ("*", True),
    ],
)
def test_a_selector_stays_when_all_its_names_may_stand_in_a_page(selector: str, kept: bool) -> None:
    (rule,) = read(f"{selector}{{c:d}}")
    assert (styles.purged(rule, frozenset({"a", "b", "data-x", "dir", "kind-"})) is not None) is kept


# Source: https://www.w3.org/TR/selectors-4/#specificity-rules
@pytest.mark.parametrize(
    ("selector", "weight"),
    [
        ("*", (0, 0, 0)),
        ("li", (0, 0, 1)),
        ("ul li", (0, 0, 2)),
        ("h1 + *[rel=up]", (0, 1, 1)),
        ("ul ol li.red", (0, 1, 3)),
        ("li.red.level", (0, 2, 1)),
        ("#x34y", (1, 0, 0)),
        ("#s12:not(foo)", (1, 0, 1)),
        (".foo:is(.bar, #baz)", (1, 1, 0)),
        (":where(#a, .b) c", (0, 0, 1)),
        ("a::before", (0, 0, 2)),
        ("a:nth-child(2n+1)", (0, 1, 1)),
    ],
)
def test_a_selector_weighs_what_the_standard_says(selector: str, weight: tuple[int, int, int]) -> None:
    assert specificity(selector) == weight


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ".c", ".d"]), st.sampled_from(["color", "margin", "margin-top"]), st.integers(0, 9)), max_size=8), st.sets(st.sampled_from(["a", "b", ".c", ".d"])))
def test_the_two_halves_say_of_every_element_what_the_whole_says(made: list[tuple[str, str, int]], wanted: set[str]) -> None:
    rules = [Rule((), (selector,), (f"{name}:{value}",)) for selector, name, value in made]
    critical, rest = halves(rules, frozenset(wanted))
    for element in ({"a"}, {"b"}, {"a", ".c"}, {"a", ".c", ".d"}, {"b", ".c", ".d"}):
        assert told([*critical, *rest], element) == told(rules, element)


def told(rules: list[Rule], element: set[str]) -> dict[str, str]:
    """What the rules say of an element that these selectors match; "margin" says "margin-top" as well."""
    said: dict[str, str] = {}
    for rule in sorted(rules, key=lambda rule: specificity(rule.selectors[0])):
        if rule.selectors[0] in element:
            for declaration in rule.declarations:
                name, _, value = declaration.partition(":")
                said[name] = value
                if name == "margin":
                    said["margin-top"] = value
    return said


# Pages that fill a screen; short ones show at once what stands below in most others.
LONG = ("", "artikel/2026/contoh-lengkap/", "artikel/2025/bentuk-lama/", "program/contoh/", "negara/jepang/", "tentang/")
# The search page is made by its script, at its own time; the others are like one that is compared.
SKIPPED = {
    "cari/",
    *("artikel/2025/arsip/", "artikel/2025/tanpa-tanggal/", "artikel/2026/judul-tajam/", "artikel/2026/perlu-diperiksa/"),
    *("tahap/penempatan/", "kawasan/eropa-barat/", "penulis/redaksi/", "en/topik/", "ja/perubahan/"),
}
# Every box of the page with what it looks like, as one line each: an element's place and the digest of these properties' values.
BOXES = """(names) => {
  const found = [];
  const digest = (text) => { let h = 0; for (let i = 0; i < text.length; i++) h = Math.imul(31, h) + text.charCodeAt(i) | 0; return h; };
  const all = [...document.querySelectorAll('html, body, body *:not(script, link, style)')];
  all.forEach((node, at) => {
    let listed = false;
    for (const pseudo of ['', '::before', '::after', '::marker']) {
      const style = getComputedStyle(node, pseudo || null);
      if (pseudo == '::marker' ? !listed : pseudo && style.content == 'none') continue;
      if (!pseudo) listed = style.display == 'list-item';
      found.push(`${at} ${node.localName}.${node.className?.baseVal ?? node.className}${pseudo} ${digest(names.map((name) => style.getPropertyValue(name)).join(';'))}`);
    }
  });
  return found;
}"""


@cache
def unpurged() -> str:
    return "".join(styles.sources())


@cache
def properties(browser: Browser) -> list[str]:
    """The properties that a rule may set; no other can differ from rule to rule."""
    page = browser.new_page()
    every: list[str] = page.evaluate("[...getComputedStyle(document.documentElement)]")
    page.close()
    set_ = {said(d)[0] for rule in read(unpurged()) for d in rule.declarations}
    return [name for name in every if not name.startswith("--") and any(related(name, other) for other in set_)]


def test_no_box_looks_different_without_what_was_left_out(browser: Browser, base: str) -> None:
    compared = 0
    for number, path in enumerate(path for path, _ in PAGES if path not in SKIPPED):
        ours, whole = boxes(browser, base + path, SIZES[number % 2], SCHEMES[number // 2 % 2][0], unpurged())
        assert ours == whole, path
        compared += len(ours)
    assert compared > 2000


def test_a_rule_too_few_is_seen(browser: Browser, base: str) -> None:
    fewer = unpurged().replace(".md-typeset blockquote", ".md-typeset xblockquote")
    assert fewer != unpurged()
    ours, other = boxes(browser, base + "artikel/2026/contoh-lengkap/", PHONE, "light", fewer)
    assert ours != other


def boxes(browser: Browser, address: str, size: ViewportSize, scheme: str, text: str) -> tuple[list[str], list[str]]:
    """The boxes of a page as it is, and with this stylesheet in place of its own."""
    # Without a worker no pack is offered; its script would show it at its own time.
    context = browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True, service_workers="block"  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("load")
    names = properties(browser)
    ours: list[str] = page.evaluate(BOXES, names)
    page.evaluate(
        """(text) => {
          document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove());
          document.querySelector('style').textContent = text;
        }""",
        text,
    )
    whole: list[str] = page.evaluate(BOXES, names)
    context.close()
    return ours, whole


@pytest.mark.parametrize("late_file", ["*", "more.*"])
def test_the_first_screen_stands_where_it_will_stand_before_the_rest_has_come(late_file: str, browser: Browser, base: str) -> None:
    for path in LONG:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.route(f"**/assets/stylesheets/{late_file}", lambda route: route.abort())
        page.goto(base + path)
        early = places(page)
        context.close()
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(base + path)
        page.wait_for_load_state("load")
        late = places(page)
        context.close()
        assert early[: len(late)] == late, path


def places(page: Page) -> list[list[object]]:
    """Where the words of the first screen begin."""
    found: list[list[object]] = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, p, a, li, button, input')]
          .filter((n) => n.checkVisibility() && !n.closest('footer') && n.getBoundingClientRect().top < innerHeight - 40)
          .map((n) => [n.localName + '.' + n.className, Math.round(n.getBoundingClientRect().left), Math.round(n.getBoundingClientRect().top)])"""
    )
    return found

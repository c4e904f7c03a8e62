"""Templates whose tags stand on lines of their own leave no empty lines in pages, and glue no words together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError

from hooks.tight import Tight

TIGHT, PLAIN = Environment(extensions=[Tight]), Environment()


def test_a_line_of_tags_alone_leaves_no_line() -> None:
    page = "<ul>\n{% for name in names %}\n  {# a comment #}\n<li>{{ name }}</li>\n{% endfor %}{# the end #}\n</ul>\n"
    assert TIGHT.from_string(page).render(names=["a", "b"]) == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_a_tag_of_several_lines_leaves_none() -> None:
    assert TIGHT.from_string("a\n{% set b =\n   1 %}\nc {{ b }}").render() == "a\nc 1"


def test_tags_beside_words_keep_the_line() -> None:
    page = "one {% if true %}\ntwo\n{% endif %}\nthree\n{%- if true -%}\nfour\n{%- endif %}"
    assert TIGHT.from_string(page).render() == "one \ntwo\nthreefour"


def test_preformatted_lines_stay() -> None:
    text = "<pre>\n\n{{ text }}\n\n</pre>"
    assert TIGHT.from_string(text).render(text="a\n\n\nb") == "<pre>\n\na\n\n\nb\n\n</pre>"


def test_an_error_names_the_line_of_the_template() -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        TIGHT.from_string("{% if true %}\n{% set a = 1 %}\n\n{% nothing %}\n{% endif %}\n")
    assert caught.value.lineno == 4


LINES = st.sampled_from(["word", "{% if true %}", "  {% endif %}", "", "{# why #}", "{% if false %}", "x {{ 1 }}", "{% else %}{# or #}"])


@given(st.lists(LINES, max_size=12))
def test_words_are_as_far_apart_as_without_it(lines: list[str]) -> None:
    try:
        plain = PLAIN.from_string("\n".join(lines)).render()
    except TemplateSyntaxError:
        return
    assert TIGHT.from_string("\n".join(lines)).render().split() == plain.split()

"""What a page explains: its terms and abbreviations, each linked to the glossary where it first stands; and the glossary itself.

The words of a file do not depend on the glossary; what it explains is filled in when a page is made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby

from rantau.model import Localized, Word
from rantau.page import Page
from rantau.scene import GLOSSARY_TITLE, Outlook, Scene
from rantau.text import dates
from rantau.text.addresses import glossary_address, host
from rantau.text.glosses import Lexicon, explained
from rantau.text.names import fold
from rantau.views import Anchor, Answer, Bill, Day, Fact, Gloss, GlossaryView, Line, Passage, Reference

_DESCRIPTION = Localized(
    "Singkatan dan istilah di portal ini: kepanjangannya, artinya dalam kata sederhana, dan sumbernya.",
    "Abbreviations and terms of this portal: what they stand for, what they mean in plain words, and who says so.",
    "このサイトの略語と用語。正式な名称、やさしい説明、出典。",
)
_EMPTY = Lexicon()


@dataclass(slots=True)
class Explaining:
    """One page in the making: whatever it shows is passed through here in the order in which readers see it."""

    look: Outlook
    _seen: dict[str, None] = field(default_factory=dict)
    _own: dict[str, str] = field(default_factory=dict)

    def html(self, html: str) -> str:
        """The HTML with a link at each name that the page has not held before."""
        book = self.look.scene.lexicons.get(self.look.language, _EMPTY)
        return explained(html, book, self._seen, self._own, self._mark)

    def text(self, text: str) -> str:
        """A plain text as HTML, with such links."""
        return self.html(escape(text, quote=False))

    def passage(self, passage: Passage) -> Passage:
        """A passage whose lines have such links."""
        return replace(passage, lines=self._lines(passage.lines))

    def facts(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Facts whose values have such links."""
        return tuple(replace(fact, html=self._linked(fact.value)) for fact in facts)

    def answer(self, answer: Answer) -> Answer:
        """The answers of a program sheet with such links, in the order of its template."""
        return replace(
            answer,
            audience=self.passage(answer.audience),
            bills=tuple(Bill(bill.payer, self._lines(bill.lines)) for bill in answer.bills),
            duration=self.passage(answer.duration),
            steps=self.passage(answer.steps),
            documents=self.passage(answer.documents),
            languages=self.passage(answer.languages),
            tests=self.passage(answer.tests),
            risks=self.passage(answer.risks),
        )

    def terms(self) -> tuple[Gloss, ...]:
        """What the page has explained, in the order of the names; with what its own file explains."""
        scene, language = self.look.scene, self.look.language
        found = [_gloss(word, language) for word in scene.library.glossary if word.key in self._seen]
        found += [Gloss(name, words, "") for name, words in self._own.items()]
        return tuple(sorted(found, key=lambda gloss: (fold(gloss.name), gloss.name)))

    def _lines(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(replace(line, html=self._linked(line.text)) for line in lines)

    def _linked(self, text: str) -> str:
        """A plain text as HTML, "" where it has no link."""
        html = self.text(text)
        return html if html != escape(text, quote=False) else ""

    def _mark(self, key: str, words: str) -> str:
        return f'<a class="term" href="{self.look.href(glossary_address(self.look.language))}#{key}">{words}</a>'


def every(scene: Scene) -> Iterator[Page]:
    """The page of the glossary in each language, where there is one."""
    yield from (_page(scene, language) for language in scene.languages if language in scene.lexicons)


def _page(scene: Scene, language: str) -> Page:
    address, title = glossary_address(language), GLOSSARY_TITLE.speak(language)

    def view() -> GlossaryView:
        look, description = Outlook(scene, address, language), _DESCRIPTION.speak(language)
        words = [(_gloss(word, language), word) for word in scene.library.glossary]
        ordered = sorted(words, key=lambda pair: (fold(pair[0].name), pair[0].name))
        whole = (replace(gloss, reference=_reference(word, language)) for gloss, word in ordered)
        letters = groupby(whole, key=lambda gloss: fold(gloss.name)[:1].upper())
        return GlossaryView(
            look.frame(title, description, (Anchor(title, ""),)),
            title,
            description,
            tuple((letter, tuple(part)) for letter, part in letters),
        )

    return Page(address, "glossary.html", language, title, view)


def _gloss(word: Word, language: str) -> Gloss:
    meaning = word.meaning.speak(language)
    spoken = language if {"en": word.meaning.en, "ja": word.meaning.ja}.get(language, meaning) else "id"
    return Gloss(word.name.speak(language), word.expansion.speak(language), meaning, word.key, spoken)


def _reference(word: Word, language: str) -> Reference | None:
    if not word.source:
        return None
    day = Day(dates.partial(word.source_date, language), word.source_date) if word.source_date else None
    return Reference(word.source, "", word.source_url, host(word.source_url), day)

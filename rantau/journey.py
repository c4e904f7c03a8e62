"""The way of a worker: the page of all stages, and the page of each, with what to do there and what others asked."""

from rantau import indexing
from rantau.explaining import Explaining
from rantau.indexing import Entry, Index, prefix
from rantau.model import Fields, Kind, Line, Localized, Source, WhatIf
from rantau.scene import Outlook, Scene, entry_pages, fields_of
from rantau.sheets import passage, said_line
from rantau.views import Anchor, JourneyView, Passage, Question, StageView, Step

REGISTRY = "stages"
_SEGMENT = "tahap"
_DESCRIPTION = Localized(
    "Jalan seorang pekerja migran tahap demi tahap, dari mencari tahu sampai pulang: apa yang dilakukan dan apa yang ditanyakan.",
    "The way of a migrant worker stage by stage, from finding out to coming home: what to do, and what others asked.",
    "情報を集める段階から帰国までの道のり。各段階ですること、よくある質問。",
)
_ABOUT = Localized("Tahap {}: apa yang dilakukan.", "The stage {}: what to do.", "「{}」の段階ですること。")


def steps(look: Outlook, current: str = "") -> tuple[Step, ...]:
    """The stages that have a page, in the order in which their registry lists them; the one whose key is `current` is marked."""
    index = look.scene.by_address.get(f"{prefix(look.language)}{_SEGMENT}/")
    entries = {e.term.key: e for e in index.entries} if index is not None else {}
    listed = (entries[key] for key in look.scene.library.registries[REGISTRY].terms if key in entries)
    return tuple(_step(look, entry, entry.term.key == current) for entry in listed)


def way(scene: Scene, index: Index) -> JourneyView:
    """All stages on one page."""
    look, title = Outlook(scene, index.address, index.language), index.taxonomy.title.speak(index.language)
    description = _DESCRIPTION.speak(index.language)
    return JourneyView(look.frame(title, description, (Anchor(title, ""),)), title, description, steps(look))


def stage(look: Outlook, entry: Entry, title: str) -> StageView:
    """The first page of a stage."""
    document, language = entry.introduction, entry.language
    fields = fields_of(document) if document is not None else Fields()
    description = fields.description or entry.term.note.speak(language) or _ABOUT.speak(language).format(title)
    folder = Anchor(entry.taxonomy.title.speak(language), look.href(f"{prefix(language)}{_SEGMENT}/"))
    every = steps(look, entry.term.key)
    here = next(number for number, step in enumerate(every) if step.link.current)
    said = Explaining(look)
    html = said.html(look.html(document)) if document is not None else ""
    actions = said.passage(_passage(fields.actions, fields, language))
    questions = tuple(_question(said, what_if, fields) for what_if in fields.what_ifs if what_if.question and what_if.answer)
    documents = said.passage(_passage(fields.documents, fields, language))
    pages = entry_pages(look, entry, 0)
    return StageView(
        look.frame(title, description, (folder, Anchor(title, "")), document),
        title,
        description,
        here + 1,
        every,
        every[here - 1].link if here else None,
        every[here + 1].link if here + 1 < len(every) else None,
        html,
        look.headings(document) if document is not None else (),
        actions,
        documents,
        questions,
        _programs(look, entry),
        look.references(fields.sources),
        look.freshness(fields, document) if document is not None else None,
        look.cards(indexing.cut(entry.about, 0)),
        look.cards(indexing.cut(entry.mentioned, 0)),
        pages,
        pages[1].href if pages else "",
        said.terms(),
    )


def _step(look: Outlook, entry: Entry, current: bool) -> Step:
    link = Anchor(entry.term.name.speak(look.language), look.href(entry.address), "", entry.total, current)
    return Step(link, entry.term.note.speak(look.language))


def _sources(fields: Fields) -> list[Source]:
    return [source for source in fields.sources if source.title or source.publisher or source.url]


def _passage(lines: tuple[Line, ...], fields: Fields, language: str) -> Passage:
    return passage([said_line(line, _sources(fields), language) for line in lines])


def _question(said: Explaining, what_if: WhatIf, fields: Fields) -> Question:
    line = said_line(Line(what_if.answer, what_if.source), _sources(fields), said.look.language)
    return Question(what_if.question, said.text(what_if.answer), line.source, line.number)


def _programs(look: Outlook, entry: Entry) -> tuple[Anchor, ...]:
    """The programs whose sheets are of the stage, and those that its articles are about, by their names."""
    library = look.scene.library
    sheets = (d for d in library.published() if d.kind is Kind.SHEET and d.language == look.language)
    keys = {d.path.stem for d in sheets if entry.term.key in library.placements[d.path].about[REGISTRY]}
    keys |= {key for d in entry.about for key in library.placements[d.path].about["programs"]}
    found = (look.term("programs", key) for key in keys)
    return tuple(sorted((a for a in found if a is not None), key=lambda a: (a.label.casefold(), a.href)))

"""The views of programs: one sheet with its answers first, and all sheets side by side."""

from collections.abc import Sequence
from dataclasses import replace

from rantau import indexing
from rantau.explaining import Explaining
from rantau.fields import PAYERS
from rantau.indexing import Entry, Index, prefix
from rantau.model import Cost, Document, Fields, Kind, Localized, Source
from rantau.model import Line as Written
from rantau.scene import Outlook, Scene, entry_pages, fields_of, sources_of
from rantau.text import amounts, dates
from rantau.text.addresses import CHECKS, host
from rantau.text.citations import LINES, cited
from rantau.views import Anchor, Answer, Bill, Compared, ComparisonView, Line, Passage, SheetView

# What a reader is sent to before he pays anybody, beside the page of checks.
CHECKS_TOPIC = "penipuan"
# Beside the payers, for what costs nothing.
FREE = "gratis"
_COMPARED = Localized(
    "Program kerja ke luar negeri berdampingan: untuk siapa, biaya dan siapa yang membayar, lama, ujian, dan jalur resmi.",
    "Programs for work abroad side by side: for whom, costs and who pays, how long, tests, and the official channel.",
    "海外就労プログラムの比較。対象者、費用と負担者、期間、試験、公式窓口。",
)


def sheet(scene: Scene, entry: Entry, document: Document) -> SheetView:
    """A program's page: its sheet, and the articles about the program."""
    fields = fields_of(document)
    look = Outlook(scene, document.address, document.language)
    folder = Anchor(entry.taxonomy.title.speak(entry.language), look.href(f"{prefix(entry.language)}program/"))
    short = entry.term.name.speak(entry.language)
    crumbs, fed = (folder, Anchor(short, "")), look.feed() if indexing.fed(entry) else ()
    said, explaining = answer(fields, document.language), Explaining(look)
    answers = explaining.answer(said) if said is not None else None
    overview = explaining.facts(look.overview(fields.overview))
    html = explaining.html(look.html(document))
    return SheetView(
        look.frame(fields.title or short, fields.description or "", crumbs, document, forms=fed),
        fields.title or short,
        fields.description or "",
        html,
        look.picture(fields.hero),
        look.headings(document),
        overview,
        look.figures(fields.figures),
        fields.official or "",
        host(fields.official) if fields.official else "",
        look.terms(document, "countries"),
        look.terms(document, "sectors"),
        look.references(sources_of(document)),
        look.freshness(fields, document),
        look.cards(indexing.cut(entry.about, 0)),
        look.cards(indexing.cut(entry.mentioned, 0)),
        entry_pages(look, entry, 0),
        look.edit(document),
        look.report(),
        answers,
        checks(look),
        _places(look, document),
        explaining.terms(),
    )


def comparable(index: Index) -> bool:
    """Whether an index has sheets that can stand side by side."""
    return any(_sheet_of(entry) is not None for entry in index.entries)


def comparison(scene: Scene, index: Index) -> ComparisonView:
    """All programs of an index; what has no official channel stands last."""
    look = Outlook(scene, index.address, index.language)
    title = index.taxonomy.title.speak(index.language)
    found = [(entry, document) for entry in index.entries if (document := _sheet_of(entry)) is not None]
    found.sort(key=lambda pair: (not fields_of(pair[1]).official, pair[0].term.name.speak(index.language).casefold()))
    bare = (look.term(index.taxonomy.registry, e.term.key, counted=True) for e in index.entries if _sheet_of(e) is None)
    description = _COMPARED.speak(index.language)
    return ComparisonView(
        look.frame(title, description, (Anchor(title, ""),)),
        title,
        description,
        tuple(_compared(look, entry, document) for entry, document in found),
        tuple(anchor for anchor in bare if anchor is not None),
        checks(look),
    )


def answer(fields: Fields, language: str) -> Answer | None:
    """What a sheet answers, None for a sheet of the older form: an overview, and none of the fields that answer."""
    if fields.overview and not fields.costs and not any(getattr(fields, name) for name in LINES):
        return None
    sources = [s for s in fields.sources if s.title or s.publisher or s.url]
    said = {name: passage([said_line(written, sources, language) for written in getattr(fields, name)]) for name in LINES}
    costs = [cost for cost in fields.costs if cost.item]
    shown = passage([_cost(cost, sources, language) for cost in costs])
    paid = list(zip((_payer(cost) for cost in costs), shown.lines, strict=True))
    bills = (Bill(p, tuple(line for payer, line in paid if payer == p)) for p in (*PAYERS, FREE, ""))
    channel = said_line(Written(fields.official, fields.official_source or ""), sources, language) if fields.official else None
    return Answer(costs=shown, bills=tuple(bill for bill in bills if bill.lines), channel=channel, **said)


def checks(look: Outlook) -> tuple[Anchor, ...]:
    """The links to what a reader should check before paying, those that exist; in Indonesian where the language has none."""
    return tuple(link for link in (look.page(CHECKS), look.term("tags", CHECKS_TOPIC)) if link is not None)


def _sheet_of(entry: Entry) -> Document | None:
    return entry.introduction if entry.introduction is not None and entry.introduction.kind is Kind.SHEET else None


def _compared(look: Outlook, entry: Entry, document: Document) -> Compared:
    fields = fields_of(document)
    said = answer(fields, look.language)
    first = [p.lines[0].text for p in (said.languages, said.tests) if p.lines] if said is not None else []
    return Compared(
        Anchor(entry.term.name.speak(look.language), look.href(document.address)),
        _places(look, document),
        said.audience.lines[0].text if said is not None and said.audience.lines else "",
        said.bills if said is not None else None,
        said.duration.lines[0].text if said is not None and said.duration.lines else "",
        tuple(first),
        host(fields.official) if fields.official else "",
        look.day(fields.verified_on),
    )


def _places(look: Outlook, document: Document) -> tuple[Anchor, ...]:
    """The countries that a program leads to, also those without a page."""
    countries = look.scene.library.registries["countries"].terms
    keys = look.scene.library.placements[document.path].about.get("countries", ())
    bare = {key: Anchor(countries[key].name.speak(look.language), "", key.lower()) for key in keys}
    return tuple(look.term("countries", key) or bare[key] for key in keys)


def said_line(written: Written, sources: Sequence[Source], language: str) -> Line:
    """What a file says, with who published it and the place of that source among the `sources`."""
    number = cited(sources, written.source)
    if number is None:
        return Line(written.text)
    source = sources[number]
    parts = (source.publisher or source.title or host(source.url), dates.words(source.date, language) if source.date else "")
    return Line(written.text, ", ".join(part for part in parts if part), number + 1)


def _cost(cost: Cost, sources: Sequence[Source], language: str) -> Line:
    line = said_line(Written(cost.item, cost.source), sources, language)
    amount = amounts.parse(cost.amount)
    return replace(line, amount=amounts.shown(amount, cost.currency, language)) if amount and cost.currency else line


def _payer(cost: Cost) -> str:
    """Who pays; nobody has to pay what costs nothing."""
    return FREE if amounts.parse(cost.amount) == 0 else cost.payer


def passage(lines: Sequence[Line]) -> Passage:
    """The lines that say something, with their source beside each, or once where it is the same."""
    said = tuple(line for line in lines if line.text)
    numbers = {line.number for line in said}
    if len(numbers) != 1 or not said[0].number:
        return Passage(said)
    return Passage(tuple(replace(line, source="", number=0) for line in said), said[0].source, said[0].number)

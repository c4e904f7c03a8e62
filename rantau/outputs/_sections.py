"""The parts of a page as the search sees them: what stands below its headings, and what its front matter says in lines."""

from collections.abc import Iterator

from rantau.model import Body, Cost, Document, Fields, Kind, Line, Localized, Point, WhatIf
from rantau.search.records import Section
from rantau.text import amounts

# Kind of page -> field -> the identifier of the place that shows it and its heading there (theme/answers.html, theme/stage.html).
_PLACES = {
    Kind.SHEET: {
        "audience": ("lembar-ringkas", Localized("Untuk siapa", "For whom", "対象者")),
        "costs": ("lembar-ringkas", Localized("Biaya dan siapa yang membayar", "Costs and who pays", "費用と負担者")),
        "duration": ("lembar-ringkas", Localized("Berapa lama", "How long", "期間")),
        "steps": ("lembar-langkah", Localized("Langkah-langkah", "Steps", "手順")),
        "documents": ("lembar-dokumen", Localized("Dokumen", "Documents", "書類")),
        "languages": ("lembar-ujian", Localized("Bahasa", "Languages", "言語")),
        "tests": ("lembar-ujian", Localized("Ujian", "Tests", "試験")),
        "risks": ("lembar-risiko", Localized("Hati-hati", "Beware", "注意")),
        "overview": ("ringkasan", Localized("Hal lain", "More", "その他")),
    },
    Kind.STAGE: {
        "actions": ("tahap-lakukan", Localized("Yang dilakukan", "What to do", "すること")),
        "what_ifs": ("tahap-kalau", Localized("Dan kalau …?", "What if …?", "もし…？")),
        "documents": ("tahap-siapkan", Localized("Yang perlu di tangan", "What to have in hand", "手元に必要なもの")),
    },
}


def sections(document: Document) -> Iterator[Section]:
    """The parts of a document's page: the lines of its front matter, then its body."""
    if document.fields is not None:
        yield from _told(document.fields, document)
    if document.body is not None:
        yield from _written(document.body)


def _told(fields: Fields, document: Document) -> Iterator[Section]:
    for name, (anchor, heading) in _PLACES.get(document.kind, {}).items():
        said = [text for value in getattr(fields, name) if (text := _words(value, document.language))]
        if said:
            yield Section(anchor, heading.speak(document.language), " ".join(said))


def _words(value: Line | Cost | Point | WhatIf, language: str) -> str:
    """One line of front matter as its page says it."""
    match value:
        case Line():
            return value.text
        case Cost():
            amount = amounts.parse(value.amount)
            shown = amounts.shown(amount, value.currency, language) if amount and value.currency else ""
            return f"{value.item} {shown}".strip()
        case Point():
            return f"{value.label}: {value.value}" if value.value else ""
        case WhatIf():
            return f"{value.question} {value.answer}" if value.question and value.answer else ""


def _written(body: Body) -> Iterator[Section]:
    """The parts of a body below its headings; its plain text holds the headings in their order."""
    text, begin = f"\n{body.text}\n", 0
    anchor = heading = ""
    for following in body.headings:
        # On a line of its own: the sentence before may speak of what comes.
        at = text.find(f"\n{following.text}\n", begin)
        at = at + 1 if at >= 0 else text.find(following.text, begin)
        if at < 0:
            continue
        yield Section(anchor, heading, " ".join(text[begin:at].split()))
        anchor, heading, begin = following.id, following.text, at + len(following.text)
    yield Section(anchor, heading, " ".join(text[begin:].split()))

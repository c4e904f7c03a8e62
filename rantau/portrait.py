"""What a country's page, the map of countries and the help page show beside articles."""

import datetime
import re
from collections.abc import Iterable

from rantau import atlas, contacts, figures, indexing, nations
from rantau.entries import first_day
from rantau.indexing import Entry
from rantau.model import Channel, Contact, Document, Figure, Localized
from rantau.scene import Outlook, fields_of
from rantau.sheets import checks
from rantau.text import dates
from rantau.text.addresses import HELP, host
from rantau.text.names import fold
from rantau.views import Day, Fact, Help, Portrait, Way, WorldMap

FIGURES = 4
_HELP = Localized("Butuh bantuan sekarang", "Help now", "今すぐ助けが必要なとき")
_OLD = datetime.timedelta(days=365)


def country(look: Outlook, entry: Entry) -> Portrait | None:
    """The country that the entry is about, in facts; None for another entry."""
    if entry.taxonomy.registry != "countries":
        return None
    library, code = look.scene.library, entry.term.key
    money = nations.currencies(code, library.date, look.language)
    clocks = nations.time_difference(code, library.date, look.language)
    own = helpers(look, (c for c in library.contacts if c.country == code))
    home = helpers(look, (c for c in library.contacts if c.country == contacts.HOME != code))
    help_ = look.page(HELP, _HELP.speak(look.language))
    return Portrait(money, clocks, _figures(look, entry), own, bool(library.contacts), help_, home, checks(look))


def world(look: Outlook, registry_name: str, entries: Iterable[Entry]) -> WorldMap | None:
    """The map of the countries that have a page; None where the entries are no countries."""
    if registry_name != "countries":
        return None
    linked = {entry.term.key: look.term("countries", entry.term.key, counted=True) for entry in entries}
    return atlas.draw({code: link for code, link in linked.items() if link is not None})


def helpers(look: Outlook, listed: Iterable[Contact]) -> tuple[Help, ...]:
    """The contacts as a page shows them, by kind."""
    ordered = sorted(listed, key=lambda c: contacts.KINDS.index(c.kind))
    return tuple(
        Help(c.name.speak(look.language), c.kind, c.note.speak(look.language), tuple(_way(look, w) for w in c.channels))
        for c in ordered
    )


def all_helpers(look: Outlook, document: Document) -> tuple[Help, ...]:
    """Every contact, on the help page; () on another page."""
    return helpers(look, look.scene.library.contacts) if document.path.name == HELP else ()


def opened(html: str) -> tuple[str, str]:
    """A page's HTML up to its first heading, and the rest."""
    first = html.find("<h2")
    return (html, "") if first < 0 else (html[:first], html[first:])


def _figures(look: Outlook, entry: Entry) -> tuple[Fact, ...]:
    """The figures of the articles about the country alone, and of others those whose words name it; newest article first."""
    today, found = look.scene.library.date, dict[tuple[str, str], Figure]()
    named = figures.naming(entry.term)
    for document in sorted(entry.about, key=indexing.newest_first):
        fields = fields_of(document)
        if fields.expires is not None and fields.expires < today:
            continue
        alone = len(look.scene.library.placements[document.path].about["countries"]) == 1
        for figure in fields.figures:
            its = alone and not figures.everywhere(figure.label)
            if figure.source and (its or (named is not None and named.search(fold(figure.label)))):
                found.setdefault((figure.label, figure.value), figure)
    return look.figures(tuple(found.values())[:FIGURES])


def _way(look: Outlook, channel: Channel) -> Way:
    day = first_day(channel.verified_on) or datetime.date.min
    digits = re.sub(r"[^0-9+]", "", channel.value)
    hrefs = {"phone": f"tel:{digits}", "whatsapp": f"https://wa.me/{digits.lstrip('+')}", "url": channel.value}
    return Way(
        channel.kind,
        host(channel.value) + channel.value.partition(host(channel.value))[2].rstrip("/")
        if channel.kind == "url"
        else channel.value,
        hrefs.get(channel.kind, ""),
        channel.note.speak(look.language),
        channel.source,
        channel.source_url,
        Day(dates.partial(channel.verified_on, look.language), channel.verified_on),
        look.scene.library.date - day > _OLD,
    )

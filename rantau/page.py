"""One page of the site, before anybody has asked for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rantau.indexing import Entry
from rantau.model import Document
from rantau.views import View


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, the template it is drawn with, and its view when that is needed.

    `document` is the file whose words it shows, where there is one; `searchable` whether a search of the site finds it,
    `indexable` whether a search engine may show it; `entry` the term whose first page it is; `listed` gives what a
    list shows.
    """

    address: str
    template: str
    language: str
    title: str
    view: Callable[[], View]
    document: Document | None = None
    searchable: bool = False
    indexable: bool = True
    entry: Entry | None = None
    listed: Callable[[], Iterable[Document]] = tuple

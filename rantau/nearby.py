"""Which other articles an article leads to: those that share most with it, and its neighbours in its topic."""

from bisect import bisect_left

from rantau.indexing import newest_first
from rantau.model import Document
from rantau.scene import Outlook, Scene, fields_of
from rantau.views import Anchor, Steps

RELATED = 3
_CANDIDATES = 20


def related(scene: Scene, document: Document) -> list[Document]:
    """The articles that share most with this one; a rare term says more than a common one."""
    scores: dict[str, float] = {}
    found: dict[str, Document] = {}
    for registry in ("programs", "countries", "tags"):
        for key in scene.library.placements[document.path].about.get(registry, ()):
            entry = scene.entries.get((registry, key, document.language))
            weight = 1 / len(entry.about) if entry is not None and entry.about else 0.0
            for other in entry.about[:_CANDIDATES] if entry is not None else ():
                found[other.address] = other
                scores[other.address] = scores.get(other.address, 0.0) + weight
    scores.pop(document.address, None)
    best = sorted(scores, key=lambda address: (-scores[address], newest_first(found[address])))
    return [found[address] for address in best[:RELATED]]


def steps(look: Outlook, document: Document) -> Steps | None:
    """The neighbours in the first topic that has others."""
    for key in look.scene.library.placements[document.path].about.get("tags", ()):
        entry = look.scene.entries.get(("tags", key, document.language))
        if entry is not None and len(entry.about) > 1:
            at = bisect_left(entry.about, newest_first(document), key=newest_first)
            near = (entry.about[at - 1] if at else None, entry.about[at + 1] if at + 1 < len(entry.about) else None)
            later, earlier = (Anchor(fields_of(d).title or "", look.href(d.address)) if d is not None else None for d in near)
            return Steps(entry.term.name.speak(entry.language), later, earlier)
    return None

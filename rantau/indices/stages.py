"""Index pages of stages: /tahap/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("tahap", "stages", Localized("Tahap", "Stages", "段階"), 30)

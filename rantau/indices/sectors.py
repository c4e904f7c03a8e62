"""Index pages of sectors: /sektor/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("sektor", "sectors", Localized("Sektor", "Sectors", "分野"), 45)

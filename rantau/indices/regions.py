"""Index pages of regions: /kawasan/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("kawasan", "regions", Localized("Kawasan", "Regions", "地域"), 60)

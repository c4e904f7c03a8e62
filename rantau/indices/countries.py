"""Index pages of countries: /negara/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("negara", "countries", Localized("Negara", "Countries", "国"), 10)

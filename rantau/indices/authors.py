"""Index pages of authors: /penulis/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("penulis", "authors", Localized("Penulis", "Authors", "筆者"), 80)

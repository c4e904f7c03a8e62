"""Index pages of tags: /topik/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("topik", "tags", Localized("Topik", "Topics", "テーマ"), 40)

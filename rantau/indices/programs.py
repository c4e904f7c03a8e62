"""Index pages of programs: /program/<slug>/."""

from rantau.model import Localized, Taxonomy

TAXONOMY = Taxonomy("program", "programs", Localized("Program", "Programs", "プログラム"), 20)

"""One file, one taxonomy: a module here has TAXONOMY, a `model.Taxonomy` or something that acts like one.

The order of terms, pages, counts and languages is the engine's business (rantau/indexing.py).
"""

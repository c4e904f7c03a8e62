"""One file, one taxonomy: a module here has TAXONOMY, a `model.Taxonomy` or a subclass of it (years.py overrides
`terms` and `place`, because no registry lists years).

The order of terms, pages, counts, languages and the links to its pages are the engine's business
(rantau/indexing.py, rantau/scene.py). Where the words of an interface are nicer for a taxonomy of its own
("72 penerbit" for "72 pilihan"), they go into theme/words.html; where it shall have introductions, its folder
goes into `files.INTRODUCED`.
"""

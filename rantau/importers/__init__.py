"""Foreign formats that become drafts: one file a format, found by its name.

Each has LABEL, `recognise(sources)` (how sure it is that the files are its own, 0 to 100) and `read(sources)`, which gives a
Draft or a Problem for every text, one after the other. They write nothing and fetch nothing.
"""

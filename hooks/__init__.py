"""Adapters between MkDocs and the library: one concern a file, each event one call. The only code that imports mkdocs."""

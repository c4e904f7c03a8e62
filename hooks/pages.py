"""Replaces the files that MkDocs found by the pages that the library has."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from hooks.engine import session


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The theme's files that pages use, and one file a page."""
    return session.files(files, config)

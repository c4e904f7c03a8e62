"""Writes what is published beside the pages: images, feeds, redirects."""

from mkdocs.config.defaults import MkDocsConfig

from hooks.engine import session


def on_post_build(config: MkDocsConfig) -> None:
    """Writes every output into the site."""
    session.outputs(config)

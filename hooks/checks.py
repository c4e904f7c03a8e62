"""Checks the content before MkDocs reads any of it; an error ends the build."""

from mkdocs.config.defaults import MkDocsConfig

from hooks.engine import session


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Loads and checks the content of this build."""
    session.load(config)
    return config

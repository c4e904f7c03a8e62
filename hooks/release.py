"""Stages a build beside the site and swaps it in when everything else is done."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.engine import session


def on_startup(command: str, dirty: bool) -> None:
    """Remembers whether this is a build or a preview."""
    session.start(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Points MkDocs at an empty stage."""
    session.stage(config)
    return config


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Verifies the stage and makes it the site."""
    session.publish()


def on_build_error(error: Exception) -> None:
    """Leaves the last site as it was."""
    session.abandon()

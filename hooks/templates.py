"""Gives each template its view, and escapes whatever the project's own templates show."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from hooks.engine import session


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Turns autoescaping on for the project's own templates."""
    return session.environment(env)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Adds the page's view."""
    return session.context(context, page)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Adds the error page's view."""
    return session.template_context(context, template_name)

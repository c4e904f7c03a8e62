"""axe-core on an open page: which rules of accessibility it breaks, and where."""

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A color on its way to another is nobody's fault; what moves for ever is not waited for.
_RUN = """async () => {
  const still = Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  await Promise.race([still, new Promise((done) => setTimeout(done, 1000))]);
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} (${node.failureSummary})`));
}"""


def violations(page: "Page") -> list[str]:
    """One line a place that breaks a rule: the rule, the element, what would mend it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN)
    return found

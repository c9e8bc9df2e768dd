"""A real Chromium, where CIEXTRACT_CHROMIUM names one and Playwright is installed; nothing is fetched."""

import os

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    chromium = os.environ.get("CIEXTRACT_CHROMIUM")
    if not chromium:
        pytest.skip("CIEXTRACT_CHROMIUM names no browser; see `make test-browser`")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page given as text; what it runs wrongly or asks the network for fails the test."""
    contexts, amiss = [], []

    def visit(html, **options):
        path = tmp_path / "review.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: amiss.append(str(error)))
        page.on("console", lambda message: amiss.append(message.text))
        page.on("dialog", lambda dialog: (amiss.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda sent: amiss.append(sent.url) if not sent.url.startswith(("file:", "data:", "blob:")) else None,
        )
        page.goto(path.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert amiss == []

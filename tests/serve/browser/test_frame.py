"""What every page has, in a real browser."""

from __future__ import annotations


def test_the_theme_is_switched_and_stays(page, address):
    page.goto(f"{address}/method")
    page.get_by_role("button", name="Change between light, dark").click()
    page.get_by_role("button", name="Change between light, dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"

    page.reload()

    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_the_first_key_leads_to_the_content(page, address):
    page.goto(f"{address}/method")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

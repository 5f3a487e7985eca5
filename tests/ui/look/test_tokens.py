"""The colours keep their contrast: every pair that is used, in both themes."""

from __future__ import annotations

import pytest

from boarddesk.resources import resource
from boarddesk.ui.look.contrast import ink_on, ratio
from boarddesk.ui.look.tokens import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = ("page", "side", "panel", "key", "hover", "sel")
WORDS = ("ink", "muted", "faint", "link", "bad", "warn", "good")


@THEMES
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("words", WORDS)
def test_words_can_be_read_on_every_surface(tokens: Tokens, surface: str, words: str) -> None:
    assert ratio(getattr(tokens, words), getattr(tokens, surface)) >= 4.5


@THEMES
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("edge", ["ctl", "accent"])
def test_edges_of_controls_stand_out_from_every_surface(tokens: Tokens, surface: str, edge: str) -> None:
    assert ratio(getattr(tokens, edge), getattr(tokens, surface)) >= 3.0


@THEMES
def test_words_on_the_primary_button_can_be_read(tokens: Tokens) -> None:
    assert ratio(tokens.on_accent, tokens.accent) >= 4.5
    assert ratio(tokens.on_accent, tokens.accent_hover) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", ["bad", "warn", "good"])
def test_banners_can_be_read_on_their_ground(tokens: Tokens, tone: str) -> None:
    ground = getattr(tokens, f"{tone}_ground")
    assert ratio(getattr(tokens, tone), ground) >= 4.5
    assert ratio(tokens.ink, ground) >= 4.5


@THEMES
def test_every_status_can_be_read_on_its_fill_and_seen_on_the_page(tokens: Tokens) -> None:
    for paint in tokens.statuses.values():
        assert ratio(paint.text, paint.fill) >= 4.5
        assert max(ratio(paint.edge, tokens.page), ratio(paint.fill, tokens.page)) >= 3.0


@THEMES
def test_every_level_of_a_risk_can_be_read_on_its_fill_and_seen_on_the_page(tokens: Tokens) -> None:
    for paint in tokens.levels.values():
        assert ratio(paint.text, paint.fill) >= 4.5
        for ground in (tokens.page, tokens.sel):
            assert max(ratio(paint.edge, ground), ratio(paint.fill, ground)) >= 3.0


@THEMES
def test_every_mark_can_be_read_on_its_ground(tokens: Tokens) -> None:
    for paint in tokens.marks.values():
        grounds = [paint.ground] if paint.ground else [tokens.page, tokens.sel, tokens.hover]
        assert all(ratio(paint.letter, ground) >= 4.5 for ground in grounds)


@THEMES
def test_bars_stand_out_and_their_numbers_can_be_read(tokens: Tokens) -> None:
    for fill in (tokens.chart, tokens.chart_lesser):
        assert ratio(fill, tokens.page) >= 3.0
        assert ratio(ink_on(fill), fill) >= 4.5


def test_every_kind_of_status_has_its_own_shape_and_fill() -> None:
    paints = list(LIGHT.statuses.values())
    assert len({paint.shape for paint in paints}) == len(paints)
    assert len({paint.fill for paint in paints}) == len(paints)


def test_fills_of_statuses_are_the_same_in_both_themes() -> None:
    for kind, paint in LIGHT.statuses.items():
        assert (paint.fill, paint.text) == (DARK.statuses[kind].fill, DARK.statuses[kind].text)


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize(
    ("name", "token"), [("arrow-down", "muted"), ("tick", "ink"), ("tick-on-accent", "on_accent")]
)
@THEMES
def test_drawings_made_for_one_theme_have_its_colour(tokens: Tokens, name: str, token: str) -> None:
    mode = "dark" if tokens.dark else "light"
    drawn = resource("icons", f"{name}-{mode}.svg").read_text(encoding="utf-8")
    assert getattr(tokens, token) in drawn

"""A character that no document can hold is named by its number, and everything else is kept."""

from __future__ import annotations

import pytest

from boarddesk.rules.characters import drop_unseen, keepable, readable, unkeepable


@pytest.mark.parametrize(
    ("text", "number"),
    [("One\x85two", "U+0085"), ("\x00", "U+0000"), ("a\x0bb\x0c", "U+000B"), ("\ud800", "U+D800")],
)
def test_the_first_character_that_cannot_be_kept_is_named(text: str, number: str) -> None:
    assert unkeepable(text) == number


def test_everything_but_such_a_character_is_kept() -> None:
    assert unkeepable("Tab\tline\nZoë “£5”") == ""
    assert keepable("One\x85 two\x0b\tthree\n") == "One two\tthree\n"


def test_what_nobody_sees_is_dropped_and_what_steers_is_shown_as_a_sign() -> None:
    assert drop_unseen("Zo\xadë \N{RIGHT-TO-LEFT OVERRIDE}Hart\N{ZERO WIDTH SPACE}") == "Zoë Hart"
    assert readable("a\x1b[2Jb\x9bc\N{RIGHT-TO-LEFT OVERRIDE}d\ud800") == "a�[2Jb�c�d�"
    assert readable("Tab\tline\nZoë “£5”") == "Tab\tline\nZoë “£5”"

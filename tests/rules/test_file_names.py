"""A title becomes a name that every disk takes and that reads as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.file_names import safe_name


@given(st.text(max_size=200))
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LPT³", "Paper LPT³"),
        ("con .x", "Paper con .x"),
        ("Minutes\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "Minutesfdp.exe"),
        ("Min\N{ZERO WIDTH SPACE}utes\x1b[2J", "Minutes[2J"),
        ("SIB: minutes.", "SIB minutes"),
    ],
)
def test_nothing_is_left_that_hides_steers_or_turns_a_name_round(text: str, name: str) -> None:
    assert safe_name(text) == name

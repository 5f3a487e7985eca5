"""Two texts say the same whatever the typing, or nearly the same where most of their words are shared."""

from __future__ import annotations

import pytest

from boarddesk.rules.names.likeness import alike, likeness, same


@pytest.mark.parametrize(
    "other", ["it’s “on – time”", 'IT\'S  "ON - TIME"', "It‘s “on — time”", " it's\t“On ‑ time” "]
)
def test_quotes_dashes_spaces_and_capitals_are_no_difference(other: str) -> None:
    assert same("It's “on - time”", other)
    assert likeness("It's “on - time”", other) == 1


def test_texts_are_alike_from_six_words_in_ten() -> None:
    assert alike("one two three four five", "one two three six seven")
    assert not alike("one two three four five", "one two six seven eight")
    assert likeness("one two", "three four") == 0
    assert likeness("one two three four", "one two") == pytest.approx(2 / 3)
    assert likeness("–", "one") == likeness("–", "…") == 0

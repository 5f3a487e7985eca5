"""What is said of a passphrase while it is chosen."""

from __future__ import annotations

import pytest

from boarddesk.rules.passphrases import refuse_different, refuse_empty, strength
from boarddesk.rules.refused import Refused


@pytest.mark.parametrize(
    ("passphrase", "begins"),
    [
        ("", ""),
        ("   ", ""),
        ("Otters1!", "Short"),
        ("brown otters", "Fair"),
        ("seven brown otters", "Long enough"),
    ],
)
def test_its_strength_is_said_by_its_length(passphrase: str, begins: str) -> None:
    assert strength(passphrase).startswith(begins)


def test_an_empty_one_and_two_that_differ_are_refused_beside_their_fields() -> None:
    with pytest.raises(Refused) as empty:
        refuse_empty("  ")
    with pytest.raises(Refused) as different:
        refuse_different("seven brown otters", "seven brown otter")
    assert (empty.value.field, different.value.field) == ("passphrase", "again")
    refuse_different("seven brown otters", "seven brown otters")

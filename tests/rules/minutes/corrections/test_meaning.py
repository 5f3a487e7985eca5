"""What a changed decision comes to mean: verb, number, sum, date, negation and owner are told."""

from __future__ import annotations

import pytest

from boarddesk.rules.minutes.corrections.edits import word_edits
from boarddesk.rules.minutes.corrections.meaning import meaning_changes


@pytest.mark.parametrize(
    ("was", "will_be", "says"),
    [
        ("until two months meet it", "until three months meet it", ("“two” became “three”.",)),
        ("Agreed: it stays", "Noted: it stays", ("“Agreed” became “Noted”.",)),
        ("at £1.2m", "at £1.4m", ("“£1.2m” became “£1.4m”.",)),
        ("by June", "by July", ("“June” became “July”.",)),
        ("it is met", "it is not met", ("“not” was put in.",)),
        ("Sarah sends it", "Gwen sends it", ("“Sarah” was taken out.",)),
        ("the letter is sent", "the letters are sent", ()),
    ],
)
def test_what_changes_the_meaning_is_told(was: str, will_be: str, says: tuple[str, ...]) -> None:
    assert meaning_changes(was, word_edits(was, will_be), owner="Sarah Lowe") == says

"""A decision typed in haste is read as it is meant."""

from __future__ import annotations

import pytest

from boarddesk.rules.decisions import Verb
from boarddesk.rules.minutes.quick import read_decision


@pytest.mark.parametrize(
    ("typed", "verb", "text"),
    [
        ("agreed that waits are shown monthly", Verb.AGREED, "waits are shown monthly"),
        ("Noted: the report", Verb.NOTED, "the report"),
        ("resolved, that it stands", Verb.RESOLVED, "it stands"),
        ("It was agreed to write to families", Verb.AGREED, "to write to families"),
        ("n that posts are empty", Verb.NOTED, "posts are empty"),
        ("r: the budget", Verb.RESOLVED, "the budget"),
        ("f. the cabinet", Verb.REFERRED, "the cabinet"),
        ("d that it waits for June", Verb.DEFERRED, "it waits for June"),
        ("a letter goes to every family", None, "a letter goes to every family"),
        ("  waits   shown ", None, "waits shown"),
        ("referredly yours", None, "referredly yours"),
        ("", None, ""),
    ],
)
def test_the_verb_is_taken_from_its_word_or_letter(typed: str, verb: Verb | None, text: str) -> None:
    assert read_decision(typed) == (verb, text)

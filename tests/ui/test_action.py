"""Actions are found by the beginnings of their words."""

from __future__ import annotations

import pytest

from boarddesk.ui.action import Action

ISSUE = Action("Issue report", print, words="freeze Word")


@pytest.mark.parametrize("typed", ["", "iss", "rep iss", "FREEZE", "wo"])
def test_the_beginnings_of_any_words_find_it(typed: str) -> None:
    assert ISSUE.matches(typed)


@pytest.mark.parametrize(("typed", "called_so"), [("rep iss", True), ("issue word", False), ("wo", False)])
def test_what_is_called_so_is_told_from_what_is_merely_found_so(typed: str, *, called_so: bool) -> None:
    assert ISSUE.matches(typed)
    assert ISSUE.matches_title(typed) is called_so


@pytest.mark.parametrize("typed", ["ssue", "issue plan", "x"])
def test_other_letters_do_not(typed: str) -> None:
    assert not ISSUE.matches(typed)

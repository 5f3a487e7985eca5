"""Short words of the plan page: names, dates, flags."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.ui.plan.words import (
    FLAG_WORDS,
    days_open,
    names_shown,
    names_typed,
    near_day,
    read_as,
    short_name,
    short_understood,
    step_date,
    without_title,
)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marcus Oyelaran", "M Oyelaran"),
        ("Dr Elspeth Rowan", "E Rowan"),
        ("Bronwen Lloyd-Rees", "B Lloyd-Rees"),
        ("Mary Jane O’Neill", "M O’Neill"),
        ("Head of SEND", "Head of SEND"),
        ("SEND Service Lead", "SEND Service Lead"),
        ("Designated Clinical Officer", "Designated Clinical Officer"),
        ("TBC by leads", "TBC by leads"),
        ("Farida", "Farida"),
        ("", ""),
    ],
)
def test_people_are_shortened_and_posts_are_not(name: str, short: str) -> None:
    assert short_name(name) == short


_NAMES = st.lists(
    st.text(st.sampled_from("abc ABC,.-’"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda name: bool(name.strip(" ,"))),
    min_size=1,
    max_size=4,
    unique=True,
)


@given(_NAMES)
def test_names_shown_are_read_again_as_they_were(names: list[str]) -> None:
    assert names_typed(names_shown(names)) == tuple(names)


@pytest.mark.parametrize(
    ("written", "short", "said"),
    [
        ("31/10/2025", "31 Oct 2025", "31/10/2025, read as 31 October 2025"),
        ("31 October 2025", "31 Oct 2025", "31 October 2025"),
        ("May 26", "to 31 May 2026", "May 26, read as to 31 May 2026"),
        ("31/04/2026", "to 30 Apr 2026", "31/04/2026, impossible: read as to 30 April 2026"),
        ("TBC by leads", "no date", "TBC by leads, no date: to be confirmed"),
        ("", "no date", ""),
    ],
)
def test_a_deadline_is_said_short_and_in_full(written: str, short: str, said: str) -> None:
    found = read_by_when(written)
    assert (short_understood(found), read_as(found)) == (short, said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/10/2025", "31 Oct 2025"),
        ("31 October 2025", "31 Oct 2025"),
        ("Apr 27", "Apr 27 (to 30 Apr 2027)"),
        ("TBC by leads", "TBC by leads (no date)"),
        ("", "no date"),
    ],
)
def test_a_step_that_is_due_in_a_month_does_not_read_as_due_on_a_day(written: str, said: str) -> None:
    assert step_date(read_by_when(written)) == said


def test_every_flag_has_two_words_at_most() -> None:
    assert set(FLAG_WORDS) == set(FlagKind)
    assert all(1 <= len(words.split()) <= 3 and len(words) <= 15 for words in FLAG_WORDS.values())


def test_a_sentence_does_not_repeat_its_title() -> None:
    assert without_title("Overdue: it was due by 1 May.", "Overdue") == "It was due by 1 May."
    assert without_title("No date is given.", "No date") == "No date is given."


def test_days_are_near_or_have_their_year() -> None:
    today = date(2026, 5, 28)
    assert near_day(date(2026, 5, 20), today) == "20 May"
    assert near_day(date(2024, 9, 3), today) == "3 Sep 24"
    assert (days_open(today, today), days_open(date(2026, 5, 27), today)) == ("asked today", "open 1 day")

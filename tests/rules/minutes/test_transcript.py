"""A transcript is cut to the items by the clock, searched, and quoted as what somebody said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.transcript import SpokenLine, holding, joined, stretches, time_of_line

FIRST = SpokenLine(10, "Ann Hale", "Good afternoon.")
SECOND = SpokenLine(65 * 60, "Zoë Moor", "The wait is 23 weeks.")
THIRD = SpokenLine(80 * 60, "Ann Hale", "And the budget?")


def cut(*began: tuple[str, str], starts: str = "13:30") -> list[tuple[str, int]]:
    found = stretches((FIRST, SECOND, THIRD), starts=starts, began=began)
    return [(stretch.item_id, len(stretch.lines)) for stretch in found]


def test_a_line_belongs_to_the_item_that_began_last_before_it() -> None:
    assert cut(("welcome", "13:30"), ("waits", "14:30"), ("budget", "14:50")) == [
        ("welcome", 1),
        ("waits", 1),
        ("budget", 1),
    ]


def test_business_out_of_order_is_cut_in_the_order_it_was_taken() -> None:
    assert cut(("welcome", "14:45"), ("waits", "13:30")) == [("waits", 2), ("welcome", 1)]


def test_what_was_said_before_the_first_item_belongs_to_none() -> None:
    assert cut(("waits", "14:30")) == [("", 1), ("waits", 2)]


def test_without_a_beginning_or_a_clock_it_stays_whole() -> None:
    assert cut() == [("", 3)]
    assert cut(("waits", "14:30"), starts="") == [("", 3)]


def test_a_line_without_a_time_stays_with_the_one_before_it() -> None:
    untimed = SpokenLine(None, "Zoë Moor", "Yes.")
    found = stretches((SECOND, untimed, THIRD), starts="13:30", began=[("a", "14:00"), ("b", "14:50")])
    assert [len(stretch.lines) for stretch in found] == [2, 1]


def test_a_line_is_found_by_its_words_and_its_speaker() -> None:
    assert holding((FIRST, SECOND, THIRD), "zoë WEEKS") == (SECOND,)
    assert holding((FIRST, SECOND, THIRD), "") == (FIRST, SECOND, THIRD)


def test_a_quoted_line_says_who_said_it() -> None:
    assert SECOND.quoted == "Zoë Moor said: “The wait is 23 weeks.”"
    assert SpokenLine(0, "", "Yes.").quoted == "“Yes.”"


def test_a_line_has_the_time_of_day_or_how_far_in_it_is() -> None:
    assert time_of_line(SECOND, "13:30") == "14:35"
    assert time_of_line(SECOND, "") == "01:05:00"
    assert time_of_line(SpokenLine(None, "Ann", "Yes."), "13:30") == ""


@given(
    st.lists(st.integers(0, 6 * 3600), max_size=30),
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["13:00", "14:10", "15:59", "23:59"]))),
)
def test_no_line_is_lost_or_moved_by_the_cutting(seconds: list[int], began: list[tuple[str, str]]) -> None:
    lines = tuple(SpokenLine(at, "Ann", f"{at}") for at in sorted(seconds))
    found = stretches(lines, starts="13:30", began=began)
    assert [line for stretch in found for line in stretch.lines] == list(lines)


@given(st.lists(st.tuples(st.sampled_from(["Ann", "Zoë"]), st.text("ab ", min_size=1).filter(str.strip))))
def test_joining_loses_no_word(spoken: list[tuple[str, str]]) -> None:
    lines = [SpokenLine(at, who, text) for at, (who, text) in enumerate(spoken)]
    words = " ".join(line.text for line in joined(lines)).split()
    assert words == " ".join(text for _, text in spoken).split()

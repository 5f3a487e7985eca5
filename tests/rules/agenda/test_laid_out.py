"""Each item begins when the one before ends, and the agenda says by how much it is too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.laid_out import Agenda, lay_out


def item(name: str, minutes: int | None, under: str | None = None) -> AgendaItem:
    return AgendaItem(name, "m", name.title(), parent_id=under, minutes=minutes)


def picture() -> Agenda:
    """The agenda of the picture: 130 minutes in a meeting of 120."""
    return lay_out(
        [
            item("welcome", 5),
            item("interests", 5),
            item("minutes and actions", 99),
            item("minutes", 5, "minutes and actions"),
            item("log", 10, "minutes and actions"),
            item("therapies", None),
            item("waits", 20, "therapies"),
            item("posts", 15, "therapies"),
            item("budget", 20),
            item("account", 15),
            item("plans", 25),
            item("offer", 5),
            item("close", 5),
        ],
        start="13:30",
        length=120,
    )


def test_the_times_are_those_of_the_minutes_before() -> None:
    starts = {row.number: row.starts for row in picture().rows}
    assert starts["3"] == starts["3.1"] == "13:40"
    assert starts["4.2"] == "14:15"
    assert starts["9"] == "15:35"


def test_a_heading_only_sums_what_is_under_it() -> None:
    agenda = picture()
    heading = next(row for row in agenda.rows if row.number == "3")
    assert heading.is_heading and heading.minutes == 15
    assert agenda.minutes == 130 and len(agenda.items) == 11


def test_what_begins_when_the_meeting_should_be_over_is_past_the_end() -> None:
    agenda = picture()
    assert [row.number for row in agenda.rows if row.past_the_end] == ["8", "9"]
    assert (agenda.over, agenda.ends, agenda.should_end) == (10, "15:40", "15:30")


def test_an_item_nobody_gave_minutes_is_counted_as_such_and_takes_none() -> None:
    agenda = lay_out([item("one", None), item("two", 10)], start="10:00", length=60)
    assert [row.starts for row in agenda.rows] == ["10:00", "10:00"]
    assert agenda.untimed == 1 and agenda.over == 0


def test_without_a_start_there_are_no_times_and_none_after_midnight() -> None:
    assert [row.starts for row in lay_out([item("one", 5)], length=60).rows] == [""]
    late = lay_out([item("one", 50), item("two", 5)], start="23:30", length=20)
    assert [row.starts for row in late.rows] == ["23:30", ""]
    assert late.ends == ""


def test_an_empty_agenda_is_as_long_as_nothing() -> None:
    agenda = lay_out([], start="13:30", length=120)
    assert (agenda.rows, agenda.minutes, agenda.over, agenda.ends) == ((), 0, 0, "13:30")


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 60)), st.booleans()), max_size=15))
def test_the_whole_is_the_sum_of_its_items_however_they_are_grouped(
    drawn: list[tuple[int | None, bool]],
) -> None:
    items: list[AgendaItem] = []
    top: str | None = None
    for number, (minutes, sub) in enumerate(drawn):
        under = top if sub else None
        items.append(item(str(number), minutes, under))
        top = top if under else str(number)
    agenda = lay_out(items, start="09:00", length=120)
    assert agenda.minutes == sum(row.minutes for row in agenda.items)
    assert sum(row.minutes for row in agenda.rows if not row.is_sub_item) == agenda.minutes

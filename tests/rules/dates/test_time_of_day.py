"""What people write for a time is read as it was meant: noon, half past, and two o'clock in the afternoon."""

from __future__ import annotations

import pytest

from boarddesk.rules.dates.time_of_day import Hours, read_time, time_among_items

MORNING, AFTERNOON = Hours(10 * 60, 12 * 60), Hours(14 * 60, 16 * 60)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("noon", "12:00"),
        ("Midday", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("2.30pm", "14:30"),
        ("14:30", "14:30"),
    ],
)
def test_a_time_is_read_as_it_is_written(text: str, time: str) -> None:
    assert read_time(text) == time


def test_the_half_of_the_day_is_the_one_nearer_to_the_meeting() -> None:
    assert read_time("2.30", AFTERNOON) == "14:30"
    assert read_time("10.15", MORNING) == "10:15"


def test_a_number_among_items_is_a_time_within_half_an_hour_of_the_meeting() -> None:
    assert time_among_items("1.30", AFTERNOON) == "13:30"
    assert time_among_items("1.29", AFTERNOON) is None
    assert time_among_items("4.30", AFTERNOON) == "16:30"
    assert time_among_items("4.31", AFTERNOON) is None
    assert time_among_items("5", AFTERNOON) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6.59", "18:59"), ("7", "07:00"), ("7.00", "07:00"), ("6.30am", "06:30"), ("12am", "00:00"),
        ("12pm", "12:00"), ("12.30", "12:30"), ("11.59pm", "23:59"), ("12", "12:00"), ("23:59", "23:59"),
        ("24:00", None), ("10:60", None), ("13am", None), ("14.30pm", "14:30"), ("24pm", None),
        ("02:30", "02:30"), ("9.60am", None), ("23pm", "23:00"), ("12.59am", "00:59"), ("2", "14:00"),
        ("11", "11:00"),
    ],
)  # fmt: skip
def test_without_the_hours_of_a_meeting_nobody_meets_before_seven(text: str, time: str | None) -> None:
    assert read_time(text) == time


def test_without_the_hours_of_a_meeting_a_number_from_seven_to_noon_is_a_time() -> None:
    assert time_among_items("7.00", None) == "07:00"
    assert time_among_items("6.59", None) is None
    assert time_among_items("11.59", None) == "11:59"
    assert time_among_items("12.15", None) == "12:15"
    assert time_among_items("4.10", None) is None


def test_what_is_as_near_to_the_meeting_in_the_morning_as_in_the_afternoon_is_the_morning() -> None:
    assert read_time("9", Hours(14 * 60, 16 * 60)) == "09:00"
    assert read_time("6", Hours(12 * 60, 12 * 60)) == "06:00"


def test_noon_is_noon_however_late_the_meeting() -> None:
    assert read_time("12", Hours(20 * 60, 22 * 60)) == "12:00"
    assert read_time("11.30", Hours(20 * 60, 22 * 60)) == "23:30"

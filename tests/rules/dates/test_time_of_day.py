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

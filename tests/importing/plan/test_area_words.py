"""What makes a line an area of the plan, and what says something of one."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.area_words import area_words, labelled


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Area 1: Leading well", "1", "Leading well"),
        ("Priority Two – Leading well", "2", "Leading well"),
        ("Key issue 2: Leading well", "2", "Leading well"),
        ("Theme A – Leading well", "A", "Leading well"),
        ("Priority IV: Leading well", "IV", "Leading well"),
        ("Leading well (Priority 1)", "1", "Leading well"),
        ("Area 1: Leading well (continued)", "1", "Leading well"),
        ("Areas of significant weakness 2 | Leading well", "2", "Leading well"),
        ("Area for Priority Action 3", "3", ""),
        ("Workstream One", "1", ""),
    ],
)
def test_a_word_for_an_area_with_its_number_names_one_anywhere(line: str, number: str, title: str) -> None:
    for heading in (True, False):
        words = area_words(line, heading=heading)
        assert words is not None and (words.number, words.title, words.plain) == (number, title, False)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("1. Leading well", "1", "Leading well"),
        ("A. Leading well", "A", "Leading well"),
        ("WS1 – Leading well", "WS1", "Leading well"),
        ("Leading well", "", "Leading well"),
    ],
)
def test_a_heading_may_name_an_area_without_a_word_for_one(line: str, number: str, title: str) -> None:
    words = area_words(line, heading=True)
    assert words is not None and (words.number, words.title, words.plain) == (number, title, True)
    assert area_words(line, heading=False) is None


def test_a_heading_with_a_word_for_an_area_may_have_no_number() -> None:
    words = area_words("Golden thread: Voice", heading=True)
    assert words is not None and (words.noun, words.number, words.title) == ("goldenthread", "", "Voice")


def test_the_page_of_a_contents_list_is_no_part_of_the_title() -> None:
    words = area_words("Area 1 Leading well ........ 4", heading=True)
    assert words is not None and words.title == "Leading well"


def test_a_sentence_about_an_area_names_none() -> None:
    assert area_words("Area 3 has been slow to change and we know it.", heading=False) is None


@pytest.mark.parametrize(
    "line", ["Action plan", "Improvement plan 2025/26", "Contents", "Page 3", "On track", "RAG key", ""]
)
def test_a_heading_of_the_plan_itself_a_page_or_a_status_names_no_area(line: str) -> None:
    assert area_words(line, heading=True) is None


@pytest.mark.parametrize(
    "line", ["Introduction", "1. Introduction", "Executive summary", "How to read this plan", "Appendix B"]
)
def test_what_comes_before_or_after_any_plan_names_no_area(line: str) -> None:
    assert area_words(line, heading=True) is None
    words = area_words(f"{line} of new teams", heading=True)
    assert words is not None and words.plain


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Area lead: Kit Fell", ("leads", "Area lead", "Kit Fell")),
        ("SRO – Kit Fell", ("leads", "SRO", "Kit Fell")),
        ("Project team: Kit Fell, Bea Holm", ("project_team", "Project team", "Kit Fell, Bea Holm")),
        ("What good looks like: in time", ("outcome", "What good looks like", "in time")),
        ("Why this matters: late plans", ("weakness", "Why this matters", "late plans")),
        ("Outcome", ("outcome", "Outcome", "")),
    ],
)
def test_a_label_says_of_which_part_of_an_area_it_tells(line: str, told: tuple[str, str, str]) -> None:
    assert labelled(line) == told


@pytest.mark.parametrize("line", ["Leading well", "Leads the team", "Outcomes are better", "Kit Fell"])
def test_a_sentence_that_only_begins_like_a_label_is_none(line: str) -> None:
    assert labelled(line) is None

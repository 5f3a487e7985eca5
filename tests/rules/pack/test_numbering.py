"""Page numbers that were issued stay where they are, whatever happens to the papers."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.pack.numbering import IssuedPages, Numbering, number_pages, said_span


def spans(numbering: Numbering) -> dict[str, str]:
    return {key: said_span(pages) for key, pages in numbering.numbers.items()}


def issue(numbering: Numbering, before: tuple[IssuedPages, ...] = ()) -> tuple[IssuedPages, ...]:
    known = {each.key for each in before}
    new = [
        IssuedPages(key, pages[0].number, len(pages), pages[0].supplement)
        for key, pages in numbering.numbers.items()
        if key not in known
    ]
    return (*before, *new)


def test_the_pages_of_a_pack_run_on_in_order() -> None:
    numbering = number_pages([("contents", 1), ("agenda", 1), ("minutes", 10), ("log", 28)])
    assert spans(numbering) == {"contents": "1", "agenda": "2", "minutes": "3 to 12", "log": "13 to 40"}
    assert numbering.total == 40
    assert numbering.supplement == 0


def test_a_paper_that_comes_late_has_pages_of_the_next_supplement() -> None:
    first = issue(number_pages([("agenda", 2), ("minutes", 10), ("plan", 4)]))
    late = number_pages([("agenda", 2), ("minutes", 10), ("request", 6), ("plan", 4)], first)
    assert spans(late) == {
        "agenda": "1 to 2",
        "minutes": "3 to 12",
        "request": "S1-1 to S1-6",
        "plan": "13 to 16",
    }
    assert (late.total, late.supplement) == (16, 1)
    later = number_pages(
        [("agenda", 2), ("letter", 1), ("minutes", 10), ("request", 6), ("map", 2), ("plan", 4)],
        issue(late, first),
    )
    assert spans(later)["request"] == "S1-1 to S1-6"
    assert (spans(later)["letter"], spans(later)["map"]) == ("S2-1", "S2-2 to S2-3")


def test_a_paper_replaced_by_one_as_long_keeps_its_pages() -> None:
    first = issue(number_pages([("a", 3), ("b", 4), ("c", 1)]))
    assert spans(number_pages([("a", 3), ("b", 4), ("c", 1)], first))["b"] == "4 to 7"


def test_a_replaced_paper_that_grew_takes_letters_and_one_that_shrank_leaves_its_numbers_unused() -> None:
    first = issue(number_pages([("a", 3), ("b", 4), ("c", 1)]))
    grown = number_pages([("a", 3), ("b", 6), ("c", 1)], first)
    assert [page.said for page in grown.numbers["b"]] == ["4", "5", "6", "7", "7a", "7b"]
    assert spans(grown)["c"] == "8"
    assert spans(number_pages([("a", 3), ("b", 2), ("c", 1)], first)) == {
        "a": "1 to 3",
        "b": "4 to 5",
        "c": "8",
    }


def test_a_paper_that_falls_away_moves_no_page_and_no_total() -> None:
    first = issue(number_pages([("a", 3), ("b", 4), ("c", 1)]))
    left = number_pages([("a", 3), ("b", 4)], first)
    assert (spans(left), left.total) == ({"a": "1 to 3", "b": "4 to 7"}, 8)


PARTS = st.lists(st.integers(1, 40), min_size=1, max_size=8)


@given(PARTS, PARTS, PARTS, st.randoms(use_true_random=False))
def test_two_supplements_move_no_number_that_was_issued_and_give_none_twice(
    first: list[int], second: list[int], third: list[int], chance: random.Random
) -> None:
    """Wherever on the agenda the late papers stand."""
    parts: list[tuple[str, int]] = []
    issued: tuple[IssuedPages, ...] = ()
    given_so_far: dict[str, tuple[str, ...]] = {}
    for turn, lengths in enumerate((first, second, third)):
        for place, pages in enumerate(lengths):
            at = chance.randint(0, len(parts))
            parts.insert(at, (f"{turn}-{place}", pages))
        numbering = number_pages(parts, issued)
        said = {key: tuple(page.said for page in pages) for key, pages in numbering.numbers.items()}
        assert {key: said[key] for key in given_so_far} == given_so_far
        every = [each for pages in said.values() for each in pages]
        assert len(every) == len(set(every)) == sum(pages for _, pages in parts)
        given_so_far, issued = said, issue(numbering, issued)

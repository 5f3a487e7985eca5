"""Pieces fill pages from top to bottom: none runs over its page, and what must stay together does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.reports.flow import Flow, Piece

ROOM = 100.0
LINES = st.lists(st.sampled_from([8.0, 10.0, 12.5]), min_size=1, max_size=8).map(tuple)
PIECES = st.lists(
    st.builds(
        Piece,
        LINES,
        before=st.sampled_from([0.0, 6.0]),
        after=st.sampled_from([0.0, 3.0]),
        keep_next=st.booleans(),
        whole=st.booleans(),
        new_page=st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


def flow(*pieces: Piece) -> Flow:
    return Flow(pieces, first=ROOM, later=ROOM)


def pages(*pieces: Piece) -> list[int]:
    return [place.page for place in flow(*pieces).places]


@given(PIECES)
def test_pieces_stand_in_order_and_inside_their_pages(pieces: list[Piece]) -> None:
    places = flow(*pieces).places
    order = [(place.page, place.down) for place in places]
    assert order == sorted(order)
    assert all(0 <= place.down < ROOM for place in places)


@given(PIECES)
def test_what_fits_whole_on_a_page_and_may_not_part_ends_on_it(pieces: list[Piece]) -> None:
    for piece, place in zip(pieces, flow(*pieces).places, strict=True):
        if piece.whole and piece.height + piece.before <= ROOM:
            assert place.down + piece.height <= ROOM + 0.02


@given(PIECES)
def test_a_piece_that_asks_for_a_new_page_begins_one(pieces: list[Piece]) -> None:
    places = flow(*pieces).places
    for before, piece, place in zip(places, pieces[1:], places[1:], strict=False):
        if piece.new_page:
            assert place.page > before.page


def test_a_heading_goes_along_with_the_first_two_lines_below_it() -> None:
    filling, heading = Piece((80.0,)), Piece((10.0,), keep_next=True, whole=True)
    assert pages(filling, heading, Piece((5.0, 5.0, 5.0, 5.0))) == [1, 1, 1]
    assert pages(filling, heading, Piece((6.0, 6.0, 6.0, 6.0))) == [1, 2, 2]


def test_a_heading_may_be_left_alone_where_a_single_line_would_fit_below_it() -> None:
    filling, heading, below = Piece((80.0,)), Piece((10.0,), keep_next=True, whole=True), Piece((6.0,) * 3)

    def alone(*pieces: Piece) -> list[int]:
        laid = Flow(pieces, first=ROOM, later=ROOM, left_alone=True)
        return [place.page for place in laid.places]

    assert (pages(filling, heading, below), alone(filling, heading, below)) == ([1, 2, 2], [1, 1, 2])
    assert alone(filling, heading, Piece((11.0,) * 3)) == [1, 2, 2]
    assert alone(filling, heading, Piece((6.0,) * 3, whole=True)) == [1, 2, 2]


def test_a_section_that_is_parted_keeps_its_page_after_one_that_ran_over() -> None:
    over, section = Piece((20.0,) * 6, new_page=True), Piece((10.0,), new_page=True)
    closed = Flow((over, section), first=ROOM, later=ROOM, sections=(0, 1))
    parted = Flow((over, section), first=ROOM, later=ROOM, sections=(0, 1), parted=(1,))
    assert closed.closed_up == [1] and closed.places[1].page == closed.places[0].page + 1
    assert parted.closed_up == [] and parted.places[1].page == parted.places[0].page + 2


def test_no_line_is_left_alone_at_the_foot_or_the_head_of_a_page() -> None:
    assert flow(Piece((70.0,)), Piece((10.0,) * 4)).page == 2
    assert pages(Piece((70.0,)), Piece((10.0,) * 4), Piece((5.0,))) == [1, 1, 2]
    assert pages(Piece((70.0,)), Piece((10.0,) * 3 + (5.0,))) == [1, 1]
    assert pages(Piece((85.0,)), Piece((10.0,) * 4)) == [1, 2]
    assert pages(Piece((75.0,)), Piece((10.0,) * 3)) == [1, 2]


def test_the_space_above_a_piece_counts_once_and_not_at_the_head_of_a_filled_page() -> None:
    first, second, third = flow(Piece((50.0,), after=6), Piece((40.0,), before=9), Piece((5.0,), 9)).places
    assert (first.down, second.down) == (0.0, 59.0)
    assert (third.page, third.down) == (2, 0.0)
    assert flow(Piece((5.0,)), Piece((5.0,), 9.0, new_page=True)).places[1].down == 9.0


def test_the_header_row_stands_again_above_a_row_on_a_new_page() -> None:
    rows = [Piece((30.0,), whole=True, repeated=20.0) for _ in range(4)]
    places = flow(Piece((20.0,), keep_next=True, whole=True), *rows).places
    assert [(place.page, place.down) for place in places[2:]] == [(1, 50.0), (2, 20.0), (2, 50.0)]


def test_a_row_that_goes_on_asks_for_its_edges_again() -> None:
    row = Piece((10.0,) * 9, repeated=20.0, again=5.0)
    below = flow(Piece((50.0,)), row, Piece((10.0,), whole=True)).places[2]
    assert (below.page, below.down) == (2, 65.0)

"""The six lists of the page: seats in roll order, people, interests, organisations, boards, lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.interests import Interest
from boarddesk.rules.people import Belonging, Seat
from boarddesk.ui.action import Action
from boarddesk.ui.people import empty, lists
from boarddesk.ui.people.board_panel import BoardPanel
from boarddesk.ui.people.governance import GovernanceChart
from boarddesk.ui.people.interest_panel import InterestPanel
from boarddesk.ui.people.line_panel import LinePanel
from boarddesk.ui.people.organisation_panel import OrganisationPanel
from boarddesk.ui.people.person_panel import PersonPanel
from boarddesk.ui.people.seat_panel import SeatPanel
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.records_page.section import Filling, Filter, Listing, Section
from boarddesk.ui.widgets.steady_detail import SteadyDetail

if TYPE_CHECKING:
    from boarddesk.ui.people.page import PeoplePage

ALL = "all"
SEATS = (
    ("", "Seats there are"),
    ("vacant", "Vacant seats"),
    ("ending", "Terms ending soon"),
    ("record", "Not all on record"),
    ("ended", "Ended seats"),
    (ALL, "All seats"),
)
INTERESTS = (("", "Interests that stand"), (ALL, "All interests"))
LINES = (("", "Lines of that day"), (ALL, "All lines"))
PEOPLE = (
    ("", "Members and deputies"),
    ("former", "Former members"),
    ("none", "Without a seat"),
    (ALL, "Everybody"),
)


def people_sections(page: PeoplePage) -> tuple[Section[ShownOffice], ...]:
    """All six; what is done to a row is done by the page."""
    return (
        _seats(page),
        _people(page),
        _interests(page),
        _organisations(page),
        _boards(page),
        _lines(page),
    )


def _seats(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions

    def nothing(shown: ShownOffice) -> QWidget | None:
        if not shown.boards:
            return empty.no_board(actions)
        return None if shown.seats_in_sight else empty.no_seat(actions, page.go_to_import)

    return Section(
        "seat",
        "Seats",
        ("seat", "seats"),
        lists.SEATS,
        _seat_rows,
        _panel(page, SeatPanel, ShownOffice.seat),
        nothing,
        Action("Add seat…", _on_a_board(page, actions.add_seat), words="new member"),
        partial(actions.edit_cell, "seat"),
        partial(actions.paste, "seat"),
        actions=_on_a_seat(page),
        filters=(Filter("Which seats", lambda _shown: SEATS, 188, ALL),),
        name="people seat",
    )


def _people(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions
    return Section(
        "person",
        "People",
        ("person", "people"),
        lists.PEOPLE,
        _person_rows,
        _panel(page, PersonPanel, lambda shown, person_id: shown.people.get(person_id)),
        lambda shown: None if shown.people else empty.no_person(actions),
        Action("Add person…", actions.add_person, words="new"),
        partial(actions.edit_cell, "person"),
        partial(actions.paste, "person"),
        actions=(_remove(page),),
        filters=(Filter("Which people", lambda _shown: PEOPLE, 188, ALL),),
        name="people person",
    )


def _interests(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions

    def nothing(shown: ShownOffice) -> QWidget | None:
        return None if shown.interests_in_sight else empty.no_interest(actions)

    return Section(
        "interest",
        "Interests",
        ("interest", "interests"),
        lists.INTERESTS,
        _interest_rows,
        _panel(page, InterestPanel, ShownOffice.interest),
        nothing,
        Action("Declare interest…", actions.declare_interest, words="register conflict of interests new"),
        partial(actions.edit_cell, "interest"),
        partial(actions.paste, "interest"),
        actions=_on_an_interest(page),
        filters=(Filter("Which interests", lambda _shown: INTERESTS, 188, ALL),),
        name="people interest",
        row_height=40,
        spoken="Register of interests",
    )


def _organisations(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions
    return Section(
        "organisation",
        "Organisations",
        ("organisation", "organisations"),
        lists.ORGANISATIONS,
        lambda shown, _picked: (lists.organisation_rows(shown), []),
        _panel(page, OrganisationPanel, lambda shown, of_id: shown.organisations.get(of_id)),
        lambda shown: None if shown.organisations else empty.no_organisation(actions),
        Action("Add organisation…", actions.add_organisation, words="new"),
        partial(actions.edit_cell, "organisation"),
        partial(actions.paste, "organisation"),
        actions=(_remove(page),),
        name="people organisation",
    )


def _boards(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions
    return Section(
        "board",
        "Boards",
        ("board", "boards"),
        lists.BOARDS,
        lambda shown, _picked: (lists.board_rows(shown), []),
        _panel(page, BoardPanel, lambda shown, board_id: shown.boards.get(board_id)),
        lambda shown: None if shown.boards else empty.no_board(actions),
        Action("Add board…", actions.add_board, words="new committee group"),
        partial(actions.edit_cell, "board"),
        partial(actions.paste, "board"),
        actions=(Action("Add seat…", lambda: actions.add_seat(page.front.table.chosen_id())),),
        name="people board",
    )


def _lines(page: PeoplePage) -> Section[ShownOffice]:
    actions = page.people_actions

    chart = GovernanceChart(
        moves=page.show_lines_on, opens=lambda board_id: page.show_record("board", board_id)
    )

    def nothing(shown: ShownOffice) -> QWidget | None:
        if not shown.boards:
            return empty.no_board(actions)
        return None if shown.lines else empty.no_line(actions)

    return Section(
        "line",
        "Governance",
        ("reporting line", "reporting lines"),
        lists.LINES,
        _line_rows,
        _panel(page, LinePanel, ShownOffice.line),
        nothing,
        Action(
            "Add reporting line…",
            _on_a_board(page, actions.add_line),
            words="governance accountable informs scrutiny",
        ),
        partial(actions.edit_cell, "line"),
        partial(actions.paste, "line"),
        actions=_on_a_line(page),
        filters=(Filter("Which lines", lambda _shown: LINES, 172, ALL),),
        over=chart,
        seen=lambda shown, _rows, _chosen: chart.show_read(shown),
        name="people line",
        spoken="Reporting lines",
    )


def _on_a_board(page: PeoplePage, adds: Callable[[], object]) -> Callable[[], object]:
    """What a board has is added, or a board where there is none to have it."""
    return lambda: adds() if page.shown.boards else page.people_actions.add_board()


# ── what is done to a row ──


def _on_a_line(page: PeoplePage) -> tuple[Action, ...]:
    def chosen() -> ReportingLine | None:
        return page.shown.line(page.lists["line"].table.chosen_id())

    def end() -> None:
        line = chosen()
        if line is not None:
            page.people_actions.end_line(line)

    def on_line() -> bool:
        return page.isVisible() and page.kind == "line" and chosen() is not None

    ends = Action("End this reporting line…", end, words="governance", applies=on_line, row_title="End line…")
    return (ends, _remove(page))


def _on_an_interest(page: PeoplePage) -> tuple[Action, ...]:
    def chosen() -> Interest | None:
        return page.shown.interest(page.lists["interest"].table.chosen_id())

    def end() -> None:
        interest = chosen()
        if interest is not None:
            page.people_actions.end_interest(interest)

    def on_interest() -> bool:
        return page.isVisible() and page.kind == "interest" and chosen() is not None

    ends = Action("End this interest…", end, words="register", applies=on_interest, row_title="End interest…")
    return (ends, _remove(page))


def _on_a_seat(page: PeoplePage) -> tuple[Action, ...]:
    def chosen() -> Seat | None:
        return page.shown.seat(page.lists["seat"].table.chosen_id())

    def with_seat(does: Callable[[Seat], object]) -> Callable[[], None]:
        def run() -> None:
            seat = chosen()
            if seat is not None:
                does(seat)

        return run

    def on_seat() -> bool:
        return page.isVisible() and page.kind == "seat" and bool(page.front.table.chosen_id())

    def of_seat(title: str, does: Callable[[Seat], object], words: str, in_row: str) -> Action:
        return Action(title, with_seat(does), words=words, applies=on_seat, row_title=in_row)

    def put_on_record() -> None:
        ids = page.lists["seat"].table.chosen_ids()
        actions.put_on_record([seat for seat_id in ids if (seat := page.shown.seat(seat_id))])

    actions = page.people_actions
    return (
        of_seat("Appoint to this seat…", actions.appoint, "member holder", "Appoint…"),
        of_seat("Add deputy of this seat…", actions.add_deputy, "new", "Add deputy…"),
        Action(
            "Put on record for those chosen…",
            put_on_record,
            words="accepted terms of reference confidentiality induction interests renewed",
            applies=on_seat,
            row_title="Put on record…",
        ),
        Action("Move up", lambda: page.move_seat(-1), row_keys="Alt+Up"),
        Action("Move down", lambda: page.move_seat(1), row_keys="Alt+Down"),
        of_seat("End this seat…", actions.end_seat, "board no longer", "End seat…"),
        _remove(page),
    )


def _remove(page: PeoplePage) -> Action:
    return Action("Remove", page.remove, row_keys="Del")


# ── rows and panels ──


def _panel(
    page: PeoplePage, panel: Callable[..., Any], find: Callable[[ShownOffice, str], object | None]
) -> Callable[[SteadyDetail, ShownOffice, str], Filling | None]:
    """What fills the detail with the record of an id, where the office has it."""

    def filling(detail: SteadyDetail, shown: ShownOffice, record_id: str) -> Filling | None:
        record = find(shown, record_id)
        if record is None:
            return None
        return record_id, lambda: panel(detail, page.people_actions, shown).fill(record)

    return filling


def _seat_rows(shown: ShownOffice, picked: Sequence[str]) -> Listing:
    rows, groups = lists.seat_rows(shown)
    ids = {seat.id for seat in shown.seats_in_sight if _is_wanted(seat, shown, picked[0])}
    kept = [row for row in rows if row.id in ids]
    used = {row.group for row in kept}
    return kept, [group for group in groups if group.key in used]


def _line_rows(shown: ShownOffice, picked: Sequence[str]) -> Listing:
    wanted = [line for line in shown.lines if picked[0] == ALL or line.stands_on(shown.lines_on)]
    return lists.line_rows(shown, wanted), []


def _interest_rows(shown: ShownOffice, picked: Sequence[str]) -> Listing:
    wanted = [
        interest
        for interest in shown.interests_in_sight
        if picked[0] == ALL or interest.stands_on(shown.today)
    ]
    return lists.interest_rows(shown, wanted), []


def _is_wanted(seat: Seat, shown: ShownOffice, choice: str) -> bool:
    if choice == "vacant":
        return shown.is_vacant(seat)
    if choice == "ending":
        return shown.term_ending(seat) is not None
    if choice == "record":
        return shown.lacks_record(seat)
    if choice == "ended":
        return shown.is_over(seat)
    return choice == ALL or not shown.is_over(seat)


def _person_rows(shown: ShownOffice, picked: Sequence[str]) -> Listing:
    now, (choice,) = (Belonging.MEMBER, Belonging.DEPUTY), picked
    found = [
        person
        for person in shown.people.values()
        if choice == ALL
        or (choice == "" and shown.belonging(person.id) in now)
        or (choice == "former" and shown.belonging(person.id) is Belonging.FORMER)
        or (choice == "none" and shown.has_no_seat(person.id))
    ]
    return lists.person_rows(shown, found), []

"""The detail of a board: its terms of reference, each changed where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.people import Board
from boarddesk.rules.registers.quorum import rule_words
from boarddesk.rules.terms import AFTER, BEFORE
from boarddesk.rules.wording import count_in_figures, listed
from boarddesk.ui.people.board_lists import BoardLists
from boarddesk.ui.people.editing import BOARD
from boarddesk.ui.people.fields import end_meant
from boarddesk.ui.people.panel_parts import Part, Writes, remover
from boarddesk.ui.people.words import LINES
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel

_DAYS = (
    "In working, clear or calendar days, such as 5 clear days: of those neither the day of notice nor "
    "the day of the meeting is counted."
)


class BoardPanel(Part):
    """Fills the panel for one board."""

    def fill(self, board: Board) -> None:
        """Its terms of reference, in the order they are usually written."""
        writes: Writes = partial(self.people_actions.edit_cell, "board", board.id)
        title = self.title(BOARD["name"], board.name, writes)
        self.panel.set_record("Terms of reference", board.name, heading=title)
        self._facts(board, writes)
        self._record(board)
        self._lines(board)
        self._quorum(board, writes)
        self._attendance(board, writes)
        self._publishing(board, writes)
        self._meetings(board, writes)
        self._steps(board, writes)
        BoardLists(self.panel, self.people_actions, self.shown).fill(board)

    def _facts(self, board: Board, writes: Writes) -> None:
        self.fact(BOARD["short_name"], board.short_name, writes)
        self.choice(BOARD["kind"], board.kind.value, writes)
        self.fact(BOARD["purpose"], board.purpose, writes)
        self.fact(BOARD["terms_version"], board.terms_version, writes)
        self.fact(BOARD["frequency"], board.frequency, writes)
        self.choice(BOARD["year_start"], board.year_start.value, writes)
        review = BOARD["review_on"].label
        day = self.day(board.review_on, name=review, does=partial(writes, "review_on"), empty="–")
        self.panel.add_fact(review, day)

    def _record(self, board: Board) -> None:
        """What members have not on record, with who they are and what puts it there."""
        found = self.shown.gaps_of(board.id)
        if not found:
            return
        inside = self.panel.add_section("Not on record")
        for gap in found:
            chosen = [
                seat
                for seat in self.shown.seats
                if seat.board_id == board.id and seat.holder_on(self.shown.today) in gap.person_ids
            ]
            puts = link("Record", partial(self.people_actions.put_on_record, chosen, gap.kind))
            puts.setAccessibleName(f"Put on record: {gap.says}")
            names = listed([self.shown.person_name(person_id) for person_id in gap.person_ids])
            self.line(inside, WrappedLabel(gap.says), meta=names, after=[puts])

    def _lines(self, board: Board) -> None:
        """To whom it answers, each line with its days; those that are over last."""
        action = ("Add line", lambda: self.people_actions.add_line(board.id))
        inside = self.panel.add_section("Reporting lines", action=action)
        found = self.shown.lines_of(board.id)
        for line in found:
            self._line(inside, line)
        if not found:
            inside.addWidget(WrappedLabel("It answers to nobody.", "muted"))

    def _line(self, inside: QVBoxLayout, line: ReportingLine) -> None:
        whose = f"{line.kind} {line.to_name}"
        writes: Writes = partial(self.people_actions.edit_cell, "line", line.id)
        means = partial(end_meant, boards=self.shown.boards.values())
        to = InPlace(line.to_name, name=f"To, {line.kind}", does=partial(writes, "to"), note=means)
        kind = ChooseInPlace(line.kind, LINES, name=f"Kind, {line.to_name}", does=partial(writes, "kind"))
        takes_out = partial(self.people_actions.remove, "line", line.id)
        together = QVBoxLayout()
        together.setSpacing(0)
        self.line(together, to, after=[remover(f"Take out line {whose}", takes_out)])
        together.addWidget(kind)
        keys = ("from_day", "until_day")
        together.addLayout(self.span(line.from_day, line.until_day, whose=whose, writes=writes, keys=keys))
        inside.addLayout(together)

    def _quorum(self, board: Board, writes: Writes) -> None:
        action = ("Add rule", lambda: self.people_actions.add_quorum_rule(board))
        self.panel.add_section("Quorum", action=action)
        shown = f"{board.quorum} of the quorum seats" if board.quorum else ""
        self.fact(BOARD["quorum"], board.quorum, writes, shown=shown)
        if warning := self.shown.quorum_warning(board):
            self.panel.add(WrappedLabel(f"▲ {warning}", "warn"))
        inside = QVBoxLayout()
        inside.setSpacing(4)
        self.panel.add(inside)
        for rule in board.quorum_rules:
            words = rule_words(rule)
            forgets = partial(self.people_actions.remove_quorum_rule, board, rule)
            text = WrappedLabel(words[:1].upper() + words[1:])
            self.line(inside, text, after=[remover(f"Take out rule {words}", forgets)])
            dates = partial(self.people_actions.edit_quorum_rule_day, board, rule)
            inside.addLayout(self.first_day(rule.from_date, whose=words, does=dates, always="the beginning"))

    def _attendance(self, board: Board, writes: Writes) -> None:
        self.panel.add_section("Attendance")
        target = f"{board.attendance_target.normalize():f}%"
        self.fact(BOARD["attendance_target"], target, writes)
        self.choice(BOARD["target_figure"], board.target_figure.value, writes)

    def _publishing(self, board: Board, writes: Writes) -> None:
        """What its published copies say of members, and the least count of children they print."""
        self.panel.add_section("Publishing")
        self.choice(BOARD["published_names"], board.published_names.value, writes)
        least = str(board.small_numbers)
        shown = f"{least} children" if board.small_numbers else "Any number of children"
        self.fact(BOARD["small_numbers"], least, writes, shown=shown)

    def _meetings(self, board: Board, writes: Writes) -> None:
        self.panel.add_section("Usual meeting")
        self.fact(BOARD["venue"], board.venue, writes)
        self.fact(BOARD["start_time"], board.start_time, writes)
        length = str(board.minutes_long)
        self.fact(BOARD["minutes_long"], length, writes, shown=f"{length} minutes")

    def _steps(self, board: Board, writes: Writes) -> None:
        """The month’s rhythm around a meeting."""
        self.panel.add_section("Around each meeting")
        for step in (*BEFORE, *AFTER):
            rule = board.rule(step)
            days = count_in_figures(abs(rule.number), f"{rule.kind} day")
            self.fact(BOARD[step], days, writes, shown=rule.words)
        self.panel.add(WrappedLabel(_DAYS, "meta"))

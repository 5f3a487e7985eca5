"""The tab of a meeting's papers: what is missing first, then all of them in the order of the agenda."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.papers.paper_panel import PaperPanel, can_be_cleaned
from boarddesk.ui.meetings.papers.rows import COLUMNS, ListedPaper, listed_papers, rows
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.table.dragging import RowDrag
from boarddesk.ui.widgets.table.record_table import RecordTable

KEYS = (
    "Drop files on a line, or press Insert to choose them. Enter opens the detail, O the paper itself; "
    "Alt+↑ and Alt+↓ put a paper earlier or later on its item."
)
_NOTHING = (
    "The papers of the agenda’s items stand here. Drop a file on an item of the agenda, or say in its column "
    "Papers that one is asked for."
)


def papers_part(on: Workspace) -> MeetingPart:
    """The papers as a part of a meeting."""
    view = PapersView(on)
    return MeetingPart(
        "Papers",
        view,
        view.show_meeting,
        focus=view.focus_rows,
        next_step=lambda: None,
        actions=view.part_actions,
        leave=view.leave,
        count=lambda counts: counts.papers,
    )


class PapersView(QWidget):
    """Shows the list with the chosen paper beside it."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self._on = on
        self.shown: ShownAgenda | None = None
        self.does = PaperActions(on, lambda: self.shown)
        self.table = RecordTable("papers", COLUMNS, noun=("paper", "papers"))
        self.table.view.setAccessibleName("Papers of the meeting")
        self.panel = PaperPanel(self.does)
        self.count_label = ElidedLabel("", "meta")
        self.part_actions = self._actions()
        self.add = buttons.secondary("Add paper", lambda: self._of_line(self._add), icon="plus")
        self._lay_out()
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.opened.connect(lambda _id: self.open_panel())
        self.table.set_actions(self.part_actions)
        self.drag = RowDrag(self.table, may_move=lambda: False, takes_files=lambda: True)
        self.drag.files_dropped.connect(self._take_files)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addStretch(1)
        tools.addWidget(self.count_label)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        self.hint = WrappedLabel(KEYS, "meta")
        column.addWidget(self.hint)
        left.setFocusProxy(self.table)
        self.table.set_empty(EmptyState("No papers yet", _NOTHING))
        self.beside = ListAndDetail(left, self.panel, narrow=356, wide=440, least=640, escapes=False)
        self.beside.detail_closed.connect(self.table.view.setFocus)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.beside)

    # ── showing ──

    def show_meeting(self, found: Register, board: Board) -> None:
        """The papers of a meeting as they stand."""
        session = self._on.session
        self.shown = ShownAgenda.read(session.file, found.meeting, board, today=session.today)
        self.table.set_rows(rows(self.shown))
        if not self.table.chosen_id():
            self.table.choose_first()
        done, wanted = self.shown.counts
        there = bool(self.table.model.rows)
        self.count_label.setText(f"{done} of {wanted} in" if there else "")
        self.add.setVisible(there)
        self.hint.setVisible(there)
        self._show_chosen()
        self.beside.show_detail() if there else self.beside.hide_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.table.model.rows:
            self.beside.show_detail()

    def line(self) -> ListedPaper | None:
        """The line chosen."""
        lines = listed_papers(self.shown) if self.shown is not None else []
        return next((line for line in lines if line.id == self.table.chosen_id()), None)

    def _show_chosen(self) -> None:
        self.panel.show_paper(self.line())

    def focus_rows(self) -> None:
        """The list."""
        self.table.view.setFocus()

    def open_panel(self) -> None:
        """The chosen paper beside the list, the focus in it."""
        self.beside.show_detail(asked=True)
        self.panel.enter()

    def leave(self) -> bool:
        """Esc: first what lies over the list."""
        if self.beside.covers and self.beside.is_detail_shown():
            self.beside.close_detail()
            return True
        return False

    # ── doing ──

    def _of_line(self, does: Callable[[ListedPaper], object]) -> None:
        line = self.line()
        if line is None:
            raise Refused("Choose a paper first.")
        does(line)

    def _add(self, line: ListedPaper) -> None:
        self.does.add(line.row.item.id)

    def _take_files(self, row_id: str, names: list[str]) -> None:
        self.does.take_files(row_id.split(" ")[0], names)

    def _open(self, line: ListedPaper) -> None:
        if line.paper is not None:
            self.does.open(line.paper, line.row, line.position)

    def _actions(self) -> tuple[Action, ...]:
        does = self.does

        def has(rule: Callable[[ListedPaper], bool]) -> Callable[[], bool]:
            def applies() -> bool:
                line = self.line()
                return line is not None and rule(line)

            return applies

        def of(
            title: str,
            run: Callable[[ListedPaper], object],
            rule: Callable[[ListedPaper], bool],
            keys: str = "",
        ) -> Action:
            return Action(title, lambda: self._of_line(run), words="paper", applies=has(rule), row_keys=keys)

        def is_named(line: ListedPaper) -> bool:
            return line.paper is not None

        def is_in(line: ListedPaper) -> bool:
            return line.paper is not None and line.paper.copy is not None

        def is_unclean(line: ListedPaper) -> bool:
            return line.paper is not None and can_be_cleaned(line.paper)

        def paper(run: Callable[[Paper], object]) -> Callable[[ListedPaper], object]:
            return lambda line: run(line.paper) if line.paper is not None else None

        def moved(step: int) -> Callable[[ListedPaper], object]:
            return lambda line: paper(lambda found: does.move(found, line.row.item.id, step))(line)

        def off(line: ListedPaper) -> None:
            if line.paper is not None:
                does.take_off(line.paper, line.row.item.id)

        return (
            of("Add paper…", self._add, lambda _line: True, "Ins"),
            of("Paper to follow…", lambda line: does.name(line.row.item.id), lambda _line: True),
            of("Open paper", self._open, is_in, "O"),
            of("Replace paper…", paper(does.replace), is_in),
            of("Make a clean copy", paper(does.clean), is_unclean),
            of("Asked for today", paper(does.ask), is_named),
            of("Clear paper…", paper(does.clear), is_named),
            of("Rename paper…", paper(does.rename), is_named, "F2"),
            of("Put on another item…", paper(does.put_on), is_named),
            of("Earlier on its item", moved(-1), is_named, "Alt+Up"),
            of("Later on its item", moved(1), is_named, "Alt+Down"),
            of("Withdraw or bring back…", paper(does.withdraw), is_named),
            of("Take off its item", off, is_named, "Del"),
        )

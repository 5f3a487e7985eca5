"""The Risks page: the register beside its heat map, issues, and what was sent to a board above."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.records.risks import register
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.page import Session
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.risks import lists
from boarddesk.ui.risks.actions import RiskActions
from boarddesk.ui.risks.map_box import MapBox
from boarddesk.ui.risks.review.view import ReviewView
from boarddesk.ui.risks.sections import risk_sections
from boarddesk.ui.risks.shown_register import ShownRegister, load
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.opening import check_may_write

REVIEW = "Review risks"
OWN = frozenset({"risk", "issue", "escalation"})


class RisksPage(RecordsPage[ShownRegister]):
    """What may happen, what has, and what a board above is asked."""

    name, title, icon = "risks", "Risks", "risks"
    opens = OWN | {"escalate action"}
    tabbed = True

    def __init__(self) -> None:
        super().__init__(narrow=372, wide=432)
        self._also = ""
        self.map_box = MapBox()
        self.risk_actions = RiskActions(
            self, session=lambda: self.session, shown=lambda: self.shown, opened=self.go_to
        )
        self.set_sections(risk_sections(self))
        self.review = ReviewView(lambda: self.session)
        self.review.hide()
        self.body.addWidget(self.review, 1)
        self.review.left.connect(self.leave_review)
        self.review.escalate_requested.connect(self._escalate_reviewed)
        self.review_button = buttons.primary(REVIEW, self.start_review)
        self.header.add(self.review_button)
        self.map_box.map.cell_picked.connect(self.pick_cell)
        self.map_box.map.risk_picked.connect(lambda risk_id: self.bring("risk", risk_id))

    # ── showing ──

    def show_session(self, session: Session) -> None:
        """Another board or day: a record of another board that was looked at is left again."""
        self._also = ""
        super().show_session(session)

    def read(self) -> ShownRegister:
        """The registers of the board chosen above, or of all."""
        session = self.session
        return load(session.file, session.board_id, today=session.today, also=self._also)

    def says(self, read: ShownRegister | None) -> str:
        """`10 open, 3 above tolerable, 1 review late`."""
        if read is None or not read.risks:
            return ""
        above = sum(read.is_above_tolerable(risk) for risk in read.live)
        late = sum(read.is_review_late(risk) for risk in read.live)
        parts = [f"{len(read.live)} open"]
        parts += [f"{above} above tolerable"] if above else []
        parts += [f"{count_in_figures(late, 'review')} late"] if late else []
        parts += [f"{len(read.waiting)} waiting to be taken"] if read.waiting else []
        return ", ".join(parts)

    def first_risk(self, read: ShownRegister) -> str:
        """What to look at first: the highest whose review is late, else the highest of all."""
        late = [risk for risk in read.live if read.is_review_late(risk)]
        first = next(iter([*late, *read.live, *read.by_score]), None)
        return first.id if first else ""

    # ── the review ──

    @property
    def is_reviewing(self) -> bool:
        """Whether the review stands in place of the lists."""
        return not self.review.isHidden()

    def reload(self) -> None:
        """The lists, or the review while it goes on."""
        if self.is_reviewing:
            self.review.reload()
        else:
            super().reload()

    def dress(self) -> None:
        """The header of the list in front; the register’s says how many risks a review would go through."""
        super().dress()
        many = len(self._to_review()) if self._read is not None and self.kind == "risk" else 0
        self.review_button.setVisible(many > 0)
        buttons.reword(self.review_button, f"Review {count_in_figures(many, 'risk')}")

    def _to_review(self) -> list[str]:
        """The open risks that the filters leave."""
        live = {risk.id for risk in self.shown.live}
        return [row.id for row in self.lists["risk"].table.rows_shown() if row.id in live]

    def start_review(self) -> None:
        """One risk after the other: those the filters leave, the longest unreviewed first."""
        check_may_write(self)
        self.pick("risk")
        wanted = self._to_review()
        self._show_review(shown=True)
        with self.hearing():
            self.review.start(None if len(wanted) == len(self.shown.live) else wanted)

    def leave_review(self) -> None:
        """Back to the register, with the risk chosen that was looked at."""
        if self.is_reviewing:
            looked_at = self.review.review.at
            self._show_review(shown=False)
            self.renew()
            self.lists["risk"].choose(looked_at)
            self.focus_first()

    def _show_review(self, *, shown: bool) -> None:
        self.move_on()
        self.review.setVisible(shown)
        for part in (self.header, self.segments, self.both):
            part.setVisible(not shown)

    def _escalate_reviewed(self, risk_id: str) -> None:
        self.risk_actions.escalate_risk(register.risk(self.session.file, risk_id), stays=True)

    def pick(self, kind: str) -> None:
        """Bring a list to the front; a review that goes on is left, and goes on where it was."""
        self.leave_review()
        super().pick(kind)

    def focus_first(self) -> None:
        """The rows, or the risk that is reviewed."""
        if self.is_reviewing:
            self.review.focus_first()
        else:
            super().focus_first()

    # ── the map ──

    def pick_cell(self, likelihood: int, impact: int) -> None:
        """Only the risks of one cell; picked again, all that are open."""
        choice = self.lists["risk"].choices[0]
        key = lists.cell_key((likelihood, impact))
        choice.choose(lists.OPEN if choice.value() == key else key)
        self.lists["risk"].filtered.emit()

    # ── following links ──

    def go_to(self, kind: str, record_id: str) -> None:
        """A record of this page comes to the front; another is opened where it stands."""
        if kind in OWN:
            self.catch_up()
            known = {
                "risk": self.shown.risks,
                "issue": self.shown.issues,
                "escalation": self.shown.escalations,
            }
            if record_id not in known[kind]:
                self._also = record_id
                self.renew()
            self.bring(kind, record_id)
        else:
            self.open_requested.emit(kind, record_id)

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record, whichever board's it is; without an id a new one is asked for."""
        if kind == "escalate action":
            self.catch_up()
            self.pick("escalation")
            self.risk_actions.escalate_action(record_id)
        elif record_id:
            self.go_to(kind, record_id)
        else:
            self.begin_new(kind)

    def go_to_import(self) -> None:
        """Most offices have a register in Excel or Word."""
        self.open_requested.emit("import", "")

    # ── actions ──

    def is_on(self, kind: str) -> bool:
        """Whether that list is in front of the person."""
        return self.isVisible() and not self.is_reviewing and self._read is not None and self.kind == kind

    def remove(self) -> None:
        """What is chosen goes; the next row is chosen, and undo brings all of it back."""
        row_ids = self.front.table.chosen_ids()
        if not row_ids:
            return
        after, kind = self.front.row_after(row_ids), self.kind
        with self.session.file.change(f"Remove {count_in_figures(len(row_ids), kind)}"):
            for row_id in row_ids:
                self.risk_actions.remove(kind, row_id)
        if after:
            self.front.table.choose(after)

    def commands(self) -> Sequence[Action]:
        """What the menus and the search box offer."""
        actions = self.risk_actions
        return (
            *(self.new_action(kind) for kind in ("risk", "issue", "escalation")),
            *self.row_actions(),
            Action(REVIEW, self.start_review, "Edit", words="score one after the other monthly"),
            Action("Risk matrix…", actions.change_matrix, "Edit", words="levels likelihood impact scores"),
            Action("Risk appetite…", actions.set_appetite, "Edit", words="categories optimal tolerable"),
        )

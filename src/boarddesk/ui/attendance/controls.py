"""What stands above the attendance table: period, role, sector, and what the rows are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role, Sector
from boarddesk.ui.attendance.days_dialog import days_form
from boarddesk.ui.attendance.period import Days, Period, own_in_words
from boarddesk.ui.attendance.shown import AttendanceQuery
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import PageHeader
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.opening import open_dialog, pop_up
from boarddesk.ui.widgets.segments import Segments

ALL, OTHER = "", "other"
MORE = "more"
FIRST = {By.SEAT: "By seat", By.PERSON: "By person", By.ORGANISATION: "By organisation"}
FURTHER = {By.SECTOR: "By sector", By.ROLE: "By role", By.MEETING: "By meeting"}


class Controls(QObject):
    """Filters in the page's header; `picked` when a person picks."""

    picked = Signal()

    def __init__(self, header: PageHeader) -> None:
        super().__init__(header)
        self._by, self._period = By.SEAT, Period.YEAR
        self._own_days: Days = (None, None)
        self.period = Choice(name="Period")
        self.period.setMinimumWidth(look().px(144))
        self._offer_periods(Period.YEAR)
        self.role = Choice(
            [(ALL, "All roles"), *((role, role.capitalize()) for role in Role)], name="Role", width=104
        )
        sectors = [(sector, sector.capitalize()) for sector in Sector]
        self.sector = Choice([(ALL, "All sectors"), *sectors], name="Sector", width=116)
        segments = [*((str(by), words) for by, words in FIRST.items()), (MORE, "More…")]
        self.grouping = Segments(segments, name="Rows")
        for choice in (self.period, self.role, self.sector):
            _widen(choice)
            header.add_near(choice)
        for choice in (self.role, self.sector):
            choice.picked.connect(lambda _value: self.picked.emit())
        self.period.picked.connect(self._pick_period)
        header.add_near(self.grouping)
        self.grouping.picked.connect(self._pick)

    def query(self) -> AttendanceQuery:
        """What is asked for now."""
        role, sector = self.role.value(), self.sector.value()
        return AttendanceQuery(
            self._by,
            self._period,
            (Role(role),) if role else (),
            (Sector(sector),) if sector else (),
            self._own_days,
        )

    def show_everybody(self) -> None:
        """All roles and all sectors again, without announcing it."""
        self.role.choose(ALL)
        self.sector.choose(ALL)

    # ── the period ──

    def _offer_periods(self, chosen: Period) -> None:
        """The usual ones, the days given last, and others to be given."""
        usual = [(period.value, period.value) for period in Period if period is not Period.OWN]
        own = [(Period.OWN.value, own_in_words(self._own_days))] if any(self._own_days) else []
        self.period.set_choices([*usual, *own, (OTHER, f"{Period.OWN}…")])
        _widen(self.period)
        self.show_period(chosen)

    def show_period(self, period: Period) -> None:
        """Choose a period, without announcing it."""
        self._period = period
        self.period.choose(period)

    def _pick_period(self, value: str) -> None:
        if value == OTHER:
            self.ask_days()
        else:
            self._period = Period(value)
            self.picked.emit()

    def ask_days(self) -> None:
        """A period of one's own; leaving it without one changes nothing."""
        self.period.choose(self._period)
        open_dialog(FormDialog(self.period.window(), days_form(self._own_days, take=self.take_days)))

    def take_days(self, days: Days) -> None:
        """Show these days, and keep them among the periods."""
        self._own_days = days
        self._offer_periods(Period.OWN)
        self.picked.emit()

    # ── what the rows are ──

    def group_by(self, by: By) -> None:
        """Choose what the rows are, without announcing it."""
        self._by = by
        self.grouping.choose(str(by) if by in FIRST else MORE)
        self.grouping.reword(MORE, FURTHER.get(by, "More…"))

    def _pick(self, value: str) -> None:
        if value == MORE:
            self._offer_further()
        else:
            self._take(By(value))

    def _take(self, by: By) -> None:
        self.group_by(by)
        self.picked.emit()

    def _offer_further(self) -> None:
        """The rarer groupings in a menu; leaving it without a choice changes nothing."""
        self.group_by(self._by)
        menu = QMenu(self.grouping)
        menu.setAccessibleName("More ways to group")
        for by, words in FURTHER.items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, by=by: self._take(by))
        menu.setActiveAction(menu.actions()[0])
        place = self.grouping.rect().bottomRight() - QPoint(menu.sizeHint().width(), -2)
        pop_up(menu, self.grouping.mapToGlobal(place))


def _widen(choice: Choice) -> None:
    """The list is as wide as its longest entry, however narrow the choice stands."""
    choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + 24)

"""What stands above the attendance table: period, role, sector, and what the rows are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from boarddesk.rules.attendance_counted import By
from boarddesk.rules.people import Role, Sector
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.attendance.shown import Asked
from boarddesk.ui.page import PageHeader
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.segments import Segments

ALL = ""
MORE = "more"
FIRST = {By.SEAT: "By seat", By.PERSON: "By person", By.ORGANISATION: "By organisation"}
FURTHER = {By.SECTOR: "By sector", By.ROLE: "By role", By.MEETING: "By meeting"}


class Controls(QObject):
    """Filters in the page's header; `picked` when a person picks."""

    picked = Signal()

    def __init__(self, header: PageHeader) -> None:
        super().__init__(header)
        self._by = By.SEAT
        self.period = Choice([(one, one) for one in Period], name="Period", width=144)
        self.role = Choice(
            [(ALL, "All roles"), *((one, one.capitalize()) for one in Role)], name="Role", width=104
        )
        sectors = [(one, one.capitalize()) for one in Sector]
        self.sector = Choice([(ALL, "All sectors"), *sectors], name="Sector", width=116)
        segments = [*((str(by), words) for by, words in FIRST.items()), (MORE, "More…")]
        self.grouping = Segments(segments, name="Rows")
        for choice in (self.period, self.role, self.sector):
            choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + 24)
            header.add_near(choice)
            choice.picked.connect(lambda _value: self.picked.emit())
        header.add_near(self.grouping)
        self.grouping.picked.connect(self._pick)

    def asked(self) -> Asked:
        """What is asked for now."""
        role, sector = self.role.value(), self.sector.value()
        return Asked(
            self._by,
            Period(self.period.value()),
            (Role(role),) if role else (),
            (Sector(sector),) if sector else (),
        )

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
        menu.aboutToHide.connect(menu.deleteLater)
        place = self.grouping.rect().bottomRight() - QPoint(menu.sizeHint().width(), -2)
        menu.popup(self.grouping.mapToGlobal(place))

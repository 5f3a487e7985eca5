"""A day, typed as people write it or taken from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.date_text import long_date, read_date
from boarddesk.ui.widgets.label import set_role

HOW_TO_TYPE = "Type a date such as 9 Jun 2026 or 9/6; Alt and Down open a calendar."
NOT_A_DATE = "This is not a date. Write it like 9 Jun 2026."


class DateField(QLineEdit):
    """`picked` fires with a date, or None when emptied, once finished; nonsense is left standing in red."""

    picked = Signal(object)

    def __init__(self, day: date | None = None, *, name: str = "Date", width: int = 168) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumWidth(look().px(width))
        self._day: date | None = None
        self._calendar: QCalendarWidget | None = None
        opens = QAction("Open the calendar", self)
        opens.setShortcut("Alt+Down")
        opens.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        icons.give(opens, "today")
        opens.triggered.connect(self._open_calendar)
        self.addAction(opens, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._finish)
        self.set_value(day)

    def set_value(self, day: date | None) -> None:
        """Show a day without announcing it."""
        self._day = day
        self.setText(long_date(day) if day else "")
        self._colour(fine=True)

    def value(self) -> date | None:
        """The day typed, without its year the one nearest to the day before; None when not understood."""
        return read_date(self.text(), near=self._day)

    def is_fine(self) -> bool:
        """Whether what stands there is a day or nothing."""
        return not self.text().strip() or self.value() is not None

    def _finish(self) -> None:
        self._colour(fine=self.is_fine())
        if self.is_fine() and self.value() != self._day:
            self.set_value(self.value())
            self.picked.emit(self._day)

    def _colour(self, *, fine: bool) -> None:
        set_role(self, "" if fine else "bad")
        self.setToolTip("" if fine else NOT_A_DATE)
        self.setAccessibleDescription(HOW_TO_TYPE if fine else NOT_A_DATE)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(f"Calendar for {self.accessibleName()}")
        day = self.value()
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()
        self._calendar = calendar

    def _take(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
            self.setText(long_date(date(day.year(), day.month(), day.day())))
            self._finish()

"""The panel of one clue: why it is one, the ways out, how it will read, and what was looked through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton

from boarddesk.rules.publishing.choices import PublishChoice, WayOut, mended, replacements
from boarddesk.rules.publishing.clue import Clue, ClueKind
from boarddesk.ui.publishing.clue_list import ClueRow
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel

TITLES = {
    ClueKind.NAME: "A name beside child words",
    ClueKind.SMALL_NUMBER: "A small number of children",
    ClueKind.BIRTH: "A date of birth",
    ClueKind.INITIALS: "Initials with a school",
    ClueKind.NHS_NUMBER: "An NHS number",
    ClueKind.PHONE: "A phone",
    ClueKind.EMAIL: "An e-mail address",
    ClueKind.ADDRESS: "An address",
    ClueKind.CASE_STUDY: "A case study without consent",
}
CONSENT = "consent"

Settle = Callable[[Clue, WayOut, str, str], object]


class CluePanel(DetailPanel):
    """Fills itself for one row; `settles` writes what was chosen."""

    def __init__(
        self,
        settles: Settle,
        *,
        consents: Callable[[str], object],
        takes_up: Callable[[PublishChoice], object],
        goes_on: Callable[[], object],
    ) -> None:
        super().__init__(width=328, closable=False)
        self._settles, self._consents = settles, consents
        self._takes_up, self._goes_on = takes_up, goes_on
        self._row: ClueRow | None = None

    def show_row(self, row: ClueRow | None, looked: Sequence[tuple[str, str]]) -> None:
        """One clue, or nothing chosen; at the end what was looked through."""
        self.clear()
        self._row = row
        if row is None:
            self.set_record("", "Nothing to settle")
            self.add_text("Nothing here could tell a reader who a child is, as far as it was looked through.")
        else:
            self._show_clue(row)
        self.add_section("Looked through")
        for name, told in looked:
            self.add_fact(name, told)

    def _show_clue(self, row: ClueRow) -> None:
        clue = row.clue
        self.set_record(clue.where, TITLES[clue.kind])
        self.add_section("Why it is pointed at").addWidget(WrappedLabel(clue.why))
        if row.choice is not None and row.choice.is_about(clue):
            inside = self.add_section("What was done")
            inside.addWidget(WrappedLabel(row.choice.told))
            choice = row.choice
            inside.addWidget(buttons.secondary("Settle it again", lambda: self._takes_up(choice)))
        elif row.choice is not None:
            self.add_section("What was done").addWidget(WrappedLabel("Its sentence is withheld."))
        else:
            self._ways(clue)
        self._reads(row)

    def _ways(self, clue: Clue) -> None:
        inside = self.add_section("What to do")
        self.ways = QButtonGroup(self.widget())
        self.radios: dict[str, QRadioButton] = {}
        self.instead, self.why = QLineEdit(clue.instead), QLineEdit()
        study = clue.kind is ClueKind.CASE_STUDY
        offered = (
            *(((CONSENT, "Consent was given", "ticked on the item"),) if study else ()),
            *(() if study else ((WayOut.WRITE.value, "Write in its place", "in the published copy alone"),)),
            (
                WayOut.WITHHOLD.value,
                "Withhold the item" if study else "Withhold the sentence",
                "its paragraphs are counted" if study else "printed as “1 sentence withheld”",
            ),
            (WayOut.ACCEPT.value, "Accept it with a reason", "kept in the office, not printed"),
        )
        fields = {WayOut.WRITE.value: self.instead, WayOut.ACCEPT.value: self.why}
        self.instead.setAccessibleName("What is printed in its place")
        self.why.setAccessibleName("Why it may be published")
        self.why.setPlaceholderText("Why it may be published")
        for key, words, follows in offered:
            radio = QRadioButton(words)
            radio.setAccessibleDescription(follows)
            self.ways.addButton(radio)
            self.radios[key] = radio
            inside.addWidget(radio)
            inside.addWidget(WrappedLabel(follows, "meta"))
            if key in fields:
                inside.addWidget(fields[key])
                fields[key].hide()
                radio.toggled.connect(fields[key].setVisible)
        first = clue.instead and WayOut.WRITE.value
        self.radios[first if first in self.radios else offered[0][0]].setChecked(True)

    def way(self) -> str:
        """The way out that is chosen."""
        return next(key for key, radio in self.radios.items() if radio.isChecked())

    def settle(self) -> None:
        """Write what is chosen."""
        if self._row is None or self._row.choice is not None:
            return
        clue, way = self._row.clue, self.way()
        if way == CONSENT:
            self._consents(clue.place)
        else:
            self._settles(clue, WayOut(way), self.instead.text(), self.why.text())

    def _reads(self, row: ClueRow) -> None:
        """How its sentence reads as it is settled, and the two buttons."""
        if row.choice is None:
            self.reads = WrappedLabel("")
            self.add_section("As it will read").addWidget(self.reads)
            self.ways.buttonToggled.connect(lambda _button, _on: self._say(row.clue))
            self.instead.textEdited.connect(lambda _text: self._say(row.clue))
            self._say(row.clue)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if row.choice is None:
            self.changes = buttons.secondary("Change it", self.settle)
            foot.addWidget(self.changes)
        foot.addWidget(buttons.quiet("Next to settle", self._goes_on))
        foot.addStretch(1)
        self.add(foot)

    def _say(self, clue: Clue) -> None:
        self.reads.setText(self.preview(clue))

    def preview(self, clue: Clue) -> str:
        """The sentence as it would be printed."""
        way = self.way()
        if way == CONSENT or clue.kind is ClueKind.CASE_STUDY:
            return "The item is withheld." if way == WayOut.WITHHOLD else "As it is minuted."
        alone = Clue(**{**vars(clue), "start": clue.at})
        choice = PublishChoice("", *clue.key, WayOut(way), self.instead.text(), "")
        return mended(clue.sentence, replacements([alone], [choice]))

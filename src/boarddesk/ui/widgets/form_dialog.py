"""A dialog that asks for a few fields: its title is the action, and so is the verb of its primary button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boarddesk.rules.refused import Refused
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.drafts import KEPT, keep_while_closed
from boarddesk.ui.widgets.editors import hear, new_editor
from boarddesk.ui.widgets.form import Field, Form, FormField, Note
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.opening import open_to_write
from boarddesk.ui.widgets.window_place import room_for

Part = FormField | Note | Callable[[], QWidget]
_LEAST_FIELDS = 96
_APART, _CLOSE = 12, 8


class _Fields(QScrollArea):
    """The fields of a dialog: as high as they are, scrolled where the screen is lower."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._inside = inside = QWidget()
        inside.setProperty("ground", "page")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_APART)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._inside.minimumSizeHint().height(), look().px(_LEAST_FIELDS)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A sentence that comes under a field makes the dialog higher: Qt keeps that inside what scrolls."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class FormDialog(QDialog):
    """Shows a form: fields in rows, what hangs together kept so at every change, a refusal beside its field.

    Opens with `open()`. Ctrl+Enter accepts, Esc leaves. Once accepted, `made_id` is what the form says it
    made.
    """

    def __init__(self, parent: QWidget, form: Form) -> None:
        super().__init__(parent)
        self.form, self.made_id = form, ""
        self.setObjectName(form.key)
        self.setWindowTitle(form.title)
        self.setAccessibleName(form.title)
        self._about = form.about
        self._fits = QTimer(self)  # several fields change at once, and words wrap after that
        self._fits.setSingleShot(True)
        self._fits.timeout.connect(self._fit)
        self._own: set[str] = set()
        self._proposed: dict[str, str] = {}
        self._settling = False
        self._specs = {spec.key: spec for spec in form.fields if isinstance(spec, FormField)}
        self.answers = Answers({key: new_editor(spec) for key, spec in self._specs.items()})
        self.fields: dict[str, Field] = {}
        self.notes: list[WrappedLabel] = []
        self._instead = buttons.quiet("", self._do_instead)
        self.accept_button = buttons.primary("", self.try_accept)
        self.accept_button.setDefault(True)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.try_accept)
        self._settle()
        first = form.focus or next((key for key in self.fields if not self.fields[key].isHidden()), "")
        if first:
            self.fields[first].editor.setFocus()

    def _lay_out(self) -> None:
        form = self.form
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(_APART)
        self._column.addWidget(label(form.title, "title"))
        if form.under:
            self._column.addWidget(WrappedLabel(form.under, "muted"))
        self._area = _Fields()
        self._column.addWidget(self._area, 1)
        for row in _rows(form):
            self._add_row(row)
        self._trouble = WrappedLabel("", "bad")
        self._trouble.hide()
        self._column.addWidget(self._trouble)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if form.instead is not None:
            foot.addWidget(self._instead)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Cancel", self.reject))
        foot.addWidget(self.accept_button)
        self._column.addLayout(foot)
        self.setFixedWidth(look().px(form.width))

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its fields need, now that wrapped words know their width."""
        super().showEvent(event)
        if self._about:
            texts = {key: field.editor for key, field in self.fields.items()}
            for key in keep_while_closed(self, f"{self.form.key} {self._about}", texts):
                self.fields[key].say(KEPT)
            self._about = ""  # once is enough
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fields come and go, lines wrap anew: the height follows once the layout knows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fits.start()
        return done

    def _fit(self) -> None:
        """As high as the fields, and whole on the screen: what grew downwards past its edge moves up.

        Where the screen is too low for that, the field that was refused is in sight with its sentence.
        """
        self._column.activate()
        room = room_for(self)
        if self.sizeHint().height() > room.height():
            self._draw_together()
        high = min(self.sizeHint().height(), room.height())
        if high != self.height():
            self.resize(self.width(), high)
            self._fits.start()
        over = self.geometry().bottom() - room.bottom()
        if over > 0:
            self.move(self.x(), max(self.y() - over, room.top()))
        focus = self.focusWidget()
        for field in self.fields.values():
            if field.refused() and focus is not None and field.isAncestorOf(focus):
                self._area.ensureWidgetVisible(field)

    def _draw_together(self) -> None:
        """Less air between the fields, before any of them is scrolled out of sight."""
        self._column.setContentsMargins(24, 12, 24, 12)
        for column in (self._column, self._area.column):
            column.setSpacing(_CLOSE)
        self._column.activate()

    def _add_row(self, row: list[Part]) -> None:
        """What stands in one row: fields beside each other, or one thing of another kind."""
        across = QHBoxLayout()
        across.setSpacing(16)
        for part in row:
            if isinstance(part, FormField):
                field = Field(part.label, self.answers.editor(part.key, QWidget), hint=part.hint)
                self.fields[part.key] = field
                across.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
                self._hear(part.key)
            elif isinstance(part, Note):
                self.notes.append(WrappedLabel("", part.role))
                self.add(self.notes[-1])
            else:
                self.add(part())
        if across.count():
            self._area.column.addLayout(across)

    def add(self, shown: QWidget) -> None:
        """Anything else after the fields."""
        self._area.column.addWidget(shown)

    def try_accept(self) -> None:
        """Write; stay open with a sentence where a rule says no, or while it is not ready to be written."""
        if not self.accept_button.isEnabled():
            return
        for field in self.fields.values():
            field.refuse("")
        self._trouble.hide()
        try:
            self._write()
        except Refused as no:
            self._say_no(no)
        else:
            self.accept()

    def _say_no(self, no: Refused) -> None:
        field = self.fields.get(no.field)
        if field is not None:
            field.refuse(no.sentence)
        else:
            self._trouble.setText(f"▲ {no.sentence}")
            self._trouble.show()
        self.adjustSize()

    def _hear(self, key: str) -> None:
        field, picked = self.fields[key], self.form.picked.get(key)

        def by_hand() -> None:
            self._own.add(key)
            if picked is not None:
                picked(self.answers)

        def changed() -> None:
            field.refuse("")
            self._settle()

        hear(field.editor, changed, by_hand=by_hand)

    def _settle(self) -> None:
        """Whatever follows from what stands in the fields: proposals, what is shown, what is said."""
        if self._settling:
            return
        self._settling = True
        for key, spec in self._specs.items():
            if spec.follows is not None:
                self._propose(key, spec.follows(self.answers))
        for key, spec in self._specs.items():
            field = self.fields[key]
            if spec.shown is not None:
                field.setVisible(spec.shown(self.answers))
            if spec.enabled is not None:
                field.setEnabled(spec.enabled(self.answers))
            if spec.understood is not None:
                field.say(spec.understood(self.answers))
        notes = (part for part in self.form.fields if isinstance(part, Note))
        for note, words in zip(notes, self.notes, strict=True):
            words.setText(note.words(self.answers))
            words.setVisible(bool(words.text()))
        self._reword()
        if self.form.ready is not None:
            self.accept_button.setEnabled(self.form.ready(self.answers))
        self._settling = False

    def _reword(self) -> None:
        """What the buttons say; one with nothing to do instead is not there."""
        form = self.form
        button = form.button if isinstance(form.button, str) else form.button(self.answers)
        buttons.reword(self.accept_button, button or form.title)
        if form.instead is not None:
            words = form.instead[0](self.answers)
            buttons.reword(self._instead, words)
            self._instead.setVisible(bool(words))

    def _propose(self, key: str, value: str) -> None:
        """Another value, unless a person gave one or one stands there that was never proposed."""
        before = self._proposed.get(key)
        if key not in self._own and before in (None, self.answers.text(key)):
            self.answers.fill(key, value)
            self._proposed[key] = value

    def _write(self) -> None:
        for key, spec in self._specs.items():
            if spec.required and not self.fields[key].isHidden() and not self.answers.text(key):
                raise Refused(spec.required, field=key)
        try:
            self.made_id = str(self.form.write(self.answers) or "")
        finally:
            self._settle()

    def _do_instead(self) -> None:
        self.reject()
        if self.form.instead is not None:
            self.form.instead[1](self.answers)


def open_form(parent: QWidget, form: Form, then: Callable[[str], object] | None = None) -> FormDialog:
    """Open a form whose answers are written; once they are, `then` is given the id of what was made."""
    dialog = FormDialog(parent, form)
    if then is not None:
        dialog.accepted.connect(lambda: then(dialog.made_id))
    open_to_write(dialog)
    return dialog


def _rows(form: Form) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for part in form.fields:
        if isinstance(part, FormField) and part.beside and rows:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows

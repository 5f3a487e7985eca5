"""A dialog that asks for a few fields: its title is the action, and so is the verb of its primary button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
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

Action = Callable[[], object]
_LEAST_FIELDS = 96


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
        self.column.setSpacing(12)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._inside.minimumSizeHint().height(), look().px(_LEAST_FIELDS)))


class FormDialog(QDialog):
    """Fields by key; `does` writes, and a `Refused` it raises is shown under the field it names.

    Opens with `open()`. Ctrl+Enter accepts, Esc leaves; with `about`, the id of the record it is for, a text
    that was begun is there the next time.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        button: str,
        does: Action,
        under: str = "",
        about: str = "",
        width: int = 520,
        extra: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._does, self._about = does, about
        self._fits = QTimer(self)  # several fields change at once, and words wrap after that
        self._fits.setSingleShot(True)
        self._fits.timeout.connect(self._fit)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(12)
        self._column.addWidget(label(title, "title"))
        if under:
            self._column.addWidget(WrappedLabel(under, "muted"))
        self._area = _Fields()
        self._body = self._area.column
        self._column.addWidget(self._area, 1)
        self._trouble = WrappedLabel("", "bad")
        self._trouble.hide()
        self._column.addWidget(self._trouble)
        self.accept_button = buttons.primary(button, self.try_accept)
        self.accept_button.setDefault(True)
        self._column.addLayout(self._foot(extra))
        self.setFixedWidth(look().px(width))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.try_accept)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its fields need, now that wrapped words know their width."""
        super().showEvent(event)
        if self._about:
            texts = {key: field.editor for key, field in self.fields.items()}
            for key in keep_while_closed(self, f"{self.place()} {self._about}", texts):
                self.fields[key].say(KEPT)
            self._about = ""  # once is enough
        self._fit()

    def place(self) -> str:
        """Which dialog it is among all, whatever record it is for."""
        return type(self).__name__

    def event(self, event: QEvent) -> bool:
        """Fields come and go, lines wrap anew: the height follows once the layout knows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fits.start()
        return done

    def _fit(self) -> None:
        """As high as the fields, and whole on the screen: what grew downwards past its edge moves up."""
        self._column.activate()
        room = room_for(self)
        high = min(self.sizeHint().height(), room.height())
        if high != self.height():
            self.resize(self.width(), high)
            self._fits.start()
        over = self.geometry().bottom() - room.bottom()
        if over > 0:
            self.move(self.x(), max(self.y() - over, room.top()))

    def _foot(self, extra: Sequence[QWidget]) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for shown in extra:
            foot.addWidget(shown)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Cancel", self.reject))
        foot.addWidget(self.accept_button)
        return foot

    def add_row(
        self, fields: Mapping[str, tuple[str, QWidget]], *, hints: Mapping[str, str] | None = None
    ) -> None:
        """Fields side by side: key → (label, editor). The first of the dialog has the focus."""
        first = next(iter(fields.values()))[1] if not self.fields else None
        across = QHBoxLayout()
        across.setSpacing(16)
        for key, (words, editor) in fields.items():
            made = Field(words, editor, hint=(hints or {}).get(key, ""))
            self.fields[key] = made
            across.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(across)
        if first is not None:
            first.setFocus()

    def add(self, shown: QWidget) -> None:
        """Anything else between the fields."""
        self._body.addWidget(shown)

    def try_accept(self) -> None:
        """Write; stay open with a sentence where a rule says no."""
        for field in self.fields.values():
            field.refuse("")
        self._trouble.hide()
        try:
            self._does()
        except Refused as no:
            self._say_no(no)
        else:
            self.accept()

    def _say_no(self, no: Refused) -> None:
        field = self.fields.get(no.field)
        if field is not None:
            field.refuse(no.sentence)
            self._area.ensureWidgetVisible(field)
        else:
            self._trouble.setText(f"▲ {no.sentence}")
            self._trouble.show()
        self.adjustSize()


class FormWindow(FormDialog):
    """Shows a form: fields in rows, what hangs together kept so at every change.

    Once accepted, `made_id` is what the form says it made.
    """

    def __init__(self, parent: QWidget, form: Form) -> None:
        self.form, self.made_id = form, ""
        self._own: set[str] = set()
        self._proposed: dict[str, str] = {}
        self._settling = False
        self._specs = {spec.key: spec for spec in form.fields if isinstance(spec, FormField)}
        self.answers = Answers({key: new_editor(spec) for key, spec in self._specs.items()})
        self._notes: list[tuple[Note, WrappedLabel]] = []
        button = form.button if isinstance(form.button, str) else ""
        instead = [buttons.quiet(form.instead[0], self._do_instead)] if form.instead else []
        super().__init__(
            parent,
            title=form.title,
            button=button or form.title,
            does=self._write,
            under=form.under,
            about=form.about,
            width=form.width,
            extra=instead,
        )
        self.setObjectName(form.key)
        for row in _rows(form):
            self._add(row)
        self._settle()
        first = form.focus or next(iter(self.fields), "")
        if first:
            self.fields[first].editor.setFocus()

    def place(self) -> str:
        return self.form.key

    def _add(self, row: list[FormField | Note | Callable[[], QWidget]]) -> None:
        """What stands in one row: fields beside each other, or one thing of another kind."""
        across = {spec.key: spec for spec in row if isinstance(spec, FormField)}
        if across:
            self.add_row(
                {key: (spec.label, self.answers.editor(key, QWidget)) for key, spec in across.items()},
                hints={key: spec.hint for key, spec in across.items()},
            )
        for key in across:
            self._hear(key)
        for part in row:
            if isinstance(part, Note):
                words = WrappedLabel("", part.role)
                self._notes.append((part, words))
                self.add(words)
            elif not isinstance(part, FormField):
                self.add(part())

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
        for note, words in self._notes:
            words.setText(note.words(self.answers))
            words.setVisible(bool(words.text()))
        if not isinstance(self.form.button, str):
            buttons.reword(self.accept_button, self.form.button(self.answers))
        if self.form.ready is not None:
            self.accept_button.setEnabled(self.form.ready(self.answers))
        self._settling = False

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
        if self.form.instead is not None:
            self.form.instead[1]()
        self.reject()


def open_form(parent: QWidget, form: Form, then: Callable[[str], object] | None = None) -> FormWindow:
    """Open a form whose answers are written; once they are, `then` is given the id of what was made."""
    dialog = FormWindow(parent, form)
    if then is not None:
        dialog.accepted.connect(lambda: then(dialog.made_id))
    open_to_write(dialog)
    return dialog


def _rows(form: Form) -> list[list[FormField | Note | Callable[[], QWidget]]]:
    rows: list[list[FormField | Note | Callable[[], QWidget]]] = []
    for part in form.fields:
        if isinstance(part, FormField) and part.beside and rows:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows

"""Every painted part says in words what it shows, and every control announces only what a person does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed

from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import score_by
from boarddesk.rules.statuses.status import SaidBy, Status, StatusIs
from boarddesk.ui.look.contrast import ratio
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.look.tokens import LIGHT, MarkStyle
from boarddesk.ui.widgets import buttons, drafts, form_dialog, paint
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.bar_chart import Bar, BarState, BarStrip
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.date_text import full_date, long_date, read_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.document_preview import DocumentPreview
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.figure import Figure
from boarddesk.ui.widgets.form import Field, FieldKind, Form, FormField
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.level_chip import LevelChip
from boarddesk.ui.widgets.mark import MarkLegend, MarkLetter
from boarddesk.ui.widgets.reason_form import Reason, reason_form
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.sparkline import Sparkline
from boarddesk.ui.widgets.stacked_bar import Legend, StackedBar
from boarddesk.ui.widgets.status_chip import Flag, StatusChip
from boarddesk.ui.widgets.stepper import Step, Stepper, StepState
from boarddesk.ui.widgets.words_button import WordsButton

MET = Status("met", "Met", "M", "003078", StatusIs.COMPLETE)
AMBER = Status("partly", "Partially met", "P", "FFBF47", StatusIs.AT_RISK)
OFF = Status("off", "Not on track", "N", "B10E1E", StatusIs.OFF_COURSE)
OWN = Status("ag", "Amber/Green", "AG", "9ACD32", StatusIs.ON_COURSE)
STEPS = (
    Step("Forms out", StepState.DONE, "Tue 12 May", "3 of 9 late", late=True),
    Step("Papers due", StepState.NOW, "Mon 1 Jun"),
    Step("Meeting", square=True),
)
BARS = (
    Bar("Jun", 85.0),
    Bar("Jul", 100.0),
    Bar("Dec", state=BarState.CANCELLED),
    Bar("May", 70.0, state=BarState.OPEN),
)


def _painted() -> list[tuple[Drawing, str]]:
    return [
        (LevelChip(score_by(USUAL, 4, 3, date(2026, 5, 28))), "12\N{NO-BREAK SPACE}High"),
        (LevelChip(), "no score"),
        (StatusChip(OFF), "Not on track"),
        (StatusChip(None), "no status"),
        (Flag("No evidence", why="Met since May"), "No evidence: Met since May"),
        (MarkLetter("P", "present"), "present"),
        (MarkLetter(style=MarkStyle.NOT_RECORDED), "not recorded"),
        (StackedBar(((MET, 5), (OFF, 1))), "5 Met, 1 Not on track"),
        (Sparkline((40, 60), target=70), "from 40 to 60"),
        (Sparkline(), "no values yet"),
        (
            Stepper(STEPS, stacked=True, progress=0.5),
            "Forms out, done, Tue 12 May, late: 3 of 9 late; Papers due, now, Mon 1 Jun; Meeting, to come",
        ),
        (BarStrip(BARS, target=90), "Jun: 85%; Jul: 100%; Dec: cancelled; May: open. Target 90%"),
    ]


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_painted_parts_say_what_they_show_and_paint_in_both_themes(qtbot: QtBot, theme: ThemeChoice) -> None:
    look().set_choice(theme)
    for part, said in _painted():
        qtbot.addWidget(part)
        assert part.accessibleName() == said
        assert not part.grab().isNull()
    look().set_choice(ThemeChoice.LIGHT)


def test_parts_grow_with_the_text(qtbot: QtBot) -> None:
    chip = StatusChip(MET)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    look().set_text_size(150)
    after = chip.sizeHint()
    look().set_text_size(100)
    assert (after.width(), after.height()) == (before.width() * 3 // 2, before.height() * 3 // 2)


def test_chips_of_one_scheme_are_all_as_wide(qtbot: QtBot) -> None:
    chips = [StatusChip(status) for status in (MET, AMBER, OFF)]
    for chip in chips:
        qtbot.addWidget(chip)
    assert len({chip.sizeHint().width() for chip in chips}) == 1


def test_a_schemes_own_fill_gets_ink_that_can_be_read() -> None:
    painted = paint.status_paint(OWN)
    assert painted.fill == "#9ACD32"
    assert ratio(painted.text, painted.fill) >= 4.5


def test_legends_name_everything(qtbot: QtBot) -> None:
    for legend in (Legend((MET, OFF)), MarkLegend((("P", "present"), ("", "not recorded")))):
        qtbot.addWidget(legend)
        assert all(part.accessibleName() for part in legend.findChildren(Drawing))


def test_a_choice_announces_only_what_a_person_picks(qtbot: QtBot) -> None:
    choice = Choice((("a", "Anna"), ("b", "Ben")), name="Owner")
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.picked):
        choice.choose("b")
        choice.set_choices((("b", "Ben"), ("c", "Cara")))
    assert choice.value() == "b"
    with qtbot.waitSignal(choice.picked) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["c"]


def test_segments_announce_only_what_a_person_picks(qtbot: QtBot) -> None:
    segments = Segments((("table", "Table"), ("time", "Timeline")), name="View")
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.picked):
        segments.choose("time")
    assert segments.value() == "time"
    with qtbot.waitSignal(segments.picked) as told:
        button(segments, "View: Table").click()
    assert told.args == ["table"]
    segments.reword("table", "Table 3")
    assert button(segments, "View: Table 3")


@pytest.mark.parametrize(
    "typed", ["9 Jun 2026", "tue 9 june 2026", "09/06/2026", "9.6.26", "2026-06-09", " 9th  June 2026 "]
)
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    assert read_date(typed) == date(2026, 6, 9)


@pytest.mark.parametrize("typed", ["", "31/09/2026", "June", "9 Juniper", "32 May 2026", "9", "next week"])
def test_what_is_not_a_whole_date_is_not_read(typed: str) -> None:
    assert read_date(typed) is None


def test_a_day_typed_without_its_year_stands_whole_and_near_the_day_it_replaces(qtbot: QtBot) -> None:
    field = DateField(date(2028, 6, 9), name="Date")
    qtbot.addWidget(field)
    field.setText("16/6")
    field.editingFinished.emit()
    assert (field.text(), field.value()) == ("Fri 16 Jun 2028", date(2028, 6, 16))


def test_dates_are_british() -> None:
    assert long_date(date(2026, 6, 9)) == "Tue 9 Jun 2026"
    assert full_date(date(2026, 5, 28)) == "Thursday 28 May 2026"


def test_a_date_field_announces_a_day_once_and_leaves_nonsense_standing(qtbot: QtBot) -> None:
    field = DateField(date(2026, 5, 20), name="As at")
    qtbot.addWidget(field)
    field.show()
    field.setText("1/6/26")
    with qtbot.waitSignal(field.picked) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [date(2026, 6, 1)]
    field.setText("soon")
    with qtbot.assertNotEmitted(field.picked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "soon"
    assert not field.is_fine()
    assert field.accessibleDescription() == "This is not a date. Write it like 9 Jun 2026."
    assert _inks(field) & {LIGHT.bad}
    field.set_value(date(2026, 6, 9))
    assert not _inks(field) & {LIGHT.bad}


def _inks(field: DateField) -> set[str]:
    image = field.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_setting_a_day_by_code_announces_nothing(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.picked):
        field.set_value(date(2026, 6, 9))
    assert field.value() == date(2026, 6, 9)


def test_a_field_says_under_it_why_it_cannot_stand(qtbot: QtBot) -> None:
    field = Field("Reason", QLineEdit(), hint="Kept with the status.")
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "Reason"
    field.refuse("Write a reason first.")
    assert field.refused() == "Write a reason first."
    assert field.editor.accessibleDescription() == "Write a reason first."
    field.refuse("")
    assert field.refused() == ""


def test_a_field_never_says_the_same_sentence_twice(qtbot: QtBot) -> None:
    field = Field("Ref", QLineEdit())
    qtbot.addWidget(field)
    field.show()
    field.say("No action 9.9 is on the plan.")
    field.refuse("No action 9.9 is on the plan.")
    said = [words.text() for words in field.findChildren(QLabel) if words.isVisible()]
    assert said == ["Ref", "▲ No action 9.9 is on the plan."]
    field.refuse("")
    assert [words.text() for words in field.findChildren(QLabel) if words.isVisible()][1:] == [
        "No action 9.9 is on the plan."
    ]


def test_enter_presses_the_button_with_the_focus(qtbot: QtBot) -> None:
    heard: list[str] = []
    made = [
        buttons.primary("One", lambda: heard.append("primary")),
        buttons.link("Two", lambda: heard.append("link")),
        WordsButton("Three", look="name"),
    ]
    made[2].clicked.connect(lambda: heard.append("words"))
    for one in made:
        qtbot.addWidget(one)
        qtbot.keyClick(one, Qt.Key.Key_Return)
    assert heard == ["primary", "link", "words"]


def test_a_banner_says_its_tone_and_does_its_deed(qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner("No reason given", "Ask.", tone=Tone.BAD, action=("Ask", lambda: done.append("asked")))
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Problem: No reason given Ask."
    button(banner, "Ask").click()
    assert done == ["asked"]


def test_a_detail_panel_is_filled_cleared_and_named(qtbot: QtBot) -> None:
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.set_record("4.10 · Timely plans", "Moderate every draft plan")
    panel.add_fact("By when", "May 26")
    panel.add_fact("Owner", QLineEdit("Marcus"))
    panel.add_section("Declared status", action=("Change status", lambda: None))
    assert panel.accessibleName() == "Detail: Moderate every draft plan"
    assert unnamed(panel) == []
    with qtbot.waitSignal(panel.closed):
        button(panel, "Close the detail").click()
    panel.clear()
    assert panel.column.count() == 0


def test_a_figure_never_stands_without_its_fraction(qtbot: QtBot) -> None:
    asked: list[str] = []
    figure = Figure("Seats, deputies counted", why=lambda: asked.append("why"))
    qtbot.addWidget(figure)
    figure.show_figure("87%", "103 of 118", "target 90%")
    assert figure.shown() == ("87%", "103 of 118", "target 90%")
    button(figure, "Why this figure: Seats, deputies counted").click()
    assert asked == ["why"]


def test_an_empty_state_has_one_primary(qtbot: QtBot) -> None:
    empty = EmptyState(
        "No risks yet",
        "Add the first one.",
        buttons=[buttons.primary("Add the first risk"), buttons.secondary("Import a register")],
        example_title="How a risk reads",
        example=[("Because", "three posts are empty,")],
    )
    qtbot.addWidget(empty)
    ranks = [one.property("look") for one in empty.findChildren(QPushButton)]
    assert ranks == ["primary", "secondary"]
    assert empty.title() == "No risks yet"


def test_rolling_over_a_choice_chooses_nothing(qtbot: QtBot) -> None:
    choice = Choice([("a", "Ann"), ("b", "Bea")], name="Who")
    qtbot.addWidget(choice)
    choice.show()
    middle = QPointF(choice.rect().center())
    turn, no_key, no_button = QPoint(0, -120), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    roll = QWheelEvent(middle, middle, QPoint(), turn, no_button, no_key, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(choice, roll)
    assert choice.value() == "a"


def test_wrapped_text_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    words = WrappedLabel("word " * 40, width=200)
    qtbot.addWidget(words)
    words.show()
    assert words.height() == words.heightForWidth(200)
    words.setText("word")
    assert words.height() == words.heightForWidth(200) < 30


def test_wrapped_text_gives_back_the_lines_it_no_longer_needs(qtbot: QtBot) -> None:
    words = WrappedLabel("word " * 60)
    qtbot.addWidget(words)
    words.resize(200, 40)
    words.show()
    narrow = words.height()
    words.resize(900, narrow)
    wide = words.height()
    words.setText("word")
    assert narrow > wide > words.height() > 0


def test_the_paper_stays_white_in_the_dark_and_keeps_its_place(qtbot: QtBot) -> None:
    preview = DocumentPreview()
    qtbot.addWidget(preview)
    preview.resize(900, 500)
    look().set_choice(ThemeChoice.DARK)
    preview.show()
    preview.show_html("<h1>Area 4</h1>" + "<p>Some words.</p>" * 120)
    preview.verticalScrollBar().setValue(300)
    preview.show_html("<h1>Area 5</h1>" + "<p>Some words.</p>" * 120)
    assert preview.verticalScrollBar().value() == 300
    corner = preview.paper.grab().toImage().pixelColor(20, 20)
    look().set_choice(ThemeChoice.LIGHT)
    assert corner.name() == "#ffffff"
    assert preview.paper.toPlainText().startswith("Area 5")


def test_a_picture_is_as_wide_as_it_prints_and_smaller_where_the_sheet_has_no_room(qtbot: QtBot) -> None:
    preview = DocumentPreview()
    qtbot.addWidget(preview)
    preview.resize(1000, 500)
    preview.show()
    preview.set_landscape(landscape=True)
    preview.show_html('<p><img src="map.png" width="820" height="400"></p>')
    printed = preview.paper.document().idealWidth()
    preview.resize(600, 500)
    qtbot.waitUntil(lambda: preview.paper.width() < 600)
    assert preview.paper.document().idealWidth() <= preview.paper.width()
    preview.resize(1000, 500)
    qtbot.waitUntil(lambda: preview.paper.width() > 900)
    assert preview.paper.document().idealWidth() == printed >= 820


@pytest.fixture
def given() -> list[Reason]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, given: list[Reason]) -> Iterator[FormDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = reason_form(
        given.append,
        title="Change the status of 4.10",
        record="Moderate every draft plan",
        about="the action",
        statuses=(MET, AMBER, OFF),
        old=AMBER,
        new=OFF,
        today=date(2026, 5, 20),
        way=lambda status, as_at: f"{status.label} as at {as_at.day} {as_at:%B}",
    )
    made = FormDialog(parent, form)
    made.show()
    yield made
    made.close()


def test_a_dialog_a_little_higher_than_the_screen_draws_together_before_it_scrolls(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QRect(0, 0, 1280, 2000)
    monkeypatch.setattr(form_dialog, "room_for", lambda _dialog: room)
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form("many", "Many", lambda _given: None, [FormField(name, name) for name in "abcdef"])

    def shown() -> tuple[int, int]:
        made = FormDialog(parent, form)
        made.show()
        QApplication.processEvents()
        (fields,) = made.findChildren(QScrollArea)
        found = made.height(), fields.verticalScrollBar().maximum()
        made.close()
        return found

    high, _scrolled = shown()
    room = QRect(0, 0, 1280, high - 30)
    assert shown() <= (room.height(), 0)
    room = QRect(0, 0, 1280, high - 100)
    low, scrolled = shown()
    assert low == room.height() and scrolled > 0


def test_the_reason_has_the_focus_and_the_primary_waits_for_words(qtbot: QtBot, dialog: FormDialog) -> None:
    accept = button(dialog, "Change status")
    assert dialog.focusWidget().accessibleName() == "Reason"
    assert not accept.isEnabled()
    qtbot.keyClicks(dialog.focusWidget(), "Six weeks late")
    assert accept.isEnabled()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.focusWidget(), "   ")
    assert not accept.isEnabled()


def test_ctrl_enter_gives_the_reason(qtbot: QtBot, dialog: FormDialog, given: list[Reason]) -> None:
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "nothing is given while the button is off"
    qtbot.keyClicks(dialog.focusWidget(), "Six weeks late")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == [Reason("off", SaidBy.LEAD, date(2026, 5, 20), "Six weeks late")]
    assert not dialog.isVisible()


def test_escape_leaves_without_a_word(qtbot: QtBot, dialog: FormDialog, given: list[Reason]) -> None:
    dialog.answers.put("why", "Six weeks late")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not given
    assert not dialog.isVisible()


def test_the_same_status_again_is_no_change(dialog: FormDialog) -> None:
    dialog.answers.put("why", "Six weeks late")
    dialog.answers.put("status", AMBER.key)
    assert not button(dialog, "Change status").isEnabled()


def test_every_control_of_the_dialog_has_a_name(dialog: FormDialog) -> None:
    assert unnamed(dialog) == []


def test_in_a_form_the_first_field_has_the_focus_and_no_button(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    fields = [FormField("why", "Why"), FormField("who", "Who")]
    form = FormDialog(over, Form("cancel", "Cancel meeting", lambda _given: None, fields))
    form.open()
    assert form.focusWidget() is form.fields["why"].editor
    form.close()


def test_what_is_refused_is_in_sight_where_the_screen_is_too_low_for_the_form(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    fields = [FormField(f"step {number}", f"Step {number}", hint="Such as 5.") for number in range(30)]
    fields.append(FormField("why", "Why", required="Say why the steps are moved."))
    form = FormDialog(over, Form("move", "Move steps", lambda _given: None, fields))
    form.open()
    form.try_accept()
    why = form.fields["why"]
    qtbot.waitUntil(lambda: why.refused() != "" and why.height() >= why.sizeHint().height())
    qtbot.waitUntil(lambda: why.visibleRegion().boundingRect() == why.rect())
    form.close()


def test_a_text_begun_in_a_dialog_is_there_when_the_same_dialog_opens_again(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)

    def opened(about: str) -> tuple[FormDialog, QPlainTextEdit]:
        """One of several actions called 1.1, each of a plan of its own."""
        text = FormField("text", "What has happened", FieldKind.LINES, "as given")
        form = FormDialog(
            over, Form("add update", "Add update to 1.1", lambda _given: None, [text], about=about)
        )
        form.open()
        return form, form.answers.editor("text", QPlainTextEdit)

    form, text = opened("of plan A")
    text.setPlainText("Two panels met; the third was moved to June.")
    form.reject()
    assert opened("of plan B")[1].toPlainText() == "as given"
    form, text = opened("of plan A")
    assert text.toPlainText() == "Two panels met; the third was moved to June."
    assert form.fields["text"].said() == drafts.KEPT
    text.undo()
    assert text.toPlainText() == "as given"
    text.redo()
    form.try_accept()
    assert opened("of plan A")[1].toPlainText() == "as given"


def test_a_reason_begun_is_kept_until_it_is_given(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)

    def opened(about: str) -> FormDialog:
        form = reason_form(
            lambda _reason: None,
            title="Change the status of 4.2",
            record="",
            about=about,
            statuses=(OFF, AMBER),
            old=OFF,
            new=AMBER,
            today=date(2026, 5, 28),
            way=lambda _status, _as_at: "",
        )
        made = FormDialog(over, form)
        made.open()
        return made

    first = opened("of plan A")
    first.answers.put("why", "Six weeks late")
    first.reject()
    assert not button(opened("of plan B"), "Change status").isEnabled()
    second = opened("of plan A")
    assert button(second, "Change status").isEnabled()
    button(second, "Change status").click()
    assert not button(opened("of plan A"), "Change status").isEnabled()


def test_wrapped_words_take_fewer_lines_again_when_there_is_more_room(qtbot: QtBot) -> None:
    words = WrappedLabel("Seats at each meeting of the board", "section")
    qtbot.addWidget(words)
    words.resize(90, 20)
    words.show()
    narrow = words.height()
    words.resize(400, narrow)
    assert words.height() < narrow
    words.setText("Seats at each meeting of the board\nand the next")
    higher = words.height()
    words.setText("Seats")
    assert words.height() < higher


@pytest.mark.parametrize("percent", [0.0, 10.0, 90.0])
def test_a_bar_shows_its_number_however_short_it_is(qtbot: QtBot, percent: float) -> None:
    strip = BarStrip([Bar("9 Dec", percent, "10%"), Bar("13 Jan", 100.0)], height=64)
    qtbot.addWidget(strip)
    strip.resize(120, 64)
    one = strip.grab().toImage()
    strip.set_bars([Bar("9 Dec", percent, "88%"), Bar("13 Jan", 100.0)])
    assert strip.grab().toImage() != one


@pytest.mark.parametrize(
    "folder",
    [
        "/Volumes/Shared/Northmoor/SEND/boards/2026/office",
        r"\\northmoor\shared\SEND\improvement\board\office",
    ],
)
def test_a_path_without_spaces_goes_on_in_the_next_line_and_is_read_as_it_is(
    qtbot: QtBot, folder: str
) -> None:
    made = WrappedLabel(f"The file is on this computer, in {folder}.")
    qtbot.addWidget(made)
    assert made.text() == f"The file is on this computer, in {folder}."
    widest = max(made.fontMetrics().horizontalAdvance(word) for word in made.words())
    assert widest < made.fontMetrics().horizontalAdvance(folder) / 2
    assert made.heightForWidth(widest + 20) > made.fontMetrics().lineSpacing() * 3
    address = "https://northmoor.example/a/very/long/address/of/a/paper"
    assert WrappedLabel(f"See {address}").words() == ["See", address]

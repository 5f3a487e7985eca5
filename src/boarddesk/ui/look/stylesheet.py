"""The one stylesheet, made from the tokens: a template filled with colours and scaled lengths."""

from __future__ import annotations

import re
from dataclasses import fields

from boarddesk.ui.look.tokens import Tokens

# $name is a token, 12px a length of the design at 100 % (hairlines of 1px and rings of 2px stay as they are).
_SHEET = """
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[ground="page"], QStackedWidget { background: $page; }
QWidget[ground="panel"] { background: $panel; border-radius: 6px; }
QWidget[ground="side"], QStatusBar, QMenuBar { background: $side; }
QWidget[ground="bad"] { background: $bad_ground; border-radius: 6px; }
QWidget[ground="warn"] { background: $warn_ground; border-radius: 6px; }
QWidget[ground="good"] { background: $good_ground; border-radius: 6px; }
QWidget[ground="topbar"] { background: $page; border-bottom: 1px solid $line; }
QWidget[ground="door"] { background: $page; border: 1px solid $rule; border-radius: 6px; }
QFrame[role="rule"] { background: $rule; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="divider"] { background: $rule; border: 0; }
QFrame[role="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; border: 0; }
QLabel[role="name"] { font-size: 28px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="figure"] { font-size: 24px; font-weight: 600; }
QLabel[role="figure small"] { font-size: 20px; font-weight: 600; }
QLabel[role="record"] { font-size: 16px; font-weight: 600; }
QLabel[role="section"], QLabel[role="field"], QLabel[role="strong"] { font-weight: 600; }
QLabel[role="head"] { font-size: 12px; font-weight: 600; color: $muted; }
QLabel[role="meta"] { font-size: 12px; color: $muted; }
QLabel[role="meta ink"] { font-size: 12px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="faint"] { color: $faint; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad strong"] { color: $bad; font-weight: 600; }
QLabel[role="warn strong"] { color: $warn; font-weight: 600; }
QLabel[role="good strong"] { color: $good; font-weight: 600; }
QLabel[role="warn meta"] { color: $warn; font-size: 12px; font-weight: 600; }
QLabel[role="bad meta"] { color: $bad; font-size: 12px; font-weight: 600; }
QLabel[look="in place"] { border: 2px solid transparent; border-radius: 4px; }
QLabel[look="in place"]:hover { background: $key; }
QLabel[look="in place"]:focus { border-color: $accent; }
QLabel[role="keycap"] { font-size: 11px; color: $muted; background: $key; border: 1px solid $rule;
    border-radius: 3px; padding: 0 6px; }

QMenuBar { border: 0; border-bottom: 1px solid $line; padding: 0 11px 1px 11px; spacing: 0; }
QMenuBar::item { padding: 6px 12px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $sel; }
QMenuBar::item:disabled { color: $faint; }
QMenu { background: $key; border: 1px solid $rule; border-radius: 4px; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 3px; min-height: 18px; }
QMenu::item:selected { background: $sel; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::indicator:non-exclusive:checked { image: url(icons:tick-$mode.svg); }
QMenu::indicator:exclusive:checked { image: url(icons:tick-$mode.svg); }
QStatusBar { border: 0; border-top: 1px solid $line; min-height: 26px; max-height: 26px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { font-size: 12px; color: $muted; }
QToolTip { background: $key; color: $ink; border: 1px solid $rule; padding: 4px 6px; }

QPushButton { min-height: 30px; max-height: 30px; padding: 0 12px; border: 1px solid $ctl;
    border-radius: 4px;
    background: $key; color: $ink; outline: 0; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; max-height: 28px; }
QPushButton:pressed { background: $sel; }
QPushButton:disabled { color: $faint; border-color: $rule; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[look="primary"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 4px solid transparent; border-radius: 6px; padding: 0 9px;
    background-clip: padding; min-height: 24px; max-height: 24px; }
QPushButton[look="primary"]:disabled { background: $side; border-color: $rule; color: $faint; }
QPushButton[look="tool"] { background: transparent; border: 1px solid transparent; padding: 0 2px;
    min-height: 26px; max-height: 26px; }
QPushButton[look="tool"]:hover { background: $hover; }
QPushButton[look="tool"]:focus { border: 2px solid $accent; padding: 0 1px; min-height: 24px;
    max-height: 24px; }
QPushButton[look="tool"][ink="bold"] { font-weight: 600; min-width: 18px; }
QPushButton[look="quiet"], QPushButton[look="link"] { background: transparent;
    border: 1px solid transparent; }
QPushButton[look="quiet"] { color: $muted; }
QPushButton[look="quiet"]:hover { background: $hover; color: $ink; }
QPushButton[look="quiet"]:disabled { color: $faint; }
QPushButton[look="link"] { color: $link; font-weight: 600; font-size: 12px; padding: 0 2px; text-align: left;
    min-height: 22px;
    max-height: 22px; }
QPushButton[look="quiet"]:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton[look="day"] { background: transparent; border: 0; padding: 0 2px; min-height: 22px;
    max-height: 22px; color: $muted; font-size: 12px; text-align: left; }
QPushButton[look="day"]:hover { color: $link; }
QPushButton[look="day"]:focus { border: 2px solid $accent; padding: 0; min-height: 18px; max-height: 18px; }
QPushButton[look="name"] { background: transparent; border: 0; padding: 0; min-height: 24px; max-height: 24px;
    text-align: left; }
QPushButton[look="name"][ink="bad"] { color: $bad; font-weight: 600; }
QPushButton[look="name"][ink="warn"] { color: $warn; }
QPushButton[look="name"][ink="muted"] { color: $muted; }
QPushButton[look="name"]:hover { color: $link; }
QPushButton[look="name"]:focus { border: 2px solid $accent; min-height: 20px; max-height: 20px; }
QPushButton[look="in place"] { background: transparent; border: 2px solid transparent; padding: 0;
    min-height: 20px; max-height: 20px; text-align: left; }
QPushButton[look="in place"]:hover { background: $key; }
QPushButton[look="in place"]:focus { border: 2px solid $accent; padding: 0; min-height: 20px;
    max-height: 20px; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 0 1px; min-height: 20px;
    max-height: 20px; }
QPushButton[look="row"] { background: transparent; border: 1px solid transparent; border-radius: 3px;
    padding: 0;
    min-height: 34px; max-height: 34px; }
QPushButton[look="row"]:hover { background: $hover; }
QPushButton[look="row"]:focus { border: 2px solid $accent; padding: 0; min-height: 32px; max-height: 32px; }
QPushButton[look="square"] { padding: 0; min-width: 34px; max-width: 34px; }
QPushButton[look="square"]:focus { padding: 0; min-width: 32px; max-width: 32px; }
QPushButton[look="icon"] { background: transparent; border: 1px solid transparent; padding: 0;
    min-width: 26px;
    max-width: 26px; min-height: 26px; max-height: 26px; }
QPushButton[look="icon"]:hover { background: $hover; }
QPushButton[look="icon"]:focus { border: 2px solid $accent; min-width: 24px; max-width: 24px;
    min-height: 24px;
    max-height: 24px; }

QWidget[ground="segments"] { background: $key; border: 1px solid $ctl; border-radius: 4px; }
QPushButton[look="segment"] { border: 1px solid transparent; border-radius: 3px; background: transparent;
    padding: 0 11px; min-height: 28px; max-height: 28px; }
QPushButton[look="score key"], QPushButton[look="score key"]:focus { border: 0; padding: 0;
    min-height: 40px; max-height: 40px; }
QPushButton[look="small segment"] { border: 1px solid transparent; border-radius: 3px;
    background: transparent; padding: 0 9px; min-height: 20px; max-height: 20px; font-size: 12px; }
QPushButton[look="small segment"]:hover { background: $hover; }
QPushButton[look="small segment"]:checked { background: $sel; color: $link; font-weight: 600; }
QPushButton[look="small segment"]:focus { border: 2px solid $accent; padding: 0 8px; min-height: 18px;
    max-height: 18px; }
QPushButton[look="segment"]:hover { background: $hover; }
QPushButton[look="segment"]:checked { background: $sel; color: $link; font-weight: 600; }
QPushButton[look="segment"]:focus { border: 2px solid $accent; padding: 0 10px; min-height: 26px;
    max-height: 26px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $key;
    border: 1px solid $ctl;
    border-radius: 4px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px; max-height: 30px; padding: 0 10px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0 9px;
    min-height: 28px; max-height: 28px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 7px; }
QTextEdit[look="writing"] { border: 1px solid $ctl; padding: 1px; }
QTextEdit[look="writing"]:focus { border: 2px solid $accent; padding: 0; }
QTextEdit[look="writing large"], QTextEdit[look="writing large"]:focus { background: $page; border: 0;
    padding: 0; font-size: 16px; }
QTextEdit[look="reading"], QTextEdit[look="reading"]:focus { background: transparent; border: 0; padding: 0; }
QFrame[role="correction"] { background: $page; border: 0; border-left: 3px solid transparent;
    border-bottom: 1px solid $line; }
QFrame[role="correction chosen"] { background: $sel; border: 0; border-left: 3px solid $accent;
    border-bottom: 1px solid $line; }
QFrame[role="correction chosen"]:focus { border: 2px solid $accent; border-left: 3px solid $accent; }
QPushButton[look="group"] { background: $panel; border: 0; border-bottom: 1px solid $line; border-radius: 0;
    padding: 0 8px; min-height: 27px; max-height: 27px; text-align: left; font-weight: 600; }
QPushButton[look="group"]:hover { background: $hover; }
QPushButton[look="group"]:focus { border: 2px solid $accent; padding: 0 6px; min-height: 24px;
    max-height: 24px; }
QLineEdit:disabled, QComboBox:disabled { color: $faint; border-color: $rule; }
QLineEdit[role="bad"] { color: $bad; border-color: $bad; }
QLineEdit:read-only { background: $panel; }
QLineEdit[role="cell"], QComboBox[role="cell"], QAbstractSpinBox[role="cell"] { min-height: 20px;
    max-height: 60px;
    padding: 0 6px; border-radius: 3px; }
QAbstractItemView QLineEdit:focus, QLineEdit[role="filter"]:focus { min-height: 20px; }
QLineEdit[role="filter"] { min-height: 24px; max-height: 24px; padding: 0 6px; font-size: 12px; }
QLineEdit[role="filter"]:focus { max-height: 22px; padding: 0 5px; }
QComboBox[role="switch"] { font-weight: 600; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 24px; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(icons:arrow-down-$mode.svg); width: 16px;
    height: 16px; }
QComboBox QAbstractItemView { background: $key; border: 1px solid $rule; selection-background-color: $sel;
    selection-color: $ink; outline: 0; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button { width: 0;
    border: 0; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent;
    border: 2px solid transparent;
    border-radius: 4px; }
QCheckBox[look="tick"] { min-height: 20px; max-height: 20px; spacing: 0; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $ctl;
    background: $key; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url(icons:tick-on-accent-$mode.svg); }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $accent; width: 8px; height: 8px; }

QTabBar { background: transparent; border: 0; qproperty-drawBase: 0; }
QTabBar::tab { height: 34px; padding: 0 0; margin-right: 28px; color: $muted; background: transparent;
    border: 0;
    border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 3px solid $accent; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 3px; }
QTabBar::tab:hover { color: $ink; }
QTabWidget::pane { border: 0; border-top: 1px solid $rule; }

QAbstractScrollArea { background: $page; border: 0; }
QAbstractScrollArea::corner { background: $page; border: 0; }
QPlainTextEdit { background: $key; border: 1px solid $ctl; }
QScrollArea[ground="panel"] { background: $panel; border-radius: 6px; }
QScrollArea[ground="side"] { background: $side; border: 0; }
QLabel[ground="paper"] { background: #FFFFFF; color: #0B0C0C; border: 1px solid $rule; padding: 12px; }
QTextBrowser[ground="paper"] { background: #FFFFFF; color: #0B0C0C; border: 1px solid $rule;
    border-radius: 0;
    padding: 0; }
QTextBrowser[ground="paper"]:focus { border: 2px solid $accent; padding: 0; }
QScrollArea > QWidget > QWidget[ground=""] { background: transparent; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: $ctl; border: 3px solid $page; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { width: 0;
    height: 0;
    background: transparent; border: 0; }
QHeaderView { background: $page; border: 0; }
QHeaderView::section { background: $page; border: 0; border-bottom: 1px solid $rule; padding: 0 8px; }
QTableView { background: $page; border: 0; gridline-color: transparent; outline: 0; }
QTableView[ground="side"] { background: $side; }
QTableCornerButton::section { background: $page; border: 0; }
QListView { background: $key; border: 1px solid $rule; outline: 0; padding: 4px; }
QListView[ground="page"] { background: $page; border: 0; padding: 0; }
QListWidget[ground="results"] { border-radius: 6px; }
QListView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QListView::item:selected { background: $sel; color: $ink; }
QListView::item:hover:!selected { background: $hover; }
QProgressBar { border: 0; background: $line; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget { background: $key; }
QCalendarWidget QToolButton { background: $key; color: $ink; border: 0; min-height: 24px; padding: 0 8px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent;
    outline: 0; }
"""

_LENGTH = re.compile(r"\b(\d+)px")
_TOKEN = re.compile(r"\$([a-z_]+)")


def stylesheet(tokens: Tokens, *, scale: float = 1.0) -> str:
    """The stylesheet of one theme at one text size."""
    words = {field.name: str(getattr(tokens, field.name)) for field in fields(tokens)}
    words["mode"] = "dark" if tokens.dark else "light"
    coloured = _TOKEN.sub(lambda found: words[found[1]], _SHEET)
    return _LENGTH.sub(lambda found: f"{_scaled(int(found[1]), scale)}px", coloured)


def _scaled(length: int, scale: float) -> int:
    """Lines stay thin; everything else grows with the text."""
    return length if length <= 2 else round(length * scale)

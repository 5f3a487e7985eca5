"""The form of the risk appetite: two lines for each category, and room for a new one."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import treatment
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.risk import Appetite
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import Form, FormField

_NEW = "new"


def appetite_form(file: OfficeFile) -> Form:
    """Up to optimal is wanted, up to tolerable is borne; a category without lines is held against nothing."""
    known = treatment.categories(file)

    def write(given: Answers) -> None:
        with file.change("Set risk appetite"):
            for of, name, before in known:
                appetite = Appetite(_line(given, f"optimal {of}"), _line(given, f"tolerable {of}"))
                if appetite != before:
                    _set(file, name, appetite, of)
            name = given.text("name")
            lines = Appetite(_line(given, f"optimal {_NEW}"), _line(given, f"tolerable {_NEW}"))
            if name:
                _set(file, name, lines, _NEW)
            elif lines != Appetite():
                raise Refused("Give the category a name.", field="name")

    rows = [field for of, name, appetite in known for field in _lines(of, name, appetite)]
    return Form(
        "appetite",
        "Risk appetite",
        write,
        [
            *rows,
            FormField("name", "Another category", hint="Optional.", placeholder="Workforce"),
            *_lines(_NEW, "", Appetite(), beside=True),
        ],
        button="Set appetite",
        under="Up to optimal is wanted, up to tolerable is borne; a score above is pointed out.",
    )


def _lines(of: str, name: str, appetite: Appetite, *, beside: bool = False) -> list[FormField]:
    before = f"{name}: " if name else ""
    words = (f"{before}optimal" if name else "Optimal", "tolerable" if name else "Tolerable")
    optimal, tolerable = (
        "" if line is None else str(line) for line in (appetite.optimal, appetite.tolerable)
    )
    return [
        FormField(f"optimal {of}", words[0], value=optimal, beside=beside, hint=" " if beside else ""),
        FormField(f"tolerable {of}", words[1], value=tolerable, beside=True, hint=" " if beside else ""),
    ]


def _line(given: Answers, key: str) -> int | None:
    typed = given.text(key)
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()):
        raise Refused("Give a score, such as 6, or nothing.", field=key)
    return int(typed)


def _set(file: OfficeFile, name: str, appetite: Appetite, of: str) -> None:
    """Refused beside the line that cannot stand."""
    try:
        treatment.add_category(file, name, appetite=appetite)
    except Refused as no:
        raise Refused(no.sentence, field=f"{no.field} {of}" if no.field != "name" else "name") from no

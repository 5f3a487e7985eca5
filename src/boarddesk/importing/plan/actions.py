"""Actions out of rows: refs given or worked out, continuations joined, sub-rows made milestones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from boarddesk.importing.columns import plain
from boarddesk.importing.headings import Field
from boarddesk.importing.owners import split_names
from boarddesk.importing.plan.rows import Row, RowKind
from boarddesk.importing.statuses import Read, StatusReader
from boarddesk.rules.dates.deadlines import NO_DATE, ByWhen, read_by_when
from boarddesk.rules.imports.contents import FoundAction, FoundKpi, FoundMilestone
from boarddesk.rules.plan.actions import TermBand

MEASURE = re.compile(r"(?=\bKPI\s*\d*\s*[:–-])", re.IGNORECASE)
MEASURE_SIGN = re.compile(r"\s*KPI\s*\d*\s*[:–-]\s*", re.IGNORECASE)
DATED = re.compile(r"(?:\bby\b|[(–:-])\s*(?P<date>[^()–:]*[0-9]{2}[^()–:]*?)\)?\s*\.?$", re.IGNORECASE)
BULLETS = "•·▪◦●‣–*-"
"""What stands before a line of a list and is no part of it."""
NOTHING = re.compile(rf"[\s.{BULLETS}]*(?:n/?a|nil|none|not applicable)?[\s.{BULLETS}]*", re.IGNORECASE)
"""A line that says that there is nothing."""
SHORT = 60
MOST_STATUS_WORDS = 4
FEW = 3
"""Fewer words than these in the cell of the ref are a label, not an action."""


@dataclass(frozen=True)
class DocumentFacts:
    """What reading a row needs to know of its document.

    `in_step` is whether its dates run in step with its milestones somewhere, line by line; `starts` is the
    first day of the plan's years, where its title names them: `2025–26`.
    """

    statuses: StatusReader
    names: frozenset[str] = frozenset()
    bands: tuple[TermBand, ...] = ()
    in_step: bool = False
    starts: date | None = None


@dataclass
class Draft:
    """An action while its rows are being read."""

    row: Row
    ref: str
    notes: list[str]
    rows: list[Row] = field(default_factory=list)
    milestones: list[FoundMilestone] = field(default_factory=list)
    progress: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    status: Read = field(default_factory=Read)
    text: str = ""
    by_when: str = ""
    first_date: str = ""
    ref_given: bool = True


def drafts(rows: Sequence[Row], known: DocumentFacts) -> list[Draft]:
    """The actions of one area, each with the rows that belong to it."""
    found: list[Draft] = []
    numbered = {row.headings for row in rows if row.ref}
    for at, row in enumerate(rows):
        note = ""
        ref = row.ref
        apart = not found or row.headings != found[-1].row.headings
        if row.kind is RowKind.UNDER and found:
            ref = _missing_ref(rows, at, found[-1].ref)
            note = (
                f"The document gives no ref here; {ref} is the one missing before {_next_ref(rows, at)}."
                if ref
                else ""
            )
        same = not apart and ref == found[-1].ref and row.kind is RowKind.ACTION
        again = same and _stands_alone(row, found[-1].row)
        alone = row.kind is RowKind.ACTION and not ref
        own = row.kind is RowKind.UNDER and (apart or row.headings not in numbered)
        if not found or (ref and not same) or again or alone or own:
            found.append(Draft(row, ref, [note] if note else [], ref_given=bool(row.ref)))
            _begin(found[-1], known)
        elif row.kind is RowKind.UNDER or (same and row.text and row.text != found[-1].row.text):
            if same:
                found[-1].notes.append(_stands_again(row))
            _add_under(found[-1], row, known)
        else:
            _add_continued(found[-1], row, known)
    return found


def _stands_alone(row: Row, above: Row) -> bool:
    """Whether a row under the ref of the row above is an action of its own, with another date or officer."""
    told = [(each.line(Field.BY_WHEN), each.line(Field.OWNERS)) for each in (row, above)]
    return bool(row.text) and row.text != above.text and all(told[0]) and told[0] != told[1]


def _stands_again(row: Row) -> str:
    return (
        f"{row.ref} stands again ({row.place}); that row has no officer and date of its own, so it is a step."
    )


def _next_ref(rows: Sequence[Row], at: int) -> str:
    return next((row.ref for row in rows[at + 1 :] if row.ref), "")


def _missing_ref(rows: Sequence[Row], at: int, before: str) -> str:
    """The one ref left out between two actions, for a row that has a date and an officer of its own."""
    row, after = rows[at], _next_ref(rows, at)
    full = bool(row.line(Field.BY_WHEN) and row.line(Field.OWNERS))
    head, _, tail = before.rpartition(".")
    next_head, _, next_tail = after.rpartition(".")
    fits = head == next_head and tail.isdigit() and next_tail.isdigit() and int(next_tail) == int(tail) + 2
    if not (full and fits):
        return ""
    dated = [other.line(Field.BY_WHEN) for other in _between(rows, at) if other.kind is RowKind.UNDER]
    return f"{head}.{int(tail) + 1}".lstrip(".") if len([*filter(None, dated)]) == 1 else ""


def _between(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows without ref around a row, from the action above to the action below."""
    first = max((n for n in range(at) if rows[n].ref), default=-1) + 1
    last = next((n for n in range(at, len(rows)) if rows[n].ref), len(rows))
    return list(rows[first:last])


def _begin(draft: Draft, known: DocumentFacts) -> None:
    row = draft.row
    _name(draft, row)
    draft.by_when, draft.first_date = dates_of(row)
    draft.rows.append(row)
    _add_words(draft, row, known, before="")
    draft.status = status_of(row, known)
    if draft.status.note:
        draft.notes.append(draft.status.note)
    said = row.line(Field.STATUS)
    if draft.status.source == "word" and said and not known.statuses.is_label(said):
        draft.notes.append(f"The document says “{said}”.")


def _name(draft: Draft, row: Row) -> None:
    """The action's words; where its own cell is empty, those of the cell that says how, or what for."""
    draft.text = row.text
    if not row.cells.get(Field.TEXT) and 0 < len(row.text.split()) < FEW and (stray := _longest_stray(row)):
        draft.text = f"{row.text}\n{stray}"
    for of in (Field.HOW, Field.MILESTONES, Field.OUTCOME, Field.SUCCESS_MEASURE):
        if draft.text.strip(BULLETS + " \n"):
            return
        cells = row.cells.get(of, [])
        draft.text = "\n".join(line for _, cell in cells for line in cell.paragraphs).strip()
        if draft.text and of in (Field.HOW, Field.MILESTONES):
            del row.cells[of]
            draft.notes.append(f"Its own cell is empty; its words stand under {cells[0][0]}.")
    draft.text = draft.text or row.objective or _longest_stray(row)


def _longest_stray(row: Row) -> str:
    return max((text for _, text in row.strays), key=len, default="")


def dates_of(row: Row) -> tuple[str, str]:
    """The date that holds, and the one it was moved from: a revised date that is empty moves nothing."""
    revised, due, original = (
        "" if NOTHING.fullmatch(said := row.line(of)) else said
        for of in (Field.REVISED_BY_WHEN, Field.BY_WHEN, Field.ORIGINAL_BY_WHEN)
    )
    holds = revised or due or original
    before = original or (due if revised else "")
    return holds, before if before != holds else ""


def _add_words(draft: Draft, row: Row, known: DocumentFacts, *, before: str) -> None:
    """Officers, progress, measures and dated steps of a row, joined to the action's."""
    names, note = split_names("\n".join(row.lines(Field.OWNERS)), known.names)
    draft.owners += [name for name in names if name not in draft.owners]
    draft.notes += [note] if note else []
    progress = "\n".join(filter(None, (_beside_status(row), _progress(row))))
    draft.progress += [f"{before}{progress}"] if progress else []
    draft.measures += [measure for measure in _measures(row) if measure not in draft.measures]
    draft.milestones += _steps(row, known)
    draft.notes += [f"{heading}: {text}" for heading, text in row.strays]
    draft.notes += [f"Stands in the document as “{row.called}”."] if row.called else []
    draft.notes += _earlier_statuses(row, known)


def _earlier_statuses(row: Row, known: DocumentFacts) -> list[str]:
    """Where a plan keeps a status column for each month, what stood in the ones before the last."""
    earlier = row.cells.get(Field.STATUS, ())[:-1]
    reads = [(heading, known.statuses.of_cell(cell)) for heading, cell in earlier]
    return [f"{heading}: {read.label}" for heading, read in reads if read.label]


def _progress(row: Row) -> str:
    """The progress of a row; where several columns report it, each under its heading."""
    columns = [(heading, cell.text) for heading, cell in row.cells.get(Field.PROGRESS, ()) if not cell.empty]
    if len(columns) == 1:
        return columns[0][1]
    return "\n".join(f"{heading}: {text}" for heading, text in columns)


def _beside_status(row: Row) -> str:
    """What a status cell says besides its status: `Delayed: no chair was found until November`."""
    cells = [cell.text for _, cell in row.cells.get(Field.STATUS, ())]
    return "\n".join(text for text in cells if len(text.split()) > MOST_STATUS_WORDS)


def _measures(row: Row) -> list[str]:
    return [
        "\n".join(cell.paragraphs) for _, cell in row.cells.get(Field.SUCCESS_MEASURE, ()) if not cell.empty
    ]


def _steps(row: Row, known: DocumentFacts) -> list[FoundMilestone]:
    banded = [
        FoundMilestone(
            bare,
            read_by_when(heading, terms=known.bands, starts=known.starts),
            done=_done(known, cell.shading),
            place=row.place,
        )
        for heading, cell in row.cells.get(Field.BAND, ())
        for text in cell.paragraphs
        if (bare := _bare(text))
    ]
    lines = [bare for text in row.lines(Field.MILESTONES, Field.HOW) if (bare := _bare(text))]
    dates = (
        list(row.lines(Field.BY_WHEN))
        if _in_step(row, least=1 if known.in_step else 2)
        else [""] * len(lines)
    )
    listed = [_step(text, date, known, place=row.place) for text, date in zip(lines, dates, strict=True)]
    return listed + banded


def _bare(text: str) -> str:
    """A line of a list without its bullet; empty where there is nothing else."""
    return "" if NOTHING.fullmatch(text) else text.strip().lstrip("•·▪◦●‣ ").strip()


def _in_step(row: Row, *, least: int) -> bool:
    """Whether each of a row's steps has its date beside it, line by line."""
    lines = [bare for text in row.lines(Field.MILESTONES, Field.HOW) if (bare := _bare(text))]
    return least <= len(lines) == len(row.lines(Field.BY_WHEN)) and bool(row.lines(Field.MILESTONES))


def runs_in_step(rows: Iterable[Row]) -> bool:
    """Whether a plan's dates run in step with its milestones somewhere."""
    return any(_in_step(row, least=2) for row in rows)


def _step(text: str, date: str, known: DocumentFacts, *, place: str) -> FoundMilestone:
    """A step with its date: beside it, in the second cell of a table inside, or at its end."""
    if date:
        return FoundMilestone(text, read_by_when(date, terms=known.bands), place=place)
    head, sign, tail = text.rpartition(" | ")
    beside = read_by_when(tail, terms=known.bands) if sign else NO_DATE
    if head and (beside.latest is not None or beside.flags):
        return FoundMilestone(head.strip(), beside, place=place)
    return FoundMilestone(text, step_date(text, known), place=place)


def _done(known: DocumentFacts, shading: str) -> bool:
    return known.statuses.of_shading(shading).complete


def step_date(text: str, known: DocumentFacts) -> ByWhen:
    """The date at the end of a step (`draft agreed by May 22`), or none."""
    found = DATED.search(text)
    read = read_by_when(found["date"].strip(), terms=known.bands) if found else NO_DATE
    return read if read.latest is not None else NO_DATE


def status_of(row: Row, known: DocumentFacts) -> Read:
    """The status of a row: its status cell, else the shade of its ref, else how its progress begins."""
    cells = [cell for _, cell in row.cells.get(Field.STATUS, ())]
    reads = [known.statuses.of_cell(cell) for cell in cells]
    found = next((read for read in reversed(reads) if read.status), reads[0] if reads else Read())
    declared = known.statuses.of_progress(_progress(row))
    if found.status is None and not cells:
        found = known.statuses.of_shading(row.shade)
    if found.status is None:
        return declared if declared.status else found
    if declared.status and declared.status.is_a is not found.status.is_a:
        note = f"The status says {found.label}, the progress begins with {declared.label}."
        return replace(found, note=f"{found.note} {note}".strip())
    return found


def _add_under(draft: Draft, row: Row, known: DocumentFacts) -> None:
    """A row of its own text under an action: a milestone, its progress and measures kept with the action."""
    draft.rows.append(row)
    status = status_of(row, known)
    names, _ = split_names("\n".join(row.lines(Field.OWNERS)), known.names)
    draft.milestones.append(
        FoundMilestone(
            " ".join(row.text.split()),
            read_by_when(row.line(Field.BY_WHEN), terms=known.bands),
            owner=", ".join(names),
            done=status.complete,
            place=row.place,
        )
    )
    owners, short = list(draft.owners), " ".join(row.text.split())
    short = short if len(short) <= SHORT else short[: SHORT - 1].rsplit(" ", 1)[0] + "…"
    _add_words(draft, row, known, before=f"{short}: ")
    draft.owners = owners
    if status.status and not status.complete:
        draft.notes.append(f"The step “{short}” is marked {status.label} ({row.place}).")


def _add_continued(draft: Draft, row: Row, known: DocumentFacts) -> None:
    """A row that goes on with the action above, as after the turn of a page."""
    draft.rows.append(row)
    draft.text = "\n".join(filter(None, (draft.text, row.text if row.text != draft.text else "")))
    by_when, first_date = dates_of(row)
    draft.by_when = " ".join(filter(None, (draft.by_when, by_when)))
    draft.first_date = " ".join(filter(None, (draft.first_date, first_date)))
    _add_words(draft, row, known, before="")
    status = status_of(row, known)
    if draft.status.status is None and status.status is not None:
        draft.status = status
    elif status.status is not None and status.status != draft.status.status:
        draft.notes.append(
            f"{row.place.capitalize()} goes on with this action and is marked {status.label}; "
            f"{draft.status.label} is kept."
        )


def found_action(draft: Draft, known: DocumentFacts) -> FoundAction:
    """The action as it is proposed."""
    rows = draft.rows
    aims = dict.fromkeys(line for row in rows for line in (row.objective, *row.lines(Field.OUTCOME)) if line)
    outcomes = [f"Outcome: {line}" for line in aims]
    accountable = dict.fromkeys(
        name for row in rows for name in split_names("\n".join(row.lines(Field.ACCOUNTABLE)), known.names)[0]
    )
    return FoundAction(
        ref=draft.ref,
        text=draft.text,
        by_when=read_by_when(draft.by_when, terms=known.bands),
        place=draft.row.place,
        owners=tuple(draft.owners),
        accountable=", ".join(accountable),
        success_measure="\n".join([*draft.measures, *outcomes]),
        status=draft.status.label,
        status_from=draft.status.source,
        progress="\n".join(draft.progress),
        evidence=tuple(bare for row in rows for line in row.lines(Field.EVIDENCE) if (bare := _bare(line))),
        milestones=tuple(draft.milestones),
        notes=tuple(draft.notes + ([f"The date was first {draft.first_date}."] if draft.first_date else [])),
        source_cells=tuple(cell for row in rows for cell in row.source),
        ref_given=draft.ref_given,
    )


def found_kpis(draft: Draft, area_number: str) -> list[FoundKpi]:
    """The measures beside an action: one for each “KPI:”, or for the cell of a KPI column."""
    kpis: list[FoundKpi] = []
    for row in draft.rows:
        for heading, cell in row.cells.get(Field.SUCCESS_MEASURE, ()):
            pieces = [piece for piece in MEASURE.split(cell.text) if piece.strip()]
            marked = [
                MEASURE_SIGN.sub("", piece, count=1).strip() for piece in pieces if MEASURE_SIGN.match(piece)
            ]
            if not marked and ("kpi" in plain(heading).split() or "key performance" in plain(heading)):
                marked = [cell.text]
            kpis += [FoundKpi(draft.ref, words, row.place, area_number, draft.ref) for words in marked]
    return kpis


def each_once(kpis: Iterable[FoundKpi]) -> tuple[FoundKpi, ...]:
    """A measure that stands on several rows of one action is one, however it is spaced."""
    found: dict[tuple[str, ...], FoundKpi] = {}
    for kpi in kpis:
        found.setdefault((kpi.ref.casefold(), *kpi.wording.casefold().rstrip(" .;").split()), kpi)
    return tuple(found.values())

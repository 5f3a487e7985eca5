"""The plan as a table: areas as groups, actions as rows, their milestones below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boarddesk.rules.plan.actions import Action, Area, counts_of
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import Scheme, Status
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.plan.editing import ACTION
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.plan.words import FLAG_WORDS, names_shown, read_as, short_name, short_understood
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Ink, Kind, Row

WIDE = 1000
NO_STATUS, FLAGGED, UNFLAGGED = "-", "flagged", "unflagged"


def columns(scheme: Scheme | None = None) -> tuple[Column, ...]:
    """The columns; the statuses to choose from are those of the plan's own scheme."""
    statuses = tuple((status.key, status.label) for status in scheme.statuses) if scheme else ()
    return (
        Column("ref", "Ref", 48, ink=Ink.MUTED, editor=ACTION["ref"].editor),
        Column("text", "Action", 190, stretch=True, second="update", editor=ACTION["text"].editor),
        Column("update", "Latest update", 240, stretch=True, from_width=WIDE, ink=Ink.MUTED),
        Column("by_when", "By when", 136, fits=160, editor=ACTION["by_when"].editor),
        Column("owner", "Owner", 96, fits=150, editor=ACTION["owner"].editor),
        Column("status", "Status", 124, kind=Kind.STATUS, editor=Editor(EditorKind.CHOICE, statuses)),
        Column("flags", "Flags", 108, kind=Kind.FLAG),
    )


def rows(shown: ShownPlan) -> list[Row]:
    """Every action in the order of the plan."""
    return [_row(action, area, shown) for area in shown.plan.areas for action in area.actions]


def groups(shown: ShownPlan, *, open_areas: Iterable[str] = ()) -> list[Group]:
    """Every area with its counts; closed unless asked for, so that the bars are seen together."""
    wanted = set(open_areas)
    return [_group(area, shown, is_open=area.id in wanted) for area in shown.plan.areas]


def _group(area: Area, shown: ShownPlan, *, is_open: bool) -> Group:
    return Group(
        area.id,
        area.title,
        number=area.number,
        count=count_in_figures(len(area.actions), "action") if area.actions else "no actions yet",
        bar=bar(area.actions, shown) if area.actions else (),
        is_open=is_open,
    )


def bar(actions: Sequence[Action], shown: ShownPlan) -> tuple[tuple[Status, int], ...]:
    """How many actions have each status, and how many none."""
    return counts_of(actions, shown.plan.scheme, today=shown.today).segments


def _row(action: Action, area: Area, shown: ShownPlan) -> Row:
    flags = shown.flags[action.id]
    return Row(
        action.id,
        {
            "ref": action.ref,
            "text": Cell(action.text, tip=action.text),
            "update": _update_cell(action),
            "by_when": _date_cell(action),
            "owner": _owner_cell(action.owners),
            "status": _status_cell(action.declared, shown.plan.scheme),
            "flags": Cell(
                flags=(action.ended.cited_on(shown.today),)
                if action.ended
                else tuple(FLAG_WORDS[flag.kind] for flag in flags),
                sort=-len(flags),
                said=", ".join(flag.kind for flag in flags),
                tip="\n".join(flag.sentence for flag in flags),
            ),
        },
        group=area.id,
        children=tuple(_step_row(milestone, action, shown) for milestone in action.milestones),
    )


def _update_cell(action: Action) -> Cell:
    newest = " ".join(action.updates[0].text.split()) if action.updates else ""
    return Cell(newest, ink=Ink.MUTED, tip=newest, editable=False)


def _date_cell(action: Action | Milestone) -> Cell:
    by_when = action.by_when
    return Cell(
        " ".join(by_when.as_written.split()) or "–",
        second=short_understood(by_when) if by_when.as_written or not isinstance(action, Action) else "",
        sort=by_when.latest or "",
        value=by_when.as_written,
        said=read_as(by_when) or "no date",
        tip=read_as(by_when),
    )


def _owner_cell(owners: Sequence[str]) -> Cell:
    if not owners:
        return Cell("–", value="", said="nobody")
    second = short_name(owners[1]) if len(owners) == 2 else f"and {len(owners) - 1} more"
    names = names_shown(owners)
    return Cell(
        short_name(owners[0]),
        second=second if len(owners) > 1 else "",
        value=names,
        said=names,
        tip="\n".join(owners),
    )


def _status_cell(status: Status | None, scheme: Scheme) -> Cell:
    if status is None:
        return Cell("–", value="", said="no status")
    keys = [status.key for status in scheme.statuses]
    place = keys.index(status.key) if status.key in keys else len(keys)
    return Cell(status=status, value=status.key, sort=place)


def _step_row(step: Milestone, action: Action, shown: ShownPlan) -> Row:
    """A milestone: ticked or not, then what, when and who, all a little quieter than its action."""
    late = step.overdue_on(shown.today)
    said = read_as(step.by_when) or "no date"
    written = step.by_when.as_written
    beside = short_understood(step.by_when) if step.by_when.beside else ""
    return Row(
        step.id,
        {
            "ref": Cell(editable=False),
            "text": Cell(
                step.text,
                shape=Shape.TICK if step.done else Shape.RING,
                shape_ink=Ink.GOOD if step.done else Ink.MUTED,
                said=f"milestone {step.text}",
                tip=step.text,
            ),
            "by_when": Cell(
                " ".join(written.split()) if beside else short_understood(step.by_when),
                second=beside,
                ink=Ink.MUTED,
                value=written,
                said=said,
                tip=said,
            ),
            "owner": Cell(short_name(step.owner), ink=Ink.MUTED, value=step.owner, said=step.owner),
            "status": Cell(
                "Done" if step.done else "▲ Overdue" if late else "Not done",
                ink=Ink.BAD if late else Ink.MUTED,
                editable=False,
            ),
            "flags": Cell(editable=False),
        },
        group=action.area_id,
    )


def keeps(shown: ShownPlan, action_id: str, *, status: str, owner: str, flag: str) -> bool:
    """Whether the page's drop-downs leave an action in sight; empty choices leave every one."""
    action = shown.actions.get(action_id)
    if action is None:
        return False
    declared = action.declared.key if action.declared else NO_STATUS
    return (
        status in ("", declared)
        and (not owner or owner in action.owners)
        and _keeps_flag({found.kind for found in shown.flags[action_id]}, flag)
    )


def _keeps_flag(kinds: set[FlagKind], flag: str) -> bool:
    if flag in ("", FLAGGED, UNFLAGGED):
        return not flag or bool(kinds) == (flag == FLAGGED)
    return FlagKind(flag) in kinds


def status_choices(shown: ShownPlan) -> list[tuple[str, str]]:
    """All, each of the scheme, and none."""
    own = [(status.key, status.label) for status in shown.plan.scheme.statuses]
    return [("", "All statuses"), *own, (NO_STATUS, "No status")]


def owner_choices(shown: ShownPlan) -> list[tuple[str, str]]:
    """Everybody who owns an action, by surname as people look them up."""
    names = {name for action in shown.actions.values() for name in action.owners}
    return [("", "All owners"), *((name, name) for name in sorted(names, key=_by_surname))]


def _by_surname(name: str) -> tuple[str, str]:
    return name.split(" ")[-1].casefold(), name.casefold()


def flag_choices(shown: ShownPlan) -> list[tuple[str, str]]:
    """No matter which, with one, without one, then each kind there is just now."""
    there = {flag.kind for flags in shown.flags.values() for flag in flags}
    kinds = [(kind.value, FLAG_WORDS[kind]) for kind in FlagKind if kind in there]
    return [("", "Any flag"), (FLAGGED, "Flagged"), (UNFLAGGED, "Not flagged"), *kinds]

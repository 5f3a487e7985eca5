"""Plans of schools and strategies: steps without refs, terms and years as columns, cost and monitoring."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area, steps
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _terms_beside_cost(path: Path) -> None:
    write(
        path,
        title("St Aldhelm’s Special School: School Development Plan 2025–26"),
        grid("Pupils on roll | 124\nPupil premium | 47%\nStaff | 96", head=0),
        grid(
            """
Priority 1: Quality of education{8,navy}
Lead: Headteacher{8}
Ref | Action | Who | Autumn | Spring | Summer | Cost | Monitoring
1.1 | Write a reading curriculum | English lead | Curriculum drafted | Taught in two classes |\
    Taught in all classes | £1,200 | Governors' committee
1.2 | Moderate work with two other schools | Deputy Head | First round | Second round | | £800 |\
    Governors' committee
""",
            head=3,
        ),
        said(""),
        grid(
            """
Priority 2: Behaviour and attitudes{8,navy}
Lead: Assistant Head (Pastoral){8}
Ref | Action | Who | Autumn | Spring | Summer | Cost | Monitoring
2.1 | Halve suspensions | Headteacher | Baseline set | Panel in place | Target met | Nil | Chair's visit
""",
            head=3,
        ),
        heading("Budget"),
        grid("Item | Cost\nTraining | £3,000\nSupply | £800\nTotal | £3,800"),
    )


TERMS_BESIDE_COST = Layout(
    "terms-beside-cost",
    "Area and lead in rows over the headings; Autumn, Spring and Summer without a year; cost and monitoring.",
    "St Aldhelm’s Special School: School Development Plan 2025–26",
    _terms_beside_cost,
    [
        area("1", "Quality of education", "Headteacher"),
        area("2", "Behaviour and attitudes", "Assistant Head (Pastoral)"),
    ],
    """
1.1 | 1 | Write a reading curriculum | - | - | English lead | -
1.2 | 1 | Moderate work with two other schools | - | - | Deputy Head | -
2.1 | 2 | Halve suspensions | - | - | Headteacher | -
""",
    more={
        "1.1": steps("Curriculum drafted", "Taught in two classes", "Taught in all classes"),
        "1.2": steps("First round", "Second round"),
        "2.1": steps("Baseline set", "Panel in place", "Target met"),
    },
)


def _years_of_a_strategy(path: Path) -> None:
    columns = (
        "What we will do | Who leads | Year 1 (2024/25) | Year 2 (2025/26) | Year 3 (2026/27) | "
        "How we will know\n"
    )
    write(
        path,
        title("Ravensmoor SEND and Inclusion Strategy 2024–2027: Delivery Plan"),
        said("Contents"),
        said("1 Our vision 3"),
        said("2 Our priorities 4"),
        heading("1 Our vision"),
        said("Every child in Ravensmoor belongs."),
        heading("2 Our priorities"),
        heading("Priority 1 – Right support at the right time", 2),
        said("Why this matters: families told us so in the summer of 2023."),
        grid(
            columns
            + """
We will open a helpline for SENCOs | Inclusion Lead | Helpline open | Review | | Survey
We will bring therapists into clusters | Therapies Manager | Two clusters | Six clusters | All clusters |\
    Survey
""".strip()
        ),
        heading("Priority 2 – Local places for local children", 2),
        said("Why this matters: four in ten children travel for more than an hour."),
        grid(
            columns
            + """
We will open resourced provisions | Place Planning Manager | Four open | Ten open | Sixteen open | Numbers
""".strip()
        ),
        heading("3 How we will measure success"),
        grid("""
Measure | 2023/24 | 2024/25 | 2025/26
Pupils in mainstream with a plan | 52% | 54% | 57%
"""),
    )


YEARS_OF_A_STRATEGY = Layout(
    "years-of-a-strategy",
    "“We will …” without refs; a column for each of three years; contents before, measures by year after.",
    "Ravensmoor SEND and Inclusion Strategy 2024–2027: Delivery Plan",
    _years_of_a_strategy,
    [area("1", "Right support at the right time"), area("2", "Local places for local children")],
    """
1.1 | 1 | We will open a helpline for SENCOs | - | - | Inclusion Lead | -
1.2 | 1 | We will bring therapists into clusters | - | - | Therapies Manager | -
2.1 | 2 | We will open resourced provisions | - | - | Place Planning Manager | -
""",
    more={
        "1.1": {"ref_free": True} | steps("Helpline open", "Review"),
        "1.2": {"ref_free": True} | steps("Two clusters", "Six clusters", "All clusters"),
        "2.1": {"ref_free": True} | steps("Four open", "Ten open", "Sixteen open"),
    },
)


def _steps_of_a_trust(path: Path) -> None:
    columns = "Step | Person responsible | Start | Finish | Resources | Evaluation\n"
    write(
        path,
        title("Bracken Hill Academy Trust Inclusion Improvement Plan"),
        heading("Context"),
        said("The trust has eleven schools."),
        heading("Outcome 1 – Teachers meet need in the classroom"),
        said("Led by: Director of Inclusion", bold=True),
        grid(
            columns
            + """
Coach every new teacher | Director of Inclusion | Sept 2025 | July 2026 | Two days |
Write subject guides | Literacy Lead | Oct 2025 | Feb 2026 | Two days |
Visit each other's classrooms | Headteachers | Jan 2026 | March 2026 | Two days |
""".strip()
        ),
        heading("Outcome 2 – Pupils attend every day"),
        said("Led by: Attendance Lead", bold=True),
        grid(
            columns
            + """
Meet every family below 90 per cent | Attendance Lead | Sept 2025 | Ongoing | Two days |
Change the uniform policy with pupils | Network Chair | Nov 2025 | Jan 2026 | Two days |
""".strip()
        ),
    )


STEPS_OF_A_TRUST = Layout(
    "steps-of-a-trust",
    "Steps with a start and a finish, no refs and no status; the lead of an outcome stands above its table.",
    "Bracken Hill Academy Trust Inclusion Improvement Plan",
    _steps_of_a_trust,
    [
        area("1", "Teachers meet need in the classroom", "Director of Inclusion"),
        area("2", "Pupils attend every day", "Attendance Lead"),
    ],
    """
1.1 | 1 | Coach every new teacher | July 2026 | 2026-07-31 | Director of Inclusion | -
1.2 | 1 | Write subject guides | Feb 2026 | 2026-02-28 | Literacy Lead | -
1.3 | 1 | Visit each other's classrooms | March 2026 | 2026-03-31 | Headteachers | -
2.1 | 2 | Meet every family below 90 per cent | Ongoing | - | Attendance Lead | -
2.2 | 2 | Change the uniform policy with pupils | Jan 2026 | 2026-01-31 | Network Chair | -
""",
    more={ref: {"ref_free": True} for ref in ("1.1", "1.2", "1.3", "2.1", "2.2")},
)

LAYOUTS = (TERMS_BESIDE_COST, YEARS_OF_A_STRATEGY, STEPS_OF_A_TRUST)

"""Who sits on the sample's boards: organisations, people, seats and twenty-two boards of attendance.

Marks run from the oldest board to the last: the letters of a register, `_` not recorded, `c` cancelled,
`.` no seat yet.
All names are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.rules.people import Role, Sector

FOREVER = 999


@dataclass(frozen=True)
class Body:
    """An organisation."""

    name: str
    short: str
    sector: Sector


@dataclass(frozen=True)
class Holder:
    """Somebody who held a seat from a board to a board, both inclusive."""

    name: str
    first: int = -FOREVER
    last: int = FOREVER


@dataclass(frozen=True)
class Place:
    """A seat with those who held it, their deputies and the marks."""

    title: str
    body: str
    holders: tuple[Holder, ...]
    marks: str
    role: Role = Role.MEMBER
    deputies: tuple[str, ...] = ()
    since: int = -FOREVER

    def holder(self, board: int) -> str | None:
        """Who held the seat at that board."""
        return next((holder.name for holder in self.holders if holder.first <= board <= holder.last), None)

    def mark(self, board: int) -> str:
        """The letter of that board."""
        return self.marks.replace(" ", "")[board]


def held_by(name: str) -> tuple[Holder, ...]:
    """One person throughout."""
    return (Holder(name),)


BODIES = (
    Body("Northmoor Council, education", "Education", Sector.EDUCATION),
    Body("Northmoor Council, social care", "Social care", Sector.SOCIAL_CARE),
    Body("Northmoor Council, cabinet", "Cabinet", Sector.OTHER),
    Body("Northmoor Integrated Care Board", "ICB", Sector.HEALTH),
    Body("Fellside Health Trust", "Fellside", Sector.HEALTH),
    Body("Northmoor Public Health", "Public health", Sector.HEALTH),
    Body("Northmoor Parent Carer Forum", "Forum", Sector.PARENTS_AND_CARERS),
    Body("Northmoor Schools Partnership", "Schools", Sector.EDUCATION),
    Body("Northmoor and Dales College", "College", Sector.EDUCATION),
    Body("Northmoor Young Voices", "Young Voices", Sector.YOUNG_PEOPLE),
    Body("Families Together Northmoor", "Voluntary", Sector.OTHER),
    Body("Department for Education", "DfE", Sector.GOVERNMENT),
    Body("NHS England", "NHSE", Sector.GOVERNMENT),
    Body("Independent", "Independent", Sector.OTHER),
)

SECRETARY = "Wendy Arkwright"

IMPROVEMENT = (
    Place(
        "Independent chair",
        "Independent",
        held_by("Margaret Ashdown"),
        "PPPPP PPPPP PPPPP PcPPP PP",
        role=Role.CHAIR,
    ),
    Place(
        "Executive director of children's services",
        "Education",
        held_by("Priya Nambiar"),
        "PPVPP APPPP PDPPP VcPPD PP",
        role=Role.VICE_CHAIR,
        deputies=("Marcus Tweddle",),
    ),
    Place(
        "Head of SEND",
        "Education",
        held_by("Joanne Whitlock"),
        "PPPPP PPPPP PPPPP PcPVP PP",
        deputies=("Aoife Brannigan",),
    ),
    Place(
        "Principal educational psychologist",
        "Education",
        held_by("Dr Elspeth Rowan"),
        "PAPPP XPPVP PPAPP PcPTP PP",
    ),
    Place(
        "Head of disability and transitions",
        "Social care",
        held_by("Lorna Pike"),
        "PPDPP APPPD PPPPT PcPPP PD",
        deputies=("Colin Purvis",),
    ),
    Place(
        "Lead member for children",
        "Cabinet",
        held_by("Cllr Ted Barraclough"),
        "PXPAP XPPAP APPXP PcAPP A_",
    ),
    Place(
        "Executive nurse",
        "ICB",
        held_by("Dr Alistair Keogh"),
        "VPPPV AVDPP PVPPP VcPPV PV",
        deputies=("Farida Haque",),
    ),
    Place(
        "Designated clinical officer",
        "ICB",
        held_by("Bryony Talbot"),
        "PPPPP VPPPP PPVPP PcPPP PP",
    ),
    Place(
        "Director of therapies",
        "Fellside",
        held_by("Ruth Okafor"),
        "PPAPP ADPPA PXPDA PcAPP XP",
        deputies=("Tessa Wold",),
    ),
    Place(
        "Mental health service manager",
        "Fellside",
        (Holder("Dr Hugh Penrose", last=-10), Holder("Sanjay Mistry", first=-9)),
        "PAXPA XPAPX PAPPV PcPAP VA",
    ),
    Place(
        "Forum co-chair",
        "Forum",
        held_by("Shabana Iqbal"),
        "PPPPP PPPPP PPPPP PcPPP PP",
        deputies=("Moira Stannard",),
    ),
    Place(
        "Parent representative",
        "Forum",
        held_by("Kevin Drury"),
        "PPDPP APDPP PAPPD PcPDP PA",
        deputies=("Moira Stannard",),
    ),
    Place(
        "Primary head teachers",
        "Schools",
        held_by("Helen Garside"),
        "PPPPP APPPP PTPPP PcPPP PP",
        deputies=("Ian Catterick",),
    ),
    Place(
        "Secondary head teachers",
        "Schools",
        held_by("Graham Nuttall"),
        "PAPXP XPPAP PAPPA PcPXA PP",
    ),
    Place(
        "Special school head teachers",
        "Schools",
        (Holder("Pauline Sefton", last=-10), Holder("Nisha Kapadia", first=-8)),
        "PPPPA APPPP PPPNP PcPPP P_",
    ),
    Place(
        "College principal",
        "College",
        (Holder("Derek Lomas", last=-6),),
        "PPAPP XPPPA PPPAP PcNNN NN",
    ),
    Place(
        "SEND adviser",
        "DfE",
        held_by("Anthea Marlow"),
        "VVPVV VVVAV VPVVV AcVVP VV",
        role=Role.ADVISER,
        deputies=("Olive Denham",),
    ),
    Place(
        "SEND improvement adviser",
        "NHSE",
        held_by("Simon Laidlaw"),
        "..... ...VP VAVVP VcVAV VV",
        role=Role.ADVISER,
        since=-14,
    ),
    Place(
        "Young people's participation worker",
        "Young Voices",
        held_by("Casey Holt"),
        "PPAPA APPPP PPPAP PcPPP PP",
        role=Role.OBSERVER,
    ),
    Place(
        "Board secretary",
        "Education",
        held_by(SECRETARY),
        "PPPPP PPPPP PPPPP PcPPP PP",
        role=Role.SECRETARY,
    ),
)

PARTNERSHIP = (
    Place(
        "Executive director of children's services",
        "Education",
        held_by("Priya Nambiar"),
        "PPPPPP PPPPDP",
        role=Role.CHAIR,
        deputies=("Marcus Tweddle",),
    ),
    Place(
        "Executive nurse",
        "ICB",
        held_by("Dr Alistair Keogh"),
        "PVPPDP PPVPPP",
        role=Role.VICE_CHAIR,
        deputies=("Farida Haque",),
    ),
    Place("Director of public health", "Public health", held_by("Yusuf Karim"), "PAPPPP PAPPPP"),
    Place(
        "Head of disability and transitions",
        "Social care",
        held_by("Lorna Pike"),
        "PPPDPP PPPPPD",
        deputies=("Colin Purvis",),
    ),
    Place(
        "Director of therapies",
        "Fellside",
        held_by("Ruth Okafor"),
        "APPPAD PPAPXP",
        deputies=("Tessa Wold",),
    ),
    Place("Forum co-chair", "Forum", held_by("Shabana Iqbal"), "PPPPPP PPPPPP"),
    Place("Forum member", "Forum", held_by("Beverley Strang"), "PAPPAP PPPAPP"),
    Place("Primary head teachers", "Schools", held_by("Ian Catterick"), "PPPAPP PPTPPP"),
    Place("Secondary head teachers", "Schools", held_by("Graham Nuttall"), "XPAPPA PXPPAP"),
    Place(
        "Early years providers",
        "Schools",
        (Holder("Parveen Sheikh", first=-8),),
        "...... PPPAPP",
        since=-6,
    ),
    Place("College vice-principal", "College", held_by("Rowena Tate"), "PPAPPP APPPPP"),
    Place("Voluntary sector", "Voluntary", held_by("Colette Amis"), "PPPPXP PPPPPP"),
    Place("Young people", "Young Voices", held_by("Jamie Ridd"), "PPNPPN PPNPPP"),
    Place("Board secretary", "Education", held_by(SECRETARY), "PPPPPP PPPPPP", role=Role.SECRETARY),
)

GUESTS: dict[int, tuple[tuple[str, str, str], ...]] = {
    -1: (("Tessa Wold", "Fellside Health Trust", "Item 5, therapy waits"),),
    -3: (
        ("Ms Dunn and four pupils", "Marram High School", "Item 3, what pupils told us"),
        ("Marcus Tweddle", "Northmoor Council, education", "Item 6, resource bases"),
    ),
    -5: (("Beverley Strang", "Northmoor Parent Carer Forum", "Item 4, named contacts"),),
    -9: (("Aoife Brannigan", "Northmoor Council, education", "Item 5, the new website"),),
    -12: (("Yusuf Karim", "Northmoor Public Health", "Item 4, assessment of need"),),
}

REPLIES = {
    "Independent chair": ("coming", "", ""),
    "Executive director of children's services": ("coming", "", ""),
    "Head of SEND": ("coming", "", ""),
    "Principal educational psychologist": ("coming", "", ""),
    "Head of disability and transitions": ("deputy", "Colin Purvis", "at a court hearing"),
    "Lead member for children": ("apologies", "", "full council the same day"),
    "Executive nurse": ("coming", "", ""),
    "Designated clinical officer": ("coming", "", ""),
    "Mental health service manager": ("apologies", "", "annual leave"),
    "Forum co-chair": ("coming", "", ""),
    "Primary head teachers": ("coming", "", ""),
    "SEND adviser": ("coming", "", ""),
}

REASONS = ("annual leave", "", "clinic that could not move", "inspection at school", "", "unwell", "in court")
"""Reasons given with apologies, in turn."""

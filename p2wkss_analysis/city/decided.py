"""What the city decided for all its outputs, as the sheet `settings` says it: read here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..impact.households.outcomes import FLOOR_AREA
from ..say.errors import WrongUse
from ..say.harmless import one_line
from ..tables.workbook.check import Checked
from ..tables.workbook.settings import WEIGHTS
from .texts import decided as texts


@dataclass(frozen=True)
class Decided:
    """programme: its name; sites: villages to choose a year, or None (as many as in the last year); weights: aspect to its
    share, or None (equal); main_outcome: a column of the sheet villages, or None (the order fixed in this tool);
    floor_area: m2 a person below which a house counts as unfit; boundaries: path of a file from the workbook's folder, or None.
    """

    programme: str = "P2WKSS"
    sites: int | None = None
    weights: dict[str, float] | None = None
    main_outcome: str | None = None
    floor_area: float = FLOOR_AREA
    boundaries: str | None = None

    def boundaries_beside(self, book: Path) -> Path | None:
        """The file of boundaries, its path read from the folder of the workbook; WrongUse where none is there."""
        if self.boundaries is None:
            return None
        path = Path(book).parent / self.boundaries.replace("\\", "/")
        if not path.exists():
            raise WrongUse(texts.NO_BOUNDARIES.fill(name=path.name))
        return path


def decided(checked: Checked) -> Decided:
    """The decisions of a checked workbook; what its settings leave out stays at its default."""
    said = {name: value.strip() for name, value in checked.settings.items() if value and value.strip()}
    weights = {aspect: float(said[name]) / 100 for name, aspect in WEIGHTS.items() if name in said}
    area = said.get("floor_area_m2_per_person", "").replace(",", ".")
    return Decided(
        one_line(said.get("programme", ""), 80).strip() or "P2WKSS",
        int(float(said["sites_per_year"])) if "sites_per_year" in said else None,
        weights or None,
        said.get("main_outcome"),
        float(area) if area.replace(".", "").isdigit() else FLOOR_AREA,
        said.get("boundaries_file"),
    )

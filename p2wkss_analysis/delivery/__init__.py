"""Who did what, when, and how much of the plan: delivery by agency and month, coverage, cost, dose.

Delivery is an input. It says what households got, never what changed for them; `evaluate_households` refuses it as an
outcome and takes it as a dose. Tables are those of the city's workbook: `deliveries` (agency, sector, activity,
household_id, planned_date, actual_date, done_percent, amount_rupiah, households_reached) and `households`.
"""

from .cost import Cost, cost_per_household
from .progress import Progress, planned_against_done
from .reach import Coverage, coverage
from .received import dose

__all__ = ["Cost", "Coverage", "Progress", "cost_per_household", "coverage", "dose", "planned_against_done"]

"""p2wkss_analysis: choose the sites of P2WKSS well, and find out whether the programme helped.

Start with `import p2wkss_analysis as p2`, then `p2.load("programme_sites")`, `p2.hdi(...)`,
`p2.need_index(...)`, `p2.evaluate(...)`, `p2.report("laporan.html")`. Every result has `.table()` and
`.sentence(lang)`. Names are loaded when first used, so importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.2.0"

_WHERE = {
    # the nouns
    "City": "front.city",
    "OpenData": "front.open_data",
    "Province": "front.province",
    # in a notebook
    "ask": "display.answer",
    "show": "tables.shown_table",
    # tables
    "check": "tables.workbook.check",
    "check_register": "tables.engine.check",
    "register_rows": "tables.engine.rows",
    "collect": "province.collect",
    "import_table": "forms.answers.importing",
    "load": "tables.intake",
    "new_figures": "open_data.new_figures",
    "open_tables": "open_data.holdings",
    "match_places": "tables.place_names",
    "write_form": "forms.form",
    "write_template": "tables.workbook.template",
    # indicators
    "hdi": "indicators.hdi",
    "hdi_change": "indicators.hdi_change",
    "series": "indicators.published.series",
    "poverty": "indicators.poverty",
    "slum_score": "indicators.slum",
    "healthy_family_index": "indicators.healthy_family",
    "aggregate_households": "indicators.households.aggregate",
    "load_rubric": "tables.profiles.own_file",
    "readiness": "indicators.readiness",
    "score_rubric": "indicators.rubric",
    "scorecards": "indicators.scorecards",
    "slum_change": "indicators.slum_change",
    "write_rubric_template": "tables.workbook.rubric",
    # where and whom
    "audit_targets": "targeting.audit.targets",
    "candidate_list": "targeting.candidate_list",
    "draw_lots": "targeting.draw",
    "need_index": "targeting.need_index",
    "select_households": "targeting.households.beneficiaries",
    "draw_near_cut": "targeting.households.near_cut",
    "measured_noise": "targeting.households.near_cut",
    "spatial_clusters": "targeting.clusters",
    # did it help
    "Panel": "impact.panel.panel",
    "enough_sites": "province.evidence",
    "SelectionRule": "rule",
    "LotsByYear": "rule",
    "evaluate": "impact.evaluation",
    "national_run": "national.run",
    "HouseholdRule": "rule",
    "evaluate_households": "impact.households.waves",
    "plan": "impact.plan",
    "plan_households": "impact.households.plan",
    "simulate_city": "simulate",
    "simulate_panel": "simulate",
    "simulate_register": "simulate",
    # pictures and reports
    "tile_map": "places.tiles",
    "map_bivariate": "pictures.maps.maps",
    "map_indicator": "pictures.maps.published",
    "map_need": "pictures.maps.maps",
    "map_slum_sites": "pictures.maps.maps",
    "map_years": "pictures.maps.maps",
    "explorer": "explore.page",
    "report": "reporting.write",
    # errors
    "P2wkssError": "say.errors",
}

__all__ = sorted(_WHERE)  # noqa: PLE0605  one list of names, not two


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        value = getattr(import_module(f".{_WHERE[name]}", __name__), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

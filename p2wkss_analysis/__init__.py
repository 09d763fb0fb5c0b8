"""p2wkss_analysis: choose the sites of P2WKSS well, and find out whether the programme helped.

Start with `import p2wkss_analysis as p2`, then `p2.load("programme_sites")`, `p2.hdi(...)`,
`p2.need_index(...)`, `p2.evaluate(...)`, `p2.report("laporan.html")`. Every result has `.table()` and
`.sentence(lang)`. Names are loaded when first used, so importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_WHERE = {
    # in a notebook
    "ask": "display.answer",
    "show": "tables.shown_table",
    # tables
    "check": "tables.workbook_check",
    "collect": "tables.collection",
    "import_table": "tables.column_import",
    "load": "tables.intake",
    "write_template": "tables.workbook_template",
    # indicators
    "hdi": "indicators.hdi",
    "hdi_change": "indicators.hdi_change",
    "poverty": "indicators.poverty",
    "slum_score": "indicators.slum",
    "healthy_family_index": "indicators.healthy_family",
    "load_rubric": "tables.score_file",
    "readiness": "indicators.readiness",
    "score_rubric": "indicators.rubric",
    "scorecards": "indicators.scorecards",
    "slum_change": "indicators.slum_change",
    "write_rubric_template": "tables.workbook_rubric",
    # where and whom
    "audit_targets": "targeting.audit",
    "draw_lots": "targeting.draw",
    "need_index": "targeting.index",
    "select_households": "targeting.beneficiaries",
    "spatial_clusters": "targeting.clusters",
    # did it help
    "Panel": "impact.panel",
    "enough_sites": "impact.collected_sites",
    "SelectionRule": "rule",
    "evaluate": "impact.evaluation",
    "HouseholdRule": "household_rule",
    "evaluate_households": "impact.waves",
    "plan": "impact.plan",
    "plan_households": "impact.household_plan",
    "simulate_city": "simulate",
    "simulate_panel": "simulate",
    # pictures and reports
    "tile_map": "places.tiles",
    "map_bivariate": "pictures.maps",
    "map_need": "pictures.maps",
    "map_slum_sites": "pictures.maps",
    "map_years": "pictures.maps",
    "explorer": "reporting.explorer.page",
    "report": "reporting.write",
    # errors
    "P2wkssError": "errors",
}

__all__ = sorted(_WHERE)


def __getattr__(name: str):
    if name in _WHERE:
        value = getattr(import_module(f".{_WHERE[name]}", __name__), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted([*__all__, "__version__"])

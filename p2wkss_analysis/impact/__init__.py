"""Floor 5. Did it help: panel, estimators, evaluation. Never imports targeting."""

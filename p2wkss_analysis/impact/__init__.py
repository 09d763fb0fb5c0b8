"""Did it help: panel, estimators, evaluation. Never reaches targeting."""

"""Periods: the words that say for when, and the names they resolve to by the release's own date and reporting period."""

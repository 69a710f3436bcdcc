"""Maintainers' programs, which the wheel leaves out: the plan of the corpus, cards and plots, the making of the base."""

"""Maintainers' programs, which are not in the wheel: the plan of the corpus, cards and plots, making the base."""

"""Metrics: the words that name what is predicted, what is counted, of which company part and on which basis."""

"""Evaluation of a model, end to end and stage by stage."""

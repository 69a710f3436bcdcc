"""Evaluation: how right a model is, stage by stage."""

"""Training: from annotated releases to a model directory."""

"""Learning: from annotated releases to a model directory, its scores and its card."""

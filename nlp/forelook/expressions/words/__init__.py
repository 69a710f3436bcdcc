"""Words and cues: what the readers of expressions and of figures look for, and the one pass that finds where it may stand."""

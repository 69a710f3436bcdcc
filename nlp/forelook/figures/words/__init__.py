"""Words and cues: what every stage of figures looks for, and the one pass that finds where it may stand."""

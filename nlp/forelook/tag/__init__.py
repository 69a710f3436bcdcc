"""Tagging: from a segmented Doc to labelled statements."""

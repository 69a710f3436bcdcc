"""Quotations: where words are quoted, who says them, and under which name."""

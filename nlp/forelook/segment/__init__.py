"""Segmentation: from a text to blocks, sentences and quotations, as plain functions and as spaCy components."""

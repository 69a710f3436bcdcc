"""Everything that needs spaCy: tokenizer, segmenters and tagger as components of any pipeline."""

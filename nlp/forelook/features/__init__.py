"""Features: from segmented text to hashed columns, named context codes and lexicon windows, the same for training and prediction."""

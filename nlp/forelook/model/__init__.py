"""The model: classifier, decisions, the directory it is stored in, and the statements made of its decisions."""

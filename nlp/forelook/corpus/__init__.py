"""Annotated text: reading, aligning, checking, laying it out, and exchange with annotation tools."""

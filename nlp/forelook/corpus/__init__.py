"""Annotated text: reading, aligning, checking, rendering in layouts, and exchange with annotation tools."""

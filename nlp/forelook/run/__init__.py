"""Runs over many inputs, one module per command: read, tag, write, resume after a kill; and on a cluster."""

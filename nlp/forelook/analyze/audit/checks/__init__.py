"""The checks of the safe-harbor audit, one function each, in files by theme.

A check takes a Matter and returns a Verdict. It runs only where there are both forward-looking statements and a legend,
except `legend` and `needed`, which say what to do when one is missing.
"""

"""The checks of the safe-harbor audit, one function each, in files by theme.

A check takes a Matter and returns a Verdict. Those that run have forward-looking statements and a legend before them, but
for `legend` and `needed`, which tell what to do where there is none.
"""

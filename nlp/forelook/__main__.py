"""`python -m forelook`: the command line."""

from __future__ import annotations

from forelook.cli.main import main

if __name__ == "__main__":
    main()

"""The local page for correcting releases (extra `[serve]`): from tagged releases to `.ann` files, and to a model trained on them."""

"""The local page on which a person corrects releases (extra `[serve]`): from tagged releases to `.ann` files, and to a model that has learned from them."""

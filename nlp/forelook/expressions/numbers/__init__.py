"""Numbers: what a statement's figures amount to, in which unit and currency, and what the words around them make of them."""

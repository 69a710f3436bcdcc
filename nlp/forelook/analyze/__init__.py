"""Analysis of tagged releases: the audit of a draft, why a statement got its label, and how two releases differ."""

"""Analysis of tagged releases: the audit of a draft, what pulled a decision, and what two releases differ in."""

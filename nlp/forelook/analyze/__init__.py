"""Analysis of tagged releases: what pulled a decision."""

"""The command line: one module per group of commands; each command parses, calls one function of the library, and writes."""

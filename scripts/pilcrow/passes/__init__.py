"""The passes: each takes a value and gives a new one with the problems it saw."""

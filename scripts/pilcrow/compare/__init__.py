"""Compares a report with a list of what it should hold, or with another edition of itself."""

"""Renders a report as Markdown pages that a person can read."""

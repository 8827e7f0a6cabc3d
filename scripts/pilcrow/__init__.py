"""Pilcrow turns United Nations reports into cross-referenced websites."""

__version__ = "0.1.0"

"""One report as a folder for offices without a network: selection, slimming, zip, checking.

Everything here takes values and gives values; `pilcrow.commands.bundle` reads and writes the files.
"""

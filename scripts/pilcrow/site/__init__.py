"""What the MkDocs hooks call: pages of a report to HTML with anchors, links and navigation."""

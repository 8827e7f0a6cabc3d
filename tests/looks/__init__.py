"""Pictures of the site for maintainers: what readers see, on one page."""

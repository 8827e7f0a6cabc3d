"""What measurements need and the site does not."""

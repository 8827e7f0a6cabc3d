"""What conversion and the site build cost; `make bench` writes it into the site."""

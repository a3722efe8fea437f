"""Draw: a domain object goes in, a widget or a figure comes out. No sums, no reading of files."""

"""Explore: case studies read from their notebooks, and the catalogue of all of them."""

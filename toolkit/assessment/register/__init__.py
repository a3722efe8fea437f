"""A register of AI: many saved proposals as one table, and as a page a council can publish."""

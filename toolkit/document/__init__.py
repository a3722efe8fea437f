"""A document to take away, built once from `blocks`, and written as Markdown, HTML or Word."""

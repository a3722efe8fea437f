"""Frameworks: the law, guidance, standards and tools that say how a council should use AI."""

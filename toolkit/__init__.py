"""Learn about AI, explore what happened elsewhere, assess a council's own plans.

This package computes; `toolkit.views` draws; `toolkit.serving` serves. Import what you
need from the module that holds it.
"""

__version__ = "0.1.0"

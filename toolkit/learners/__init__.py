"""The small models that lessons run, each with its made-up world and its measures.

Every model here trains while the reader waits, with NumPy alone. The worlds are invented so
that a lesson can count what is true as well as what was recorded.
"""

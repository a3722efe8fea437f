"""Assess: what is asked, what was answered, and what that comes to.

`instrument` reads what is asked, `scoring` turns answers into a `result`, `report` writes it.
"""

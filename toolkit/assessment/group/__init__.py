"""A self-assessment done by a group: one small file per person, an agenda, agreed answers."""

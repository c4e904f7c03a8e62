"""How a measurement says that it cannot be made as it was asked for."""


class Refused(Exception):
    """Why nothing is measured, in words for the caller."""

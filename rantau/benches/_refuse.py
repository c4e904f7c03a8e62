"""How a measurement says that it cannot be made as it was asked for."""

from collections.abc import Sequence


class Refused(Exception):
    """Why nothing is measured, in words for the caller."""


def counts(arguments: Sequence[str], *usual: int) -> tuple[int, ...]:
    """The numbers that were given, and the usual ones for those that were not. Raises: Refused."""
    if len(arguments) > len(usual) or not all(a.isascii() and a.isdigit() and 0 < len(a) < 9 for a in arguments):
        raise Refused(f"bukan bilangan, atau terlalu banyak: {' '.join(arguments)}")
    return (*map(int, arguments), *usual[len(arguments) :])

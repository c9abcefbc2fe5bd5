"""A command that cannot be carried out, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, as one of the codes of the contract."""

    code: str


class Refused(Exception):  # noqa: N818 - it is an answer on its way out, not an error
    """Carries a refusal from the rule that found it to the branch that answers."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.refusal = Refusal(code)

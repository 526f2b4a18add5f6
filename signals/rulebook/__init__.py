"""The rule book: records in `signals/rules/`, checked when they are loaded."""

from signals.rulebook.loading import load
from signals.rulebook.model import (
    AspectQuestion,
    Doubt,
    Guard,
    NumberRange,
    Rule,
    RuleBook,
    Scope,
    Unit,
)

__all__ = [
    "AspectQuestion",
    "Doubt",
    "Guard",
    "NumberRange",
    "Rule",
    "RuleBook",
    "Scope",
    "Unit",
    "load",
]

"""The part of py3langid that Syncline uses; the library ships no types."""

from typing import Self

MODEL_FILE: str

class LanguageIdentifier:
    @classmethod
    def from_model_file(cls, model_file: str, *, norm_probs: bool = False) -> Self: ...
    def classify(self, text: str) -> tuple[str, float]: ...

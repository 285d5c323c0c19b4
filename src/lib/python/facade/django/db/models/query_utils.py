"""Conditions that can be combined."""


class Q:
    """Keyword arguments of `filter`, to be joined with &, | and ~."""

    AND, OR, XOR = "AND", "OR", "XOR"
    default = AND
    conditional = True

    def __init__(self, *args, _connector=None, _negated=False, **kwargs):
        self.children = [*args, *sorted(kwargs.items())]
        self.connector = _connector or self.default
        self.negated = _negated

    def _add(self, other):
        """Take other conditions in; those joined alike, or one alone, melt into these."""
        melts = not other.negated and (other.connector == self.connector or len(other.children) == 1)
        self.children.extend(other.children if melts else [other])

    def _combine(self, other, connector):
        if not isinstance(other, Q):
            raise TypeError(other)
        if not self.children:
            return other._copy()
        if not other.children:
            return self._copy()
        combined = Q(_connector=connector)
        combined._add(self)
        combined._add(other)
        return combined

    def _copy(self):
        return Q(*self.children, _connector=self.connector, _negated=self.negated)

    def __and__(self, other):
        return self._combine(other, self.AND)

    def __or__(self, other):
        return self._combine(other, self.OR)

    def __invert__(self):
        negated = Q()
        negated._add(self)
        negated.negated = True
        return negated

    def __bool__(self):
        return bool(self.children)

    def __str__(self):
        inner = f"{self.connector}: {', '.join(map(str, self.children))}"
        return f"(NOT ({inner}))" if self.negated else f"({inner})"

    def __repr__(self):
        return f"<Q: {self}>"

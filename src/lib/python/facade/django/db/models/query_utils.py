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

    def _combine(self, other, connector):
        if not isinstance(other, Q):
            raise TypeError(other)
        if not self.children:
            return other._copy()
        if not other.children:
            return self._copy()
        return Q(self, other, _connector=connector)

    def _copy(self):
        return Q(*self.children, _connector=self.connector, _negated=self.negated)

    def __and__(self, other):
        return self._combine(other, self.AND)

    def __or__(self, other):
        return self._combine(other, self.OR)

    def __invert__(self):
        return Q(self, _negated=True)

    def __bool__(self):
        return bool(self.children)

    def __repr__(self):
        inner = ", ".join(map(str, self.children))
        return f"<Q: (NOT ({self.connector}: {inner}))>" if self.negated else f"<Q: ({self.connector}: {inner})>"

    __str__ = __repr__

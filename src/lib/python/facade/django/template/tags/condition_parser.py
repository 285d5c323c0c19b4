"""
The conditions of `{% if %}`: or, and, not, in, not in, is, is not, ==, !=, <, >, <=, >=, from the loosest to the
tightest. A condition is compiled into a function of the context.
"""

import operator

from django.template.exceptions import TemplateSyntaxError

_OR, _AND, _NOT, _IN, _COMPARE = 6, 7, 8, 9, 10


def _safely(function):
    """An operator between two conditions; one that its operands do not support is false."""

    def combine(left, right):
        def condition(context):
            try:
                return function(left(context), right(context))
            except Exception:
                return False

        return condition

    return combine


def _either(left, right):
    def condition(context):
        try:
            return left(context) or right(context)
        except Exception:
            return False

    return condition


def _both(left, right):
    def condition(context):
        try:
            return left(context) and right(context)
        except Exception:
            return False

    return condition


def _negated(inner):
    def condition(context):
        try:
            return not inner(context)
        except Exception:
            return False

    return condition


# How tightly each operator between two values binds, and what it does.
_INFIX = {
    'or': (_OR, _either),
    'and': (_AND, _both),
    'in': (_IN, _safely(lambda item, items: item in items)),
    'not in': (_IN, _safely(lambda item, items: item not in items)),
    'is': (_COMPARE, _safely(operator.is_)),
    'is not': (_COMPARE, _safely(operator.is_not)),
    '==': (_COMPARE, _safely(operator.eq)),
    '!=': (_COMPARE, _safely(operator.ne)),
    '<': (_COMPARE, _safely(operator.lt)),
    '<=': (_COMPARE, _safely(operator.le)),
    '>': (_COMPARE, _safely(operator.gt)),
    '>=': (_COMPARE, _safely(operator.ge)),
}
_OPERATORS = {'not', *_INFIX}
_TWO_WORDS = {('is', 'not'): 'is not', ('not', 'in'): 'not in'}


def _joined(words):
    """The words with `is not` and `not in` as one."""
    joined = []
    rest = list(words)
    while rest:
        pair = _TWO_WORDS.get(tuple(rest[:2]))
        joined.append(pair or rest[0])
        del rest[: 2 if pair else 1]
    return joined


class _Value:
    """A filter expression between operators. Compiled when the tag is read, so that bad filters are refused first."""

    def __init__(self, word, parser):
        self.word = word
        self.expression = parser.compile_filter(word)

    def __call__(self, context):
        return self.expression.resolve(context, ignore_failures=True)


class _Reader:
    def __init__(self, items):
        self.items = items
        self.at = 0

    def peek(self):
        return self.items[self.at] if self.at < len(self.items) else None

    def take(self):
        item = self.peek()
        self.at += 1
        return item

    def operand(self):
        item = self.take()
        if item is None:
            raise TemplateSyntaxError('Unexpected end of expression in if tag.')
        if item == 'not':
            return _negated(self.expression(_NOT))
        if isinstance(item, str):
            raise TemplateSyntaxError(f"Not expecting '{item}' in this position in if tag.")
        return item

    def expression(self, tighter_than=0):
        left = self.operand()
        while True:
            item = self.peek()
            if item == 'not':
                self._refuse_infix_not(tighter_than)
            binding, combine = _INFIX.get(item, (0, None)) if isinstance(item, str) else (0, None)
            if binding <= tighter_than:
                return left
            self.take()
            left = combine(left, self.expression(binding))

    def _refuse_infix_not(self, tighter_than):
        if tighter_than < _NOT:
            raise TemplateSyntaxError("Not expecting 'not' as infix operator in if tag.")


def parse_condition(parser, words):
    """The words of an `if` tag as a function of the context. Raises TemplateSyntaxError."""
    reader = _Reader(
        [word if word in _OPERATORS else _Value(word, parser) for word in _joined(words)]
    )
    condition = reader.expression()
    left_over = reader.peek()
    if left_over is not None:
        shown = left_over.word if isinstance(left_over, _Value) else left_over
        raise TemplateSyntaxError(f"Unused '{shown}' at end of if expression.")
    return condition

"""`for`, `cycle`, `resetcycle` and `regroup`."""

import re
from collections import namedtuple
from itertools import cycle as endless
from itertools import groupby

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node, NodeList, render_value_in_context
from django.utils.safestring import mark_safe


class ForNode(Node):
    child_nodelists = ('nodelist_loop', 'nodelist_empty')

    def __init__(self, loopvars, sequence, is_reversed, nodelist_loop, nodelist_empty=None):
        self.loopvars = loopvars
        self.sequence = sequence
        self.is_reversed = is_reversed
        self.nodelist_loop = nodelist_loop
        self.nodelist_empty = NodeList() if nodelist_empty is None else nodelist_empty

    def __repr__(self):
        reverse = ' reversed' if self.is_reversed else ''
        return (
            f'<{type(self).__name__}: for {", ".join(self.loopvars)} in {self.sequence}, '
            f'tail_len: {len(self.nodelist_loop)}{reverse}>'
        )

    def render(self, context):
        parent = context['forloop'] if 'forloop' in context else {}
        with context.push():
            values = self.sequence.resolve(context, ignore_failures=True)
            if values is None:
                values = []
            if not hasattr(values, '__len__'):
                values = list(values)
            total = len(values)
            if total < 1:
                return self.nodelist_empty.render(context)
            loop = context['forloop'] = {'parentloop': parent}
            if VERSION >= (6, 0):
                loop['length'] = total
            parts = []
            for index, item in enumerate(reversed(values) if self.is_reversed else values):
                _count(loop, index, total)
                self._render_once(item, context, parts)
        return mark_safe(''.join(parts))

    def _render_once(self, item, context, parts):
        if len(self.loopvars) == 1:
            context[self.loopvars[0]] = item
        else:
            context.update(self._unpacked(item))
        parts += [node.render_annotated(context) for node in self.nodelist_loop]
        if len(self.loopvars) > 1:
            context.pop()

    def _unpacked(self, item):
        try:
            given = len(item)
        except TypeError:
            given = 1
        if given != len(self.loopvars):
            raise ValueError(
                f'Need {len(self.loopvars)} values to unpack in for loop; got {given}. '
            )
        return dict(zip(self.loopvars, item))


def _count(loop, index, total):
    loop['counter0'] = index
    loop['counter'] = index + 1
    loop['revcounter'] = total - index
    loop['revcounter0'] = total - index - 1
    loop['first'] = index == 0
    loop['last'] = index == total - 1


def _read_for(parser, token):
    words = token.split_contents()
    if len(words) < 4:
        raise TemplateSyntaxError(
            f"'for' statements should have at least four words: {token.contents}"
        )
    is_reversed = words[-1] == 'reversed'
    *names, keyword, sequence = words[1:-1] if is_reversed else words[1:]
    if keyword != 'in':
        raise TemplateSyntaxError(
            f"'for' statements should use the format 'for x in y': {token.contents}"
        )
    loopvars = re.split(r' *, *', ' '.join(names))
    if any(not name or set(name) & set(' "\'|') for name in loopvars):
        raise TemplateSyntaxError(f"'for' tag received an invalid argument: {token.contents}")
    expression = parser.compile_filter(sequence)
    loop_nodes = parser.parse(('empty', 'endfor'))
    empty_nodes = None
    if parser.next_token().contents == 'empty':
        empty_nodes = parser.parse(('endfor',))
        parser.delete_first_token()
    return ForNode(loopvars, expression, is_reversed, loop_nodes, empty_nodes)


class CycleNode(Node):
    def __init__(self, cyclevars, variable_name=None, silent=False):
        self.cyclevars = cyclevars
        self.variable_name = variable_name
        self.silent = silent

    def render(self, context):
        if self not in context.render_context:
            self.reset(context)
        value = next(context.render_context[self]).resolve(context)
        if self.variable_name:
            context.set_upward(self.variable_name, value)
        return '' if self.silent else render_value_in_context(value, context)

    def reset(self, context):
        context.render_context[self] = endless(self.cyclevars)


def _named_cycles(parser):
    """The named cycles of the template that is being read."""
    return parser.__dict__.setdefault('_named_cycle_nodes', {})


def _read_cycle(parser, token):
    words = token.split_contents()
    if len(words) < 2:
        raise TemplateSyntaxError("'cycle' tag requires at least two arguments")
    if len(words) == 2:
        return _again(parser, words[1])
    name, silent = None, False
    if len(words) > 4 and words[-3] == 'as':
        if words[-1] != 'silent':
            raise TemplateSyntaxError(
                f"Only 'silent' flag is allowed after cycle's name, not '{words[-1]}'."
            )
        silent = True
        words = words[:-1]
    if (len(words) > 4 or silent) and words[-2] == 'as':
        name = words[-1]
        words = words[:-2]
    node = CycleNode([parser.compile_filter(word) for word in words[1:]], name, silent)
    if name is not None:
        _named_cycles(parser)[name] = node
    parser._last_cycle_node = node
    return node


def _again(parser, name):
    """`{% cycle name %}`: the next value of a cycle that has that name."""
    cycles = _named_cycles(parser)
    if not cycles:
        raise TemplateSyntaxError(f"No named cycles in template. '{name}' is not defined")
    if name not in cycles:
        raise TemplateSyntaxError(f"Named cycle '{name}' does not exist")
    return cycles[name]


class ResetCycleNode(Node):
    def __init__(self, node):
        self.node = node

    def render(self, context):
        self.node.reset(context)
        return ''


def _read_resetcycle(parser, token):
    words = token.split_contents()
    if len(words) > 2:
        raise TemplateSyntaxError(f'{words[0]!r} tag accepts at most one argument.')
    if len(words) == 2:
        if words[1] not in _named_cycles(parser):
            raise TemplateSyntaxError(f"Named cycle '{words[1]}' does not exist.")
        return ResetCycleNode(_named_cycles(parser)[words[1]])
    if not hasattr(parser, '_last_cycle_node'):
        raise TemplateSyntaxError('No cycles in template.')
    return ResetCycleNode(parser._last_cycle_node)


GroupedResult = namedtuple('GroupedResult', ['grouper', 'list'])


class RegroupNode(Node):
    def __init__(self, target, expression, var_name):
        self.target = target
        self.expression = expression
        self.var_name = var_name

    def render(self, context):
        def key(item):
            # The expression starts at the name that will hold the result.
            context[self.var_name] = item
            return self.expression.resolve(context, ignore_failures=True)

        items = self.target.resolve(context, ignore_failures=True)
        groups = [] if items is None else groupby(items, key)
        context[self.var_name] = [GroupedResult(value, list(group)) for value, group in groups]
        return ''


def _read_regroup(parser, token):
    words = token.split_contents()
    if len(words) != 6:
        raise TemplateSyntaxError("'regroup' tag takes five arguments")
    _, items, by, path, as_, name = words
    target = parser.compile_filter(items)
    if by != 'by':
        raise TemplateSyntaxError("second argument to 'regroup' tag must be 'by'")
    if as_ != 'as':
        raise TemplateSyntaxError("next-to-last argument to 'regroup' tag must be 'as'")
    return RegroupNode(target, parser.compile_filter(f'{name}.{path}'), name)


REGISTERED = {
    'for': _read_for,
    'cycle': _read_cycle,
    'resetcycle': _read_resetcycle,
    'regroup': _read_regroup,
}

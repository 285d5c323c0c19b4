"""`if`, `ifchanged` and `firstof`."""

from django.template.exceptions import TemplateSyntaxError
from django.template.library import split_target
from django.template.nodes import Node, NodeList, render_value_in_context
from django.template.tags.condition_parser import parse_condition
from django.template.variable import VariableDoesNotExist


class IfNode(Node):
    def __init__(self, conditions_nodelists):
        self.conditions_nodelists = conditions_nodelists

    def __repr__(self):
        return f'<{type(self).__name__}>'

    def __iter__(self):
        for _, nodelist in self.conditions_nodelists:
            yield from nodelist

    @property
    def nodelist(self):
        return NodeList(self)

    def render(self, context):
        for condition, nodelist in self.conditions_nodelists:
            if condition is None or _holds(condition, context):
                return nodelist.render(context)
        return ''


def _holds(condition, context):
    try:
        return condition(context)
    except VariableDoesNotExist:
        return False


def _read_if(parser, token):
    branches = []
    while True:
        condition = parse_condition(parser, token.split_contents()[1:])
        branches.append((condition, parser.parse(('elif', 'else', 'endif'))))
        token = parser.next_token()
        if not token.contents.startswith('elif'):
            break
    if token.contents == 'else':
        branches.append((None, parser.parse(('endif',))))
        token = parser.next_token()
    if token.contents != 'endif':
        raise TemplateSyntaxError(
            f'Malformed template tag at line {token.lineno}: "{token.contents}"'
        )
    return IfNode(branches)


class IfChangedNode(Node):
    child_nodelists = ('nodelist_true', 'nodelist_false')

    def __init__(self, nodelist_true, nodelist_false, *varlist):
        self.nodelist_true = nodelist_true
        self.nodelist_false = nodelist_false
        self._varlist = varlist

    def render(self, context):
        memory = self._memory(context)
        memory.setdefault(self)
        shown = None
        if self._varlist:
            state = [var.resolve(context, ignore_failures=True) for var in self._varlist]
        else:
            state = shown = self.nodelist_true.render(context)
        if state != memory[self]:
            memory[self] = state
            return shown or self.nodelist_true.render(context)
        return self.nodelist_false.render(context) if self.nodelist_false else ''

    @staticmethod
    def _memory(context):
        """Inside a loop the loop remembers, so that an inner loop starts anew; else the template."""
        return context['forloop'] if 'forloop' in context else context.render_context


def _read_ifchanged(parser, token):
    words = token.split_contents()[1:]
    changed = parser.parse(('else', 'endifchanged'))
    unchanged = NodeList()
    if parser.next_token().contents == 'else':
        unchanged = parser.parse(('endifchanged',))
        parser.delete_first_token()
    return IfChangedNode(changed, unchanged, *map(parser.compile_filter, words))


class FirstOfNode(Node):
    def __init__(self, variables, asvar=None):
        self.vars = variables
        self.asvar = asvar

    def render(self, context):
        values = (var.resolve(context, ignore_failures=True) for var in self.vars)
        value = next(filter(None, values), None)
        first = render_value_in_context(value, context) if value else ''
        if self.asvar:
            context[self.asvar] = first
            return ''
        return first


def _read_firstof(parser, token):
    words = token.split_contents()[1:]
    if not words:
        raise TemplateSyntaxError("'firstof' statement requires at least one argument")
    words, target = split_target(words)
    return FirstOfNode([parser.compile_filter(word) for word in words], target)


REGISTERED = {'if': _read_if, 'ifchanged': _read_ifchanged, 'firstof': _read_firstof}

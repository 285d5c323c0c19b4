"""`ifequal` and `ifnotequal` of Django 3.2."""

from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node, NodeList


class IfEqualNode(Node):
    child_nodelists = ('nodelist_true', 'nodelist_false')

    def __init__(self, left, right, nodelist_true, nodelist_false, negate):
        self.left, self.right = left, right
        self.nodelist_true, self.nodelist_false = nodelist_true, nodelist_false
        self.negate = negate

    def render(self, context):
        left = self.left.resolve(context, ignore_failures=True)
        right = self.right.resolve(context, ignore_failures=True)
        chosen = self.nodelist_true if (left == right) != self.negate else self.nodelist_false
        return chosen.render(context)


def _reader(negate):
    def read(parser, token):
        words = token.split_contents()
        if len(words) != 3:
            raise TemplateSyntaxError(f'{words[0]!r} takes two arguments')
        end = f'end{words[0]}'
        equal, different = parser.parse(('else', end)), NodeList()
        if parser.next_token().contents == 'else':
            different = parser.parse((end,))
            parser.delete_first_token()
        left, right = map(parser.compile_filter, words[1:])
        return IfEqualNode(left, right, equal, different, negate)

    return read


REGISTERED = {'ifequal': _reader(False), 'ifnotequal': _reader(True)}

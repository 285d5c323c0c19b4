"""`partialdef` and `partial` of Django 6.0."""

from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node
from django.template.partials import PartialTemplate


class PartialDefNode(Node):
    def __init__(self, partial_name, inline, nodelist):
        self.partial_name = partial_name
        self.inline = inline
        self.nodelist = nodelist

    def render(self, context):
        return self.nodelist.render(context) if self.inline else ''


class PartialNode(Node):
    def __init__(self, partial_name, extra_data):
        self.partial_name = partial_name
        self.extra_data = extra_data

    def render(self, context):
        try:
            return self.extra_data['partials'][self.partial_name].render(context)
        except KeyError:
            raise TemplateSyntaxError(
                f"Partial '{self.partial_name}' is not defined in the current template."
            )


def _read_words(words):
    """The partial's name and whether it is shown where it is defined."""
    if len(words) == 1:
        raise TemplateSyntaxError("'partialdef' tag requires a name")
    if len(words) > 3:
        raise TemplateSyntaxError("'partialdef' tag takes at most 2 arguments")
    if len(words) == 3 and words[2] != 'inline':
        raise TemplateSyntaxError(
            "The 'inline' argument does not have any parameters; either use 'inline' or remove it "
            'completely.'
        )
    return words[1], len(words) == 3


def _read_partialdef(parser, token):
    name, inline = _read_words(token.split_contents())
    ends = ('endpartialdef', f'endpartialdef {name}')
    nodelist = parser.parse(ends)
    end = parser.next_token()
    if end.contents not in ends:
        parser.invalid_block_tag(end, 'endpartialdef', ends)
    partials = parser.extra_data.setdefault('partials', {})
    if name in partials:
        raise TemplateSyntaxError(
            f"Partial '{name}' is already defined in the '{parser.origin.name}' template."
        )
    partials[name] = PartialTemplate(
        nodelist, parser.origin, name, token.position[0], end.position[1]
    )
    return PartialDefNode(name, inline, nodelist)


def _read_partial(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("'partial' tag requires a single argument")
    return PartialNode(words[1], parser.extra_data)


REGISTERED = {'partialdef': _read_partialdef, 'partial': _read_partial}

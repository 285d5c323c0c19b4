"""`include`, and paths relative to the template that they stand in."""

import posixpath

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node
from django.template.parser import token_kwargs


class IncludeNode(Node):
    context_key = '__include_context'

    def __init__(self, template, *args, extra_context=None, isolated_context=False, **kwargs):
        self.template = template
        self.extra_context = extra_context or {}
        self.isolated_context = isolated_context
        super().__init__(*args, **kwargs)

    def __repr__(self):
        return f'<{type(self).__qualname__}: template={self.template!r}>'

    def render(self, context):
        template = self._find(self.template.resolve(context), context)
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        if self.isolated_context:
            return template.render(context.new(values))
        with context.push(**values):
            return template.render(context)

    def _find(self, given, context):
        """The template that was given, or the one of that name (or of the first name that exists)."""
        if callable(getattr(given, 'render', None)):
            return getattr(given, 'template', given)
        names = given or ()
        if isinstance(names, str):
            names = (construct_relative_path(self.origin.template_name, names),)
        else:
            names = tuple(names)
        found = context.render_context.dicts[0].setdefault(self, {})
        if names not in found:
            found[names] = context.template.engine.select_template(names)
        return found[names]


def construct_relative_path(current_template_name, relative_name, allow_recursion=False):
    """
    A name that begins with "./" or "../", seen from the template that it stands in; any other name as it is.
    Raises TemplateSyntaxError when it leads outside, or to the same template (unless that is allowed).
    """
    bare = relative_name.strip('\'"')
    if not bare.startswith(('./', '../')):
        return relative_name
    if current_template_name is None and VERSION >= (6, 0):
        raise TemplateSyntaxError(
            f'The relative path {relative_name} cannot be evaluated due to an unknown template origin.'
        )
    current = current_template_name.lstrip('/')
    name = posixpath.normpath(posixpath.join(posixpath.dirname(current), bare))
    if name.startswith('../'):
        raise TemplateSyntaxError(
            f"The relative path '{relative_name}' points outside the file hierarchy that template "
            f"'{current_template_name}' is in."
        )
    if name == current and not (allow_recursion and VERSION >= (5, 0)):
        raise TemplateSyntaxError(
            f"The relative path '{relative_name}' was translated to template name '{name}', the same "
            'template in which the tag appears.'
        )
    quoted = relative_name[0] in '\'"' and relative_name[0] == relative_name[-1]
    return f'"{name}"' if quoted else name


def _options(tag, words, parser):
    """The options `with …` and `only` after the template's name."""
    options = {}
    while words:
        option = words.pop(0)
        if option in options:
            raise TemplateSyntaxError(f'The {option!r} option was specified more than once.')
        if option == 'with':
            options[option] = token_kwargs(words, parser, support_legacy=False)
            if not options[option]:
                raise TemplateSyntaxError(
                    f'"with" in {tag!r} tag needs at least one keyword argument.'
                )
        elif option == 'only':
            options[option] = True
        else:
            raise TemplateSyntaxError(f'Unknown argument for {tag!r} tag: {option!r}.')
    return options


def _read_include(parser, token):
    words = token.split_contents()
    if len(words) < 2:
        raise TemplateSyntaxError(
            f'{words[0]!r} tag takes at least one argument: the name of the template to be included.'
        )
    tag, name, *rest = words
    options = _options(tag, rest, parser)
    name = construct_relative_path(parser.origin.template_name, name, allow_recursion=True)
    return IncludeNode(
        parser.compile_filter(name),
        extra_context=options.get('with', {}),
        isolated_context=options.get('only', False),
    )


REGISTERED = {'include': _read_include}

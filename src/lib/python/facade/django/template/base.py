"""Templates; and, under the name that code for Django imports them by, the parts that they are made of."""

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.expression import FilterExpression
from django.template.lexer import (
    BLOCK_TAG_END,
    BLOCK_TAG_START,
    COMMENT_TAG_END,
    COMMENT_TAG_START,
    FILTER_ARGUMENT_SEPARATOR,
    FILTER_SEPARATOR,
    SINGLE_BRACE_END,
    SINGLE_BRACE_START,
    VARIABLE_ATTRIBUTE_SEPARATOR,
    VARIABLE_TAG_END,
    VARIABLE_TAG_START,
    DebugLexer,
    Lexer,
    Token,
    TokenType,
    tokenize,
)
from django.template.nodes import (
    Node,
    NodeList,
    TextNode,
    VariableNode,
    render_value_in_context,
)
from django.template.parser import Parser, token_kwargs
from django.template.variable import Variable, VariableDoesNotExist

UNKNOWN_SOURCE = '<unknown source>'


class Origin:
    """Where a template came from: its file (`name`), the name it was asked for by, and the loader."""

    def __init__(self, name, template_name=None, loader=None):
        self.name = name
        self.template_name = template_name
        self.loader = loader

    def __str__(self):
        return str(self.name)

    def __repr__(self):
        return f'<{type(self).__qualname__} name={self.name!r}>'

    def __eq__(self, other):
        return isinstance(other, Origin) and self.name == other.name and self.loader == other.loader

    @property
    def loader_name(self):
        if self.loader:
            return f'{type(self.loader).__module__}.{type(self.loader).__name__}'
        return None


class Template:
    """A template read from text. Raises TemplateSyntaxError."""

    def __init__(self, template_string, origin=None, name=None, engine=None):
        if engine is None:
            from django.template.engine import Engine

            engine = Engine.get_default()
        self.name = name
        self.origin = Origin(UNKNOWN_SOURCE) if origin is None else origin
        self.engine = engine
        self.source = str(template_string)
        self.nodelist = self.compile_nodelist()

    def __repr__(self):
        beginning = self.source[:20].replace('\n', '')
        return f'<{type(self).__qualname__} template_string="{beginning}...">'

    def __iter__(self):
        for node in self.nodelist:
            yield node

    def _render(self, context):
        return self.nodelist.render(context)

    def render(self, context):
        """The template's text in this Context."""
        return render_bound(self, context)

    def compile_nodelist(self):
        parser = Parser(
            tokenize(self.source),
            self.engine.template_libraries,
            self.engine.template_builtins,
            self.origin,
        )
        try:
            nodelist = parser.parse()
        except Exception as error:
            if self.engine.debug:
                error.template_debug = self.get_exception_info(error, error.token)
            self._name_in_message(error)
            raise
        self.extra_data = parser.extra_data
        return nodelist

    def _name_in_message(self, error):
        """Since 6.0 a syntax error names the file that it was found in."""
        known = self.origin.name != UNKNOWN_SOURCE
        if VERSION >= (6, 0) and known and isinstance(error, TemplateSyntaxError) and error.args:
            error.raw_error_message, *rest = error.args
            error.args = (f'Template: {self.origin.name}, {error.raw_error_message}', *rest)

    def get_exception_info(self, exception, token):
        """The lines around the token at which something failed, for the error page."""
        from django.template.error_place import error_place

        return error_place(self.source, self.origin.name, exception, token)


def render_bound(template, context):
    """Renders a template; the context is bound to the outermost one while that runs."""
    with context.render_context.push_state(template):
        if context.template is not None:
            return template._render(context)
        with context.bind_template(template):
            context.template_name = template.name
            return template._render(context)

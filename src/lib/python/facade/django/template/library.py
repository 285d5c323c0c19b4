"""Libraries of tags and filters; what a project's `templatetags` modules register theirs with."""

from functools import wraps
from importlib import import_module
from inspect import unwrap

from django import VERSION
from django.template.base import Node, Template
from django.template.signature import TagSignature
from django.utils.html import conditional_escape


class InvalidTemplateLibrary(Exception):
    pass


_FILTER_FLAGS = ('expects_localtime', 'is_safe', 'needs_autoescape')


class Library:
    def __init__(self):
        self.filters = {}
        self.tags = {}

    def tag(self, name=None, compile_function=None):
        """Registers a tag: `@register.tag`, `@register.tag('name')` or `register.tag('name', function)`."""
        if compile_function is None:
            if callable(name):
                return self.tag_function(name)
            if name is None:
                return self.tag_function
            return lambda function: self.tag(name, function)
        if name is None:
            raise ValueError(f'Unsupported arguments to Library.tag: ({name!r}, {compile_function!r})')
        self.tags[name] = compile_function
        return compile_function

    def tag_function(self, func):
        self.tags[func.__name__] = func
        return func

    def filter(self, name=None, filter_func=None, **flags):
        """Registers a filter, in the same three ways; flags: is_safe, needs_autoescape, expects_localtime."""
        if filter_func is None:
            if callable(name):
                return self.filter_function(name, **flags)
            if name is None:
                return lambda function: self.filter_function(function, **flags)
            return lambda function: self.filter(name, function, **flags)
        if name is None:
            raise ValueError(f'Unsupported arguments to Library.filter: ({name!r}, {filter_func!r})')
        self.filters[name] = filter_func
        for flag in _FILTER_FLAGS:
            if flag in flags:
                # Also on the innermost function, for decorators such as stringfilter.
                setattr(filter_func, flag, flags[flag])
                setattr(unwrap(filter_func), flag, flags[flag])
        filter_func._filter_name = name
        return filter_func

    def filter_function(self, func, **flags):
        return self.filter(func.__name__, func, **flags)

    def simple_tag(self, func=None, takes_context=None, name=None):
        """Registers a tag that shows what the function returns, or keeps it: `{% tag … as name %}`."""

        def register(function):
            signature = TagSignature(function, name, takes_context)

            @wraps(function)
            def compile_tag(parser, token):
                words, target = split_target(token.split_contents()[1:])
                args, kwargs = signature.bind(parser, words)
                return SimpleNode(function, takes_context, args, kwargs, target)

            self.tag(signature.name, compile_tag)
            return function

        return _apply(register, func, 'simple_tag')

    def simple_block_tag(self, func=None, takes_context=None, name=None, end_name=None):
        """As `simple_tag`, with the text up to the end tag as the argument `content` (5.2 and later)."""

        def register(function):
            signature = TagSignature(function, name, takes_context, content=True)
            end = end_name or f'end{signature.name}'

            @wraps(function)
            def compile_tag(parser, token):
                signature.check_content()
                words, target = split_target(token.split_contents()[1:])
                nodelist = parser.parse((end,))
                parser.delete_first_token()
                args, kwargs = signature.bind(parser, words)
                return SimpleBlockNode(nodelist, function, takes_context, args, kwargs, target)

            self.tag(signature.name, compile_tag)
            return function

        return _apply(register, func, 'simple_block_tag')

    def inclusion_tag(self, filename, func=None, takes_context=None, name=None):
        """Registers a tag that renders a template with the dictionary that the function returns."""

        def register(function):
            signature = TagSignature(function, name, takes_context)

            @wraps(function)
            def compile_tag(parser, token):
                args, kwargs = signature.bind(parser, token.split_contents()[1:])
                return InclusionNode(function, takes_context, args, kwargs, filename)

            self.tag(signature.name, compile_tag)
            return function

        return register


def _apply(register, func, what):
    if func is None:
        return register
    if not callable(func):
        raise ValueError(f'Invalid arguments provided to {what}')
    return register(func)


def split_target(words):
    """The words of a tag without `as name`, and that name or None."""
    if len(words) >= 2 and words[-2] == 'as':
        return words[:-2], words[-1]
    return words, None


class TagHelperNode(Node):
    """A tag made out of a function."""

    def __init__(self, func, takes_context, args, kwargs):
        self.func = func
        self.takes_context = takes_context
        self.args = args
        self.kwargs = kwargs

    def get_resolved_arguments(self, context):
        args = [context] if self.takes_context else []
        args += [argument.resolve(context) for argument in self.args]
        return args, {name: argument.resolve(context) for name, argument in self.kwargs.items()}


class SimpleNode(TagHelperNode):
    child_nodelists = ()

    def __init__(self, func, takes_context, args, kwargs, target_var):
        super().__init__(func, takes_context, args, kwargs)
        self.target_var = target_var

    def render(self, context):
        args, kwargs = self.get_resolved_arguments(context)
        output = self.func(*args, **kwargs)
        if self.target_var is not None:
            context[self.target_var] = output
            return ''
        return conditional_escape(output) if context.autoescape else output


class SimpleBlockNode(SimpleNode):
    child_nodelists = ('nodelist',)

    def __init__(self, nodelist, *args):
        super().__init__(*args)
        self.nodelist = nodelist

    def get_resolved_arguments(self, context):
        args, kwargs = super().get_resolved_arguments(context)
        args.insert(1 if self.takes_context else 0, self.nodelist.render(context))
        return args, kwargs


class InclusionNode(TagHelperNode):
    def __init__(self, func, takes_context, args, kwargs, filename):
        super().__init__(func, takes_context, args, kwargs)
        self.filename = filename

    def render(self, context):
        args, kwargs = self.get_resolved_arguments(context)
        values = self.func(*args, **kwargs)
        template = context.render_context.get(self)
        if template is None:
            template = context.render_context[self] = self._template(context.template.engine)
        inner = context.new(values)
        # Inclusion tags often hold forms, which need the CSRF token.
        token = context.get('csrf_token')
        if token is not None:
            inner['csrf_token'] = token
        return template.render(inner)

    def _template(self, engine):
        source = self.filename
        if isinstance(source, Template):
            return source
        if isinstance(getattr(source, 'template', None), Template):
            return source.template
        if not isinstance(source, str) and hasattr(source, '__iter__'):
            return engine.select_template(source)
        return engine.get_template(source)


def import_library(name):
    """The library of a module. Raises InvalidTemplateLibrary."""
    try:
        module = import_module(name)
    except ImportError as error:
        raise InvalidTemplateLibrary(
            f"Invalid template library specified. ImportError raised when trying to load '{name}': {error}"
        )
    try:
        return module.register
    except AttributeError:
        gap = ' ' if VERSION >= (6, 1) else '  '
        raise InvalidTemplateLibrary(f"Module{gap}{name} does not have a variable named 'register'")

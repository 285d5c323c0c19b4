"""Matching the words of a tag with the parameters of the function behind it."""

from inspect import getfullargspec, unwrap

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.parser import token_kwargs


class TagSignature:
    """The parameters that a template gives: those of the function without `context` and `content`."""

    def __init__(self, function, name=None, takes_context=None, content=False):
        self.name = name or getattr(function, '_decorated_function', function).__name__
        self.takes_context = takes_context
        self.spec = getfullargspec(unwrap(function))
        self.content = content
        self.params = list(self.spec.args)
        if VERSION >= (6, 1):
            self._check_at_registration()

    def _check_at_registration(self):
        if self.content:
            self.check_content()
        self._check_context()

    def _check_context(self):
        if self.takes_context and self.spec.args[:1] != ['context']:
            quoted = repr(self.name) if VERSION >= (6, 1) else f"'{self.name}'"
            raise TemplateSyntaxError(
                f'{quoted} is decorated with takes_context=True so it must '
                "have a first argument of 'context'"
            )

    def check_content(self):
        """Raises TemplateSyntaxError when the function lacks the parameter `content`."""
        if self.takes_context and self.spec.args[1:2] != ['content']:
            raise TemplateSyntaxError(
                f"{self.name!r} is decorated with takes_context=True so it must have a first argument of "
                "'context' and a second argument of 'content'"
            )
        if not self.takes_context and self.spec.args[:1] != ['content']:
            raise TemplateSyntaxError(f"'{self.name}' must have a first argument of 'content'")

    def bind(self, parser, words):
        """The positional and keyword arguments as compiled expressions. Raises TemplateSyntaxError."""
        self._check_context()
        hidden = bool(self.takes_context) + self.content
        params = self.spec.args[hidden:]
        missing = list(params)
        defaults = self.spec.kwonlydefaults or {}
        missing_keywords = [name for name in self.spec.kwonlyargs if name not in defaults]
        args, kwargs = [], {}
        for word in words:
            keyword = token_kwargs([word], parser)
            if keyword:
                ((name, value),) = keyword.items()
                self._check_keyword(name, params, kwargs)
                kwargs[str(name)] = value
                for names in (missing, missing_keywords):
                    if name in names:
                        names.remove(name)
                        break
            else:
                if kwargs:
                    self._refuse('received some positional argument(s) after some keyword argument(s)')
                args.append(parser.compile_filter(word))
                if missing:
                    missing.pop(0)
                elif self.spec.varargs is None:
                    self._refuse('received too many positional arguments')
        if self.spec.defaults is not None:
            missing = missing[: -len(self.spec.defaults)]
        if missing or missing_keywords:
            names = ', '.join(f"'{name}'" for name in missing + missing_keywords)
            self._refuse(f'did not receive value(s) for the argument(s): {names}')
        return args, kwargs

    def _check_keyword(self, name, params, given):
        if name not in params and name not in self.spec.kwonlyargs and self.spec.varkw is None:
            self._refuse(f"received unexpected keyword argument '{name}'")
        if name in given:
            self._refuse(f"received multiple values for keyword argument '{name}'")

    def _refuse(self, why):
        raise TemplateSyntaxError(f"'{self.name}' {why}")

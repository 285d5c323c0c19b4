"""What loading and reading a template may raise."""


class TemplateDoesNotExist(Exception):
    """No loader knows the template. `tried`: pairs of origin and reason; `chain`: the errors of several engines."""

    def __init__(self, msg, tried=None, backend=None, chain=None):
        super().__init__(msg)
        self.tried = [] if tried is None else tried
        self.backend = backend
        self.chain = [] if chain is None else chain


class TemplateSyntaxError(Exception):
    """The template cannot be read."""

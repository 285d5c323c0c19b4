"""The pieces that a parsed template is made of, and how a value becomes text."""

from django import VERSION
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.timezone import template_localtime


class Node:
    """One piece of a template; a tag is a subclass with `render(context)` that returns text."""

    must_be_first = False
    child_nodelists = ('nodelist',)
    token = None
    origin = None

    def render(self, context):
        pass

    def render_annotated(self, context):
        """As `render`; under DEBUG an exception leaves with the place in the template (`template_debug`)."""
        try:
            return self.render(context)
        except Exception as error:
            if context.template.engine.debug:
                self._annotate(error, context.render_context.template)
            raise

    def _annotate(self, error, template):
        if VERSION < (4, 0):
            # 3.2 looks for the node's place in the outermost template, wherever the node came from.
            if not hasattr(error, 'template_debug'):
                error.template_debug = template.get_exception_info(error, self.token)
            return
        if not hasattr(error, '_culprit_node'):
            error._culprit_node = self
        culprit = error._culprit_node
        if not hasattr(error, 'template_debug') and template.origin == culprit.origin:
            error.template_debug = template.get_exception_info(error, culprit.token)

    def get_nodes_by_type(self, nodetype):
        """This node, if it is of that type, and all such nodes inside it."""
        nodes = [self] if isinstance(self, nodetype) else []
        for name in self.child_nodelists:
            children = getattr(self, name, None)
            if children:
                nodes += children.get_nodes_by_type(nodetype)
        return nodes


class NodeList(list):
    """Nodes in a row."""

    contains_nontext = False

    def render(self, context):
        parts = [node.render_annotated(context) for node in self]
        return SafeString(''.join(map(str, parts) if VERSION < (4, 0) else parts))

    def get_nodes_by_type(self, nodetype):
        return [found for node in self for found in node.get_nodes_by_type(nodetype)]


class TextNode(Node):
    child_nodelists = ()

    def __init__(self, s):
        self.s = s

    def __repr__(self):
        return f'<{type(self).__name__}: {self.s[:25]!r}>'

    def render(self, context):
        return self.s

    render_annotated = render


def render_value_in_context(value, context):
    """The value as the template shows it: local time, localized, escaped."""
    value = localize(template_localtime(value, use_tz=context.use_tz), use_l10n=context.use_l10n)
    if not context.autoescape:
        return str(value)
    return conditional_escape(value if issubclass(type(value), str) else str(value))


class VariableNode(Node):
    child_nodelists = ()

    def __init__(self, filter_expression):
        self.filter_expression = filter_expression

    def __repr__(self):
        return f'<Variable Node: {self.filter_expression}>'

    def render(self, context):
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ''
        return render_value_in_context(value, context)

"""`extends` and `block`."""

from django.template.base import Template
from django.template.exceptions import TemplateSyntaxError
from django.template.nodes import Node, TextNode
from django.template.tags.inclusion import construct_relative_path
from django.template.variable import Variable
from django.utils.safestring import mark_safe

BLOCK_CONTEXT_KEY = 'block_context'


class BlockContext:
    """For each block the versions of it, from the outermost template's to the innermost one's."""

    def __init__(self):
        self.blocks = {}

    def __repr__(self):
        return f'<{type(self).__qualname__}: blocks={self.blocks!r}>'

    def add_blocks(self, blocks):
        for name, block in blocks.items():
            self.blocks.setdefault(name, []).insert(0, block)

    def pop(self, name):
        versions = self.blocks.get(name)
        return versions.pop() if versions else None

    def push(self, name, block):
        self.blocks.setdefault(name, []).append(block)

    def get_block(self, name):
        versions = self.blocks.get(name)
        return versions[-1] if versions else None


class BlockNode(Node):
    def __init__(self, name, nodelist, parent=None):
        self.name = name
        self.nodelist = nodelist
        self.parent = parent

    def __repr__(self):
        return f'<Block Node: {self.name}. Contents: {self.nodelist!r}>'

    def render(self, context):
        versions = context.render_context.get(BLOCK_CONTEXT_KEY)
        with context.push():
            if versions is None:
                context['block'] = self
                return self.nodelist.render(context)
            # The version in use is taken off, so that block.super finds the next one.
            used = versions.pop(self.name)
            source = self if used is None else used
            block = context['block'] = type(self)(source.name, source.nodelist)
            block.context = context
            text = block.nodelist.render(context)
            if used is not None:
                versions.push(self.name, used)
        return text

    def super(self):
        """The text of the block in the template that this one extends."""
        if not hasattr(self, 'context'):
            raise TemplateSyntaxError(
                f"'{type(self).__name__}' object has no attribute 'context'. Did you use "
                '{{ block.super }} in a base template?'
            )
        versions = self.context.render_context.get(BLOCK_CONTEXT_KEY)
        if versions is None or versions.get_block(self.name) is None:
            return ''
        return mark_safe(self.render(self.context))


def _blocks(nodelist):
    return {block.name: block for block in nodelist.get_nodes_by_type(BlockNode)}


def _read_block(parser, token):
    words = token.contents.split()
    if len(words) != 2:
        raise TemplateSyntaxError(f"'{words[0]}' tag takes only one argument")
    name = words[1]
    names = parser.__dict__.setdefault('_block_names', set())
    if name in names:
        raise TemplateSyntaxError(f"'{words[0]}' tag with name '{name}' appears more than once")
    names.add(name)
    nodelist = parser.parse(('endblock',))
    end = parser.next_token()
    ends = ('endblock', f'endblock {name}')
    if end.contents not in ends:
        parser.invalid_block_tag(end, 'endblock', ends)
    return BlockNode(name, nodelist)


class ExtendsNode(Node):
    must_be_first = True
    context_key = 'extends_context'

    def __init__(self, nodelist, parent_name, template_dirs=None):
        self.nodelist = nodelist
        self.parent_name = parent_name
        self.template_dirs = template_dirs
        self.blocks = _blocks(nodelist)

    def __repr__(self):
        return f'<{type(self).__name__}: extends {self.parent_name.token}>'

    def find_template(self, template_name, context):
        """The parent; templates that are being extended already are passed over."""
        history = context.render_context.setdefault(self.context_key, [self.origin])
        template, origin = context.template.engine.find_template(template_name, skip=history)
        history.append(origin)
        return template

    def get_parent(self, context):
        parent = self.parent_name.resolve(context)
        if not parent:
            message = f"Invalid template name in 'extends' tag: {parent!r}."
            if self.parent_name.filters or isinstance(self.parent_name.var, Variable):
                message += f" Got this from the '{self.parent_name.token}' variable."
            raise TemplateSyntaxError(message)
        if isinstance(parent, Template):
            return parent
        if isinstance(getattr(parent, 'template', None), Template):
            return parent.template
        return self.find_template(parent, context)

    def render(self, context):
        parent = self.get_parent(context)
        versions = context.render_context.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        versions.add_blocks(self.blocks)
        first = next((node for node in parent.nodelist if not isinstance(node, TextNode)), None)
        if first is not None and not isinstance(first, ExtendsNode):
            versions.add_blocks(_blocks(parent.nodelist))
        with context.render_context.push_state(parent, isolated_context=False):
            return parent._render(context)


def _read_extends(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError(f"'{words[0]}' takes one argument")
    name = construct_relative_path(parser.origin.template_name, words[1])
    parent_name = parser.compile_filter(name)
    nodelist = parser.parse()
    if nodelist.get_nodes_by_type(ExtendsNode):
        many = 'cannot appear more than once in the same template'
        raise TemplateSyntaxError(f"'{words[0]}' {many}")
    return ExtendsNode(nodelist, parent_name)


REGISTERED = {'block': _read_block, 'extends': _read_extends}

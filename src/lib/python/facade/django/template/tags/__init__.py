"""
The tags, by theme. Each module has a table `REGISTERED` of compile functions by tag name; a compile function
takes the parser and the tag's token and returns a node. Errors are TemplateSyntaxError in Django's words.
"""

from importlib import import_module

_CLASSES = {
    'conditions': ('IfNode', 'IfChangedNode', 'FirstOfNode'),
    'loops': ('ForNode', 'CycleNode', 'ResetCycleNode', 'RegroupNode', 'GroupedResult'),
    'text': ('AutoEscapeControlNode', 'CommentNode', 'FilterNode', 'SpacelessNode', 'VerbatimNode'),
    'values': ('WithNode', 'NowNode', 'WidthRatioNode', 'LoadNode'),
    'addresses': ('URLNode', 'CsrfTokenNode'),
    'inheritance': ('BlockNode', 'ExtendsNode', 'BlockContext', 'BLOCK_CONTEXT_KEY'),
    'inclusion': ('IncludeNode', 'construct_relative_path'),
}


def exported(name, asked_of):
    """A class or compile function of any theme. Raises AttributeError."""
    for module_name, names in _CLASSES.items():
        module = import_module(f'{__name__}.{module_name}')
        if name in names:
            return getattr(module, name)
        tag = name[3:] if name.startswith('do_') else name
        if tag in module.REGISTERED:
            return module.REGISTERED[tag]
    raise AttributeError(f'module {asked_of!r} has no attribute {name!r}')


def body(parser, end):
    """The nodes up to the end tag, which is taken off."""
    nodelist = parser.parse((end,))
    parser.delete_first_token()
    return nodelist

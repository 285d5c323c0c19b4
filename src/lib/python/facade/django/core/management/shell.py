"""The Python prompt of a project: one namespace for as long as its process lives."""

_namespace = {"__name__": "__console__", "__builtins__": __builtins__}


def run(code):
    import django

    django.setup()
    exec(compile(code, "<shell>", "exec"), _namespace)


def type_in(code):
    """Run a block as it is typed at the prompt: the value of an expression is shown."""
    import ast

    import django

    django.setup()
    for statement in ast.parse(code, "<console>").body:
        exec(compile(ast.Interactive([statement]), "<console>", "single"), _namespace)

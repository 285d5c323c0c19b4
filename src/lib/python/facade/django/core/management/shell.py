"""The Python prompt of a project: one namespace for as long as its process lives."""

_namespace = {"__name__": "__console__", "__builtins__": __builtins__}


def run(code):
    import django

    django.setup()
    exec(compile(code, "<shell>", "exec"), _namespace)

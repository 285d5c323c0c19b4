"""Short ways to write cases down."""


def group(name, rows, **common):
    """Cases `name/1`, `name/2`, … out of rows: (template, context?, more?)."""
    cases = []
    for number, row in enumerate(rows, 1):
        template, context, more = (*((row,) if isinstance(row, str) else row), None, None)[:3]
        case = {'id': f'{name}/{number}', **common, 'template': template}
        if context:
            case['context'] = context
        cases.append({**case, **(more or {})})
    return cases


def python(name, rows, **common):
    """Cases whose code is an expression, or lines of which the last one is."""
    cases = []
    for number, row in enumerate(rows, 1):
        code, more = row if isinstance(row, tuple) else (row, {})
        *lines, last = code.strip().split('\n')
        cases.append(
            {'id': f'{name}/{number}', **common, 'python': '\n'.join([*lines, f'result = {last}']), **more}
        )
    return cases

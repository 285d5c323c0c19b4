"""Word wrap that keeps the line ends which are there."""

import textwrap


def wrap(text, width):
    wrapper = textwrap.TextWrapper(
        width=width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
    lines = []
    for line in text.splitlines():
        # A line of nothing but spaces wraps to nothing; it stays as it is.
        lines += wrapper.wrap(line) or [line]
    if text.endswith('\n'):
        lines.append('')
    return '\n'.join(lines)

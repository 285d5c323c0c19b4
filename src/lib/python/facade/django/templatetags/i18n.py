"""Translation tags. There are no catalogues: every text is its own translation."""

from decimal import Decimal

from django import VERSION
from django.template.exceptions import TemplateSyntaxError
from django.template.lexer import TokenType
from django.template.library import Library
from django.template.nodes import Node, render_value_in_context
from django.template.parser import token_kwargs
from django.template.variable import Variable
from django.utils import translation
from django.utils.safestring import SafeData, SafeString, mark_safe

register = Library()


class TranslateNode(Node):
    child_nodelists = ()

    def __init__(self, filter_expression, noop, asvar=None, message_context=None):
        self.noop = noop
        self.asvar = asvar
        self.message_context = message_context
        self.filter_expression = filter_expression
        if isinstance(filter_expression.var, str):
            filter_expression.is_var = True
            filter_expression.var = Variable(f"'{filter_expression.var}'")

    def render(self, context):
        self.filter_expression.var.translate = not self.noop
        output = render_value_in_context(self.filter_expression.resolve(context), context)
        text = output.replace('%%', '%')
        if isinstance(output, SafeData):
            text = mark_safe(text)
        if self.asvar:
            context[self.asvar] = text
            return ''
        return text


def _option_value(tag, option, words):
    if not words:
        raise TemplateSyntaxError(f"No argument provided to the '{tag}' tag for the {option} option.")
    return words.pop(0)


def _translate_context(tag, words, parser):
    value = _option_value(tag, 'context', words)
    if value in ('as', 'noop'):
        raise TemplateSyntaxError(
            f"Invalid argument '{value}' provided to the '{tag}' tag for the context option"
        )
    return parser.compile_filter(value)


@register.tag('translate')
@register.tag('trans')
def do_translate(parser, token):
    tag, *words = token.split_contents()
    if not words:
        raise TemplateSyntaxError(f"'{tag}' takes at least one argument")
    message = parser.compile_filter(words.pop(0))
    options = {}
    while words:
        option = words.pop(0)
        if option in options:
            raise TemplateSyntaxError(f"The '{option}' option was specified more than once.")
        if option == 'noop':
            options[option] = True
        elif option == 'context':
            options[option] = _translate_context(tag, words, parser)
        elif option == 'as':
            options[option] = _option_value(tag, 'as', words)
        else:
            raise TemplateSyntaxError(
                f"Unknown argument for '{tag}' tag: '{option}'. The only options available are 'noop', "
                "'context' \"xxx\", and 'as VAR'."
            )
    return TranslateNode(message, 'noop' in options, options.get('as'), options.get('context'))


class BlockTranslateNode(Node):
    def __init__(self, options, singular, plural, tag_name):
        self.options = options
        self.singular = singular
        self.plural = plural
        self.tag_name = tag_name

    def render(self, context):
        values = self.options.get('with', {})
        context.update({name: value.resolve(context) for name, value in values.items()})
        tokens = self.singular
        if self.plural and 'count' in self.options:
            ((name, counter),) = self.options['count'].items()
            count = counter.resolve(context)
            if not isinstance(count, (Decimal, float, int)):
                raise TemplateSyntaxError(
                    f'{name!r} argument to {self.tag_name!r} tag must be a number.'
                )
            context[name] = count
            tokens = self.singular if count == 1 else self.plural
        text = self._text(tokens, context)
        context.pop()
        if 'asvar' in self.options:
            context[self.options['asvar']] = SafeString(text) if VERSION >= (4, 0) else text
            return ''
        return text

    def _text(self, tokens, context):
        """The text with its variables filled in; they are marked by a character that templates do not hold."""
        parts, values = [], []
        for token in tokens:
            if token.token_type is TokenType.VAR:
                parts.append('\0')
                values.append(self._value(token.contents, context))
            else:
                parts.append(token.contents)
        text = ''.join(parts)
        if self.options.get('trimmed'):
            text = translation.trim_whitespace(text)
        first, *rest = text.split('\0')
        return first + ''.join(value + piece for value, piece in zip(values, rest))

    @staticmethod
    def _value(name, context):
        if name in context:
            return render_value_in_context(context[name], context)
        missing = context.template.engine.string_if_invalid
        return render_value_in_context(missing % name if '%s' in missing else missing, context)


def _block_option(tag, option, words, parser):
    """The value of one option of `blocktranslate`."""
    if option in ('with', 'count'):
        value = token_kwargs(words, parser, support_legacy=True)
        if option == 'with' and not value:
            raise TemplateSyntaxError(f'"with" in {tag!r} tag needs at least one keyword argument.')
        if option == 'count' and len(value) != 1:
            raise TemplateSyntaxError(f'"count" in {tag!r} tag expected exactly one keyword argument.')
        return value
    if option == 'context':
        try:
            return parser.compile_filter(words.pop(0))
        except Exception:
            raise TemplateSyntaxError(f'"context" in {tag!r} tag expected exactly one argument.')
    if option == 'trimmed':
        return True
    if option == 'asvar':
        return _option_value(tag, 'asvar', words)
    raise TemplateSyntaxError(f'Unknown argument for {tag!r} tag: {option!r}.')


def _texts_and_variables(parser):
    """The tokens up to the next tag, and that tag's token."""
    tokens, token = [], None
    while parser.tokens:
        token = parser.next_token()
        if token.token_type not in (TokenType.VAR, TokenType.TEXT):
            break
        tokens.append(token)
    return tokens, token


@register.tag('blocktranslate')
@register.tag('blocktrans')
def do_block_translate(parser, token):
    tag, *words = token.split_contents()
    options = {}
    while words:
        option = words.pop(0)
        if option in options:
            raise TemplateSyntaxError(f'The {option!r} option was specified more than once.')
        options[option] = _block_option(tag, option, words, parser)
    singular, end = _texts_and_variables(parser)
    plural = []
    if 'count' in options:
        if end.contents.strip() != 'plural':
            raise TemplateSyntaxError(f"{tag!r} doesn't allow other block tags inside it")
        plural, end = _texts_and_variables(parser)
    if end.contents.strip() != f'end{tag}':
        raise TemplateSyntaxError(
            f"{tag!r} doesn't allow other block tags (seen {end.contents!r}) inside it"
        )
    return BlockTranslateNode(options, singular, plural, tag)


class _SetNode(Node):
    """Puts what a function says into a variable."""

    def __init__(self, variable, value):
        self.variable = variable
        self.value = value

    def render(self, context):
        context[self.variable] = self.value(context)
        return ''


def _as_tag(name, value):
    """A tag of the form `{% name as variable %}`."""

    def read(parser, token):
        words = token.contents.split()
        if len(words) != 3 or words[1] != 'as':
            raise TemplateSyntaxError(f"'{name}' requires 'as variable' (got {words!r})")
        return _SetNode(words[2], value)

    register.tag(name, read)


def _languages(context):
    from django.conf import settings

    return [(code, str(name)) for code, name in settings.LANGUAGES]


_as_tag('get_current_language', lambda context: translation.get_language())
_as_tag('get_current_language_bidi', lambda context: translation.get_language_bidi())
_as_tag('get_available_languages', _languages)


def _info_tag(name, what, value):
    """A tag of the form `{% name for expression as variable %}`."""

    def read(parser, token):
        words = token.split_contents()
        if len(words) != 5 or words[1] != 'for' or words[3] != 'as':
            raise TemplateSyntaxError(
                f"'{words[0]}' requires 'for {what} as variable' (got {words[1:]!r})"
            )
        expression = parser.compile_filter(words[2])
        return _SetNode(words[4], lambda context: value(expression.resolve(context)))

    register.tag(name, read)


def _infos(languages):
    codes = (item[0] if len(item[0]) > 1 else str(item) for item in languages)
    return [translation.get_language_info(code) for code in codes]


_info_tag('get_language_info', 'string', lambda code: translation.get_language_info(code))
_info_tag('get_language_info_list', 'sequence', _infos)


@register.filter
def language_name(lang_code):
    return translation.get_language_info(lang_code)['name']


@register.filter
def language_name_translated(lang_code):
    return translation.get_language_info(lang_code)['name_translated']


@register.filter
def language_name_local(lang_code):
    return translation.get_language_info(lang_code)['name_local']


@register.filter
def language_bidi(lang_code):
    return translation.get_language_info(lang_code)['bidi']


class LanguageNode(Node):
    def __init__(self, nodelist, language):
        self.nodelist = nodelist
        self.language = language

    def render(self, context):
        with translation.override(self.language.resolve(context)):
            return self.nodelist.render(context)


@register.tag
def language(parser, token):
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError(f"'{words[0]}' takes one argument (language)")
    chosen = parser.compile_filter(words[1])
    nodelist = parser.parse(('endlanguage',))
    parser.delete_first_token()
    return LanguageNode(nodelist, chosen)

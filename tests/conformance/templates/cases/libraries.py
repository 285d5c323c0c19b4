"""Tags and filters that a project writes itself, and the libraries of Django."""

from cases._write import group

LIBRARY = '''
from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
register = template.Library()

@register.filter
def cut2(value, arg):
    return value.replace(arg, '')

@register.filter(name='shout')
def loud(value):
    return str(value).upper() + '!'

register.filter('lower2', lambda value: value.lower())

@register.filter
@stringfilter
def length2(value):
    return len(value)

@register.filter(is_safe=True)
def same(value):
    return value

@register.filter(needs_autoescape=True)
def initial(text, autoescape=True):
    first, other = text[0], text[1:]
    esc = conditional_escape if autoescape else (lambda x: x)
    return mark_safe('<strong>%s</strong>%s' % (esc(first), esc(other)))

@register.filter(expects_localtime=True)
def hour(value):
    return value.hour

@register.filter
def get_item(dictionary, key):
    return dictionary.get(key)

@register.filter(is_safe=True)
@stringfilter
def keep(value):
    return value + '.'

@register.simple_tag
def hello():
    return 'hello <world>'

@register.simple_tag
def args(a, b=2, *rest, **kw):
    return f'{a} {b} {rest} {sorted(kw.items())}'

@register.simple_tag(takes_context=True)
def shows(context, name):
    return context[name]

@register.simple_tag(name='minus')
def subtract(a, b):
    return a - b

@register.simple_tag
def kwonly(*, x, y=1):
    return f'{x}{y}'

@register.simple_tag
def markup():
    return mark_safe('<b>')

@register.simple_tag
def formatted(text):
    return format_html('<i>{}</i>', text)

@register.simple_tag
def nothing():
    return None

@register.simple_tag(takes_context=True)
def wrong(ctx):
    return 'x'

@register.simple_tag
def fails():
    raise ValueError('in the tag')

@register.inclusion_tag('results.html')
def results(items):
    return {'items': items}

@register.inclusion_tag('link.html', takes_context=True)
def jump(context):
    return {'link': context['home'], 'title': 'T'}

@register.inclusion_tag(['none.html', 'results.html'])
def either(items):
    return {'items': items}

@register.inclusion_tag('none.html')
def missing():
    return {}

def do_upper(parser, token):
    nodelist = parser.parse(('endupper',))
    parser.delete_first_token()
    return UpperNode(nodelist)

class UpperNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist
    def render(self, context):
        return self.nodelist.render(context).upper()

register.tag('upper', do_upper)

@register.tag
def current(parser, token):
    try:
        tag_name, value = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError('%r tag requires a single argument' % token.contents.split()[0])
    return CurrentNode(value)

class CurrentNode(template.Node):
    def __init__(self, value):
        self.value = template.Variable(value)
    def render(self, context):
        try:
            context['current'] = self.value.resolve(context)
        except template.VariableDoesNotExist:
            return 'missing'
        return '[%s]' % context['current']

@register.tag(name='repeat')
def do_repeat(parser, token):
    bits = token.split_contents()
    count = parser.compile_filter(bits[1])
    nodelist = parser.parse(('endrepeat',))
    parser.delete_first_token()
    return RepeatNode(count, nodelist)

class RepeatNode(template.Node):
    def __init__(self, count, nodelist):
        self.count, self.nodelist = count, nodelist
    def render(self, context):
        return ''.join(self.nodelist.render(context) for _ in range(int(self.count.resolve(context))))
'''
TEMPLATES = {'results.html': '<ul>{% for i in items %}<li>{{ i }}</li>{% endfor %}</ul>{{ outer }}{{ csrf_token }}', 'link.html': '<a href="{{ link }}">{{ title }}</a>'}
CONTEXT = '{"x": "<x>", "n": 5, "l": ["a", "<b>"], "d": {"k": "v"}, "home": "/h", "outer": "OUT", "a": AWARE, "csrf_token": "tok"}'
CASES = group(
    'library',
    [
        ('{% load case %}' + text, CONTEXT)
        for text in (
            '{{ "banana"|cut2:"a" }}', '{{ x|shout }}', '{{ "ABC"|lower2 }}', '{{ n|length2 }}', '{{ x|same }}{{ x|safe|same }}', '{{ x|initial }}', '{% autoescape off %}{{ x|initial }}{% endautoescape %}', '{{ a|hour }}', '{{ d|get_item:"k" }}{{ d|get_item:"z" }}', '{{ x|keep }}{{ x|safe|keep }}', '{{ x|cut2 }}', '{{ x|shout:1 }}', '{{ x|loud }}',
            '{% hello %}', '{% hello as h %}[{{ h }}]', '{% hello 1 %}', '{% hello x=1 %}', '{% args 1 %}', '{% args 1 3 %}', '{% args 1 b=3 %}', '{% args a=1 %}', '{% args 1 2 3 4 k=5 z=n %}', '{% args %}', '{% args b=1 %}', '{% args 1 a=2 %}', '{% args b=1 2 %}', '{% args 1 k=1 k=2 %}', '{% args x|upper b=n|add:1 %}', '{% args "a b" %}', '{% args missing %}', '{% shows "n" %}', '{% shows "missing" %}', '{% shows name="x" %}', '{% minus 5 3 %}', '{% minus n 1 as m %}{{ m }}', '{% subtract 1 2 %}', '{% kwonly x=1 %}', '{% kwonly %}', '{% kwonly 1 %}', '{% kwonly x=1 z=2 %}', '{% markup %}', '{% formatted x %}', '{% autoescape off %}{% hello %}{% endautoescape %}', '{% nothing %}', '{% nothing as q %}[{{ q }}]', '{% fails %}', '{% results l %}', '{% results items=l %}', '{% results %}', '{% results l as r %}', '{% jump %}', '{% either l %}', '{% missing %}', '{% upper %}a{{ x }}{% endupper %}', '{% upper %}a', '{% current n %}{{ current }}', '{% current missing %}', '{% current %}', '{% current "lit" %}', '{% repeat 3 %}ab{% endrepeat %}', '{% repeat n|add:-3 %}{{ n }}{% endrepeat %}', '{% repeat "x" %}{% endrepeat %}',
        )
    ]
    + [('{% load shout from case %}{{ x|shout }}', CONTEXT), ('{% load shout upper from case %}{% upper %}{{ x|shout }}{% endupper %}', CONTEXT), ('{% load shout from case %}{{ x|same }}', CONTEXT), ('{% load bogus from case %}', CONTEXT), ('{{ x|shout }}', CONTEXT), ('{% hello %}', CONTEXT), ('{% load case static %}{% hello %}{% static "a" %}', CONTEXT)],
    library=LIBRARY,
    templates=TEMPLATES,
) + group('library-wrong', [('{% load case %}{% wrong %}', CONTEXT)], library=LIBRARY, until='5.2') + group(
    'library-broken',
    [
        ('{% load case %}{{ x|f }}', '{"x": 1}', {'library': 'from django import template\nregister = template.Library()\n@register.filter()\ndef f(value): return value + 1\n'}),
        ('{% load case %}{% t %}', None, {'library': 'from django import template\nregister = template.Library()\n@register.tag()\ndef t(parser, token): return None\n'}),
        ('{% load case %}x', None, {'library': 'nothing = 1'}),
        ('{% load case %}x', None, {'library': 'import no_such_module'}),
        ('{% load case %}{% t %}', None, {'library': 'from django import template\nregister = template.Library()\n@register.simple_tag(takes_context=True)\ndef t(): return 1\n', 'since': '4.2'}),
        ('{% load case %}{% t %}', None, {'library': 'from django import template\nregister = template.Library()\nclass N(template.Node): pass\n@register.tag\ndef t(parser, token): return N()\n', 'since': '4.0'}),
        ('{% load case %}{% t %}', None, {'library': 'from django import template\nregister = template.Library()\nclass N(template.Node):\n    def render(self, context): return 5\n@register.tag\ndef t(parser, token): return N()\n', 'until': '3.2'}),
        ('{% load case %}{% b %}x{% endb %}{% b %}y{% endb %}', '{"x": 1}', {'library': 'from django import template\nregister = template.Library()\n@register.simple_block_tag\ndef b(content, n=1): return f"[{content}{n}]"\n', 'since': '5.2'}),
        ('{% load case %}{% b 2 as q %}x{% stop %}{{ q }}', '{"x": 1}', {'library': 'from django import template\nregister = template.Library()\n@register.simple_block_tag(takes_context=True, end_name="stop")\ndef b(context, content, n=1): return f"<{content}{n}{context["x"]}>"\n'.replace('["x"]', '.get(chr(120))'), 'since': '5.2'}),
        ('{% load case %}{% b %}x{% endb %}', None, {'library': 'from django import template\nregister = template.Library()\n@register.simple_block_tag\ndef b(text): return text\n', 'since': '5.2', 'until': '5.2'}),
        ('{{ d|get_item:"k" }}', '{"d": {"k": "v"}}', {'setup': 'from django.template.defaulttags import register\n@register.filter\ndef get_item(d, k): return d.get(k)\n'}),
    ],
)
I18N = group(
    'i18n',
    [
        ('{% load i18n %}' + text, '{"x": "<x>", "n": 2, "one": 1, "s": mark_safe("<s>")}')
        for text in (
            '{% trans "Hello" %}', '{% translate "Hello %" %}', '{% translate x %}', '{% translate s %}', '{% translate "a" as t %}[{{ t }}]', '{% translate "a" noop %}', '{% translate "a" context "c" %}', '{% translate %}', '{% translate "a" bogus %}', '{% translate "a" as %}', '{% translate "a" context %}', '{% translate "a" noop noop %}', '{% translate "<b>" %}', '{% translate "a"|upper %}',
            '{% blocktranslate %}Hi {{ x }}!{% endblocktranslate %}', '{% blocktrans with y=x|upper %}Hi {{ y }} 100%{% endblocktrans %}', '{% blocktranslate count c=n %}{{ c }} item{% plural %}{{ c }} items{% endblocktranslate %}', '{% blocktranslate count c=one %}{{ c }} item{% plural %}{{ c }} items{% endblocktranslate %}', '{% blocktranslate trimmed %}\n  a\n  b {{ x }}\n{% endblocktranslate %}', '{% blocktranslate asvar t %}T{{ x }}{% endblocktranslate %}[{{ t }}]', '{% blocktranslate %}{% if x %}{% endif %}{% endblocktranslate %}', '{% blocktranslate count c=x %}a{% plural %}b{% endblocktranslate %}', '{% blocktranslate with %}a{% endblocktranslate %}', '{% blocktranslate bogus %}a{% endblocktranslate %}', '{% blocktranslate count %}a{% endblocktranslate %}', '{% blocktranslate %}{{ missing }}|{% endblocktranslate %}', '{% blocktranslate %}{{ x|upper }}|{% endblocktranslate %}', '{% blocktrans %}a{% endblocktranslate %}', '{% get_current_language as L %}{{ L }}', '{% get_current_language L %}', '{% get_current_language_bidi as B %}{{ B }}', '{% language "en" %}{% get_current_language as L %}{{ L }}{% endlanguage %}', '{{ _("x") }}', '{% with t=_("hi there") %}{{ t }}{% endwith %}', '{% if _("a b") == "a b" %}y{% endif %}', '{{ "en"|language_name }}', '{% get_language_info for "en" as i %}{{ i.code }} {{ i.name_local }} {{ i.bidi }}',
        )
    ],
)
REQUEST = group(
    'request',
    [
        ('{{ request.path }}|{{ request.GET.a }}|{{ request.method }}', None, {'options': {'context_processors': ['django.template.context_processors.request']}}),
        ('{{ request.path }}|', None),
        ('{{ STATIC_URL }}{{ MEDIA_URL }}|{{ debug }}|{{ TIME_ZONE }}|{{ LANGUAGE_CODE }}|{{ LANGUAGE_BIDI }}', None, {'options': {'context_processors': [f'django.template.context_processors.{name}' for name in ('static', 'debug', 'tz', 'i18n')]}, 'settings': {'MEDIA_URL': '/media/'}}),
        ('{{ x }}|{{ request }}|', '{"x": 1, "request": "mine"}', {'options': {'context_processors': ['django.template.context_processors.request']}}),
        ('{% querystring page=2 %}', None, {'since': '5.1'}),
        ('{% querystring a=None %}|{% querystring a=None b=None %}|', None, {'since': '5.1'}),
        ('{% querystring b=l %}|{% querystring %}|{% querystring c="x y&z" %}', '{"l": [1, 2]}', {'since': '5.1'}),
        ('{% autoescape off %}{% querystring c=1 %}{% endautoescape %}{% querystring c=1 as q %}{{ q }}', None, {'since': '5.1'}),
        ('{% querystring d x=1 %}', '{"d": {"k": "v"}}', {'since': '6.0'}),
        ('{% querystring 5 %}', None, {'since': '6.0'}),
        ('{% querystring page=2 %}', None, {'until': '4.2'}),
        ('{{ a }}', None, {'options': {'context_processors': ['case_library.processor']}, 'library': 'def processor(request):\n    return {"a": "from processor"}\n'}),
        ('{{ a }}', '{"a": "own"}', {'options': {'context_processors': ['case_library.processor']}, 'library': 'def processor(request):\n    return {"a": "from processor"}\n'}),
        ('{{ a }}', None, {'options': {'context_processors': ['case_library.processor']}, 'library': 'def processor(request):\n    return None\n'}),
        ('{{ a }}', None, {'options': {'context_processors': ['case_library.missing']}, 'library': 'x = 1\n'}),
        ('{% include "p.html" %}{% include "p.html" only %}', '{"x": 2}', {'options': {'context_processors': ['django.template.context_processors.request']}, 'templates': {'p.html': '[{{ x }}{{ request.path }}]'}}),
    ],
    request='/page/?a=1&b=2',
)
REQUEST = [case if 'processor' not in case.get('library', '') else {**case, 'library': case['library'] + '\nfrom django import template\nregister = template.Library()\n'} for case in REQUEST]
CACHE = group('cache', [('{% load cache %}' + text, '{"x": 1, "t": "abc"}') for text in ('{% cache 60 part %}{{ x }}{% endcache %}', '{% cache 60 part2 x %}{{ x }}{% endcache %}{% cache 60 part2 x %}other{% endcache %}', '{% cache %}{% endcache %}', '{% cache 60 %}{% endcache %}', '{% cache t part3 %}{% endcache %}', '{% cache missing part4 %}{% endcache %}', '{% cache None part5 %}y{% endcache %}')])
CASES = CASES + I18N + REQUEST + CACHE

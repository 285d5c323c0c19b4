"""Views as classes, and decorators of views."""

from cases._write import python

HEAD = '''
from django.http import HttpRequest, HttpResponse
from django.views import View
from django.views.generic import RedirectView, TemplateView
def ask(method='GET', path='/x/', query=''):
    request = HttpRequest()
    request.method, request.path, request.path_info = method, path, path
    request.META = {'QUERY_STRING': query, 'SERVER_NAME': 'testserver', 'SERVER_PORT': '80'}
    return request
def told(response):
    if hasattr(response, 'render'):
        response.render()
    return (response.status_code, sorted(response.items()), response.content)
class Hello(View):
    greeting = 'hello'
    def get(self, request, name='you'):
        return HttpResponse(f'{self.greeting} {name}')
    def post(self, request):
        return HttpResponse('posted')
'''
URLS = 'from django.urls import path\nurlpatterns = [path("", print, name="home"), path("a/<int:n>/", print, name="a")]\n'
CLASSES = python(
    'class-views',
    [
        f'{HEAD}{line}'
        for line in (
            'told(Hello.as_view()(ask()))', 'told(Hello.as_view(greeting="hi")(ask(), name="Ann"))', 'told(Hello.as_view()(ask("POST")))', 'told(Hello.as_view()(ask("DELETE")))', 'told(Hello.as_view()(ask("HEAD")))', 'told(Hello.as_view()(ask("OPTIONS")))', 'told(Hello.as_view()(ask("STRANGE")))', 'Hello.as_view(missing=1)', 'Hello.as_view(get=1)', 'Hello().as_view()', 'class V(View):\n    def setup(self, request): pass\ntold(V.as_view()(ask()))', 'told(View.as_view()(ask()))', 'v = Hello.as_view(greeting="q")\n(v.view_class.__name__, v.view_initkwargs, v.__module__ == Hello.__module__)', 'Hello(x=1).x', 'class M(View):\n    def get(self, request): pass\n    async def post(self, request): pass\nM.view_is_async', 'class A(View):\n    async def get(self, request): pass\nA.view_is_async', 'Hello.http_method_names',
            'told(RedirectView.as_view(url="/y/")(ask()))', 'told(RedirectView.as_view(url="/y/", permanent=True)(ask()))', 'told(RedirectView.as_view(url="/y/%(n)s/")(ask(), n=5))', 'told(RedirectView.as_view(pattern_name="home")(ask()))', 'told(RedirectView.as_view(pattern_name="a")(ask(), n=3))', 'told(RedirectView.as_view(url="/y/", query_string=True)(ask(query="a=1")))', 'told(RedirectView.as_view(url="/y/")(ask(query="a=1")))', 'told(RedirectView.as_view()(ask()))', 'told(RedirectView.as_view(url="/y/")(ask("POST")))', 'told(RedirectView.as_view(url="/y/")(ask("OPTIONS")))', 'told(TemplateView.as_view()(ask()))', 'told(TemplateView.as_view(template_name="no.html")(ask()))',
            'v = TemplateView()\nsorted(v.get_context_data(a=1))', 'v = TemplateView(extra_context={"x": 1})\n(v.get_context_data(x=2)["x"], v.get_context_data()["view"] is v)',
        )
    ],
    urls=URLS,
    since='4.2',
) + python('class-views-3', [f'{HEAD}{line}' for line in ('told(Hello.as_view()(ask()))', 'told(Hello.as_view()(ask("DELETE")))', 'Hello.as_view(missing=1)', 'Hello.as_view().__name__')], until='3.2')
DECORATORS = python(
    'view-decorators',
    [
        f'{HEAD}{line}'
        for line in (
            'from django.views.decorators.http import require_POST\n@require_POST\ndef view(request): return HttpResponse("ok")\n(told(view(ask())), told(view(ask("POST"))), view.__name__)', 'from django.views.decorators.http import require_GET\ntold(require_GET(lambda r: HttpResponse("ok"))(ask("HEAD")))', 'from django.views.decorators.http import require_safe\n(told(require_safe(lambda r: HttpResponse("ok"))(ask("HEAD"))), told(require_safe(lambda r: HttpResponse("ok"))(ask("POST"))))', 'from django.views.decorators.http import require_http_methods\ntold(require_http_methods(["GET", "PUT"])(lambda r: HttpResponse("ok"))(ask("POST")))', 'from django.views.decorators.vary import vary_on_cookie\ntold(vary_on_cookie(lambda r: HttpResponse("ok"))(ask()))', 'from django.views.decorators.vary import vary_on_headers\ntold(vary_on_headers("Accept", "Cookie")(vary_on_headers("cookie")(lambda r: HttpResponse("ok")))(ask()))',
            'from django.views.decorators.cache import cache_control\ntold(cache_control(private=True, max_age=60)(lambda r: HttpResponse("ok"))(ask()))', 'from django.views.decorators.cache import never_cache\ntold(never_cache(lambda r: HttpResponse("ok"))(ask()))', 'from django.views.decorators.debug import sensitive_variables\nsensitive_variables("x")(lambda: 5)()', 'from django.views.decorators.debug import sensitive_post_parameters\ntold(sensitive_post_parameters()(lambda r: HttpResponse(r.sensitive_post_parameters))(ask()))', 'from django.utils.decorators import method_decorator\nfrom django.views.decorators.http import require_POST\nclass V(View):\n    @method_decorator(require_POST)\n    def dispatch(self, *args, **kwargs): return super().dispatch(*args, **kwargs)\n    def post(self, request): return HttpResponse("p")\n(told(V.as_view()(ask())), told(V.as_view()(ask("POST"))))',
        )
    ],
)
RESPONSES = python(
    'template-response',
    [
        f'{HEAD}from django.template.response import SimpleTemplateResponse, TemplateResponse, ContentNotRenderedError\nfrom django.template import engines\nt = engines["django"].from_string("[{{{{ x }}}} {{{{ request.path }}}}]")\n{line}'.replace('{{{{', '{{').replace('}}}}', '}}')
        for line in (
            'r = TemplateResponse(ask(), t, {"x": "<"})\n(r.is_rendered, told(r), r.is_rendered)', 'r = SimpleTemplateResponse(t, {"x": 1})\ntold(r)', 'TemplateResponse(ask(), t).content', 'list(TemplateResponse(ask(), t))', 'r = TemplateResponse(ask(), t, {"x": 1})\nr.context_data["x"] = 2\ntold(r)', 'r = TemplateResponse(ask(), t, {"x": 1}, status=404, content_type="text/plain")\ntold(r)', 'said = []\nr = TemplateResponse(ask(), t)\nr.add_post_render_callback(lambda response: said.append(response.content))\nr.render()\nr.add_post_render_callback(lambda response: said.append(1))\nsaid', 'r = TemplateResponse(ask(), t)\nr.add_post_render_callback(lambda response: HttpResponse("other"))\nr.render().content', 'r = TemplateResponse(ask(), t, {"x": 1})\nr.content = "fixed"\ntold(r)', 'told(TemplateResponse(ask(), "no.html"))', 'told(TemplateResponse(ask(), ["no.html", "none.html"]))', 'import pickle\npickle.dumps(TemplateResponse(ask(), t))', 'r = TemplateResponse(ask(), t)\nr.set_cookie("a", "b")\nr.render()\nr.cookies["a"].value', 'TemplateResponse(ask(), t).template_name is t', 'r = TemplateResponse(ask(), t, {"x": 1})\n(r.rendered_content, r.is_rendered)',
        )
    ],
)
CASES = CLASSES + DECORATORS + RESPONSES
for case in CASES:
    case['interpreterOnly'] = True

from django.http import HttpResponse


def home(request):
    return HttpResponse('You sent: ' + (', '.join(request.COOKIES) or 'nothing'))


def two(request):
    response = HttpResponse('Two cookies for you.')
    response.set_cookie('short', 'a')
    response.set_cookie('long', 'b', max_age=3600)
    return response


def shop(request):
    return HttpResponse('In your basket: ' + request.COOKIES.get('basket', 'nothing'))


def add(request):
    response = HttpResponse('A pear is in your basket.')
    response.set_cookie('basket', 'pear', path='/shop/')
    return response


def empty(request):
    response = HttpResponse('Your basket is empty.')
    response.delete_cookie('basket')
    return response


def theme(request):
    response = HttpResponse('The dark theme is on.')
    response.set_cookie('theme', 'dark', domain='example.com')
    return response

from django.http import HttpResponse

asked = 0


def hello(request):
    return HttpResponse('Nice to meet you.')


def tally(request):
    global asked
    asked = asked + 1
    return HttpResponse(f'This page was asked for {asked} times.')


def badge(request):
    response = HttpResponse('Here is a badge for you. ')
    response.set_cookie('badge', '17')
    response.write('This request brought one: ' + str('badge' in request.COOKIES))
    return response


def who(request):
    if 'badge' in request.COOKIES:
        return HttpResponse('You wear badge ' + request.COOKIES['badge'] + '.')
    return HttpResponse('You wear no badge.')

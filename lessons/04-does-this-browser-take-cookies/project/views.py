from django.http import HttpResponse


def welcome(request):
    request.session.set_test_cookie()
    return HttpResponse('Welcome. Please go on to /test/.')


def test(request):
    if request.session.test_cookie_worked():
        request.session.delete_test_cookie()
        return HttpResponse('Your browser takes cookies.')
    return HttpResponse('Your browser takes no cookies. You can read everything, but not log in.')


def at_once(request):
    request.session.set_test_cookie()
    worked = request.session.test_cookie_worked()
    return HttpResponse(f'Asked in the same request: {worked}')


def consent(request):
    if request.COOKIES.get('consent') == 'yes':
        return HttpResponse('Thank you. We count your visits now.')
    return HttpResponse('May we count your visits? Go to /agree/, or just read on.')


def agree(request):
    response = HttpResponse('You agreed.')
    response.set_cookie('consent', 'yes', max_age=180 * 24 * 60 * 60)
    return response

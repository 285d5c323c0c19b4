/** The files of a new lesson, by their path in its folder. It passes the check as it is. */
export function newLesson(slug: string): Record<string, string> {
	const title = slug.replace(/^\d+-/, '').replaceAll('-', ' ');
	return {
		'lesson.md': LESSON.replace('TITLE', title.charAt(0).toUpperCase() + title.slice(1)),
		'scenario.yml': SCENARIO,
		'walkthrough.yml': WALKTHROUGH,
		'wrong/it-is-remembered.yml': WRONG,
		'project/urls.py': URLS,
		'project/views.py': VIEWS,
		'solution/views.py': VIEWS.replace("HttpResponse('Hello.')", SOLVED)
	};
}

const SOLVED = "HttpResponse('Hello again.' if 'seen' in request.session else 'Hello.')";

const LESSON = `---
title: TITLE
summary: One sentence that says what the learner will see.
minutes: 5
---

Say in two or three lines what this is about.

## Ask once {#ask-once}

Visit \`/\`. The view answers, and it stores something in the session.

\`\`\`check
id: page-there
says: The page says Hello.
when:
  page: { status: 200, contains: Hello. }
\`\`\`

\`\`\`hint
nudge: The browser waits for an address.
worked: Type \`/\` into the address bar and press Enter.
\`\`\`

## Ask again {#ask-again}

\`\`\`prediction
id: what-is-sent
asks: You visit \`/\` once more. Does the browser send a cookie?
tries:
  - visit: /
choices:
  - id: 'yes'
    says: Yes, the one it got with the first response
    when:
      exchange: { sends: [sessionid] }
    feedback: The browser sends it by itself.
  - id: 'no'
    says: No, the server knows me without one
    when:
      exchange: { withholds: [sessionid] }
    feedback: The server knows nobody by itself. Look at the request on the wire. It has a Cookie header.
\`\`\`

Visit \`/\` once more.

\`\`\`check
id: cookie-sent
says: The request carries the cookie \`sessionid\`.
when:
  exchange: { sends: [sessionid], says: Hello. }
\`\`\`

\`\`\`hint
nudge: Do the same thing again.
\`\`\`

## Change the view {#change-the-view}

Let the view greet those whom it knows: answer \`Hello again.\` when \`'seen'\` is in \`request.session\`. Save, and visit.

\`\`\`check
id: greeted
says: The page says Hello again.
when:
  page: { contains: Hello again }
\`\`\`

\`\`\`feedback
id: greeted-nobody
when:
  exchange: { says: Hello., browser: second }
says: This is another browser. It came without the cookie of the first, so the view took it for somebody new. Visit in the first browser.
\`\`\`

\`\`\`hint
nudge: The view has to look into the session before it answers.
place: The first line of the view, where it makes the page.
worked: Replace \`'Hello.'\` by \`'Hello again.' if 'seen' in request.session else 'Hello.'\`. The line that stores comes after it.
\`\`\`

## What to remember {#remember}

- Say what to remember, in one line each.

Django's documentation says it here:
[How to use sessions](https://docs.djangoproject.com/en/5.2/topics/http/sessions/#using-sessions-in-views).
`;

const SCENARIO = `# yaml-language-server: $schema=../schema/scenario.json
django: '5.2'
now: '2026-01-05T09:30:00.123456Z'
from: startproject
setup:
  - manage: migrate -v 0
address: /
open: views.py
`;

const WALKTHROUGH = `# yaml-language-server: $schema=../schema/walkthrough.json
ask-once:
  - visit: /
ask-again:
  - predict: what-is-sent
  - visit: /
change-the-view:
  - solve: true
  - visit: /
`;

const WRONG = `# yaml-language-server: $schema=../../schema/wrong.json
believes: The server knows me in every browser.
step: change-the-view
does:
  - visit: /
    browser: second
gets: greeted-nobody
`;

const URLS = `from django.urls import path

import views

urlpatterns = [
    path('', views.hello),
]
`;

const VIEWS = `from django.http import HttpResponse


def hello(request):
    page = HttpResponse('Hello.')
    request.session['seen'] = True
    return page
`;

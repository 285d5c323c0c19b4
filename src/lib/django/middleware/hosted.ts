import { sessionMiddleware } from '../sessions/middleware.ts';
import { authenticationMiddleware } from './authentication.ts';
import { xFrameOptionsMiddleware } from './clickjacking.ts';
import { commonMiddleware } from './common.ts';
import { csrfViewMiddleware } from './csrf.ts';
import { messageMiddleware } from './messages.ts';
import type { Middleware } from './middleware.ts';
import { securityMiddleware } from './security.ts';

/** Django's own middleware, by dotted path. */
export const HOSTED: Readonly<Record<string, Middleware>> = {
	'django.contrib.sessions.middleware.SessionMiddleware': sessionMiddleware,
	'django.middleware.common.CommonMiddleware': commonMiddleware,
	'django.middleware.csrf.CsrfViewMiddleware': csrfViewMiddleware,
	'django.contrib.auth.middleware.AuthenticationMiddleware': authenticationMiddleware,
	'django.contrib.messages.middleware.MessageMiddleware': messageMiddleware,
	'django.middleware.security.SecurityMiddleware': securityMiddleware,
	'django.middleware.clickjacking.XFrameOptionsMiddleware': xFrameOptionsMiddleware
};

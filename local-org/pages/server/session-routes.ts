import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../../error.ts';
import { isSameOrigin } from '../../http/session/caller.ts';
import type { Org } from '../../org.ts';
import { SYSTEM } from '../../security/system-actor.ts';
import type { Actor } from '../../security/types.ts';
import { peopleModel } from '../model/session.ts';
import { signInHtml } from './html.ts';
import { PAGE_HEADERS } from './security-policy.ts';
import type { PagesOptions } from './types.ts';

const COOKIE = 'sid';

/** The person behind a page's cookie, while active. */
export function pageActor(request: FastifyRequest, org: Org, options: PagesOptions): Actor | undefined {
  const token = request.cookies[COOKIE];
  const session = token === undefined ? undefined : options.sessions.find(token);
  return session === undefined ? undefined : org.actorById(session.userId);
}

interface SignIn {
  readonly userId?: string;
  readonly username?: string;
  readonly password?: string;
  readonly returnTo?: string;
}

/** Logging in, out, and in as somebody else. */
export function registerSessionRoutes(app: FastifyInstance, org: Org, options: PagesOptions): void {
  app.get('/local-org/people', (request, reply) => {
    const actor = pageActor(request, org, options);
    if (actor === undefined) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
    if (!options.personSwitcher)
      throw new OrgError('INSUFFICIENT_ACCESS', 'The person switcher is off.', { status: 403 });
    return reply.header('cache-control', 'no-store').send(peopleModel(org, actor));
  });

  app.post<{ Body: SignIn | undefined }>('/local-org/session', (request, reply) => {
    if (!isSameOrigin(request))
      throw new OrgError('INSUFFICIENT_ACCESS', 'Sessions begin on a page of this org.', { status: 403 });
    const input = request.body ?? {};
    const wantsPage = !(request.headers.accept ?? '').includes('application/json');
    const returnTo = safePath(input.returnTo);
    const actor = actorFor(input, org, options);
    if (actor === undefined) {
      const problem =
        'Please check your username and password. If you still can\u2019t log in, contact your administrator.';
      if (!wantsPage) throw new OrgError('INVALID_LOGIN', problem, { status: 401 });
      return sendPage(reply, 401, signInHtml({ people: peopleToChoose(org, options), returnTo, problem }));
    }
    const previous = request.cookies[COOKIE];
    if (previous !== undefined) options.sessions.end(previous);
    openSession(reply, actor.userId, options);
    return wantsPage ? reply.redirect(returnTo, 303) : reply.send({ userId: actor.userId });
  });

  app.get('/secur/logout.jsp', (request, reply) => {
    const token = request.cookies[COOKIE];
    if (token !== undefined && isSameOrigin(request)) options.sessions.end(token);
    return reply.clearCookie(COOKIE, { path: '/' }).redirect('/lightning/page/home', 303);
  });

  // How `sf org open` brings a browser into an org.
  app.get<{ Querystring: { sid?: string; retURL?: string } }>('/secur/frontdoor.jsp', (request, reply) => {
    const { sid = '', retURL } = request.query;
    if (options.sessions.find(sid) !== undefined) setCookie(reply, sid);
    return reply.redirect(safePath(retURL), 303);
  });
}

/** The sign-in page, for whoever has no session. */
export function sendSignIn(reply: FastifyReply, org: Org, options: PagesOptions, returnTo: string): FastifyReply {
  return sendPage(reply, 200, signInHtml({ people: peopleToChoose(org, options), returnTo: safePath(returnTo) }));
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(html);
}

function actorFor(input: SignIn, org: Org, options: PagesOptions): Actor | undefined {
  if (options.personSwitcher && typeof input.userId === 'string') return org.actorById(input.userId);
  if (typeof input.username !== 'string' || typeof input.password !== 'string') return undefined;
  return org.authenticate(input.username, input.password);
}

function peopleToChoose(org: Org, options: PagesOptions): ReturnType<typeof peopleModel> {
  return options.personSwitcher ? peopleModel(org, SYSTEM) : [];
}

function openSession(reply: FastifyReply, userId: string, options: PagesOptions): void {
  setCookie(reply, options.sessions.open(userId));
}

function setCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict' });
}

/** A path of this site; anything else would let a link lead elsewhere after the login. */
function safePath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/lightning/page/home';
}

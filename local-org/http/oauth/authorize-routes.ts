import type { FastifyInstance, FastifyReply } from 'fastify';

import { isSameOrigin } from '../session/caller.ts';
import { authorizeHeaders, authorizeHtml } from './authorize-page.ts';
import { readAuthorizeRequest, redirectOf, type AuthorizeRequest } from './authorize-request.ts';
import { OAuthError } from './oauth-error.ts';
import { toForm, type TokenForm } from './token-form.ts';
import type { OAuthServices } from './token.ts';

const PATH = '/services/oauth2/authorize';
const NOBODY = 'Please check your username and password.';

/** The web server flow: a person logs in in a browser, which carries a code to the app. `sf org login web` does so. */
export function registerAuthorize(app: FastifyInstance, services: OAuthServices): void {
  app.get(PATH, (request, reply) => {
    const form = toForm(request.query);
    return withRequest(services, form, reply, (asked) => {
      if (form['response_type'] === 'code') return sendPage(reply, 200, asked);
      return reply.redirect(
        redirectOf(asked, { error: 'unsupported_response_type', error_description: 'response type not supported' }),
      );
    });
  });

  app.post(PATH, (request, reply) => {
    if (!isSameOrigin(request)) return reply.status(403).type('text/plain').send('Log in on a page of this org.');
    const form = toForm(request.body);
    return withRequest(services, form, reply, (asked) => {
      if (form['answer'] !== 'allow') {
        const denied = { error: 'access_denied', error_description: 'end-user denied authorization' };
        return reply.redirect(redirectOf(asked, denied), 303);
      }
      const actor = services.org.authenticate(form['username'] ?? '', form['password'] ?? '');
      if (actor === undefined) return sendPage(reply, 401, asked, NOBODY);
      const code = services.codes.add({ ...asked, userId: actor.userId });
      return reply.redirect(redirectOf(asked, { code }), 303);
    });
  });
}

function withRequest(
  { apps }: OAuthServices,
  form: TokenForm,
  reply: FastifyReply,
  answer: (asked: AuthorizeRequest) => FastifyReply,
): FastifyReply {
  try {
    return answer(readAuthorizeRequest(apps, form));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { error: code, error_description: words } = error.toJSON();
    const text = `error=${code}&error_description=${encodeURIComponent(words)}`;
    return reply.status(error.status).type('text/plain').send(text);
  }
}

function sendPage(reply: FastifyReply, status: number, asked: AuthorizeRequest, problem?: string): FastifyReply {
  return reply.status(status).headers(authorizeHeaders(asked)).send(authorizeHtml(asked, problem));
}

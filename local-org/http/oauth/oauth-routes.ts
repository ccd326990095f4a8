import { createHmac } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { instanceUrlOf } from '../instance-url.ts';
import { callerOf } from '../session/caller.ts';
import { identityOf, identityUrl, userInfoOf } from './identity.ts';
import { OAuthError } from './oauth-error.ts';
import { toForm } from './token-form.ts';
import { grant, type OAuthServices } from './token.ts';

/** Login and logout by OAuth, and who one is. */
export function registerOAuth(app: FastifyInstance, services: OAuthServices): void {
  const { org, sessions, approvals } = services;
  app.post('/services/oauth2/token', (request, reply) => {
    try {
      const form = toForm(request.body);
      const instanceUrl = instanceUrlOf(request);
      const { actor, accessToken, refreshToken, scope } = grant(services, form, instanceUrl);
      const id = identityUrl(instanceUrl, org.organizationId, actor.userId);
      const issuedAt = String(Date.now());
      return {
        access_token: accessToken,
        ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
        signature: createHmac('sha256', form['client_secret'] ?? '')
          .update(id + issuedAt)
          .digest('base64'),
        scope,
        instance_url: instanceUrl,
        id,
        token_type: 'Bearer',
        issued_at: issuedAt,
      };
    } catch (error) {
      if (error instanceof OAuthError) {
        return reply.status(error.status).send(error.toJSON());
      }
      throw error;
    }
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/revoke',
    handler: (request, reply) => {
      const token = toForm(request.body)['token'] ?? toForm(request.query)['token'] ?? '';
      const ended = sessions.end(token) || approvals.revoke(token);
      return ended
        ? reply.status(200).send()
        : reply.status(400).send(new OAuthError('invalid_token', `invalid token: ${token}`).toJSON());
    },
  });

  // A link that brings a browser into the org as the caller: `sf org open` asks for it.
  app.route<{ Querystring: { redirect_uri?: string } }>({
    method: ['GET', 'POST'],
    url: '/services/oauth2/singleaccess',
    handler: (request) => {
      const { userId } = callerOf(request, org, sessions);
      const target = request.query.redirect_uri ?? toForm(request.body)['redirect_uri'];
      const link = new URL('/secur/frontdoor.jsp', instanceUrlOf(request));
      link.searchParams.set('sid', sessions.open(userId));
      if (target !== undefined) link.searchParams.set('retURL', `/${target.replace(/^\/+/, '')}`);
      return { frontdoor_uri: link.href };
    },
  });

  app.get('/services/oauth2/userinfo', (request) =>
    userInfoOf(org, callerOf(request, org, sessions), instanceUrlOf(request)),
  );

  app.get<{ Params: { organization: string; user: string } }>('/id/:organization/:user', (request, reply) => {
    const actor = callerOf(request, org, sessions);
    const { organization, user } = request.params;
    if (
      organization.slice(0, 15) !== org.organizationId.slice(0, 15) ||
      user.slice(0, 15) !== actor.userId.slice(0, 15)
    ) {
      return reply.status(403).type('text/plain').send('Wrong_Id');
    }
    return identityOf(org, actor, instanceUrlOf(request));
  });
}

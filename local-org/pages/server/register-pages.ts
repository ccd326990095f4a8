import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { Org } from '../../org.ts';
import type { PagesBuild } from '../build/types.ts';
import { bootModel } from '../model/boot-model.ts';
import { registerApexRoutes } from './apex-routes.ts';
import { CurrentBuild } from './current-build.ts';
import { escapeHtml, indexHtml } from './html.ts';
import { PAGE_HEADERS } from './security-policy.ts';
import { pageActor, registerSessionRoutes, sendSignIn } from './session-routes.ts';
import { registerStaticFiles } from './static-files.ts';
import { registerStaticResources } from './static-resources.ts';
import type { PagesOptions } from './types.ts';

export interface RegisteredPages {
  /** Builds the pages of what is deployed, or finds them built. Starting with it makes the first page quick. */
  build(): Promise<PagesBuild>;
}

/**
 * Serves the org's Lightning pages: `/lightning/*`, the built files, SLDS, static resources, and the sign-in.
 * Pages read and write through the org's public doors (`/services/data/…`), which must be in the same app.
 */
export async function registerPages(app: FastifyInstance, org: Org, options: PagesOptions): Promise<RegisteredPages> {
  if (!app.hasRequestDecorator('cookies')) await app.register(cookie);
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody);
  const current = new CurrentBuild(org, options);
  registerStaticFiles(app, options.directory);
  registerStaticResources(app, org);
  registerSessionRoutes(app, org, options);
  registerApexRoutes(app, org, options);

  app.get('/', (_request, reply) => reply.redirect('/lightning/page/home'));
  app.get('/lightning', (_request, reply) => reply.redirect('/lightning/page/home'));
  app.get('/lightning/*', async (request, reply) => {
    const actor = pageActor(request, org, options);
    if (actor === undefined) return sendSignIn(reply, org, options, request.url);
    const build = await current.get().catch((error: unknown) => error);
    if (build instanceof Error) {
      return reply
        .code(500)
        .headers(PAGE_HEADERS)
        .send(`<!doctype html><title>Pages</title><pre>${escapeHtml(build.message)}</pre>`);
    }
    const { manifest } = build as PagesBuild;
    const boot = bootModel(org, actor, { personSwitcher: options.personSwitcher, permissions: manifest.permissions });
    return reply.headers(PAGE_HEADERS).send(indexHtml(build as PagesBuild, boot, request.url));
  });
  return { build: () => current.get() };
}

import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { BUILD_PATH } from '../build/build-pages.ts';
import { pagesFolder } from '../location.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** Serves built files, and the stylesheet, sprites and pictures of SLDS. */
export function registerStaticFiles(app: FastifyInstance, directory: string): void {
  const designSystem = dirname(
    createRequire(join(pagesFolder, 'index.ts')).resolve('@salesforce-ux/design-system/package.json'),
  );
  app.get(`${BUILD_PATH}/*`, (request, reply) =>
    send(reply, join(directory, 'pages'), wildcard(request.params), FOR_EVER),
  );
  app.get('/assets/*', (request, reply) => send(reply, join(designSystem, 'assets'), wildcard(request.params), A_DAY));
  app.get('/local-org/shell.css', (_request, reply) =>
    send(reply, join(pagesFolder, 'browser'), 'shell.css', 'no-cache'),
  );
}

function wildcard(parameters: unknown): string {
  return (parameters as { readonly '*': string })['*'];
}

/** A file below `folder`; anything else, and paths that lead out, are not found. */
function send(reply: FastifyReply, folder: string, path: string, caching: string): FastifyReply {
  const file = resolve(folder, path);
  const inside = !relative(folder, file).startsWith('..');
  const facts = inside ? statSync(file, { throwIfNoEntry: false }) : undefined;
  const type = TYPES[extname(file)];
  if (facts === undefined || !facts.isFile() || type === undefined) {
    return reply.code(404).type('text/plain').send('Not found');
  }
  return reply
    .header('cache-control', caching)
    .header('content-length', facts.size)
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(createReadStream(file));
}

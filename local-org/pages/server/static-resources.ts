import type { FastifyInstance } from 'fastify';
import type { Org } from '../../org.ts';
import { parseXml, textOf } from '../model/xml.ts';

/** `/resource/<name>`: the content of a deployed static resource. */
export function registerStaticResources(app: FastifyInstance, org: Org): void {
  app.get<{ Params: { name: string } }>('/resource/:name', (request, reply) => {
    const resource = org.metadata.get('StaticResource', request.params.name);
    const meta = [...(resource?.files ?? [])].find(([path]) => path.endsWith('-meta.xml'));
    const content = [...(resource?.files ?? [])].find(([path]) => !path.endsWith('-meta.xml'));
    if (resource === undefined || content === undefined) return reply.code(404).type('text/plain').send('Not found');
    const type = meta === undefined ? undefined : textOf(parseXml(meta[1]), 'contentType');
    return reply
      .header('cache-control', 'no-cache')
      .header('x-content-type-options', 'nosniff')
      .type(type ?? 'application/octet-stream')
      .send(Buffer.from(content[1]));
  });
}

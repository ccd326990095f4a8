import type { FastifyRequest } from 'fastify';

/** The address at which the client found the org; the links in answers lead back there. */
export function instanceUrlOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.headers.host ?? 'localhost'}`;
}

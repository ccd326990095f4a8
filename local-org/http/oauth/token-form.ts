import type { FastifyRequest } from 'fastify';

/** The form fields of an OAuth request. */
export type TokenForm = Readonly<Record<string, string | undefined>>;

export function formOf(request: FastifyRequest): TokenForm {
  return typeof request.body === 'object' && request.body !== null ? (request.body as TokenForm) : {};
}

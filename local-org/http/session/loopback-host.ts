import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** True for an address that only programs of this machine reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}

/**
 * Refuses requests that came to a loopback server under another name: a site whose name was turned to 127.0.0.1 would
 * otherwise count as this very origin in the browser.
 */
export async function requireLoopbackHost(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isLoopback(request.headers.host ?? '')) {
    await reply
      .status(403)
      .send([{ message: 'Ask this org under localhost or 127.0.0.1', errorCode: 'REQUEST_REFUSED' }]);
  }
}

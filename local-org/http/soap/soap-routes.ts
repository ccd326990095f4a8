import type { FastifyInstance, FastifyRequest } from 'fastify';

import { OrgError } from '../../error.ts';
import { instanceUrlOf } from '../instance-url.ts';
import type { ServedOrg } from '../served-org.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Deployments } from './deployments.ts';
import { faultEnvelope, parseEnvelope, responseEnvelope, type SoapRequest } from './envelope.ts';
import { metadataOperations } from './metadata-operations.ts';
import { partnerOperations } from './partner-operations.ts';
import { Retrievals } from './retrievals.ts';
import { SoapContext } from './soap-context.ts';
import { SoapFault } from './soap-fault.ts';
import type { XmlElements } from './xml.ts';

type Operation = (context: SoapContext, request: SoapRequest) => XmlElements | Promise<XmlElements>;

interface SoapApi {
  /** The letter in the path: `u` partner, `c` enterprise, `m` metadata. */
  readonly letter: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

const APIS: readonly SoapApi[] = [
  { letter: 'u', namespace: 'urn:partner.soap.sforce.com', operations: partnerOperations },
  { letter: 'c', namespace: 'urn:enterprise.soap.sforce.com', operations: partnerOperations },
  { letter: 'm', namespace: 'http://soap.sforce.com/2006/04/metadata', operations: metadataOperations },
];

/** The SOAP doors: login, and the Metadata API. */
export function registerSoap(
  app: FastifyInstance,
  parts: { org: ServedOrg; sessions: Sessions; deployments: Deployments },
): void {
  const withRetrievals = { ...parts, retrievals: new Retrievals() };
  for (const api of APIS) {
    for (const suffix of ['', '/:organization']) {
      app.post<{ Params: { version: string } }>(
        `/services/Soap/${api.letter}/:version${suffix}`,
        async (request, reply) => {
          const context = new SoapContext(withRetrievals, {
            instanceUrl: instanceUrlOf(request),
            version: request.params.version,
          });
          const { status, text } = await answer(api, context, request);
          return reply.status(status).type('text/xml; charset=utf-8').send(text);
        },
      );
    }
  }
}

async function answer(
  api: SoapApi,
  context: SoapContext,
  request: FastifyRequest,
): Promise<{ status: number; text: string }> {
  try {
    const parsed = parseEnvelope(typeof request.body === 'string' ? request.body : '');
    const operation = api.operations.get(parsed.operation);
    if (operation === undefined) {
      throw new SoapFault('INVALID_OPERATION', `This org does not offer the operation ${parsed.operation}`);
    }
    return { status: 200, text: responseEnvelope(api.namespace, parsed.operation, await operation(context, parsed)) };
  } catch (error) {
    return { status: 500, text: faultEnvelope(api.namespace, toFault(error)) };
  }
}

function toFault(error: unknown): SoapFault {
  if (error instanceof SoapFault) {
    return error;
  }
  if (error instanceof OrgError) {
    return new SoapFault(error.errorCode, error.message);
  }
  process.stderr.write(`local-org: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return new SoapFault('UNKNOWN_EXCEPTION', 'An unexpected error occurred');
}

import { XMLParser } from 'fast-xml-parser';

import { SoapFault } from './soap-fault.ts';
import { toXml, type XmlElements } from './xml.ts';

/** A parsed element: text, children by name without namespace prefixes, or a list of either. */
export type Parsed = string | readonly Parsed[] | { readonly [name: string]: Parsed };

/** A SOAP request: which operation, with what, under which session. */
export interface SoapRequest {
  readonly operation: string;
  readonly parameters: { readonly [name: string]: Parsed };
  readonly sessionId: string | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreDeclaration: true,
});

/** @throws {SoapFault} when the text is no SOAP envelope with one operation */
export function parseEnvelope(text: string): SoapRequest {
  let document: Parsed;
  try {
    document = parser.parse(text) as Parsed;
  } catch (error) {
    throw new SoapFault(
      'soapenv:Client',
      `The request is not well-formed XML: ${error instanceof Error ? error.message : ''}`,
    );
  }
  const envelope = child(document, 'Envelope');
  const body = child(envelope, 'Body');
  const [operation] = body === undefined || typeof body === 'string' ? [] : Object.keys(body);
  if (operation === undefined) {
    throw new SoapFault('soapenv:Client', 'The request holds no SOAP envelope with an operation in its body');
  }
  const parameters = child(body, operation);
  const sessionId = child(child(child(envelope, 'Header'), 'SessionHeader'), 'sessionId');
  return {
    operation,
    parameters: isElement(parameters) ? parameters : {},
    sessionId: typeof sessionId === 'string' ? sessionId.trim() : undefined,
  };
}

/** The child of this name, or undefined. Of several, the first. */
export function child(element: Parsed | undefined, name: string): Parsed | undefined {
  const found = isElement(element) ? element[name] : undefined;
  return isList(found) ? found[0] : found;
}

/** All children of this name. */
export function childrenOf(element: Parsed | undefined, name: string): readonly Parsed[] {
  const found = isElement(element) ? element[name] : undefined;
  return found === undefined ? [] : isList(found) ? found : [found];
}

export function textAt(element: Parsed | undefined, name: string): string | undefined {
  const found = child(element, name);
  return typeof found === 'string' ? found : undefined;
}

export function isTrueAt(element: Parsed | undefined, name: string): boolean {
  return textAt(element, name)?.trim().toLowerCase() === 'true';
}

/** The envelope that answers an operation. */
export function responseEnvelope(namespace: string, operation: string, result: XmlElements): string {
  return envelope(namespace, toXml(`${operation}Response`, result));
}

/** The envelope that refuses one. */
export function faultEnvelope(namespace: string, fault: SoapFault): string {
  return envelope(namespace, toXml('soapenv:Fault', { faultcode: fault.code, faultstring: fault.message }));
}

function envelope(namespace: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns="${namespace}" xmlns:sf="urn:fault.partner.soap.sforce.com" ` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

function isElement(value: Parsed | undefined): value is { readonly [name: string]: Parsed } {
  return typeof value === 'object' && !Array.isArray(value);
}

function isList(value: Parsed | undefined): value is readonly Parsed[] {
  return Array.isArray(value);
}

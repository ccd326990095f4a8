import { OrgError } from '../../error.ts';
import { METADATA_TYPES, isMetadataType } from '../../metadata/metadata-types.ts';
import { listComponents, partNamed, type ListedComponent } from '../../metadata/select-components.ts';
import { writeXml, type XmlElement } from '../../metadata/xml.ts';
import type { MetadataComponent } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import { toDeployStatus } from './deploy-status.ts';
import { child, childrenOf, isTrueAt, textAt, type Parsed, type SoapRequest } from './envelope.ts';
import { requireMetadataRights } from './metadata-rights.ts';
import type { SoapContext } from './soap-context.ts';
import { RawXml, escapeXml, type XmlElements, type XmlValue } from './xml.ts';

type MetadataOperation = (context: SoapContext, request: SoapRequest) => XmlElements | Promise<XmlElements>;

/** The Metadata API's operations. Each needs a session, and a person who may administer the org. */
export const metadataOperations: ReadonlyMap<string, MetadataOperation> = new Map<string, MetadataOperation>([
  ['deploy', deploy],
  ['checkDeployStatus', checkDeployStatus],
  ['deployRecentValidation', deployRecentValidation],
  ['cancelDeploy', cancelDeploy],
  ['describeMetadata', describeMetadata],
  ['listMetadata', listMetadata],
  ['readMetadata', readMetadata],
  ['retrieve', retrieve],
  ['checkRetrieveStatus', checkRetrieveStatus],
]);

function deploy(context: SoapContext, request: SoapRequest): XmlElements {
  const actor = administrator(context, request);
  const zip = Buffer.from(textAt(request.parameters, 'ZipFile') ?? '', 'base64');
  const options = child(request.parameters, 'DeployOptions');
  const deployment = context.deployments.start(actor, zip, { checkOnly: isTrueAt(options, 'checkOnly') });
  return { result: { done: false, id: deployment.id, state: 'Queued' } };
}

async function checkDeployStatus(context: SoapContext, request: SoapRequest): Promise<XmlElements> {
  const actor = administrator(context, request);
  const id = textAt(request.parameters, 'asyncProcessId') ?? '';
  const includeDetails = isTrueAt(request.parameters, 'includeDetails');
  return { result: toDeployStatus(await context.deployments.status(actor, id), includeDetails) as XmlElements };
}

async function deployRecentValidation(context: SoapContext, request: SoapRequest): Promise<XmlElements> {
  const actor = administrator(context, request);
  const { id } = await context.deployments.startValidated(actor, textAt(request.parameters, 'validationId') ?? '');
  return { result: id };
}

async function cancelDeploy(context: SoapContext, request: SoapRequest): Promise<XmlElements> {
  const actor = administrator(context, request);
  return context.deployments.cancel(actor, textAt(request.parameters, 'id') ?? '');
}

function describeMetadata(context: SoapContext, request: SoapRequest): XmlElements {
  administrator(context, request);
  return {
    result: {
      metadataObjects: METADATA_TYPES.map(({ childXmlNames, directoryName, metaFile, suffix, xmlName }) => ({
        childXmlNames,
        directoryName,
        inFolder: false,
        metaFile,
        suffix,
        xmlName,
      })),
      organizationNamespace: '',
      partialSaveAllowed: false,
      testRequired: false,
    },
  };
}

function listMetadata(context: SoapContext, request: SoapRequest): XmlElements {
  administrator(context, request);
  const types = childrenOf(request.parameters, 'queries').map((query) => textAt(query, 'type') ?? '');
  const unknown = types.find((type) => !isMetadataType(type));
  if (unknown !== undefined) {
    throw new OrgError('INVALID_TYPE', `Unknown type:${unknown}`);
  }
  return {
    result: types
      .flatMap((type) => listComponents(context.org.metadata, type))
      .map((component) => fileProperties(context, component)),
  };
}

function readMetadata(context: SoapContext, request: SoapRequest): XmlElements {
  administrator(context, request);
  const type = textAt(request.parameters, 'type') ?? '';
  const records = childrenOf(request.parameters, 'fullNames').map((fullName): XmlValue => {
    const name = String(fullName);
    const component = context.org.metadata.get(type, name);
    if (component !== undefined) return new RawXml(definitionOf(component));
    const part = partNamed(context.org.metadata, type, name);
    return part === undefined ? null : new RawXml(definitionOfPart(part, name));
  });
  return { result: { records } };
}

async function retrieve(context: SoapContext, request: SoapRequest): Promise<XmlElements> {
  administrator(context, request);
  // The WSDL says retrieveRequest; jsforce, and the CLI through it, sends request.
  const wanted = child(request.parameters, 'retrieveRequest') ?? child(request.parameters, 'request') ?? {};
  const retrieval = await context.retrievals.start(context.org, {
    types: childrenOf(child(wanted, 'unpackaged'), 'types').map(toWantedType),
    version: textAt(wanted, 'apiVersion') ?? context.version,
    singlePackage: isTrueAt(wanted, 'singlePackage'),
  });
  return { result: { done: false, id: retrieval.id, state: 'Queued' } };
}

function checkRetrieveStatus(context: SoapContext, request: SoapRequest): XmlElements {
  administrator(context, request);
  const { id, zipFile, components, problems } = context.retrievals.status(
    textAt(request.parameters, 'asyncProcessId') ?? '',
  );
  return {
    result: {
      done: true,
      fileProperties: components.map((component) => fileProperties(context, component)),
      id,
      messages: problems.map((problem) => ({ fileName: 'unpackaged/package.xml', problem })),
      status: 'Succeeded',
      success: true,
      zipFile,
    },
  };
}

function toWantedType(types: Parsed): { name: string; members: string[] } {
  return { name: textAt(types, 'name') ?? '', members: childrenOf(types, 'members').map(String) };
}

/** The org keeps the last change of a component only: it stands for the creation, too. */
function fileProperties(context: SoapContext, component: ListedComponent): XmlElements {
  const { type, fullName, fileName } = component;
  const date = component.lastModifiedDate ?? context.org.now().toISOString();
  const authorId = component.lastModifiedById ?? '';
  const author = context.personName(authorId);
  return {
    createdById: authorId,
    createdByName: author,
    createdDate: date,
    fileName,
    fullName,
    id: '',
    lastModifiedById: authorId,
    lastModifiedByName: author,
    lastModifiedDate: date,
    manageableState: 'unmanaged',
    type,
  };
}

/** The inner XML of a component's definition, with its name: what `readMetadata` answers as a record. */
function definitionOf(component: MetadataComponent): string {
  const definition = [...component.files].find(([, content]) => looksLikeXml(content))?.[1] ?? new Uint8Array();
  const inner = /<\w+[^>]*>([\s\S]*)<\/\w+>\s*$/.exec(Buffer.from(definition).toString('utf8'))?.[1] ?? '';
  const name = `<fullName>${escapeXml(component.fullName)}</fullName>`;
  return inner.trimStart().startsWith('<fullName>') ? inner : name + inner;
}

/** The same of a part of a component: what a field's object calls `Body__c` is `Nugget__c.Body__c` by itself. */
function definitionOfPart(part: XmlElement, fullName: string): string {
  const elements = part.elements.filter(({ name }) => name !== 'fullName');
  const named = [{ name: 'fullName', text: fullName, elements: [] }, ...elements];
  return /<\w+[^>]*>([\s\S]*)<\/\w+>\s*$/.exec(writeXml({ ...part, elements: named }))?.[1] ?? '';
}

function looksLikeXml(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 200)).toString('utf8').trimStart().startsWith('<?xml');
}

function administrator(context: SoapContext, request: SoapRequest): Actor {
  const actor = context.actorOf(request);
  requireMetadataRights(context.org, actor);
  return actor;
}

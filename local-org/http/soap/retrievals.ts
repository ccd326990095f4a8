import JSZip from 'jszip';

import { OrgError } from '../../error.ts';
import { isMetadataType } from '../../metadata/metadata-types.ts';
import { fileOf } from '../../metadata/plan-changes.ts';
import { missingMembers, selectComponents, type ListedComponent } from '../../metadata/select-components.ts';
import type { MetadataComponent, Org } from '../../org.ts';
import { makeId } from '../../schema/ids.ts';
import { escapeXml } from './xml.ts';

/** Which components a client wants; `*` stands for all of a type. */
export interface RetrieveRequest {
  readonly types: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly version: string;
  readonly singlePackage: boolean;
}

export interface Retrieval {
  readonly id: string;
  readonly zipFile: string;
  readonly components: readonly ListedComponent[];
  /** What was asked for in vain. */
  readonly problems: readonly string[];
}

const KEPT = 20;

/** Retrieved packages, waiting to be fetched. */
export class Retrievals {
  readonly #known = new Map<string, Retrieval>();
  #count = Date.now();

  /** Packs the wanted components into a zip in metadata format. */
  async start(org: Org, request: RetrieveRequest): Promise<Retrieval> {
    const members = request.types.flatMap(({ name, members: names }) =>
      names.map((fullName) => ({ type: name, fullName })),
    );
    const components = selectComponents(org.metadata, members);
    const zip = new JSZip();
    const folder = request.singlePackage ? '' : 'unpackaged/';
    for (const component of components) {
      for (const [path, content] of component.files) {
        zip.file(folder + path, content);
      }
    }
    zip.file(`${folder}package.xml`, packageXml(components, request.version));
    this.#count += 1;
    const retrieval = {
      id: makeId('09S', this.#count),
      zipFile: await zip.generateAsync({ type: 'base64' }),
      components: components.map((component) => ({ ...component, fileName: folder + fileOf(component) })),
      problems: missingMembers(org.metadata, members).map(problemOf),
    };
    this.#known.set(retrieval.id, retrieval);
    for (const id of [...this.#known.keys()].slice(0, -KEPT)) {
      this.#known.delete(id);
    }
    return retrieval;
  }

  status(id: string): Retrieval {
    const retrieval = this.#known.get(id);
    if (retrieval === undefined) {
      throw new OrgError('INVALID_ID_FIELD', `No retrieval has the id ${id}`);
    }
    return retrieval;
  }
}

function problemOf({ type, fullName }: { readonly type: string; readonly fullName: string }): string {
  return isMetadataType(type)
    ? `Entity of type '${type}' named '${fullName}' cannot be found`
    : `Entity type: '${type}' is unknown`;
}

function packageXml(components: readonly MetadataComponent[], version: string): string {
  const types = [...new Set(components.map(({ type }) => type))].map((type) => {
    const members = components.filter((component) => component.type === type);
    const names = members.map(({ fullName }) => `<members>${escapeXml(fullName)}</members>`).join('');
    return `<types>${names}<name>${type}</name></types>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">' +
    `${types.join('')}<version>${escapeXml(version)}</version></Package>\n`
  );
}

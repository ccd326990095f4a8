import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const FOLDER = 'force-app/main/default';
const PARSER = new XMLParser({ isArray: (name) => ['objectPermissions', 'fieldPermissions'].includes(name) });

/** What a permission set grants on an object. */
export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** What a permission set grants, as its file says: read here without any code of the org. */
export interface PackageRights {
  of(object: string): ObjectRights;
  readable(object: string, field: string): boolean;
}

export interface PackageField {
  readonly name: string;
  readonly type: string;
  /** Fields that every reader of the object may read: no permission set can name them. */
  readonly isUniversal: boolean;
}

export interface PackageObject {
  readonly name: string;
  readonly sharing: 'Private' | 'Read' | 'ControlledByParent';
  readonly isSearchable: boolean;
  readonly fields: readonly PackageField[];
}

interface PermissionSetFile {
  readonly PermissionSet: {
    readonly objectPermissions?: readonly Readonly<Record<string, string | boolean>>[];
    readonly fieldPermissions?: readonly {
      readonly field: string;
      readonly readable: boolean;
    }[];
  };
}

interface FieldFile {
  readonly CustomField: { readonly fullName: string; readonly type: string; readonly required?: boolean };
}

interface ObjectFile {
  readonly CustomObject: { readonly sharingModel: PackageObject['sharing']; readonly enableSearch?: boolean };
}

const read = <T>(...path: string[]): T => PARSER.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as T;

/** @param name a permission set of the package; undefined: nothing is granted */
export function packageRights(name: string | undefined): PackageRights {
  const { objectPermissions = [], fieldPermissions = [] } =
    name === undefined ? {} : read<PermissionSetFile>('permissionsets', `${name}.permissionset-meta.xml`).PermissionSet;
  const objects = new Map(objectPermissions.map((each) => [each['object'], each]));
  const fields = new Map(fieldPermissions.map((each) => [each.field, each]));
  return {
    of: (object) => {
      const granted = objects.get(object) ?? {};
      const may = (right: string): boolean => granted[right] === true;
      return {
        read: may('allowRead'),
        create: may('allowCreate'),
        edit: may('allowEdit'),
        delete: may('allowDelete'),
        viewAll: may('viewAllRecords'),
        modifyAll: may('modifyAllRecords'),
      };
    },
    readable: (object, field) => fields.get(`${object}.${field}`)?.readable === true,
  };
}

/** The custom objects of the package with their fields. */
export function packageObjects(): readonly PackageObject[] {
  return readdirSync(join(FOLDER, 'objects'))
    .filter((name) => name.endsWith('__c'))
    .map((name) => {
      const { sharingModel, enableSearch } = read<ObjectFile>('objects', name, `${name}.object-meta.xml`).CustomObject;
      return { name, sharing: sharingModel, isSearchable: enableSearch === true, fields: fieldsOf(name) };
    });
}

function fieldsOf(object: string): readonly PackageField[] {
  const folder = join(FOLDER, 'objects', object, 'fields');
  return (existsSync(folder) ? readdirSync(folder) : []).map((file) => {
    const { fullName, type, required } = read<FieldFile>('objects', object, 'fields', file).CustomField;
    return { name: fullName, type, isUniversal: required === true || type === 'MasterDetail' };
  });
}

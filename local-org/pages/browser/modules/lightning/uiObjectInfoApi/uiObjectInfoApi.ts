import type { FieldId } from '../../../data/field-path.ts';
import { objectOf, pathOf } from '../../../data/field-path.ts';
import { objectInfo, picklistValues } from '../../../data/object-info.ts';
import type { ObjectInfo, PicklistValues } from '../../../data/object-info.ts';
import { PromiseAdapter } from './promiseAdapter.ts';

export type { ObjectInfo, PicklistValues };

type ObjectName = string | { readonly objectApiName: string } | undefined;

/** Wire adapter: an object's label, key prefix, fields and what this person may do with them. */
export class getObjectInfo extends PromiseAdapter<{ readonly objectApiName?: ObjectName }, ObjectInfo> {
  protected override load({ objectApiName }: { readonly objectApiName?: ObjectName }): Promise<ObjectInfo> | undefined {
    const name = nameOf(objectApiName);
    return name === undefined ? undefined : objectInfo(name);
  }
}

type ObjectInfosConfig = { readonly objectApiNames?: readonly ObjectName[] | undefined };
type ObjectInfos = { readonly results: readonly { readonly statusCode: number; readonly result: unknown }[] };

/** Wire adapter: several objects at once. */
export class getObjectInfos extends PromiseAdapter<ObjectInfosConfig, ObjectInfos> {
  protected override load({ objectApiNames }: ObjectInfosConfig): Promise<ObjectInfos> | undefined {
    const names = objectApiNames?.map(nameOf).filter((name) => name !== undefined);
    return names === undefined
      ? undefined
      : Promise.all(
          names.map((name) =>
            objectInfo(name).then(
              (result) => ({ statusCode: 200, result }),
              (result: unknown) => ({ statusCode: (result as { status?: number }).status ?? 500, result }),
            ),
          ),
        ).then((results) => ({ results }));
  }
}

type PicklistConfig = { readonly recordTypeId?: string | undefined; readonly fieldApiName?: FieldId | undefined };

/** Wire adapter: the values of one picklist field. */
export class getPicklistValues extends PromiseAdapter<PicklistConfig, PicklistValues> {
  protected override load({ recordTypeId, fieldApiName }: PicklistConfig): Promise<PicklistValues> | undefined {
    if (recordTypeId === undefined || fieldApiName === undefined) return undefined;
    const [field = ''] = pathOf(fieldApiName);
    return picklistValues(objectOf(fieldApiName), recordTypeId).then((byField) => {
      const values = byField[field];
      if (values === undefined) throw new Error(`${field} is not a picklist field of ${objectOf(fieldApiName)}.`);
      return values;
    });
  }
}

type AllPicklistsConfig = { readonly objectApiName?: ObjectName; readonly recordTypeId?: string | undefined };
type AllPicklists = { readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> };

/** Wire adapter: the values of every picklist field of an object. */
export class getPicklistValuesByRecordType extends PromiseAdapter<AllPicklistsConfig, AllPicklists> {
  protected override load({ objectApiName, recordTypeId }: AllPicklistsConfig): Promise<AllPicklists> | undefined {
    const name = nameOf(objectApiName);
    if (name === undefined || recordTypeId === undefined) return undefined;
    return picklistValues(name, recordTypeId).then((picklistFieldValues) => ({ picklistFieldValues }));
  }
}

function nameOf(object: ObjectName): string | undefined {
  return typeof object === 'string' ? object : object?.objectApiName;
}

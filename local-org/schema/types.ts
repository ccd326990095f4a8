/** The data types of fields, named as in the platform's describe results. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  /** Any of the others: old and new values in histories. */
  | 'anyType';

/** A formula field's or rule's source with what the platform needs to evaluate it. */
export interface FormulaDefinition {
  readonly source: string;
  readonly blanksAs: 'zero' | 'blank';
}

/** A roll-up summary over the details of a master-detail relationship. */
export interface RollupDefinition {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  readonly foreignKey: string;
  readonly field?: string;
  /** Only details that meet all of these count. */
  readonly filters?: readonly RollupFilter[];
}

export interface RollupFilter {
  /** A field of the detail. */
  readonly field: string;
  readonly operation: FilterOperation;
  /** As metadata writes it: several values stand between commas, and any of them will do. */
  readonly value: string;
}

/** The filter operations of the Metadata API (`FilterOperation`), but for `within`, which is about distances. */
export const FILTER_OPERATIONS = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
] as const;

export type FilterOperation = (typeof FILTER_OPERATIONS)[number];

export interface PicklistDefinition {
  readonly values: readonly PicklistValue[];
  /** A restricted picklist refuses values that are not listed. */
  readonly restricted: boolean;
  /** Which values go with which of another field; pages offer only these, and no API refuses others. */
  readonly dependency?: PicklistDependency;
}

export interface PicklistDependency {
  /** A picklist or checkbox of the same object. */
  readonly controller: string;
  /** By value: the controlling values that it goes with. */
  readonly validFor: ReadonlyMap<string, readonly string[]>;
}

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly active: boolean;
}

/** What happens to a record when the record that its lookup points to is deleted. */
export type DeleteConstraint = 'setNull' | 'restrict' | 'cascade';

export interface FieldDefinition {
  /** API name, e.g. `StageName` or `Key__c`. */
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly helpText?: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Maximum characters of a text; total digits of a number are `precision`. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  /** True when a record must hold a value. */
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly nameField: boolean;
  /** Rich text. */
  readonly html: boolean;
  /** A formula source for the default, e.g. `TODAY()`, or a literal as formula text. */
  readonly defaultValue?: string;
  readonly formula?: FormulaDefinition;
  readonly rollup?: RollupDefinition;
  readonly autoNumberFormat?: string;
  /** The first number that is given out; 1 unless stated. */
  readonly autoNumberStart?: number;
  readonly picklist?: PicklistDefinition;
  /** Objects that a reference may point to; several for a polymorphic one (`OwnerId`, `WhatId`). */
  readonly referenceTo: readonly string[];
  /** The name of the way up, e.g. `Owner` or `Nugget__r`. */
  readonly relationshipName?: string;
  /** The name of the way down from the parent, e.g. `Situation_Rules__r`, `Opportunities`. */
  readonly childRelationshipName?: string;
  /** True where the history of the record's object keeps the field's changes. */
  readonly trackHistory?: boolean;
  readonly masterDetail: boolean;
  /** Whether writing the detail takes no more than reading its master. */
  readonly writeRequiresMasterRead: boolean;
  readonly deleteConstraint: DeleteConstraint;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  /** True means that the record is refused. */
  readonly condition: string;
  readonly message: string;
  readonly errorField?: string;
}

/** Whose field history an object keeps. */
export interface HistoryLink {
  readonly object: string;
  /** The reference to the record that changed: `AccountId`, or `ParentId` for a custom object. */
  readonly reference: string;
}

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly description?: string;
  /** The first three characters of the object's ids. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly sharingModel: SharingModel;
  readonly fields: readonly FieldDefinition[];
  readonly validationRules: readonly ValidationRule[];
  /** True while changes of its tracked fields are kept. */
  readonly enableHistory?: boolean;
  /** Set on the object that keeps another's field history. */
  readonly historyOf?: HistoryLink;
  /** Object-level facts that differ between standard objects. */
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly searchable: boolean;
  /** True where the UI API (and so GraphQL) knows the object. */
  readonly uiApi: boolean;
  /** Field API names of the compact layout shown in the record header. */
  readonly compactLayout: readonly string[];
}

export interface ChildRelationship {
  readonly name: string;
  readonly childObject: string;
  readonly field: FieldDefinition;
}

/** All objects of the org. Names are looked up without regard to case, as the platform does. */
export interface Schema {
  readonly objects: readonly ObjectDefinition[];
  object(name: string): ObjectDefinition | undefined;
  field(object: string, field: string): FieldDefinition | undefined;
  /** The reference field whose way up has this name, e.g. (`Contact`, `Account`) → `AccountId`. */
  parent(object: string, relationshipName: string): FieldDefinition | undefined;
  child(object: string, relationshipName: string): ChildRelationship | undefined;
  childRelationships(object: string): readonly ChildRelationship[];
  objectByKeyPrefix(prefix: string): ObjectDefinition | undefined;
}

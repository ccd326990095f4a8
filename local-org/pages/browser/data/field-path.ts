/** A field as components name it: `Opportunity.StageName`, or what `@salesforce/schema` gives. */
export type FieldId = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** `Opportunity.Account.Name` from either form. */
export function qualifiedName(field: FieldId): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The way from the record to the field: `['Account', 'Name']`. */
export function pathOf(field: FieldId): readonly string[] {
  return qualifiedName(field).split('.').slice(1);
}

export function objectOf(field: FieldId): string {
  return qualifiedName(field).split('.')[0] ?? '';
}

import { compileDefault, compileFieldFormula, compileRule } from '../schema/formula/compile-field.ts';
import type { CompiledFormula } from '../schema/formula/types.ts';
import { RollupFilterError, rollupFilterSql } from '../query/rollup-filter.ts';
import { raw } from '../query/sql.ts';
import type { FieldDefinition, ObjectDefinition, RollupFilter, Schema } from '../schema/types.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { fieldsOnPath } from './fields-on-path.ts';
import { MetadataFault } from './metadata-fault.ts';

/** What in a schema does not fit together: formulas, rules, defaults, relationships, roll-ups. */
export function checkSchema(schema: Schema, permissions: ReadonlySet<string>): ComponentFault[] {
  const faults: ComponentFault[] = [];
  for (const object of schema.objects) {
    const names = new Set<string>();
    for (const field of object.fields) {
      if (!field.custom) continue;
      noteFault(faults, 'CustomField', `${object.name}.${field.name}`, () => {
        if (names.has(field.name.toLowerCase())) throw new MetadataFault(`duplicate value found: ${field.name}`);
        names.add(field.name.toLowerCase());
        checkRelationship(schema, object, field);
        checkRollup(schema, object, field);
        checkController(schema, object, field);
        if (field.formula) checkPermissions(compileFieldFormula(schema, object.name, field), permissions);
        if (field.formula) checkCycle(schema, object.name, field, [`${object.name}.${field.name}`.toLowerCase()]);
        compileDefault(schema, object.name, field);
      });
    }
    for (const rule of object.validationRules) {
      noteFault(faults, 'ValidationRule', `${object.name}.${rule.name}`, () => {
        checkPermissions(compileRule(schema, object.name, rule), permissions);
        if (rule.errorField !== undefined && !schema.field(object.name, rule.errorField)) {
          throw new MetadataFault(`Field ${rule.errorField} does not exist. Check spelling.`);
        }
      });
    }
  }
  return faults;
}

function checkPermissions(formula: CompiledFormula, permissions: ReadonlySet<string>): void {
  for (const name of formula.permissions) {
    if (!permissions.has(name)) throw new MetadataFault(`Field $Permission.${name} does not exist. Check spelling.`);
  }
}

function checkRelationship(schema: Schema, object: ObjectDefinition, field: FieldDefinition): void {
  for (const target of field.referenceTo) {
    if (!schema.object(target))
      throw new MetadataFault(`referenceTo value of '${target}' does not resolve to a valid sObject type`);
    const down = field.childRelationshipName;
    if (down === undefined) continue;
    const sharing = schema.objects.flatMap((child) =>
      child.fields
        .filter(
          (one) => one.childRelationshipName?.toLowerCase() === down.toLowerCase() && one.referenceTo.includes(target),
        )
        .map((one) => ({ child, field: one })),
    );
    const [first] = sharing;
    if (first && (first.child.name !== object.name || first.field.name !== field.name)) {
      throw new MetadataFault(`There is already a Child Relationship named ${down.replace(/__r$/, '')} on ${target}.`);
    }
  }
}

function checkController(schema: Schema, object: ObjectDefinition, { picklist }: FieldDefinition): void {
  const name = picklist?.dependency?.controller;
  if (name === undefined) return;
  const controller = schema.field(object.name, name);
  if (!controller)
    throw new MetadataFault(`In field: controllingField - no CustomField named ${object.name}.${name} found`);
  if (!['picklist', 'boolean'].includes(controller.type)) {
    throw new MetadataFault(`A ${controller.type} cannot control a picklist: ${name}`);
  }
}

function checkRollup(schema: Schema, object: ObjectDefinition, { rollup }: FieldDefinition): void {
  if (!rollup) return;
  const { childObject, foreignKey, field, operation, filters = [] } = rollup;
  const key = schema.field(childObject, foreignKey);
  if (!key?.masterDetail || !key.referenceTo.includes(object.name)) {
    throw new MetadataFault(
      `Invalid summaryForeignKey: ${childObject}.${foreignKey} is no master-detail field to ${object.name}`,
    );
  }
  for (const filter of filters) checkRollupFilter(schema, childObject, filter);
  if (field === undefined) return;
  const source = schema.field(childObject, field);
  if (!source) throw new MetadataFault(`Invalid summarizedField: ${childObject}.${field} does not exist`);
  const numeric = ['int', 'double', 'currency', 'percent'].includes(source.type);
  const dated = operation !== 'sum' && ['date', 'datetime'].includes(source.type);
  if (!numeric && !dated)
    throw new MetadataFault(`Invalid summarizedField: a ${source.type} cannot be rolled up by ${operation}`);
}

function checkRollupFilter(schema: Schema, childObject: string, filter: RollupFilter): void {
  const field = schema.field(childObject, filter.field);
  if (!field) {
    throw new MetadataFault(`Invalid summaryFilterItems: ${childObject}.${filter.field} does not exist`);
  }
  const resolved = { sql: raw('NULL'), field, object: childObject, path: [field.name], stored: false };
  try {
    rollupFilterSql(resolved, filter, '2000-01-01');
  } catch (error) {
    if (!(error instanceof RollupFilterError)) throw error;
    throw new MetadataFault(`Invalid summaryFilterItems: ${childObject}.${filter.field}: ${error.message}`);
  }
}

/** Refuses a formula that comes back to itself through other formula fields. */
function checkCycle(schema: Schema, object: string, field: FieldDefinition, way: readonly string[]): void {
  for (const path of compileFieldFormula(schema, object, field).paths) {
    const end = fieldsOnPath(schema, object, path).at(-1);
    if (!end?.field.formula) continue;
    const name = `${end.object}.${end.field.name}`.toLowerCase();
    if (way.includes(name))
      throw new MetadataFault(`Field ${end.field.name} cannot be used here: the formula refers to itself`);
    checkCycle(schema, end.object, end.field, [...way, name]);
  }
}

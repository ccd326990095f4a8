import type { FieldPath } from '../query/plan.ts';
import { compileFieldFormula, compileRule } from '../schema/formula/compile-field.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/types.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { fieldsOnPath } from './fields-on-path.ts';
import type { Deletion } from './read-package.ts';

/** A field that must not go, and the component that needs it. */
export interface NeededField {
  readonly fault: ComponentFault;
  readonly neededBy: { readonly type: string; readonly fullName: string };
}

/**
 * Deleted fields that a formula, a rule or a roll-up needs which stays. The platform reports the field, not what needs
 * it.
 *
 * @param schema the org as it would be without the deletions
 */
export function neededFields(schema: Schema, deletions: readonly Deletion[]): NeededField[] {
  const gone = new Map(deletions.map((deletion) => [keyOf(deletion.type, deletion.fullName), deletion]));
  const goes = (type: string, object: string, name?: string): Deletion | undefined => {
    return gone.get(keyOf(type, name === undefined ? object : `${object}.${name}`));
  };
  return schema.objects.flatMap((object) => {
    if (goes('CustomObject', object.name)) return [];
    return usersOf(schema, object).flatMap(({ type, name, words, uses }) => {
      if (goes(type, object.name, name)) return [];
      return uses.flatMap((used) => {
        const deletion = gone.get(keyOf('CustomField', used));
        if (!deletion) return [];
        const { fullName, fileName } = deletion;
        const message = `This custom field is referenced elsewhere in salesforce.com. Remove the usage and try again. : ${words}.`;
        const fault = { type: 'CustomField', fullName, fileName, message };
        return [{ fault, neededBy: { type, fullName: `${object.name}.${name}` } }];
      });
    });
  });
}

/** Something of an object that is computed from fields. */
interface FieldUser {
  readonly type: string;
  readonly name: string;
  /** As an error names it. */
  readonly words: string;
  /** `Object.Field` of all that it is computed from. */
  readonly uses: readonly string[];
}

function usersOf(schema: Schema, object: ObjectDefinition): FieldUser[] {
  const { name, label } = object;
  const onPaths = (paths: readonly FieldPath[]): string[] => {
    return paths.flatMap((path) => fieldsOnPath(schema, name, path).map((at) => `${at.object}.${at.field.name}`));
  };
  const fields = object.fields.filter(({ custom }) => custom);
  const ofFields = fields.flatMap((field: FieldDefinition): FieldUser[] => {
    const { formula, rollup } = field;
    const user = { type: 'CustomField', name: field.name };
    if (formula) {
      // A formula that does not compile has a fault of its own.
      const paths = noteFault([], '', '', () => compileFieldFormula(schema, name, field).paths) ?? [];
      return [{ ...user, words: `Custom Formula Field - ${name}.${field.name}`, uses: onPaths(paths) }];
    }
    if (!rollup) return [];
    const { foreignKey, field: summed, filters = [] } = rollup;
    const uses = [foreignKey, ...(summed === undefined ? [] : [summed]), ...filters.map((filter) => filter.field)];
    return [
      {
        ...user,
        words: `${label} Custom Fields: ${field.label}`,
        uses: uses.map((used) => `${rollup.childObject}.${used}`),
      },
    ];
  });
  const ofRules = object.validationRules.map((rule): FieldUser => {
    const paths = noteFault([], '', '', () => compileRule(schema, name, rule).paths) ?? [];
    return {
      type: 'ValidationRule',
      name: rule.name,
      words: `Validation Rule - ${name}.${rule.name}`,
      uses: onPaths(paths),
    };
  });
  return [...ofFields, ...ofRules];
}

function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName}`.toLowerCase();
}

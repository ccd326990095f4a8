import type { ChildSelection, FieldGroup, SelectedField, TypeSelection } from '../plan.ts';
import { readPath, readReference, type Names } from './references.ts';
import type { TokenReader } from './token-reader.ts';

/** What stands between SELECT and FROM. */
export interface SelectList {
  readonly fields: SelectedField[];
  readonly fieldGroups: FieldGroup[];
  readonly typeBranches: TypeSelection[];
  readonly children: ChildSelection[];
}

const GROUPS: Readonly<Record<string, FieldGroup>> = { ALL: 'all', STANDARD: 'standard', CUSTOM: 'custom' };

export function readSelectList(reader: TokenReader, names: Names, readChild: () => ChildSelection): SelectList {
  const list: SelectList = { fields: [], fieldGroups: [], typeBranches: [], children: [] };
  reader.list(() => {
    if (reader.isSymbol('(') && reader.isWord('SELECT', 1)) {
      reader.next();
      list.children.push(readChild());
      reader.expectSymbol(')');
    } else if (reader.isWord('TYPEOF')) {
      list.typeBranches.push(readTypeBranches(reader, names));
    } else if (reader.isWord('FIELDS') && reader.isSymbol('(', 1)) {
      list.fieldGroups.push(readFieldGroup(reader));
    } else {
      list.fields.push(readSelected(reader, names));
    }
  });
  return list;
}

function readSelected(reader: TokenReader, names: Names): SelectedField {
  if (reader.isWord('FROM')) return reader.unexpected();
  const reference = readReference(reader, names);
  const token = reader.peek();
  if (token.kind !== 'word' || reader.isWord('FROM')) return reference;
  return { ...reference, alias: reader.next().text };
}

function readFieldGroup(reader: TokenReader): FieldGroup {
  reader.next();
  reader.expectSymbol('(');
  const token = reader.expectName();
  const group = GROUPS[token.text.toUpperCase()] ?? reader.unexpected(token);
  reader.expectSymbol(')');
  return group;
}

function readTypeBranches(reader: TokenReader, names: Names): TypeSelection {
  reader.next();
  const { at } = reader.peek();
  const path = readPath(reader, names);
  if (path.length !== 1) return reader.fail('TYPEOF is only supported for relationships of the queried object', at);
  // The fields belong to the parent, so that no alias and no object name can stand before them.
  const parentNames: Names = { object: '', aliases: new Map(), isRelationship: () => true };
  const fields = (): SelectedField[] => reader.list(() => readReference(reader, parentNames));
  const branches: { object: string; fields: SelectedField[] }[] = [];
  while (reader.takeWords('WHEN')) {
    const object = reader.expectName().text;
    reader.expectWord('THEN');
    branches.push({ object, fields: fields() });
  }
  if (branches.length === 0) return reader.unexpected();
  const otherwise = reader.takeWords('ELSE') ? fields() : [];
  reader.expectWord('END');
  return { relationshipName: path[0] ?? '', branches, otherwise, at };
}

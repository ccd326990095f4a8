import type { LayoutSection } from '../../model/types.ts';
import { fieldCell, type FieldCell } from './field-cell.ts';
import type { FieldInfo, ObjectInfo, PicklistValues } from './object-info.ts';
import type { RecordRepresentation } from './record.ts';

/** A field of the detail panel, in reading or in editing. */
export interface DetailField extends FieldCell {
  readonly info: FieldInfo;
  readonly editable: boolean;
  readonly editing: boolean;
  readonly editLabel: string;
  readonly options: PicklistValues['values'];
}

export interface DetailSection {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly {
    readonly key: number;
    readonly className: string;
    readonly fields: readonly DetailField[];
  }[];
}

export interface EditState {
  readonly editing: boolean;
  readonly picklists: Readonly<Record<string, PicklistValues>>;
}

/** The layout's sections filled with a record; fields this person may not see are left out, empty sections too. */
export function detailSections(
  layout: readonly LayoutSection[],
  info: ObjectInfo,
  record: RecordRepresentation,
  state: EditState,
): DetailSection[] {
  return layout.flatMap(({ label, columns }, index) => {
    const filled = columns.map((names) =>
      names.flatMap((name) => {
        const field = info.fields[name];
        return field === undefined || record.fields[name] === undefined
          ? []
          : [detailField(field, info, record, state)];
      }),
    );
    if (filled.every((fields) => fields.length === 0)) return [];
    const width = filled.length > 1 ? ' slds-medium-size_1-of-2' : '';
    return {
      key: `${index} ${label}`,
      label,
      columns: filled.map((fields, key) => ({ key, className: `slds-col slds-size_1-of-1${width} column`, fields })),
    };
  });
}

function detailField(field: FieldInfo, info: ObjectInfo, record: RecordRepresentation, state: EditState): DetailField {
  const cell = fieldCell(record, field);
  // A lookup is changed where its record can be searched for, and rich text where it can be formatted.
  const editable =
    info.updateable && field.updateable && field.dataType !== 'Reference' && field.htmlFormatted !== true;
  return {
    ...cell,
    info: field,
    editable,
    editing: editable && state.editing,
    editLabel: `Edit ${cell.label}`,
    options: state.picklists[field.apiName]?.values ?? [],
  };
}

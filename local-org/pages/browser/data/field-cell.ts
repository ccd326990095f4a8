import type { FieldInfo } from './object-info.ts';
import type { RecordRepresentation } from './record.ts';
import { shownField } from './record-fields.ts';

/** A labelled value, ready for `shell-output-field`. */
export interface FieldCell {
  readonly name: string;
  readonly label: string;
  /** False while the value is on its way. */
  readonly known: boolean;
  readonly type?: string;
  readonly content?: string | number | boolean | null;
  readonly display?: string | null;
  readonly linkTo?: string | null;
  readonly scale?: number;
  readonly html?: boolean;
  readonly help?: string | null;
}

export function fieldCell(record: RecordRepresentation | undefined, info: FieldInfo): FieldCell {
  const { value, displayValue, linkLabel } = shownField(record, info);
  const content = typeof value === 'object' ? null : (value ?? null);
  const isReference = info.dataType === 'Reference';
  return {
    name: info.apiName,
    label: isReference ? info.label.replace(/ ID$/, '') : info.label,
    known: record !== undefined,
    type: info.dataType,
    content,
    display: isReference ? (linkLabel ?? null) : (displayValue ?? null),
    linkTo: isReference && typeof content === 'string' ? content : null,
    ...(info.scale === undefined ? {} : { scale: info.scale }),
    html: info.htmlFormatted === true,
    help: info.inlineHelpText ?? null,
  };
}

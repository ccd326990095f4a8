import type { FieldDefinition, FilterOperation, RollupFilter } from '../schema/types.ts';
import { FILTER_OPERATIONS } from '../schema/types.ts';
import { requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { children, textAt, type XmlElement } from './xml.ts';

/**
 * A roll-up summary from its metadata. Its type is that of a number until its source is known.
 *
 * @throws MetadataFault for what the platform would not accept.
 */
export function readSummary(element: XmlElement): Partial<FieldDefinition> & { readonly type: 'double' } {
  const operation = requiredText(element, 'summaryOperation');
  if (operation !== 'count' && operation !== 'sum' && operation !== 'min' && operation !== 'max') {
    throw new MetadataFault(`'${operation}' is not a valid value for the enum 'SummaryOperations'`);
  }
  const [childObject = '', foreignKey = ''] = requiredText(element, 'summaryForeignKey').split('.');
  const summarized = operation === 'count' ? undefined : requiredText(element, 'summarizedField').split('.')[1];
  const filters = children(element, 'summaryFilterItems').map((item) => readFilter(item, childObject));
  return {
    type: 'double',
    precision: 18,
    scale: 0,
    createable: false,
    updateable: false,
    rollup: {
      operation,
      childObject,
      foreignKey,
      ...(summarized === undefined ? {} : { field: summarized }),
      ...(filters.length === 0 ? {} : { filters }),
    },
  };
}

function readFilter(item: XmlElement, childObject: string): RollupFilter {
  const path = requiredText(item, 'field');
  const [object, field = ''] = path.split('.');
  if (object !== childObject) {
    throw new MetadataFault(`Invalid summaryFilterItems: ${path} is no field of ${childObject}`);
  }
  const operation = requiredText(item, 'operation');
  if (!isOperation(operation)) {
    throw new MetadataFault(`'${operation}' is not a valid value for the enum 'FilterOperation'`);
  }
  if (textAt(item, 'valueField') !== undefined) {
    throw new MetadataFault(`Invalid summaryFilterItems: ${path} can only be compared with a value`);
  }
  return { field, operation, value: textAt(item, 'value') ?? '' };
}

function isOperation(text: string): text is FilterOperation {
  return FILTER_OPERATIONS.some((operation) => operation === text);
}

import {
  checkbox,
  detailOf,
  field,
  number,
  picklist,
  reference,
  standardObject,
  text,
  textArea,
  READ_ONLY,
} from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';

export const product2 = standardObject(
  'Product2',
  '01t',
  [
    ...identityFields(),
    text('Name', 255, { nameField: true, required: true, label: 'Product Name' }),
    text('ProductCode', 255),
    textArea('Description', 4000, { label: 'Product Description' }),
    checkbox('IsActive', { label: 'Active' }),
    picklist('Family', ['None'], { label: 'Product Family' }),
    text('StockKeepingUnit', 180, { label: 'Product SKU' }),
    field('DisplayUrl', 'url', { length: 1000, label: 'Display URL' }),
    text('ExternalId', 255, { label: 'External ID' }),
    picklist('QuantityUnitOfMeasure', ['Each'], { label: 'Quantity Unit Of Measure' }),
    checkbox('IsArchived', { ...READ_ONLY, label: 'Archived' }),
    ...auditFields(),
    ...viewedFields(),
  ],
  {
    label: 'Product',
    searchable: true,
    uiApi: true,
    compactLayout: ['Name', 'ProductCode', 'Family'],
  },
);

export const pricebook2 = standardObject(
  'Pricebook2',
  '01s',
  [
    ...identityFields(),
    text('Name', 255, { nameField: true, required: true, label: 'Price Book Name' }),
    text('Description', 255),
    checkbox('IsActive', { label: 'Active' }),
    checkbox('IsArchived', { ...READ_ONLY, label: 'Archived' }),
    checkbox('IsStandard', { ...READ_ONLY, label: 'Is Standard Price Book' }),
    ...auditFields(),
    ...viewedFields(),
  ],
  { label: 'Price Book', uiApi: true, compactLayout: ['Name', 'IsActive'] },
);

export const pricebookEntry = standardObject(
  'PricebookEntry',
  '01u',
  [
    ...identityFields(),
    text('Name', 255, { ...READ_ONLY, nameField: true, label: 'Product Name' }),
    detailOf('Pricebook2', 'Pricebook2Id', 'PricebookEntries', { label: 'Price Book ID' }),
    reference('Product2Id', ['Product2'], {
      label: 'Product ID',
      child: 'PricebookEntries',
      required: true,
      deleteConstraint: 'cascade',
      updateable: false,
    }),
    number('UnitPrice', 'currency', 18, 2, { required: true, label: 'List Price' }),
    checkbox('IsActive', { label: 'Active' }),
    checkbox('UseStandardPrice'),
    text('ProductCode', 255, READ_ONLY),
    checkbox('IsArchived', { ...READ_ONLY, label: 'Archived' }),
    ...auditFields(),
  ],
  {
    label: 'Price Book Entry',
    sharingModel: 'ControlledByParent',
    uiApi: true,
    compactLayout: ['Name', 'UnitPrice'],
  },
);

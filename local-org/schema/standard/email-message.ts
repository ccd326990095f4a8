import {
  READ_ONLY,
  checkbox,
  field,
  picklist,
  picklistOf,
  reference,
  standardObject,
  text,
  textArea,
} from '../field.ts';
import { auditFields, identityFields } from '../system-fields.ts';
import type { PicklistDefinition } from '../types.ts';

const STATUS_LABELS = ['New', 'Read', 'Replied', 'Sent', 'Forwarded', 'Draft'];

/** The values are numbers; their labels are what a person reads. */
const statuses: PicklistDefinition = {
  restricted: true,
  values: picklistOf(
    STATUS_LABELS.map((_, index) => String(index)),
    true,
  ).values.map((value, index) => ({ ...value, label: STATUS_LABELS[index] ?? value.value })),
};

export const emailMessage = standardObject(
  'EmailMessage',
  '02s',
  [
    ...identityFields(),
    reference('ActivityId', ['Task'], { child: 'EmailMessages', updateable: false }),
    reference('RelatedToId', ['Account', 'Campaign', 'Opportunity', 'Product2'], { child: 'Emails' }),
    text('Subject', 3000, { nameField: true }),
    textArea('TextBody', 131072),
    textArea('HtmlBody', 131072, { label: 'HTML Body', html: true }),
    textArea('Headers', 131072),
    text('FromName', 1000),
    text('FromAddress', 1000),
    picklist('ValidatedFromAddress', [], { label: 'From' }),
    text('ToAddress', 4000),
    text('CcAddress', 4000, { label: 'CC Address' }),
    text('BccAddress', 4000, { label: 'BCC Address' }),
    checkbox('Incoming', { label: 'Is Incoming' }),
    checkbox('HasAttachment', READ_ONLY),
    picklist('Status', [], { picklist: statuses, required: true, defaultValue: '"0"' }),
    field('MessageDate', 'datetime'),
    text('MessageIdentifier', 765),
    text('ThreadIdentifier', 765),
    checkbox('IsClientManaged'),
    checkbox('IsExternallyVisible'),
    checkbox('IsTracked'),
    checkbox('IsOpened', READ_ONLY),
    checkbox('IsBounced', READ_ONLY),
    field('FirstOpenedDate', 'datetime'),
    field('LastOpenedDate', 'datetime'),
    reference('ReplyToEmailMessageId', ['EmailMessage'], { label: 'Email Message ID' }),
    ...auditFields(),
  ],
  { label: 'Email Message', sharingModel: 'ControlledByParent', searchable: true, uiApi: true },
);

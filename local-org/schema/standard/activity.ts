import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields } from '../system-fields.ts';
import type { FieldDefinition } from '../types.ts';

/** Objects that an activity can be about. */
const ABOUT = ['Account', 'Campaign', 'Opportunity', 'Product2'];

function relationFields(child: string): FieldDefinition[] {
  return [
    reference('WhoId', ['Contact', 'Lead'], { label: 'Name ID', child }),
    reference('WhatId', ABOUT, { label: 'Related To ID', child, deleteConstraint: 'cascade' }),
  ];
}

/** The account of the record that the activity is about; kept by the org. */
const accountField = reference('AccountId', ['Account'], READ_ONLY);

const reminderFields = [
  field('ReminderDateTime', 'datetime', { label: 'Reminder Date/Time' }),
  checkbox('IsReminderSet'),
];

export const task = standardObject(
  'Task',
  '00T',
  [
    ...identityFields(),
    ...relationFields('Tasks'),
    text('Subject', 255, { nameField: true }),
    field('ActivityDate', 'date', { label: 'Due Date Only' }),
    picklist('Status', ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred']),
    picklist('Priority', ['High', '*Normal', 'Low']),
    checkbox('IsHighPriority', { ...READ_ONLY, label: 'High Priority' }),
    reference('OwnerId', ['Group', 'User'], { label: 'Assigned To ID' }),
    textArea('Description', 32000),
    picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    accountField,
    checkbox('IsClosed', { ...READ_ONLY, label: 'Closed' }),
    checkbox('IsArchived', { ...READ_ONLY, label: 'Archived' }),
    field('CompletedDateTime', 'datetime', { ...READ_ONLY, label: 'Completed Date/Time' }),
    picklist('TaskSubtype', ['*Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'], {
      restricted: true,
      updateable: false,
    }),
    number('CallDurationInSeconds', 'int', 8, 0, { label: 'Call Duration' }),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { restricted: true }),
    text('CallDisposition', 255, { label: 'Call Result' }),
    text('CallObject', 255, { label: 'Call Object Identifier' }),
    ...reminderFields,
    ...auditFields(),
  ],
  { sharingModel: 'Private', searchable: true, uiApi: true, compactLayout: ['Subject', 'ActivityDate', 'Status'] },
);

export const event = standardObject(
  'Event',
  '00U',
  [
    ...identityFields(),
    ...relationFields('Events'),
    text('Subject', 255, { nameField: true }),
    text('Location', 255),
    checkbox('IsAllDayEvent', { label: 'All-Day Event' }),
    field('ActivityDateTime', 'datetime', { label: 'Due Date Time' }),
    field('ActivityDate', 'date', { label: 'Due Date Only' }),
    number('DurationInMinutes', 'int', 8, 0, { label: 'Duration' }),
    field('StartDateTime', 'datetime', { label: 'Start Date Time' }),
    field('EndDateTime', 'datetime', { label: 'End Date Time' }),
    field('EndDate', 'date', { ...READ_ONLY }),
    accountField,
    reference('OwnerId', ['User'], { label: 'Assigned To ID' }),
    textArea('Description', 32000),
    picklist('Type', ['Email', 'Meeting', 'Other', 'Call']),
    checkbox('IsPrivate', { label: 'Private' }),
    picklist('ShowAs', ['*Busy', 'OutOfOffice', 'Free'], { label: 'Show Time As', restricted: true }),
    checkbox('IsChild', READ_ONLY),
    checkbox('IsGroupEvent', READ_ONLY),
    checkbox('IsArchived', { ...READ_ONLY, label: 'Archived' }),
    picklist('EventSubtype', ['*Event'], { restricted: true, updateable: false }),
    ...reminderFields,
    ...auditFields(),
  ],
  {
    sharingModel: 'Private',
    searchable: true,
    uiApi: true,
    compactLayout: ['Subject', 'StartDateTime', 'EndDateTime'],
  },
);

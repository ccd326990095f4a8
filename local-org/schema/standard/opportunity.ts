import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';
import type { FieldDefinition } from '../types.ts';
import { FORECAST_CATEGORIES, FORECAST_CATEGORY_NAMES, OPPORTUNITY_STAGES } from './opportunity-stages.ts';
import { LEAD_SOURCES } from './shared-picklists.ts';

const OPPORTUNITY_TYPES = [
  'Existing Customer - Upgrade',
  'Existing Customer - Replacement',
  'Existing Customer - Downgrade',
  'New Customer',
];

/** Facts that the platform derives from others; as formulas they are true at every read. */
const derived = (source: string): Partial<FieldDefinition> => ({
  ...READ_ONLY,
  formula: { source, blanksAs: 'blank' },
});

export const opportunity = standardObject(
  'Opportunity',
  '006',
  [
    ...identityFields(),
    reference('AccountId', ['Account'], { child: 'Opportunities', deleteConstraint: 'cascade' }),
    checkbox('IsPrivate', { label: 'Private' }),
    text('Name', 120, { nameField: true, required: true }),
    textArea('Description', 32000),
    picklist(
      'StageName',
      OPPORTUNITY_STAGES.map((stage) => stage.label),
      { label: 'Stage', required: true },
    ),
    number('Amount', 'currency', 18, 2),
    number('Probability', 'percent', 3, 0, { label: 'Probability (%)' }),
    number('ExpectedRevenue', 'currency', 18, 2, {
      label: 'Expected Amount',
      ...derived('Amount * Probability'),
    }),
    number('TotalOpportunityQuantity', 'double', 18, 2, { label: 'Quantity' }),
    field('CloseDate', 'date', { required: true }),
    picklist('Type', OPPORTUNITY_TYPES, { label: 'Opportunity Type' }),
    text('NextStep', 255),
    picklist('LeadSource', LEAD_SOURCES),
    checkbox('IsClosed', { ...READ_ONLY, label: 'Closed' }),
    checkbox('IsWon', { ...READ_ONLY, label: 'Won' }),
    picklist('ForecastCategory', FORECAST_CATEGORIES, { ...READ_ONLY, restricted: true }),
    picklist('ForecastCategoryName', FORECAST_CATEGORY_NAMES, { label: 'Forecast Category', restricted: true }),
    reference('CampaignId', ['Campaign'], { child: 'Opportunities' }),
    checkbox('HasOpportunityLineItem', { ...READ_ONLY, label: 'Has Line Item' }),
    reference('Pricebook2Id', ['Pricebook2'], { label: 'Price Book ID', child: 'Opportunities' }),
    reference('OwnerId', ['User']),
    ...auditFields(),
    field('LastActivityDate', 'date', { ...READ_ONLY, label: 'Last Activity' }),
    number('PushCount', 'int', 9, 0, { ...READ_ONLY }),
    field('LastStageChangeDate', 'datetime', READ_ONLY),
    number('FiscalQuarter', 'int', 9, 0, derived('CEILING(MONTH(CloseDate) / 3)')),
    number('FiscalYear', 'int', 9, 0, derived('YEAR(CloseDate)')),
    text('Fiscal', 6, {
      label: 'Fiscal Period',
      ...derived('IF(ISBLANK(CloseDate), "", TEXT(YEAR(CloseDate)) & " " & TEXT(CEILING(MONTH(CloseDate) / 3)))'),
    }),
    reference('ContactId', ['Contact'], { updateable: false }),
    ...viewedFields(),
    checkbox('HasOpenActivity', READ_ONLY),
    checkbox('HasOverdueTask', READ_ONLY),
    reference('LastAmountChangedHistoryId', ['OpportunityHistory'], {
      ...READ_ONLY,
      label: 'Opportunity History ID',
    }),
    reference('LastCloseDateChangedHistoryId', ['OpportunityHistory'], {
      ...READ_ONLY,
      label: 'Opportunity History ID',
    }),
  ],
  {
    sharingModel: 'Private',
    searchable: true,
    uiApi: true,
    compactLayout: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  },
);

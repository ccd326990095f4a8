const ICONS: Readonly<Record<string, string>> = {
  OpportunityContactRole: 'standard:contact_role',
  OpportunityLineItem: 'standard:opportunity_splits',
  OpportunityTeamMember: 'standard:team_member',
  OpportunityHistory: 'standard:history',
  Pricebook2: 'standard:pricebook',
  PricebookEntry: 'standard:pricebook',
  Product2: 'standard:product',
  User: 'standard:user',
  UserRole: 'standard:user_role',
  EmailMessage: 'standard:email',
};

const SAME_NAMED: readonly string[] = [
  'Account',
  'Campaign',
  'Contact',
  'Event',
  'Lead',
  'Opportunity',
  'Task',
  'Case',
  'Contract',
  'Order',
];

/** The SLDS icon of a standard object. */
export function standardIcon(object: string): string {
  return SAME_NAMED.includes(object) ? `standard:${object.toLowerCase()}` : (ICONS[object] ?? 'standard:record');
}

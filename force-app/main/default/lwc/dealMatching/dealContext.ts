import {
  checkCustomSignal,
  createSignalRegistry,
  type CustomSignal,
  type SignalRegistry,
  type SkillStanding,
} from 'c/core';
import { recordsIn, related, text, type PlainRecord } from 'c/graphqlRecords';
import { toLearningEvents, type OwnEvent } from 'c/nuggetChoice';
import { toReadinessRow, toSkillStanding } from 'c/readinessRecords';

/** What `CONTEXT_QUERY` answered, as ranking wants it. */
export interface DealContext {
  readonly registry: SignalRegistry;
  /** Names of admin-added signals that cannot be used. */
  readonly skippedSignals: readonly string[];
  readonly skills: ReadonlyMap<string, SkillStanding>;
  readonly history: readonly OwnEvent[];
  readonly contactRoleCount: number;
  readonly lineItemCount: number;
  readonly products: readonly string[];
  readonly productFamilies: readonly string[];
}

export function toDealContext(data: unknown): DealContext {
  const { signals, skippedSignals } = usableSignals(recordsIn(data, 'Signal__c'));
  const rows = recordsIn(data, 'Readiness__c').map(toReadinessRow);
  const deal = recordsIn(data, 'Opportunity')[0] ?? {};
  const lineItems = related(deal, 'OpportunityLineItems');
  return {
    registry: createSignalRegistry(signals),
    skippedSignals,
    skills: new Map(rows.flatMap((row) => (row.skillCode ? [[row.skillCode, toSkillStanding(row)] as const] : []))),
    history: toLearningEvents(data),
    contactRoleCount: related(deal, 'OpportunityContactRoles').length,
    lineItemCount: lineItems.length,
    products: distinct(lineItems, 'Product2.Name'),
    productFamilies: distinct(lineItems, 'Product2.Family'),
  };
}

/** One signal that an admin got wrong must not take the panel away from everybody. */
function usableSignals(records: readonly PlainRecord[]): { signals: CustomSignal[]; skippedSignals: string[] } {
  const signals: CustomSignal[] = [];
  const skippedSignals: string[] = [];
  const taken = new Set(createSignalRegistry().signals.keys());
  for (const record of records) {
    const signal: CustomSignal = {
      code: text(record, 'Code__c') ?? '',
      label: text(record, 'Name') ?? '',
      type: (text(record, 'Type__c') ?? 'text') as CustomSignal['type'],
      path: text(record, 'Path__c') ?? '',
    };
    if (checkCustomSignal(signal, taken)) {
      skippedSignals.push(signal.label || signal.code);
    } else {
      signals.push(signal);
      taken.add(signal.code);
    }
  }
  return { signals, skippedSignals };
}

function distinct(records: readonly PlainRecord[], path: string): string[] {
  return [...new Set(records.flatMap((record) => text(record, path) ?? []))];
}

import {
  type CustomSignal,
  type SignalRegistry,
  type ReadinessParameters,
  type SituationRule,
  type SkillState,
  anchorKeysByRule,
  checkRule,
  createSignalRegistry,
  serializeDifficulty,
} from '../../core/index.ts';
import type { OrgInput } from '../connection/index.ts';
import { messageOf } from '../error.ts';
import { groupBy } from '../group-by.ts';
import type { MirrorTable, RawSql, ReplicaDatabase } from '../replica/index.ts';
import { type Encoded, itemCodec, skillCodec } from '../sync/state-codecs.ts';

/** Computed fields of records that people own: what differs from the org, by object. */
export interface FieldUpdates {
  readonly object: string;
  readonly table: MirrorTable;
  readonly updates: readonly {
    readonly record: OrgInput & { readonly Id: string };
    /** The same, in the replica's columns. */
    readonly columns: Readonly<Record<string, string | number | null>>;
  }[];
}

const FAULT_LENGTH = 255;

/** Difficulty of skills and questions as learned from everybody's answers. */
export function difficultyUpdates(sql: RawSql, parameters: ReadinessParameters): FieldUpdates[] {
  const updates = (
    table: 'skill' | 'check_question',
    kind: 'skill' | 'item',
    key: 'code' | 'id',
    decode: (encoded: Encoded, key: string) => SkillState,
  ): FieldUpdates['updates'] =>
    sql
      .rows<[string, string, string | null, Encoded]>(
        `SELECT json_array(t.id, s.key, t.difficulty_state, json(s.value)) AS row FROM ${table} t
         CROSS JOIN replay_state s ON s.kind = '${kind}' AND s.key = t.${key} ORDER BY t.id`,
      )
      .flatMap(([id, ofKey, before, encoded]) => {
        const state = serializeDifficulty(decode(encoded, ofKey), parameters.version);
        return state === before
          ? []
          : [{ record: { Id: id, Difficulty_State__c: state }, columns: { difficulty_state: state } }];
      });
  return [
    { object: 'Skill__c', table: 'skill', updates: updates('skill', 'skill', 'code', skillCodec(parameters).decode) },
    {
      object: 'Check_Question__c',
      table: 'check_question',
      updates: updates('check_question', 'item', 'id', itemCodec(parameters).decode),
    },
  ];
}

/** How often each nugget was opened, and found helpful or not. */
export async function countUpdates(db: ReplicaDatabase): Promise<FieldUpdates> {
  const events = await db
    .selectFrom('learning_event')
    .select(({ fn }) => ['nugget_id', 'type', fn.countAll<number>().as('events')])
    .where('undone', '=', 0)
    .groupBy(['nugget_id', 'type'])
    .execute();
  const counts = new Map(events.map((row) => [`${row.nugget_id} ${row.type}`, Number(row.events)]));
  const nuggets = await db.selectFrom('nugget').select(['id', 'shown', 'helpful', 'not_helpful']).execute();
  return {
    object: 'Nugget__c',
    table: 'nugget',
    updates: nuggets.flatMap((nugget) => {
      const shown = counts.get(`${nugget.id} Viewed`) ?? 0;
      const helpful = counts.get(`${nugget.id} Helpful`) ?? 0;
      const notHelpful = counts.get(`${nugget.id} Not Helpful`) ?? 0;
      // A nugget nobody opened is left blank: that is 0 to every reader.
      const same =
        (nugget.shown ?? 0) === shown && (nugget.helpful ?? 0) === helpful && (nugget.not_helpful ?? 0) === notHelpful;
      if (same) return [];
      return [
        {
          record: { Id: nugget.id, Shown_Count__c: shown, Helpful_Count__c: helpful, Not_Helpful_Count__c: notHelpful },
          columns: { shown, helpful, not_helpful: notHelpful },
        },
      ];
    }),
  };
}

/** Anchor and fault of every rule, in the order in which the page and the import see a nugget's rules. */
export async function ruleUpdates(db: ReplicaDatabase, registry: SignalRegistry): Promise<FieldUpdates> {
  const rows = await db
    .selectFrom('situation_rule')
    .selectAll()
    .orderBy('nugget_id')
    .orderBy('rule_group')
    .orderBy('key')
    .orderBy('id')
    .execute();
  const byNugget = groupBy(rows, ({ nugget_id: nuggetId }) => nuggetId);
  const updates = [...byNugget.values()].flatMap((own) => {
    const rules = own.map((row) => ({
      id: row.id,
      signal: row.signal,
      operator: row.operator as SituationRule['operator'],
      group: row.rule_group,
      ...(row.value === null ? {} : { value: row.value }),
      ...(row.weight === null ? {} : { weight: row.weight }),
    }));
    const anchors = anchorKeysByRule(rules, registry);
    return own.flatMap((row, index) => {
      const rule = rules[index];
      const fault = (rule && checkRule(rule, registry)?.message.slice(0, FAULT_LENGTH)) ?? null;
      const anchor = anchors[index] ?? null;
      if (row.anchor_key === anchor && row.fault === fault) return [];
      return [
        { record: { Id: row.id, Anchor_Key__c: anchor, Fault__c: fault }, columns: { anchor_key: anchor, fault } },
      ];
    });
  });
  return { object: 'Situation_Rule__c', table: 'situation_rule', updates };
}

/** The signals of this org: the built-in ones and its active own ones; one that is wrong is left out and named. */
export async function signalRegistryOf(db: ReplicaDatabase): Promise<{ registry: SignalRegistry; problems: string[] }> {
  const rows = await db.selectFrom('signal').selectAll().where('active', '=', 1).orderBy('code').execute();
  const problems: string[] = [];
  const usable: CustomSignal[] = [];
  for (const { code, label, type, path } of rows) {
    const signal: CustomSignal = { code, label, type: type as CustomSignal['type'], path };
    try {
      createSignalRegistry([...usable, signal]);
      usable.push(signal);
    } catch (error) {
      problems.push(`signal ${code} is left out: ${messageOf(error)}`);
    }
  }
  return { registry: createSignalRegistry(usable), problems };
}

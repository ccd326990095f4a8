/** Which change of which mirrored row has to be noted, and as what. */
interface NotedChange {
  readonly table: string;
  /** The columns that matter; a change of the others is none. */
  readonly columns: string;
  /** Kind of source, and where its id stands; more than one where a row speaks of several. */
  readonly notes: readonly (readonly [object: string, column: string])[];
}

/**
 * What evidence and published rows follow from. `structure` is what everybody's rows follow from. A further mirrored
 * object that readiness rows follow from needs a line here, in a migration of its own.
 */
const NOTED: readonly NotedChange[] = [
  note('check_response', 'owner_id question_id correct created_at', ['check_response', 'id']),
  note('skill_assessment', 'owner_id skill_id level observed_on undone created_at', ['skill_assessment', 'id']),
  note(
    'learning_event',
    'owner_id nugget_id opportunity_id type undone created_at',
    ['learning_event', 'id'],
    ['opportunity', 'opportunity_id'],
  ),
  note('opportunity', 'owner_id closed won close_date stage_changed_at', ['opportunity', 'id']),
  note('check_question', 'skill_id', ['check_question', 'id']),
  note('nugget_skill', 'nugget_id skill_id', ['nugget', 'nugget_id']),
  note('skill', 'code', ['skill', 'id']),
  note('skill', 'code domain component', ['structure', 'id']),
  note('skill_target', 'sales_role skill_id target weight launch_id', ['structure', 'id']),
  note('launch', 'key launch_on active', ['structure', 'id']),
  note('user', 'active sales_role sales_role_start', ['user', 'id']),
];

function note(table: string, columns: string, ...notes: NotedChange['notes']): NotedChange {
  return { table, columns, notes };
}

/**
 * Triggers that note, in the transaction of the change itself, what changed since evidence was last derived. Before it
 * was derived for the first time there is nothing to note: all of it is derived then.
 */
export function changeTriggers(noted: readonly NotedChange[] = NOTED): string[] {
  return noted.flatMap(({ table, columns, notes }) =>
    notes.flatMap(([object, column]) => {
      const name = `${table}_notes_${object}`;
      const isOn = `EXISTS (SELECT 1 FROM setting WHERE name = 'evidence_derived')`;
      const insert = (row: string): string =>
        // A trigger's OR IGNORE gives way to the policy of the statement that fired it; this does not.
        `INSERT INTO changed_source SELECT '${object}', ${row}.${column} WHERE ${row}.${column} IS NOT NULL ON CONFLICT DO NOTHING;`;
      const differs = columns
        .split(' ')
        .map((each) => `OLD.${each} IS NOT NEW.${each}`)
        .join(' OR ');
      return [
        `CREATE TRIGGER ${name}_new AFTER INSERT ON "${table}" WHEN ${isOn} BEGIN ${insert('NEW')} END`,
        `CREATE TRIGGER ${name}_old AFTER DELETE ON "${table}" WHEN ${isOn} BEGIN ${insert('OLD')} END`,
        `CREATE TRIGGER ${name}_other AFTER UPDATE ON "${table}" WHEN ${isOn} AND (${differs}) BEGIN ${insert('OLD')} ${insert('NEW')} END`,
      ];
    }),
  );
}

/** What the sync keeps in order to go on where it stopped; all of it follows from the mirror and can be made again. */
export const INCREMENTAL_TABLES: readonly string[] = [
  // Sources whose evidence has to be derived again.
  'CREATE TABLE changed_source (object TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (object, id)) WITHOUT ROWID',
  // In the one order of the replay. item_id: the question of a check, the nugget of a completion. points: what it did;
  // null for practice, and for what was not replayed yet.
  'CREATE TABLE evidence (at INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, person_id TEXT NOT NULL, skill_code TEXT NOT NULL, item_id TEXT, value REAL NOT NULL, points REAL, PRIMARY KEY (at, id)) WITHOUT ROWID',
  'CREATE INDEX evidence_id ON evidence (id)',
  'CREATE INDEX evidence_person ON evidence (person_id, skill_code, at)',
  `CREATE INDEX evidence_completion ON evidence (person_id) WHERE kind = 'completion'`,
  // Whatever the replay has learned, as of the frontier; and what it was at earlier moments, where it changed since.
  'CREATE TABLE replay_state (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID',
  'CREATE TABLE replay_checkpoint (moment INTEGER PRIMARY KEY)',
  'CREATE TABLE replay_undo (moment INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT, PRIMARY KEY (moment, kind, key)) WITHOUT ROWID',
  // People whose rows have to be looked at: for publishing, and for the records of trainings.
  'CREATE TABLE changed_person (purpose TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (purpose, person_id)) WITHOUT ROWID',
  // The trend as the org should have it. due: 1 to be written, 2 to be deleted, 0 as the org has it.
  'CREATE TABLE snapshot (person_id TEXT NOT NULL, scope TEXT NOT NULL, day TEXT NOT NULL, score REAL, lower REAL, upper REAL, target REAL, org_id TEXT, due INTEGER NOT NULL, PRIMARY KEY (person_id, scope, day)) WITHOUT ROWID',
  'CREATE INDEX snapshot_day ON snapshot (day, person_id)',
  'CREATE INDEX snapshot_to_write ON snapshot (person_id, scope, day) WHERE due = 1',
  'CREATE INDEX snapshot_to_delete ON snapshot (person_id, scope, day) WHERE due = 2',
  'CREATE TABLE training_gain (person_id TEXT NOT NULL, nugget_id TEXT NOT NULL, skill_code TEXT NOT NULL, completed_at INTEGER NOT NULL, gain REAL NOT NULL, PRIMARY KEY (person_id, nugget_id, skill_code)) WITHOUT ROWID',
];

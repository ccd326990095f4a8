import { DAY } from '../../core/index.ts';
import type { RawSql } from '../../service/replica/index.ts';
import { type Random, pick, seededRandom, whole } from '../random.ts';

export interface MirrorSize {
  readonly people: number;
  readonly skills: number;
  readonly evidence: number;
  /** The moment up to which evidence reaches, and how far back. */
  readonly now: Date;
  readonly days: number;
}

const ROLES = ['Account Executive', 'Sales Engineer', 'Account Manager', 'Sales Manager'] as const;
const DOMAINS = ['Customer', 'Product', 'Solution', 'Selling Process', 'Competition & Market', 'Collaboration'];
const QUESTIONS_A_SKILL = 40;
const NUGGETS_A_SKILL = 4;
/** Of a hundred pieces so many are completions and assessments; the others are checks. */
const COMPLETIONS = 10;
const ASSESSMENTS = 3;
const ROWS_A_STATEMENT = 20_000;

export const idOf = (prefix: string, n: number): string => prefix + String(n).padStart(18 - prefix.length, '0');

/** People with a level of their own, who have every skill as a target; questions and nuggets of every skill. */
export function fillCatalogue(sql: RawSql, { people, skills, now }: MirrorSize): void {
  const random = seededRandom(7);
  const insert = (table: string, columns: string, rows: readonly (readonly unknown[])[]): void =>
    insertRows(sql, table, columns, rows);
  insert(
    'user',
    'id modstamp username name active sales_role sales_role_start',
    range(people).map((n) => [
      idOf('005', n),
      '',
      `u${n}`,
      `Person ${n}`,
      1,
      pick(ROLES, random),
      new Date(now.getTime() - whole(30, 900, random) * DAY).toISOString().slice(0, 10),
    ]),
  );
  insert(
    'skill',
    'id modstamp code name domain component',
    range(skills).map((n) => [
      idOf('a01', n),
      '',
      `skill-${n}`,
      `Skill ${n}`,
      DOMAINS[n % DOMAINS.length],
      'Expertise',
    ]),
  );
  insert(
    'skill_target',
    'id modstamp sales_role skill_id target weight',
    ROLES.flatMap((role, r) =>
      range(skills).map((n) => [idOf('a02', r * skills + n), '', role, idOf('a01', n), 60 + (n % 4) * 5, 1 + (n % 3)]),
    ),
  );
  insert(
    'nugget',
    'id modstamp key title status',
    range(skills * NUGGETS_A_SKILL).map((n) => [idOf('a03', n), '', `nugget-${n}`, `Nugget ${n}`, 'Published']),
  );
  insert(
    'nugget_skill',
    'id modstamp nugget_id skill_id weight',
    range(skills * NUGGETS_A_SKILL).map((n) => [idOf('a04', n), '', idOf('a03', n), idOf('a01', n % skills), 1]),
  );
  insert(
    'check_question',
    'id modstamp key nugget_id skill_id',
    range(skills * QUESTIONS_A_SKILL).map((n) => [
      idOf('a05', n),
      '',
      `q${n}`,
      idOf('a03', n % (skills * NUGGETS_A_SKILL)),
      idOf('a01', n % skills),
    ]),
  );
}

/**
 * Rows of evidence, spread evenly from `from` to `to`: mostly answered checks, each right as likely as the person's
 * level, which rises slowly, and the question's difficulty say.
 *
 * @param first serial number of the first row, so that rows of several calls differ
 */
export function fillEvidence(
  sql: RawSql,
  { people, skills }: MirrorSize,
  rows: { readonly first: number; readonly count: number; readonly from: Date; readonly to: Date },
): void {
  const random = seededRandom(rows.first + 11);
  const span = rows.to.getTime() - rows.from.getTime();
  let waiting: Waiting = { checks: [], completions: [], assessments: [] };
  const flush = (): void => {
    insertRows(sql, 'check_response', 'id modstamp owner_id question_id correct created_at', waiting.checks);
    insertRows(sql, 'learning_event', 'id modstamp owner_id nugget_id type undone created_at', waiting.completions);
    insertRows(sql, 'skill_assessment', 'id modstamp owner_id skill_id level created_at undone', waiting.assessments);
    waiting = { checks: [], completions: [], assessments: [] };
  };
  for (let n = 0; n < rows.count; n += 1) {
    const at = new Date(rows.from.getTime() + Math.floor((span * n) / rows.count)).toISOString();
    add(waiting, rows.first + n, at, { people, skills }, n / rows.count, random);
    if (n % ROWS_A_STATEMENT === ROWS_A_STATEMENT - 1) flush();
  }
  flush();
}

interface Waiting {
  readonly checks: unknown[][];
  readonly completions: unknown[][];
  readonly assessments: unknown[][];
}

function add(
  waiting: Waiting,
  serial: number,
  at: string,
  { people, skills }: Pick<MirrorSize, 'people' | 'skills'>,
  progress: number,
  random: Random,
): void {
  const person = Math.floor(random() * people);
  const skill = Math.floor(random() * skills);
  const kind = random() * 100;
  const level = (((person * 7919) % 1000) / 1000 - 0.4) * 3 + progress;
  const owner = idOf('005', person);
  if (kind < COMPLETIONS) {
    const nugget = skill + skills * Math.floor(random() * NUGGETS_A_SKILL);
    waiting.completions.push([idOf('b01', serial), at, owner, idOf('a03', nugget), 'Completed', 0, at]);
  } else if (kind < COMPLETIONS + ASSESSMENTS) {
    const observed = Math.round(100 / (1 + Math.exp(-level)));
    waiting.assessments.push([idOf('b02', serial), at, owner, idOf('a01', skill), observed, at, 0]);
  } else {
    const question = skill + skills * Math.floor(random() * QUESTIONS_A_SKILL);
    const difficulty = (((question * 104_729) % 1000) / 1000 - 0.5) * 2;
    const isRight = random() < 1 / (1 + Math.exp(difficulty - level));
    waiting.checks.push([idOf('b00', serial), at, owner, idOf('a05', question), isRight ? 1 : 0, at]);
  }
}

function insertRows(sql: RawSql, table: string, columns: string, rows: readonly (readonly unknown[])[]): void {
  const names = columns.split(' ');
  const values = names.map((_name, index) => `value ->> ${index}`).join(', ');
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    sql.run(
      `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${values} FROM json_each(?)`,
      JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT)),
    );
}

const range = (count: number): number[] => Array.from({ length: count }, (_unused, n) => n);

import fc from 'fast-check';
import { DAY } from '../situation/index.ts';
import {
  type CountedCheck,
  type MonthPriors,
  computePeople,
  computePerson,
  createReplay,
  emptyItem,
  emptyPerson,
  emptySkill,
  emptyState,
  explainScore,
  memoryStore,
  orderEvidence,
  parseDifficulty,
  parsePerson,
  parseState,
  predict,
  replayEvidence,
  serializeDifficulty,
  serializePerson,
  serializeState,
  update,
} from './index.ts';
import { sortedEvidence } from './order-evidence.ts';
import type { Evidence, EvidenceKind, RoleTarget, UpdateInput } from './types.ts';

const START = Date.UTC(2025, 0, 1);
const END = new Date(START + 500 * DAY);
const TARGETS: RoleTarget[] = ['a', 'b', 'c'].map((skillCode, i) => {
  return { skillCode, domain: i < 2 ? 'Customer' : 'Product', component: 'Knowledge', target: 70, weight: i + 1 };
});

const kind = fc.constantFrom<EvidenceKind>('check', 'check', 'check', 'assessment', 'completion', 'outcome');
const evidence: fc.Arbitrary<Evidence[]> = fc
  .array(
    fc.record({
      kind,
      personId: fc.constantFrom('ana', 'ben'),
      skillCode: fc.constantFrom('a', 'b', 'c'),
      item: fc.integer({ min: 1, max: 4 }),
      hours: fc.integer({ min: 0, max: 480 * 24 }),
      level: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ kind, personId, skillCode, item, hours, level }, i) => ({
      id: `e${i}`,
      kind,
      personId,
      skillCode,
      itemId: kind === 'check' ? `${skillCode}${item}` : undefined,
      at: new Date(START + hours * (DAY / 24)).toISOString(),
      value: kind === 'assessment' ? level / 100 : kind === 'completion' ? 1 : level % 2,
    })),
  );

function lastInput(all: readonly Evidence[]): UpdateInput {
  const { people, items, skills } = replayEvidence({ evidence: all });
  const ana = people.get('ana');
  return {
    state: ana?.states.get('a') ?? emptyState(),
    person: ana?.person ?? emptyPerson(),
    skill: skills.get('a') ?? emptySkill(),
    item: items.get('a1') ?? emptyItem(),
  };
}

const scoreAt = ({ state, person, skill }: UpdateInput, moment: Date) => predict(state, person, skill, moment).score;

describe('a score', () => {
  it('is never lowered by a success and never raised by a failure, then or later', () => {
    fc.assert(
      fc.property(
        evidence,
        kind,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (all, kind, gap, later) => {
          if (kind === 'assessment') return;
          const before = lastInput(all);
          const at = new Date(Math.max(before.state.at ?? START, before.person.at ?? START) + gap * DAY);
          const then = new Date(at.getTime() + later * DAY);
          const piece = { id: 'x', kind, personId: 'ana', skillCode: 'a', itemId: 'a1', at: at.toISOString() };
          const passed = update(before, { ...piece, value: 1 });
          expect(scoreAt(passed, at)).toBeGreaterThanOrEqual(scoreAt(before, at));
          expect(scoreAt(passed, then)).toBeGreaterThanOrEqual(scoreAt(before, then));
          if (kind === 'completion') return;
          const missed = update(before, { ...piece, value: 0 });
          expect(scoreAt(missed, at)).toBeLessThanOrEqual(scoreAt(before, at));
          expect(scoreAt(missed, then)).toBeLessThanOrEqual(scoreAt(before, then));
          expect(passed.contribution.points).toBeGreaterThanOrEqual(0);
          expect(missed.contribution.points).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('moves toward what a manager observed, and not beyond', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 2, max: 98 }), (all, level) => {
        const before = lastInput(all);
        const after = update(before, { id: 'x', kind: 'assessment', personId: 'ana', skillCode: 'a', at: END.toISOString(), value: level / 100 }); // prettier-ignore
        const [from, to] = [scoreAt(before, END), scoreAt(after, END)];
        expect(to).toBeGreaterThanOrEqual(Math.min(from, level) - 0.02);
        expect(to).toBeLessThanOrEqual(Math.max(from, level) + 0.02);
      }),
    );
  });

  it('never rises, and is never surer, by waiting', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (all, first, more) => {
        const { state, person, skill } = lastInput(all);
        const sooner = predict(state, person, skill, new Date(END.getTime() + first * DAY));
        const later = predict(state, person, skill, new Date(END.getTime() + (first + more) * DAY));
        expect(later.score).toBeLessThanOrEqual(sooner.score);
        expect(later.lower).toBeLessThanOrEqual(sooner.lower);
      }),
    );
  });

  it('lies in its interval, between 0 and 100', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const { state, person, skill } = lastInput(all);
        const { score, lower, upper } = predict(state, person, skill, END);
        expect(0 <= lower && lower <= score && score <= upper && upper <= 100).toBe(true);
      }),
    );
  });

  it('is the sum of its explanation', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const { state, person, skill } = lastInput(all);
        const parts = explainScore(state, person, skill, END);
        expect(parts.start + parts.evidence + parts.other + parts.fading).toBeCloseTo(parts.score, 6);
        expect(parts.fading).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a replay', () => {
  const people = [
    { personId: 'ana', targets: TARGETS },
    { personId: 'ben', targets: TARGETS, prior: 0.4 },
  ];

  it('does not depend on the order in which evidence arrives', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const input = { people, now: END, snapshotDates: ['2025-06-30', '2026-01-31'] };
        const once = computePeople({ ...input, evidence: all });
        expect(computePeople({ ...input, evidence: [...all].reverse() })).toEqual(once);
      }),
    );
  });

  it('gives exactly what going on from stored states gives', () => {
    fc.assert(
      fc.property(evidence, fc.nat(), (all, cut) => {
        const ordered = orderEvidence(all);
        const at = ordered.length === 0 ? 0 : cut % ordered.length;
        const published = replayEvidence({ evidence: ordered.slice(0, at) });
        const people = new Map([...published.people].map(([id, known]) => [id, serializePerson(known.person)]));
        const states = new Map(
          [...published.people].flatMap(([id, known]) =>
            [...known.states].map(([code, state]): [string, string] => [`${id}:${code}`, serializeState(state)]),
          ),
        );
        const items = new Map([...published.items].map(([id, item]) => [id, serializeDifficulty(item)]));
        const skills = new Map([...published.skills].map(([code, skill]) => [code, serializeDifficulty(skill)]));
        const read = <T>(text: string | undefined, parse: (text: string) => T, empty: () => T) =>
          text === undefined ? empty() : parse(text);
        for (const piece of ordered.slice(at)) {
          const key = `${piece.personId}:${piece.skillCode}`;
          const result = update(
            {
              state: read(states.get(key), parseState, () => emptyState()),
              person: read(people.get(piece.personId), parsePerson, () => emptyPerson()),
              skill: read(skills.get(piece.skillCode), parseDifficulty, () => emptySkill()),
              item:
                piece.itemId === undefined
                  ? undefined
                  : read(items.get(piece.itemId), parseDifficulty, () => emptyItem()),
            },
            piece,
          );
          states.set(key, serializeState(result.state));
          people.set(piece.personId, serializePerson(result.person));
          skills.set(piece.skillCode, serializeDifficulty(result.skill));
          if (piece.itemId !== undefined && result.item) items.set(piece.itemId, serializeDifficulty(result.item));
        }
        const whole = replayEvidence({ evidence: all });
        for (const [id, known] of whole.people) {
          expect(people.get(id)).toBe(serializePerson(known.person));
          for (const [code, state] of known.states) expect(states.get(`${id}:${code}`)).toBe(serializeState(state));
        }
        for (const [id, item] of whole.items) expect(items.get(id)).toBe(serializeDifficulty(item));
        for (const [code, skill] of whole.skills) expect(skills.get(code)).toBe(serializeDifficulty(skill));
      }),
    );
  });

  it('may stop anywhere and go on over the same store', () => {
    const roles = new Map([
      ['ana', 'Account Executive'],
      ['ben', 'Account Executive'],
    ]);
    fc.assert(
      fc.property(evidence, fc.array(fc.nat({ max: 39 }), { maxLength: 5 }), (all, stops) => {
        const store = memoryStore();
        const pieces = sortedEvidence(all);
        const starts = [...new Set([0, ...stops.filter((stop) => stop < pieces.length)])].sort((a, b) => a - b);
        const points = new Map<string, number>();
        const earlier: CountedCheck[] = [];
        let month: MonthPriors | undefined;
        for (const [n, start] of starts.entries()) {
          const replay = createReplay({
            store,
            roleOf: (personId) => roles.get(personId),
            earlier,
            ...(month === undefined ? {} : { month }),
            onMonth: (begun) => (month = begun),
          });
          for (const { piece, moment } of pieces.slice(start, starts[n + 1])) {
            const done = replay.take(piece, moment);
            if (done === undefined) continue;
            points.set(piece.id, done.points);
            if (piece.itemId !== undefined) earlier.push({ personId: piece.personId, itemId: piece.itemId, moment });
          }
        }
        const people = [...roles].map(([personId, role]) => ({ personId, role }));
        const whole = replayEvidence({ evidence: all, people });
        for (const [personId, person] of store.persons) {
          const known = whole.people.get(personId);
          expect(person).toEqual(known?.person);
          expect(store.states.get(personId)).toEqual(known?.states);
          for (const code of ['a', 'b', 'c'])
            for (const piece of known?.contributions.get(code) ?? [])
              expect(points.get(piece.evidenceId)).toBe(piece.points);
        }
        expect(store.items).toEqual(whole.items);
        expect(store.skills).toEqual(whole.skills);
      }),
    );
  });

  it('of one person alone is that of everybody when there is nobody else', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const own = all.filter(({ personId }) => personId === 'ana');
        const input = { evidence: own, now: END, snapshotDates: ['2025-12-31'] };
        const everybody = computePeople({ ...input, people: [{ personId: 'ana', targets: TARGETS }] });
        expect(computePerson({ ...input, personId: 'ana', targets: TARGETS })).toEqual(everybody.people.get('ana'));
      }),
    );
  });

  it('takes at a date the snapshot that a replay up to that date gives', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const day = '2025-09-15';
        const later = computePeople({ people, evidence: all, now: END, snapshotDates: [day, '2026-01-01'] });
        const then = computePeople({ people, evidence: all, now: new Date(`${day}T23:59:59.999Z`) });
        for (const { personId } of people) {
          const overall = later.people
            .get(personId)
            ?.snapshots.find((each) => each.scope === 'Overall' && each.takenOn === day);
          expect(overall?.score).toEqual(then.people.get(personId)?.overall?.score);
        }
      }),
    );
  });

  it('writes states of less than 400 characters, and reads them as they were', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        for (const { states } of replayEvidence({ evidence: all }).people.values()) {
          for (const state of states.values()) {
            const text = serializeState(state);
            expect(text.length).toBeLessThan(400);
            expect(parseState(text)).toEqual(state);
          }
        }
      }),
    );
  });
});

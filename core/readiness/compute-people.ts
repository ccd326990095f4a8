import { DAY, instantOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import { EvidenceError } from './evidence-error.ts';
import { momentOf } from './evidence-moment.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { personReadiness, scoresAt } from './person-readiness.ts';
import { type ReplayedEvidence, type ReplayedPerson, replayEvidence } from './replay-evidence.ts';
import type { Evidence, ItemState, PersonInput, PersonReadiness, SkillState, Snapshot } from './types.ts';

export interface ComputeInput {
  readonly evidence: readonly Evidence[];
  /** Evidence later than this does not count. */
  readonly now: Date;
  /** Days at whose end (or `now`, if earlier) a snapshot is taken. */
  readonly snapshotDates?: readonly IsoDate[];
  /** Difficulties to start from, where the evidence given is not all there ever was. */
  readonly items?: ReadonlyMap<string, ItemState>;
  readonly skills?: ReadonlyMap<string, SkillState>;
  readonly parameters?: ReadinessParameters;
}

export interface ComputedPeople {
  readonly people: Map<string, PersonReadiness>;
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

/**
 * Everything that is published about the given people, from one replay of everybody's evidence. Evidence of people
 * who are not listed still teaches how hard items and skills are. Throws EvidenceError for unusable evidence.
 */
export function computePeople(input: ComputeInput & { readonly people: readonly PersonInput[] }): ComputedPeople {
  const { people, now, parameters = DEFAULT_PARAMETERS } = input;
  const days = [...new Set(input.snapshotDates)].sort().map((day) => ({ day, moment: endOf(day, now) }));
  const snapshots = new Map<string, Snapshot[]>(people.map(({ personId }) => [personId, []]));
  let next = 0;
  const replay = replayEvidence(
    {
      ...input,
      evidence: input.evidence.filter((piece) => momentOf(piece) <= now.getTime()),
      checkpoints: days.map(({ moment }) => moment),
      until: now.getTime(),
    },
    (moment, soFar) => {
      const day = days[next]?.day ?? '';
      next += 1;
      for (const person of people) {
        const scores = scoresAt(person.targets, replayed(soFar, person), soFar.skills, new Date(moment), parameters);
        snapshots.get(person.personId)?.push(...scores.map((score) => ({ ...score, takenOn: day })));
      }
    },
  );
  const computed = people.map((person): [string, PersonReadiness] => [
    person.personId,
    {
      ...personReadiness(person, replayed(replay, person), replay.skills, now, parameters),
      snapshots: snapshots.get(person.personId) ?? [],
    },
  ]);
  return { people: new Map(computed), items: replay.items, skills: replay.skills };
}

/** The same for one person. Give the difficulties to start from where the evidence is only this person's. */
export function computePerson(input: ComputeInput & PersonInput): PersonReadiness {
  const { personId, targets, role, prior } = input;
  const own = input.evidence.filter((piece) => piece.personId === personId);
  const computed = computePeople({ ...input, evidence: own, people: [{ personId, targets, role, prior }] });
  const person = computed.people.get(personId);
  if (!person) throw new RangeError(`No readiness was computed for ${personId}.`);
  return person;
}

function replayed({ people }: ReplayedEvidence, { personId }: PersonInput): ReplayedPerson {
  const person = people.get(personId);
  if (person === undefined) throw new RangeError(`The replay does not hold ${personId}: give it all people.`);
  return person;
}

function endOf(day: IsoDate, now: Date): number {
  const start = instantOf(day);
  if (start === undefined) {
    throw new EvidenceError('invalidDate', day, `The snapshot date "${day}" is none: write it as 2026-03-31.`);
  }
  return Math.min(start + DAY - 1, now.getTime());
}

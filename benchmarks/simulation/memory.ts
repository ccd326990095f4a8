/**
 * What one person knows of one skill, as a share of what there is to know. `known` is the share at `at` (a day);
 * `lasting` is the part of it that is not forgotten.
 */
export interface Memory {
  readonly known: number;
  readonly lasting: number;
  readonly halfLife: number;
  readonly at: number;
}

/** How a lesson meets one person. */
export interface Lesson {
  /** Share of what is missing that is learned where the lesson fits. */
  readonly effect: number;
  /** Mastery for which it was written. */
  readonly suits: number;
  /** Share of the effect that what is known of the skill's basis lets through. */
  readonly ready: number;
  /** Days since the person took the same lesson; Infinity the first time. */
  readonly since: number;
}

/** Share of what is learned that stays without further use: Bahrick 1984, "Semantic memory content in permastore". */
const PERMASTORE = 0.15;
/** A lesson after everything had been forgotten multiplies the half-life by 1 + this. */
const SPACING = 1.2;
const LONGEST_HALF_LIFE = 365;
/** A lesson teaches most where it lies this far above what is known. */
const STRETCH = 0.1;

/** Mastery on a day: half-life forgetting, as in Settles and Meeder 2016, of what does not last. */
export function masteryOn(day: number, { known, lasting, halfLife, at }: Memory): number {
  return lasting + (known - lasting) * 2 ** (-Math.max(0, day - at) / halfLife);
}

/**
 * The memory after a lesson.
 * - Diminishing returns: a share of what is missing (Estes 1950, the linear operator of learning).
 * - Zone of proximal development (Vygotsky 1978): the share falls, as a normal curve, with the distance between the
 *   lesson and a little above what is known; `zoneWidth` is the curve's standard deviation.
 * - The same lesson again teaches what was forgotten of it (Rawson and Kintsch 2005: rereading at once adds little).
 * - Spacing (Cepeda et al. 2006): the more had been forgotten, the longer the next half-life.
 */
export function afterLesson(
  memory: Memory,
  { effect, suits, ready, since }: Lesson,
  day: number,
  zoneWidth: number,
): Memory {
  const before = masteryOn(day, memory);
  const distance = (suits - before - STRETCH) / zoneWidth;
  const fresh = 1 - 2 ** (-since / memory.halfLife);
  const gain = effect * ready * fresh * Math.exp((-distance * distance) / 2) * (1 - before);
  const forgotten = 1 - 2 ** (-Math.max(0, day - memory.at) / memory.halfLife);
  return {
    known: before + gain,
    lasting: Math.min(before, memory.lasting) + PERMASTORE * gain,
    halfLife: Math.min(LONGEST_HALF_LIFE, memory.halfLife * (1 + SPACING * forgotten)),
    at: day,
  };
}

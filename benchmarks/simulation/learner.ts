import {
  DEFAULT_PARAMETERS,
  emptyItem,
  emptyPerson,
  emptySkill,
  emptyState,
  type Evidence,
  type ItemState,
  type LearningEventFact,
  type PersonState,
  type ReadinessState,
  type SkillState,
  update,
} from '../../core/index.ts';
import { chanceOfRight, hiddenReadiness, STILL_IN_MIND } from './answering.ts';
import type { Random } from '../random.ts';
import { afterLesson, type Memory, masteryOn } from './memory.ts';
import type { SimulatedNugget, SimulatedPerson, SimulatedSkill, SimulatedWorld } from './simulated-world.ts';

const DAY_MS = 86_400_000;
/** Day 0 of every simulation. */
const START = Date.parse('2026-01-05T09:00:00.000Z');

/** The moment of a day, which may be a fraction. */
export function momentOf(day: number): Date {
  return new Date(START + Math.round(day * DAY_MS));
}

/** What the org has learned about difficulties from everybody's answers. */
export interface Difficulties {
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

/** One person in one run: what is hidden, and what Fluency sees of it. */
export class Learner {
  readonly person: SimulatedPerson;
  readonly memories: Map<string, Memory>;
  readonly states = new Map<string, ReadinessState>();
  readonly history: LearningEventFact[] = [];
  state: PersonState = emptyPerson();
  /** Minutes that may still be spent; below 0 where a nugget took longer than was left. */
  minutes = 0;
  private readonly world: SimulatedWorld;
  private readonly skills: ReadonlyMap<string, SimulatedSkill>;
  private readonly difficulties: Difficulties;
  private readonly taken = new Map<string, number>();
  private readonly counted = new Map<string, number>();

  constructor(
    person: SimulatedPerson,
    world: SimulatedWorld,
    skills: ReadonlyMap<string, SimulatedSkill>,
    difficulties: Difficulties,
  ) {
    this.person = person;
    this.world = world;
    this.skills = skills;
    this.difficulties = difficulties;
    this.memories = new Map(person.memories);
  }

  /** Reads the nugget and answers its checks. What was seen of it goes to the model as evidence. */
  take(nugget: SimulatedNugget, day: number, random: Random): void {
    for (const [code, weight] of Object.entries(nugget.skills))
      this.memories.set(code, this.taught(code, nugget, weight, day));
    this.taken.set(nugget.id, day);
    const now = momentOf(day);
    this.history.push({ nuggetId: nugget.id, type: 'Completed', at: now.toISOString() });
    for (const skillCode of Object.keys(nugget.skills)) {
      this.observe({ kind: 'completion', skillCode, value: 1, id: `${nugget.id}:${skillCode}:${day}` }, now);
    }
    for (const { id, skillCode, difficulty } of nugget.checks) {
      const chance = chanceOfRight(this.mastery(skillCode, day), difficulty - STILL_IN_MIND, this.world.options);
      const value = random() < chance ? 1 : 0;
      if (now.getTime() - (this.counted.get(id) ?? -Infinity) < DAY_MS) continue;
      this.counted.set(id, now.getTime());
      this.observe({ kind: 'check', skillCode, itemId: id, value, id: `${id}:${day}` }, now);
    }
  }

  /** What the memory of a skill would be after a nugget. */
  taught(code: string, { id, effect, suits }: SimulatedNugget, weight: number, day: number): Memory {
    const { prerequisiteLoss, zoneWidth } = this.world.options;
    const basis = this.skills.get(code)?.buildsOn;
    const ready = basis === undefined ? 1 : 1 - prerequisiteLoss * (1 - this.mastery(basis, day));
    const memory = this.memory(code);
    const since = day - (this.taken.get(id) ?? -Infinity);
    return afterLesson(memory, { effect: effect * weight, suits, ready, since }, day, zoneWidth);
  }

  /** Hidden readiness, 0–100, in a skill. */
  readiness(code: string, day: number, memory: Memory = this.memory(code)): number {
    const { difficulty = 0 } = this.skills.get(code) ?? {};
    return hiddenReadiness(masteryOn(day, memory), difficulty, this.world.options);
  }

  /** What the org holds about how hard a skill is. */
  difficultyOf(code: string): SkillState {
    return this.difficulties.skills.get(code) ?? emptySkill(DEFAULT_PARAMETERS, code);
  }

  private observe(piece: Omit<Evidence, 'personId' | 'at'>, now: Date): void {
    const { items, skills } = this.difficulties;
    const { skillCode, itemId } = piece;
    const after = update(
      {
        state: this.states.get(skillCode) ?? emptyState(),
        person: this.state,
        skill: this.difficultyOf(skillCode),
        item: itemId === undefined ? undefined : (items.get(itemId) ?? emptyItem()),
      },
      { ...piece, personId: this.person.id, at: now.toISOString() },
    );
    this.state = after.person;
    this.states.set(skillCode, after.state);
    skills.set(skillCode, after.skill);
    if (itemId !== undefined && after.item) items.set(itemId, after.item);
  }

  private mastery(code: string, day: number): number {
    return masteryOn(day, this.memory(code));
  }

  private memory(code: string): Memory {
    const memory = this.memories.get(code);
    if (!memory) throw new RangeError(`The simulated world has no skill "${code}".`);
    return memory;
  }
}

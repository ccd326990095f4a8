import { format, teamLabels as labels } from 'c/labels';
import type { Manager, TeamMember } from 'c/teamData';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** "9 of 40 people", and how many of them are known where some are still loading. */
export function peopleWords(shown: number, all: number, loaded: number): string {
  const people = all === 1 ? labels.onePerson : format(labels.people, all);
  const words = shown === all ? people : format(labels.shownOf, shown, all);
  return loaded < all ? format(labels.stillLoading, words, loaded) : words;
}

/** The managers below the reader who have people, by name. */
export function managerChoices(members: readonly TeamMember[], readerId: string): Choice[] {
  const found = new Map<string, Manager>();
  for (const { managers } of members) {
    const reader = managers.findIndex(({ id }) => id === readerId);
    for (const manager of reader < 0 ? managers : managers.slice(0, reader)) found.set(manager.id, manager);
  }
  return [...found.values()]
    .map(({ id, name }) => ({ label: name, value: id }))
    .sort((a, b) => a.label.localeCompare(b.label) || (a.value < b.value ? -1 : 1));
}

export function rolesOf(members: readonly TeamMember[]): string[] {
  return [...new Set(members.map(({ role }) => role ?? ''))].filter(Boolean).sort();
}

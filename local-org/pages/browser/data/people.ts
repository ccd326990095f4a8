import type { PersonModel } from '../../model/types.ts';

export interface PersonChoice extends PersonModel {
  readonly initials: string;
  readonly current: boolean;
  readonly className: string;
}

export interface PersonGroup {
  readonly role: string;
  readonly people: readonly PersonChoice[];
}

/** The people whose name, title or role holds every word of the search, grouped by role in the order given. */
export function groupPeople(people: readonly PersonModel[], search: string, currentId: string): PersonGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, PersonChoice[]>();
  for (const person of people) {
    const text = `${person.name} ${person.title} ${person.role}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const role = person.role === '' ? 'No role' : person.role;
    const choice = {
      ...person,
      initials: initialsOf(person.name),
      current: person.id === currentId,
      className: person.id === currentId ? 'choice current' : 'choice',
    };
    const group = groups.get(role);
    if (group === undefined) groups.set(role, [choice]);
    else group.push(choice);
  }
  return [...groups].map(([role, members]) => ({ role, people: members }));
}

/** `Maria Garcia` → `MG`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

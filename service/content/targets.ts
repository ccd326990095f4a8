import type { z } from 'zod';
import type { ContentTarget } from './content-model.ts';
import type { targetsSchema } from './schemas.ts';

/** The targets by role and skill as a list; one of a skill that does not exist goes to `unknown` instead. */
export function knownTargets(
  roles: z.infer<typeof targetsSchema>,
  skillCodes: ReadonlySet<string>,
  unknown: (role: string, skillCode: string) => void,
): ContentTarget[] {
  return Object.entries(roles).flatMap(([role, targets]) =>
    Object.entries(targets ?? {}).flatMap(([skillCode, { target, weight }]) => {
      if (skillCodes.has(skillCode)) return [{ role, skillCode, target, weight }];
      unknown(role, skillCode);
      return [];
    }),
  );
}

import type { ContentLaunch } from './content-model.ts';
import type { ContentFault } from './fault.ts';
import { launchTargetKey } from './framework.ts';
import { readList } from './read-list.ts';
import { launchSchema } from './schemas.ts';
import { knownTargets } from './targets.ts';

/** The length of `Skill_Target__c.Key__c`. */
const KEY_LENGTH = 120;

/** The launches of `launches.yaml`, which need not be there. */
export function readLaunches(
  directory: string,
  skillCodes: ReadonlySet<string>,
  faults: ContentFault[],
): ContentLaunch[] {
  const { items, file, yaml } = readList(directory, 'launches.yaml', launchSchema, faults);
  const seen = new Set<string>();
  return items.flatMap((launch, index) => {
    const fault = (path: readonly string[], message: string): void => {
      faults.push({ severity: 'error', file, line: yaml?.lineOf([index, ...path]) ?? 1, message });
    };
    if (seen.has(launch.key)) {
      fault(['key'], `key: ${launch.key} stands here twice`);
      return [];
    }
    seen.add(launch.key);
    const targets = knownTargets(launch.targets, skillCodes, (role, skillCode) => {
      fault(['targets', role, skillCode], `${role}: no skill has the code ${skillCode}`);
    });
    const tooLong = targets.find((target) => launchTargetKey(launch.key, target).length > KEY_LENGTH);
    if (tooLong) {
      const { role, skillCode } = tooLong;
      fault(['key'], `key: with ${role} and ${skillCode} it is longer than ${KEY_LENGTH}: choose a shorter key`);
    }
    return [{ ...launch, targets }];
  });
}

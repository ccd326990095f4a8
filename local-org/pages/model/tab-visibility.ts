import type { Org } from '../../org.ts';
import { asSystem } from '../../security/system-actor.ts';
import type { Actor } from '../../security/types.ts';
import { childrenOf, componentXml, textOf } from './xml.ts';

/**
 * Says which deployed tabs a person sees: those that an assigned permission set makes visible. A tab that no permission
 * set speaks of is visible to all, and an administrator sees every tab.
 */
export function tabVisibility(org: Org, actor: Actor): (tab: string) => boolean {
  if (org.access(actor).has('ModifyAllData')) return () => true;
  const assigned = new Set(
    org
      .soql(
        asSystem(actor),
        `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${actor.userId}'`,
      )
      .records.map((row) => (row['PermissionSet'] as { Name?: unknown } | null)?.Name),
  );
  const mentioned = new Set<string>();
  const visible = new Set<string>();
  for (const component of org.metadata.list('PermissionSet')) {
    for (const setting of childrenOf(componentXml(component), 'tabSettings')) {
      const tab = textOf(setting, 'tab');
      if (tab === undefined) continue;
      mentioned.add(tab);
      if (textOf(setting, 'visibility') === 'Visible' && assigned.has(component.fullName)) visible.add(tab);
    }
  }
  return (tab) => visible.has(tab) || !mentioned.has(tab);
}

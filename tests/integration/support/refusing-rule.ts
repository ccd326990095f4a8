import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../../service/connection/index.ts';
import { deploySource } from '../../../service/deploy/index.ts';

/**
 * Deploys a validation rule with which an org of its own refuses some changes, in the words "Kept as it is.".
 *
 * @param condition a formula
 * @returns what ends it
 */
export async function refuseWhere(client: OrgClient, object: string, condition: string): Promise<() => Promise<void>> {
  const deploy = async (active: boolean): Promise<void> => {
    const source = mkdtempSync(join(tmpdir(), 'fluency-rule-'));
    const folder = join(source, 'main', 'default', 'objects', object, 'validationRules');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Kept.validationRule-meta.xml'), ruleOf(condition, active));
    const report = await deploySource(client, source);
    rmSync(source, { recursive: true, force: true });
    if (!report.succeeded) throw new Error(`the rule was refused: ${JSON.stringify(report.failures)}`);
  };
  await deploy(true);
  return () => deploy(false);
}

function ruleOf(condition: string, active: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Kept</fullName>
    <active>${active}</active>
    <errorConditionFormula>${condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</errorConditionFormula>
    <errorMessage>Kept as it is.</errorMessage>
</ValidationRule>
`;
}

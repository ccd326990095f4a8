import type { OrgClient } from '../../service/connection/index.ts';
import type { Answer } from './browser.ts';

/** A check question with what reps may not know. */
export interface CheckKey {
  readonly id: string;
  readonly nugget: string;
  readonly prompt: string;
  readonly correctText: string;
  readonly explanation: string;
}

/** Every check of the org, as somebody reads them who may. */
export async function readCheckKeys(admin: OrgClient): Promise<readonly CheckKey[]> {
  const rows = await admin.query(
    'SELECT Id, Prompt__c, Option_A__c, Option_B__c, Option_C__c, Option_D__c, Correct_Option__c, Explanation__c, Nugget__r.Name FROM Check_Question__c',
  );
  return rows.map((row) => ({
    id: String(row.Id),
    nugget: (row['Nugget__r'] as { Name: string }).Name,
    prompt: String(row['Prompt__c']),
    correctText: String(row[`Option_${String(row['Correct_Option__c'])}__c`]),
    explanation: String(row['Explanation__c']),
  }));
}

/** Where texts stand in answers: plain, or as JSON or HTML writes them. */
export function findTexts(answers: readonly Answer[], texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const json = JSON.stringify(text).slice(1, -1);
    const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    return answers
      .filter(({ body }) => [text, json, html].some((form) => body.includes(form)))
      .map(({ method, path }) => `${method} ${path}: ${text}`);
  });
}

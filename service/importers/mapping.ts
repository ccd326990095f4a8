import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EXIT, FluencyError, messageOf } from '../error.ts';

const column = z.string().min(1);

/** Which file and column is which field, and which mending rules apply. Explained in docs/importing.md. */
export const mappingSchema = z.strictObject({
  name: z.string().min(1),
  /** First part of every import key, so that two sources cannot meet. */
  keyPrefix: z.string().regex(/^[a-z0-9-]{1,20}$/, 'must be 1–20 lower-case letters, digits or "-"'),
  files: z.strictObject({
    products: z.strictObject({
      file: z.string().min(1),
      columns: z.strictObject({ name: column, family: column.optional(), price: column }),
    }),
    accounts: z.strictObject({
      file: z.string().min(1),
      columns: z.strictObject({
        name: column,
        sector: column.optional(),
        yearStarted: column.optional(),
        annualRevenue: column.optional(),
        employees: column.optional(),
        country: column.optional(),
        parent: column.optional(),
      }),
    }),
    people: z.strictObject({
      file: z.string().min(1),
      columns: z.strictObject({ name: column, manager: column, region: column }),
    }),
    opportunities: z.strictObject({
      file: z.string().min(1),
      columns: z.strictObject({
        key: column,
        owner: column,
        product: column,
        account: column,
        stage: column,
        openedOn: column.optional(),
        closedOn: column,
        value: column,
      }),
    }),
  }),
  /** Stage in the file → stage in the org. */
  stages: z.record(z.string(), z.string().min(1)),
  /** Sector in the file → Account.Industry; the keys are the sectors that exist. */
  industries: z.record(z.string(), z.string().min(1)).default({}),
  /** What one unit of the revenue column is worth. */
  revenueUnit: z.number().positive().default(1),
  mending: z
    .strictObject({
      /** `GTXPro` → `GTX Pro`, where only one product is equal without spaces and case. */
      productNames: z.boolean().default(true),
      /** `technolgy` → `technology`, where one sector is nearest and at most so many letters away; 0 turns it off. */
      sectorDistance: z.number().int().min(0).max(3).default(2),
      /** Column → wrong → right. */
      spellings: z.record(z.string(), z.record(z.string(), z.string())).default({}),
      blankAccountOnOpenDeals: z.boolean().default(true),
    })
    .prefault({}),
  /** The close date of a deal that has none: `openedOn + cycleDays`, at least `leastDaysAhead` after the newest date of the file. */
  openDeals: z
    .strictObject({
      cycleDays: z.number().int().min(0).default(60),
      leastDaysAhead: z.number().int().min(0).default(30),
    })
    .prefault({}),
  users: z.strictObject({
    usernameDomain: z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'must be a domain such as acme.example.com'),
    profile: z.string().min(1),
    repRole: z.string().min(1),
    managerRole: z.string().min(1),
    repPermissionSet: z.string().min(1).optional(),
    managerPermissionSet: z.string().min(1).optional(),
  }),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** Reads and checks a mapping file. @throws FluencyError MAPPING_NOT_FOUND, MAPPING_INVALID (each fault with its path) */
export function readMapping(path: string): Mapping {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isSyntax = error instanceof SyntaxError;
    throw new FluencyError(
      isSyntax ? 'MAPPING_INVALID' : 'MAPPING_NOT_FOUND',
      `The mapping file cannot be read: ${messageOf(error)}`,
      {
        value: path,
        nextStep: 'Start from service/importers/mappings/maven-crm.json.',
        exitCode: isSyntax ? EXIT.invalidInput : EXIT.usage,
      },
    );
  }
  const result = mappingSchema.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.map(String).join('.') || '(top)'}: ${issue.message}`);
  throw new FluencyError('MAPPING_INVALID', `The mapping file is wrong:\n  ${faults.join('\n  ')}`, {
    value: path,
    nextStep: 'Mend what is named above; docs/importing.md explains every key.',
    exitCode: EXIT.invalidInput,
  });
}

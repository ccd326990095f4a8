import { z } from 'zod';

export const DOMAINS = [
  'Customer',
  'Business Problem',
  'Solution',
  'Product',
  'Competition & Market',
  'Selling Process',
  'Sales Technology',
  'Collaboration',
] as const;
export const COMPONENTS = ['Expertise', 'Velocity', 'Knowledge'] as const;
export const ROLES = [
  'Account Executive',
  'Account Manager',
  'Sales Engineer',
  'Sales Development',
  'Sales Manager',
] as const;
export const KINDS = [
  'Product',
  'Competitive intelligence',
  'Market knowledge',
  'Best practice',
  'Customer story',
  'Process',
  'Post',
] as const;
export const STATUSES = ['Draft', 'In Review', 'Published', 'Retired'] as const;

const text = (max: number): z.ZodString => z.string().trim().min(1).max(max);
const code = (max: number): z.ZodString =>
  text(max).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by "-"');
const day = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
    'must be a date such as 2026-05-04',
  );

export const skillSchema = z.strictObject({
  code: code(80),
  name: text(80),
  domain: z.enum(DOMAINS),
  component: z.enum(COMPONENTS),
  description: z.string().trim().max(2000).optional(),
  anchors: z
    .array(text(255))
    .length(5, 'must be five: what a manager sees at level 1 to level 5')
    .refine((anchors) => new Set(anchors).size === anchors.length, 'must differ from each other')
    .optional(),
});

const targetSchema = z.union([
  z
    .number()
    .min(0)
    .max(100)
    .transform((target) => ({ target, weight: 1 })),
  z.strictObject({ target: z.number().min(0).max(100), weight: z.number().positive().max(999).default(1) }),
]);
export const targetsSchema = z.partialRecord(z.enum(ROLES), z.record(z.string(), targetSchema));

export const launchSchema = z.strictObject({
  key: code(60),
  name: text(80),
  date: day,
  summary: z.string().trim().max(255).optional(),
  active: z.boolean().default(true),
  targets: targetsSchema,
});

export const signalSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and "_"'),
  name: text(80),
  type: z.enum(['text', 'number', 'boolean', 'date']),
  path: text(255).regex(/^\w+(\.\w+)*$/, 'must be a field path such as Account.Renewal_Risk__c'),
});

/** One value of a rule as YAML gives it. */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.date()]);

export const ruleSchema = z.strictObject({
  signal: text(80),
  is: scalar.optional(),
  isNot: scalar.optional(),
  in: z.array(scalar).min(1).optional(),
  notIn: z.array(scalar).min(1).optional(),
  contains: scalar.optional(),
  greater: scalar.optional(),
  less: scalar.optional(),
  between: z.tuple([scalar, scalar]).optional(),
  blank: z.literal(true).optional(),
  notBlank: z.literal(true).optional(),
  withinDays: z.number().optional(),
  weight: z.number().positive().max(99).optional(),
});

export const checkSchema = z.strictObject({
  prompt: text(255),
  options: z
    .array(z.union([z.string(), z.number()]).transform(String).pipe(text(255)))
    .min(2)
    .max(4),
  correct: z.enum(['A', 'B', 'C', 'D']),
  explanation: text(255),
  skill: z.string().optional(),
});

const nuggetSkillSchema = z.union([
  z.string().transform((skillCode) => ({ code: skillCode, weight: 1 })),
  z.strictObject({ code: z.string(), weight: z.number().positive().max(99).default(1) }),
]);

export const nuggetSchema = z.strictObject({
  key: code(60),
  title: text(80),
  kind: z.enum(KINDS),
  summary: z.string().trim().max(255).optional(),
  minutes: z.number().int().min(1).max(60),
  level: z.number().int().min(1).max(5).optional(),
  status: z.enum(STATUSES).default('Draft'),
  skills: z.array(nuggetSkillSchema).min(1),
  rules: z.array(z.array(ruleSchema).min(1)).default([]),
  checks: z.array(checkSchema).default([]),
  verifier: z.string().trim().min(1).optional(),
  verifyEveryDays: z.number().int().positive().max(3650).optional(),
  verifiedOn: day.optional(),
  mediaUrl: z
    .url({ protocol: /^https$/ })
    .max(255)
    .optional(),
});

export const PATH_STATUSES = ['Draft', 'Published', 'Retired'] as const;

export const pathSchema = z.strictObject({
  key: code(50),
  title: text(80),
  summary: z.string().trim().max(255).optional(),
  status: z.enum(PATH_STATUSES).default('Draft'),
  steps: z.array(z.string()).min(1).max(50),
});

export type PathFile = z.infer<typeof pathSchema>;
export type SkillFile = z.infer<typeof skillSchema>;
export type LaunchFile = z.infer<typeof launchSchema>;
export type SignalFile = z.infer<typeof signalSchema>;
export type RuleFile = z.infer<typeof ruleSchema>;
export type CheckFile = z.infer<typeof checkSchema>;
export type NuggetFile = z.infer<typeof nuggetSchema>;

import type { DraftAnswer, Participant } from './draft/draft-exchange.ts';
import type { Redaction } from './personal-data/redact.ts';

/** What a reviewer approved: what is published, and nothing else. */
export interface ApprovedDraft {
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  readonly answers: readonly ApprovedAnswer[];
  readonly tags: readonly string[];
  /** Id of a question that there is: the answers go to it, and no question is made. */
  readonly mergeInto?: string;
}

/** Who wrote an answer stands in the draft and is not the reviewer's to say. */
export interface ApprovedAnswer {
  readonly messageKey: string;
  /** Plain text. */
  readonly body: string;
}

/** The text fields of a captured exchange: all of them are blanked when it is rejected, refused or published. */
export const EXCHANGE_TEXTS = [
  'Subject__c',
  'Question_Title__c',
  'Question_Body__c',
  'Answers__c',
  'Original__c',
  'Participants__c',
  'Redactions__c',
  'Suggested_Tags__c',
  'Approved_Draft__c',
] as const;

/** A draft as it was approved; undefined for what is none. */
export function readApproved(json: string | null | undefined): ApprovedDraft | undefined {
  const value = parse(json);
  if (!isObject(value)) return undefined;
  const { title, body, answers, tags, mergeInto } = value;
  if (typeof title !== 'string' || typeof body !== 'string' || !Array.isArray(answers)) return undefined;
  return {
    title,
    body,
    answers: answers.filter(isApprovedAnswer),
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
    ...(typeof mergeInto === 'string' && mergeInto !== '' && { mergeInto }),
  };
}

/** The answers of a draft as its record holds them; what is damaged is left out. */
export function readAnswers(json: string | null | undefined): DraftAnswer[] {
  return itemsOf(json).flatMap((item): DraftAnswer[] => {
    const { author, at, body, messageKey, score, reasons } = item;
    if (typeof body !== 'string' || typeof messageKey !== 'string') return [];
    return [
      {
        author: typeof author === 'string' ? author : '',
        ...(typeof at === 'string' && { at }),
        body,
        messageKey,
        score: typeof score === 'number' ? score : 0,
        reasons: Array.isArray(reasons) ? (reasons as DraftAnswer['reasons']) : [],
      },
    ];
  });
}

/** Who took part, as the record holds them. */
export function readParticipants(json: string | null | undefined): Participant[] {
  return itemsOf(json).flatMap((item): Participant[] => {
    const { address, name, role } = item;
    if (typeof address !== 'string' && typeof name !== 'string') return [];
    return [
      {
        ...(typeof address === 'string' && { address: address.toLowerCase() }),
        ...(typeof name === 'string' && { name }),
        role: role === 'asked' || role === 'answered' || role === 'quoted' ? role : 'received',
      },
    ];
  });
}

/** What was taken out, as the record holds it. */
export function readRedactions(json: string | null | undefined): Redaction[] {
  return itemsOf(json).filter(
    (item) => typeof item['kind'] === 'string' && typeof item['why'] === 'string' && typeof item['count'] === 'number',
  ) as unknown as Redaction[];
}

type Item = Readonly<Record<string, unknown>>;

function isApprovedAnswer(value: unknown): value is ApprovedAnswer {
  return isObject(value) && typeof value['messageKey'] === 'string' && typeof value['body'] === 'string';
}

function itemsOf(json: string | null | undefined): Item[] {
  const value = parse(json);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function parse(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Item {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

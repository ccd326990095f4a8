import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnsweredQuestion, GivenAnswer } from '../../core/experts/index.ts';

/** A question with the moment it was asked. */
export interface DatedQuestion extends AnsweredQuestion {
  readonly askedAt: Date;
}

interface RawAnswer {
  readonly id: string;
  readonly date: string;
  readonly score?: number;
  readonly owner?: string | null;
  readonly body?: string;
  readonly accepted?: boolean;
}

interface RawQuestion {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly owner?: string | null;
  readonly answers?: readonly RawAnswer[];
}

/**
 * Reads qa.jsonl of a folder, oldest question first. Answers without an owner are left out; times without a zone are
 * universal time. Throws an Error that names the line it cannot read.
 */
export function readQuestions(folder: string): DatedQuestion[] {
  const path = join(folder, 'qa.jsonl');
  if (!existsSync(path)) throw new Error(`${path} is missing: --data names a folder with qa.jsonl.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [toQuestion(JSON.parse(line) as RawQuestion)];
      } catch (error) {
        throw new Error(`${path}, line ${i + 1}: ${String(error)}.`, { cause: error });
      }
    })
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1));
}

function toQuestion({ id, date, title, body, tags = [], owner, answers = [] }: RawQuestion): DatedQuestion {
  return {
    id: String(id),
    askedAt: new Date(isoOf(date)),
    title,
    body,
    tags,
    askerId: owner ? String(owner) : undefined,
    answers: answers.flatMap((answer): GivenAnswer[] =>
      answer.owner
        ? [
            {
              id: String(answer.id),
              authorId: String(answer.owner),
              at: isoOf(answer.date),
              body: answer.body,
              votes: answer.score,
              accepted: answer.accepted,
            },
          ]
        : [],
    ),
  };
}

function isoOf(date: unknown): string {
  const text = String(date);
  const iso = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
  if (Number.isNaN(Date.parse(iso))) throw new Error(`"${text}" is not a date`);
  return iso;
}

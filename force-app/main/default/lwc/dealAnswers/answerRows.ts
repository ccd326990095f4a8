import type { SignalRegistry } from 'c/core';
import { exactDate, shortDate } from 'c/dates';
import { signalName } from 'c/dealMatching';
import type { SharedFact, SituationAnswer } from 'c/knowledge';
import { dealAnswersLabels as labels, format, inOneLine, knowledgeLabels, whole } from 'c/labels';
import type { DealEntry } from './dealEntries';

interface Words {
  readonly key: string;
  readonly text: string;
}

/** A question with the beginning of its best answer. */
export interface AnswerRow {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
  readonly accepted: boolean;
  readonly verified: boolean;
  /** Votes, author, number of answers: in words. */
  readonly facts: string;
  readonly date: string;
  readonly exactDate: string;
  /** Why it is here, strongest first. */
  readonly reasons: readonly Words[];
}

const MOST_REASONS = 4;
const ANSWER_BEGINNING = 180;

export function toAnswerRow({ entry, facts }: SituationAnswer, registry: SignalRegistry, now: Date): AnswerRow {
  const { id, title = '', acceptedAnswer, answers = [], verified = false, updatedAt, own } = entry as DealEntry;
  const texts = [...(own ? [labels.aboutThisDeal] : []), ...facts.map((fact) => wordFact(fact, registry))];
  const answer = acceptedAnswer ?? answers[0] ?? '';
  return {
    id,
    title,
    answer: answer.length > ANSWER_BEGINNING ? `${answer.slice(0, ANSWER_BEGINNING).trimEnd()}…` : answer,
    accepted: acceptedAnswer !== undefined,
    verified,
    facts: wordFacts(entry as DealEntry),
    date: shortDate(updatedAt, now),
    exactDate: exactDate(updatedAt),
    reasons: texts.slice(0, MOST_REASONS).map((each) => ({ key: each, text: each })),
  };
}

function wordFact({ signal, value }: SharedFact, registry: SignalRegistry): string {
  if (signal === 'close_date_pushes') return labels.slips;
  return format(knowledgeLabels.fact, signalName(signal, registry), value);
}

function wordFacts({ votes = 0, author, expert, answerCount }: DealEntry): string {
  if (answerCount === 0) return labels.noAnswerYet;
  return inOneLine([
    votes === 0 ? '' : format(votes === 1 ? labels.oneVote : labels.votes, whole(votes)),
    expert ? format(labels.byExpert, author ?? '') : (author ?? ''),
    answerCount === 1 ? '' : format(knowledgeLabels.answerCount, answerCount),
  ]);
}

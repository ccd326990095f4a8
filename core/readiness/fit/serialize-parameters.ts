import { ANSWER_WIDTH } from '../features/answer-features.ts';
import { SKILL_SIGNS, SKILL_WIDTH, TABLE_CELLS } from '../features/skill-features.ts';
import { DEFAULT_PARAMETERS, MODEL_VERSION, type ReadinessParameters } from '../parameters.ts';
import { ReadinessStateError } from '../state-error.ts';

const FORMAT = 'fluency-readiness-parameters';

/** Fitted weights as one JSON object; what is not fitted comes from the defaults. */
export function serializeParameters(parameters: ReadinessParameters): string {
  const { version, intercept, skillWeights, answerWeights, table, skillTables } = parameters;
  return JSON.stringify({
    format: FORMAT,
    model: MODEL_VERSION,
    version,
    intercept,
    skillWeights,
    answerWeights,
    table,
    skillTables: Object.fromEntries(skillTables ?? []),
  });
}

/**
 * Reads what {@link serializeParameters} wrote. Throws ReadinessStateError for another model, a missing field, or a
 * weight whose sign would let a success lower a score.
 */
export function parseParameters(text: string): ReadinessParameters {
  const fields = new Map<string, unknown>(Object.entries(objectOf(text)));
  if (fields.get('format') !== FORMAT || fields.get('model') !== MODEL_VERSION) {
    throw new ReadinessStateError(
      'otherModel',
      String(fields.get('model')),
      `These are no parameters of model ${MODEL_VERSION}: run \`fluency calibrate\` again.`,
    );
  }
  const { version, intercept } = Object.fromEntries(fields);
  if (typeof version !== 'string') throw invalid('version', version);
  if (typeof intercept !== 'number') throw invalid('intercept', intercept);
  const skillWeights = numbersOf(fields.get('skillWeights'), 'skillWeights', SKILL_WIDTH);
  skillWeights.forEach((weight, i) => {
    if (weight * (SKILL_SIGNS[i] ?? 0) < 0) throw invalid(`skillWeights[${i}]`, weight);
  });
  const tables = fields.get('skillTables');
  if (typeof tables !== 'object' || tables === null) throw invalid('skillTables', tables);
  return {
    ...DEFAULT_PARAMETERS,
    version,
    intercept,
    skillWeights,
    answerWeights: numbersOf(fields.get('answerWeights'), 'answerWeights', ANSWER_WIDTH),
    table: numbersOf(fields.get('table'), 'table', TABLE_CELLS),
    skillTables: new Map(
      Object.entries(tables).map(([code, table]) => [code, numbersOf(table, `skillTables.${code}`, TABLE_CELLS)]),
    ),
  };
}

function objectOf(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ReadinessStateError('invalidJson', text.slice(0, 80), 'The parameters are not a JSON object.');
}

function numbersOf(value: unknown, name: string, length: number): number[] {
  const isNumbers = Array.isArray(value) && value.length === length && value.every((each) => Number.isFinite(each));
  if (!isNumbers) throw invalid(name, value);
  return value as number[];
}

function invalid(name: string, value: unknown): ReadinessStateError {
  return new ReadinessStateError(
    'invalidField',
    String(value),
    `The parameters' "${name}" is ${String(value)}: run \`fluency calibrate\` again.`,
  );
}

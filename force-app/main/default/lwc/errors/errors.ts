import { commonLabels } from 'c/labels';

interface Detail {
  readonly message?: unknown;
}

interface PlatformError extends Detail {
  readonly body?: unknown;
  /** Where there is no `message`: what the network said. */
  readonly error?: unknown;
  readonly errors?: unknown;
  readonly output?: { readonly errors?: unknown; readonly fieldErrors?: Readonly<Record<string, unknown>> };
  readonly status?: unknown;
}

/** Characters of a message that are shown; a longer one repeats what somebody wrote. */
const MOST_SHOWN = 300;

/** So much of the end stays: an org says a limit after the value that is beyond it. */
const END_SHOWN = 80;

/** What browsers and the platform say where nobody answered. */
const NO_ANSWER =
  /^(failed to fetch|load failed|network ?error\b.*|network request failed|disconnected or canceled)\.?$/i;

/** HTTP states in which whoever stands before the org answers in its place; 0 is nobody at all. */
const AWAY = new Set<unknown>([0, 502, 503, 504]);

/**
 * Every distinct message in what a wire or a promise of the platform gave: GraphQL's list, the User Interface API's
 * `{ body: { message, output: { errors, fieldErrors } } }`, a list of those, an `Error`, or plain text.
 *
 * The more precise messages (fields, then record) come before the general one. Where the org did not answer, that is
 * said in our words; a long message is cut in its middle.
 */
export function reduceErrors(error: unknown): string[] {
  if (isAway(error)) return [commonLabels.orgUnreachable];
  const found = messages(error).filter((message) => message !== '');
  return [...new Set(found.map(toWords))];
}

/** The one sentence to show: the most precise message, or general words where there is none. */
export function messageOf(error: unknown): string {
  return reduceErrors(error)[0] ?? commonLabels.somethingWentWrong;
}

function isAway(error: unknown): boolean {
  return error !== null && typeof error === 'object' && AWAY.has((error as PlatformError).status);
}

function toWords(message: string): string {
  if (NO_ANSWER.test(message)) return commonLabels.orgUnreachable;
  if (message.length <= MOST_SHOWN) return message;
  return `${message.slice(0, MOST_SHOWN - END_SHOWN)}…${message.slice(-END_SHOWN)}`;
}

function messages(error: unknown): string[] {
  if (typeof error === 'string') return [error.trim()];
  if (Array.isArray(error)) return error.flatMap(messages);
  if (error === null || typeof error !== 'object') return [];
  const { body, error: said, errors, output, message } = error as PlatformError;
  const fieldErrors = Object.values(output?.fieldErrors ?? {});
  const own = typeof message === 'string' ? [message.trim()] : messages(said);
  return [...messages(fieldErrors), ...messages(output?.errors), ...messages(errors), ...messages(body), ...own];
}

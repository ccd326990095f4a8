import { commonLabels } from 'c/labels';

interface Detail {
  readonly message?: unknown;
}

interface PlatformError extends Detail {
  readonly body?: unknown;
  readonly errors?: unknown;
  readonly output?: { readonly errors?: unknown; readonly fieldErrors?: Readonly<Record<string, unknown>> };
}

/**
 * Every distinct message in what a wire or a promise of the platform gave: GraphQL's list, the User Interface API's
 * `{ body: { message, output: { errors, fieldErrors } } }`, a list of those, an `Error`, or plain text.
 *
 * The more precise messages (fields, then record) come before the general one.
 */
export function reduceErrors(error: unknown): string[] {
  return [...new Set(messages(error))].filter((message) => message !== '');
}

/** The one sentence to show: the most precise message, or general words where there is none. */
export function messageOf(error: unknown): string {
  return reduceErrors(error)[0] ?? commonLabels.somethingWentWrong;
}

function messages(error: unknown): string[] {
  if (typeof error === 'string') return [error.trim()];
  if (Array.isArray(error)) return error.flatMap(messages);
  if (error === null || typeof error !== 'object') return [];
  const { body, errors, output, message } = error as PlatformError;
  const fieldErrors = Object.values(output?.fieldErrors ?? {});
  const own = typeof message === 'string' ? [message.trim()] : [];
  return [...messages(fieldErrors), ...messages(output?.errors), ...messages(errors), ...messages(body), ...own];
}

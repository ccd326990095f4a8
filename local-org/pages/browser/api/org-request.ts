export const DATA_PATH = '/services/data/v66.0';

export interface FieldError {
  readonly message: string;
  readonly errorCode?: string;
}

/** The body of a refused write as Lightning Data Service shows it to a component. */
export interface WriteErrorBody {
  readonly message: string;
  readonly errorCode?: string;
  readonly enhancedErrorType?: string;
  readonly output?: {
    readonly errors: readonly FieldError[];
    readonly fieldErrors: Readonly<Record<string, readonly FieldError[]>>;
  };
}

/** What Lightning Data Service rejects with: reads carry the server's list, writes its first entry. */
export interface FetchResponseError {
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
  readonly body: WriteErrorBody | readonly FieldError[];
}

interface ServerError {
  readonly message?: string;
  readonly errorCode?: string;
  readonly fields?: readonly string[];
  readonly enhancedErrorType?: string;
  readonly output?: WriteErrorBody['output'];
}

/**
 * Asks the org as the person of this page (cookie session) and returns the JSON answer.
 * Rejects with a {@link FetchResponseError}. A lost session leads back to the sign-in page.
 */
export async function orgRequest<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path.startsWith('/local-org') ? path : DATA_PATH + path, {
      method,
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw failure(0, 'Network', [{ message: 'The org does not answer. Is local-org running?' }], method);
  }
  if (response.status === 401) window.location.reload();
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  const json: unknown = text === '' ? undefined : parse(text);
  if (!response.ok) throw failure(response.status, response.statusText, json, method);
  return json as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [{ message: text.slice(0, 200) }];
  }
}

function failure(status: number, statusText: string, answer: unknown, method: string): FetchResponseError {
  const list = (Array.isArray(answer) ? answer : [answer ?? {}]) as ServerError[];
  const errors = list.map((error) => ({ ...error, message: error.message ?? `The org answered ${status}.` }));
  return { status, statusText, ok: false, body: method === 'GET' ? errors : writeBody(errors) };
}

function writeBody(errors: readonly (ServerError & { message: string })[]): WriteErrorBody {
  const [first] = errors;
  if (first?.output !== undefined) return { ...first, output: first.output };
  const fieldErrors: Record<string, FieldError[]> = {};
  const general: FieldError[] = [];
  for (const { message, errorCode, fields } of errors) {
    const error = { message, ...(errorCode === undefined ? {} : { errorCode }) };
    if (fields === undefined || fields.length === 0) general.push(error);
    for (const field of fields ?? []) (fieldErrors[field] ??= []).push(error);
  }
  return {
    message: first?.message ?? 'An error occurred while trying to update the record. Please try again.',
    ...(first?.errorCode === undefined ? {} : { errorCode: first.errorCode }),
    enhancedErrorType: 'RecordError',
    output: { errors: general, fieldErrors },
  };
}

/** The words to show for whatever a request was refused with. */
export function errorMessage(error: unknown): string {
  if (error instanceof Error) return error.message;
  const body = (error as Partial<FetchResponseError> | undefined)?.body;
  if (Array.isArray(body)) return body.map((entry: FieldError) => entry.message).join(' ');
  const write = body as WriteErrorBody | undefined;
  const details = [...(write?.output?.errors ?? []), ...Object.values(write?.output?.fieldErrors ?? {}).flat()].map(
    (entry) => entry.message,
  );
  return details.length > 0 ? [...new Set(details)].join(' ') : (write?.message ?? 'Something went wrong.');
}

import { OrgError } from '../../error.ts';
import type { JsonObject } from '../../json-object.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { listOf, objectBody, requiredText, textOf } from './body.ts';
import { fillReferences, fillReferencesInText } from './composite-references.ts';
import type { Dispatcher } from './dispatch.ts';
import { restErrorAnswer } from './rest-error.ts';
import { parseSubrequestUrl } from './subrequest-url.ts';
import { undoUnless } from '../../undo-unless.ts';

const SUBREQUESTS = 25;
const HALTED = 'The transaction was rolled back since another operation in the same transaction failed.';

interface Subanswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Several requests in one: `composite` (with references between them) and `composite/batch`. */
export function compositeResources(dispatcher: () => Dispatcher): readonly Resource[] {
  return [
    { method: 'POST', pattern: '/composite', handle: (call) => composite(call, dispatcher()) },
    { method: 'POST', pattern: '/composite/batch', handle: (call) => batch(call, dispatcher()) },
  ];
}

function composite(call: Call, dispatcher: Dispatcher): Answer {
  const body = objectBody(call.body);
  const requests = atMost25(listOf(body, 'compositeRequest').map(objectBody));
  const identifiers = requests.map((request) => requiredText(request, 'referenceId'));
  if (new Set(identifiers).size < identifiers.length) {
    throw new OrgError('INVALID_INPUT', 'Each subrequest needs a referenceId of its own');
  }
  const allOrNone = body['allOrNone'] === true;
  const isGood = (answers: Subanswer[]): boolean =>
    !allOrNone || answers.every(({ httpStatusCode }) => httpStatusCode < 400);
  const answers = undoUnless(call.org.store, () => runInOrder(call, dispatcher, requests, allOrNone), isGood);
  return ok({ compositeResponse: isGood(answers) ? answers : answers.map(halted) });
}

function runInOrder(
  call: Call,
  dispatcher: Dispatcher,
  requests: readonly JsonObject[],
  allOrNone: boolean,
): Subanswer[] {
  const bodies = new Map<string, unknown>();
  const answers: Subanswer[] = [];
  for (const request of requests) {
    const referenceId = requiredText(request, 'referenceId');
    const isStopped = allOrNone && (answers.at(-1)?.httpStatusCode ?? 200) >= 400;
    const answer = isStopped ? haltedAnswer() : runOne(call, dispatcher, request, bodies);
    if (answer.status < 400) {
      bodies.set(referenceId, answer.body);
    }
    answers.push({
      body: answer.body ?? null,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId,
    });
  }
  return answers;
}

function runOne(call: Call, dispatcher: Dispatcher, request: JsonObject, bodies: ReadonlyMap<string, unknown>): Answer {
  try {
    const { path, query } = parseSubrequestUrl(fillReferencesInText(requiredText(request, 'url'), bodies));
    return dispatcher.dispatchNow({
      ...call,
      method: requiredText(request, 'method').toUpperCase(),
      path,
      query,
      body: fillReferences(request['body'], bodies),
    });
  } catch (error) {
    return restErrorAnswer(error);
  }
}

function batch(call: Call, dispatcher: Dispatcher): Answer {
  const body = objectBody(call.body);
  const requests = atMost25(listOf(body, 'batchRequests').map(objectBody));
  const results: { statusCode: number; result: unknown }[] = [];
  let hasErrors = false;
  for (const request of requests) {
    const answer: Answer =
      hasErrors && body['haltOnError'] === true ? batchHalted() : runBatched(call, dispatcher, request);
    hasErrors ||= answer.status >= 400;
    results.push({ statusCode: answer.status, result: answer.body ?? null });
  }
  return ok({ hasErrors, results });
}

function runBatched(call: Call, dispatcher: Dispatcher, request: JsonObject): Answer {
  try {
    const { path, query } = parseSubrequestUrl(requiredText(request, 'url'));
    const method = textOf(request, 'method')?.toUpperCase() ?? 'GET';
    return dispatcher.dispatchNow({ ...call, method, path, query, body: request['richInput'] });
  } catch (error) {
    return restErrorAnswer(error);
  }
}

/** A subrequest that was fine, in a request that was not. */
function halted(answer: Subanswer): Subanswer {
  return answer.httpStatusCode < 400
    ? { ...answer, ...{ body: haltedAnswer().body, httpStatusCode: 400, httpHeaders: {} } }
    : answer;
}

function haltedAnswer(): Answer {
  return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: HALTED }] };
}

function batchHalted(): Answer {
  return {
    status: 412,
    body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
  };
}

function atMost25<T>(requests: readonly T[]): readonly T[] {
  if (requests.length > SUBREQUESTS) {
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `The number of subrequests is limited to ${SUBREQUESTS}, not ${requests.length}`,
    );
  }
  return requests;
}

import { OrgError } from '../../error.ts';
import type { Answer, Call, Resource } from '../call.ts';
import { notFound, restErrorAnswer } from './rest-error.ts';

/** A call before its resource is known. */
export type UnroutedCall = Omit<Call, 'params'> & {
  /** Path below the version, still encoded: a value may hold an encoded slash. */
  readonly path: string;
};

/** Finds the resource of a path and lets it answer; refusals become answers in the REST API's shape. */
export class Dispatcher {
  readonly #routes: readonly { resource: Resource; segments: readonly string[] }[];

  constructor(resources: readonly Resource[]) {
    this.#routes = resources.map((resource) => ({ resource, segments: split(resource.pattern) }));
  }

  /** Answers a client's request. */
  async dispatch(call: UnroutedCall): Promise<Answer> {
    try {
      return await this.#handle(call);
    } catch (error) {
      return restErrorAnswer(error);
    }
  }

  /** Answers a subrequest of a composite request, which must be answered at once to stay in its transaction. */
  dispatchNow(call: UnroutedCall): Answer {
    try {
      const answer = this.#handle(call);
      if (answer instanceof Promise) {
        throw new OrgError('INVALID_INPUT', `${call.path} cannot be a subrequest`);
      }
      return answer;
    } catch (error) {
      return restErrorAnswer(error);
    }
  }

  #handle(call: UnroutedCall): Answer | Promise<Answer> {
    const path = split(call.path);
    let pathIsKnown = false;
    for (const { resource, segments } of this.#routes) {
      const params = match(segments, path);
      if (params === undefined) {
        continue;
      }
      if (resource.method === call.method) {
        const answer = (): Answer | Promise<Answer> => resource.handle({ ...call, params });
        return call.clock === undefined ? answer() : call.org.at(call.clock, answer);
      }
      pathIsKnown = true;
    }
    if (pathIsKnown) {
      throw new OrgError('METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed for ${call.path}`, {
        status: 405,
      });
    }
    throw notFound();
  }
}

function split(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function match(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = path[index] ?? '';
    if (expected.startsWith(':')) {
      params[expected.slice(1)] = decode(actual);
    } else if (expected.toLowerCase() !== actual.toLowerCase()) {
      return undefined;
    }
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new OrgError('INVALID_INPUT', `The path segment '${segment}' is not properly encoded`);
  }
}

import { objectBody, requiredText, textOf } from '../http/rest/body.ts';
import { ok, type Answer, type Call, type Resource } from '../http/call.ts';
import { isObject } from '../json-object.ts';
import { executeGraphql } from './execute.ts';

/** The GraphQL endpoint. Errors of a query come with status 200, as on the platform. */
export const graphqlResources: readonly Resource[] = [{ method: 'POST', pattern: '/graphql', handle: answer }];

function answer(call: Call): Answer {
  const body = objectBody(call.body);
  const operationName = textOf(body, 'operationName');
  return ok(
    executeGraphql(call.org, call.actor, {
      query: requiredText(body, 'query'),
      ...(isObject(body['variables']) ? { variables: body['variables'] } : {}),
      ...(operationName === undefined ? {} : { operationName }),
    }),
  );
}

import { OrgError } from '../../error.ts';
import { noContent, ok, type Answer, type Call, type Resource } from '../call.ts';
import { notFound } from './rest-error.ts';

/** Whether a person's password has expired, and setting it. */
export const passwordResources: readonly Resource[] = [
  { method: 'GET', pattern: '/sobjects/User/:id/password', handle: expired },
  { method: 'POST', pattern: '/sobjects/User/:id/password', handle: setPassword },
];

function expired(): Answer {
  return ok({ isExpired: false });
}

/** People set their own password; administrators anybody's. */
function setPassword(call: Call): Answer {
  const { org, actor, params, body } = call;
  const userId = org.record(actor, 'User', params['id'] ?? '', ['Id'])?.['Id'];
  if (typeof userId !== 'string') {
    throw notFound();
  }
  if (userId !== actor.userId && !org.access(actor).has('ManageUsers')) {
    throw new OrgError('INSUFFICIENT_ACCESS', "You cannot set another person's password.", { status: 403 });
  }
  const password = (body as { NewPassword?: unknown } | undefined)?.NewPassword;
  if (typeof password !== 'string') {
    throw new OrgError('JSON_PARSER_ERROR', 'NewPassword is missing or not a text.');
  }
  org.setPassword(userId, password);
  return noContent();
}

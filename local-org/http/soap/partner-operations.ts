import { userFacts } from '../oauth/identity.ts';
import { emptyRecycleBin, undelete } from './recycle-bin-operations.ts';
import type { SoapContext } from './soap-context.ts';
import { SoapFault } from './soap-fault.ts';
import { textAt, type SoapRequest } from './envelope.ts';
import type { XmlElements } from './xml.ts';

type PartnerOperation = (context: SoapContext, request: SoapRequest) => XmlElements;

/**
 * What the partner and enterprise SOAP APIs offer here: sessions, and the recycle bin. Other data goes over REST, as
 * jsforce does it.
 */
export const partnerOperations: ReadonlyMap<string, PartnerOperation> = new Map<string, PartnerOperation>([
  ['login', login],
  ['logout', logout],
  ['getUserInfo', (context, request) => ({ result: userInfo(context, context.actorOf(request)) })],
  ['undelete', undelete],
  ['emptyRecycleBin', emptyRecycleBin],
  ['getServerTimestamp', (context) => ({ result: { timestamp: context.org.now().toISOString() } })],
]);

function login(context: SoapContext, request: SoapRequest): XmlElements {
  const actor = context.org.authenticate(
    textAt(request.parameters, 'username') ?? '',
    textAt(request.parameters, 'password') ?? '',
  );
  if (actor === undefined) {
    throw new SoapFault('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
  }
  const { instanceUrl, version } = context;
  const organization = context.org.organizationId.slice(0, 15);
  return {
    result: {
      metadataServerUrl: `${instanceUrl}/services/Soap/m/${version}/${organization}`,
      passwordExpired: false,
      sandbox: false,
      serverUrl: `${instanceUrl}/services/Soap/u/${version}/${organization}`,
      sessionId: context.sessions.open(actor.userId),
      userId: actor.userId,
      userInfo: userInfo(context, actor),
    },
  };
}

function logout(context: SoapContext, request: SoapRequest): XmlElements {
  context.actorOf(request);
  context.sessions.end(request.sessionId ?? '');
  return {};
}

function userInfo(context: SoapContext, actor: Parameters<typeof userFacts>[1]): XmlElements {
  const user = userFacts(context.org, actor);
  return {
    organizationId: context.org.organizationId,
    organizationMultiCurrency: false,
    organizationName: context.organizationName(),
    profileId: user.profileId,
    roleId: user.roleId,
    sessionSecondsValid: 43_200,
    userDefaultCurrencyIsoCode: null,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: 'Standard',
  };
}

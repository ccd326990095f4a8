import { Connection } from 'jsforce';
import JSZip from 'jszip';
import { DEFAULT_ADMINISTRATOR } from '../../local-org/bootstrap.ts';

const API_VERSION = '66.0';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const ACCOUNTS = 200;
const STAGES = [
  'Prospecting',
  'Qualification',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

/** An org with accounts and a key on opportunities, as a load from another CRM needs it. */
export interface PreparedOrg {
  readonly connection: Connection;
  readonly accounts: readonly string[];
  /** Sends a request below `/services/data/vXX.0` and answers its body. @throws on a refusal */
  send(method: string, path: string, body?: string, contentType?: string): Promise<string>;
}

export async function prepare(url: string): Promise<PreparedOrg> {
  const connection = new Connection({ loginUrl: url, version: API_VERSION });
  await connection.login(DEFAULT_ADMINISTRATOR.username, DEFAULT_ADMINISTRATOR.password);
  await deployKey(connection);
  const saved = await connection
    .sobject('Account')
    .create(Array.from({ length: ACCOUNTS }, (_, index) => ({ Name: `Account ${index}` })));
  const headers = { authorization: `Bearer ${connection.accessToken ?? ''}` };
  return {
    connection,
    accounts: saved.map(({ id }) => String(id)),
    async send(method, path, body, contentType = 'application/json') {
      const response = await fetch(`${url}/services/data/v${API_VERSION}${path}`, {
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': contentType },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
      return text;
    },
  };
}

export interface Deal {
  readonly [field: string]: string | number;
}

/** The deal with this number: the same whenever it is asked for. */
export function deal({ accounts }: PreparedOrg, number: number): Deal {
  return {
    Name: `Deal ${number}`,
    AccountId: accounts[number % accounts.length] ?? '',
    StageName: STAGES[number % STAGES.length] ?? '',
    CloseDate: `20${20 + (number % 8)}-0${1 + (number % 9)}-1${number % 10}`,
    Amount: 1_000 + (number % 900) * 100,
    Bench_Key__c: `bench:${number}`,
  };
}

export function opportunityCsv(org: PreparedOrg, from: number, to: number): string {
  const lines: string[] = [];
  for (let number = from; number < to; number++) lines.push(Object.values(deal(org, number)).join(','));
  return `${Object.keys(deal(org, 0)).join(',')}\n${lines.join('\n')}\n`;
}

async function deployKey(connection: Connection): Promise<void> {
  const zip = new JSZip();
  zip.file(
    'package.xml',
    `<Package ${NAMESPACE}><types><members>Opportunity.Bench_Key__c</members><name>CustomField</name></types><version>${API_VERSION}</version></Package>`,
  );
  zip.file(
    'objects/Opportunity.object',
    `<CustomObject ${NAMESPACE}><fields><fullName>Bench_Key__c</fullName><externalId>true</externalId><label>Key</label>
     <length>40</length><type>Text</type><unique>true</unique><caseSensitive>false</caseSensitive></fields></CustomObject>`,
  );
  const content = await zip.generateAsync({ type: 'nodebuffer' });
  const result = await connection.metadata.deploy(content, { singlePackage: true }).complete();
  if (!result.success) throw new Error(`The key was refused: ${JSON.stringify(result)}`);
}

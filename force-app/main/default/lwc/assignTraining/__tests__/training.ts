import AssignTraining from 'c/assignTraining';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, connection, flush } from 'test/wires';

const ANA = { id: '005a', name: 'Ana Ruiz' };
const CEM = { id: '005c', name: 'Cem Aydin' };
export const nugget = (id: string, name: string): object => ({ Id: id, Name: name, Minutes__c: 2 });
const GIVE = nugget('a01g', 'Trade, never give');
export const COST = nugget('a01c', 'Total cost');
const step = (id: string): object => ({ Nugget__c: id, Nugget__r: { Minutes__c: 3 } });
const PATH = { Id: 'a0Pc', Name: 'Negotiating to a close', Path_Steps__r: [step('a01g'), step('a01x')] };
const OTHER_PATH = { Id: 'a0Po', Name: 'New in role', Path_Steps__r: [step('a01x')] };
export const RECORD = {
  Id: 'a0R',
  Nugget__c: 'a01c',
  People__c: 31,
  Mean_Gain__c: 14.2,
  Lower__c: 9.4,
  Upper__c: 18.6,
};

export const answer = (planned: object[] = [], more: object = {}): object => ({
  chosen: connection([]),
  Nugget__c: connection([GIVE, COST]),
  Learning_Path__c: connection([OTHER_PATH, PATH]),
  Training_Record__c: connection([RECORD]),
  Assignment__c: connection(planned),
  ...more,
});

export async function show(properties: object = {}): Promise<Mounted> {
  // jsdom has none.
  Object.assign(crypto, { randomUUID: () => 'u' });
  return mount('c-assign-training', AssignTraining, {
    label: 'Assign training',
    people: [ANA, CEM],
    reason: 'Gap',
    skillId: 'a03',
    skillName: 'Negotiation',
    ...properties,
  });
}

export async function showChoices(properties: object = {}, planned: object[] = []): Promise<Mounted> {
  const modal = await show(properties);
  answerGraphql('Training', answer(planned));
  await flush();
  return modal;
}

export async function choose(modal: Mounted, id: string): Promise<void> {
  await modal.fire(`input[value="${id}"]`, 'change');
}

export async function search(modal: Mounted, value: string): Promise<void> {
  await modal.fire('.search', 'change', { value });
}

export async function assign(modal: Mounted): Promise<void> {
  modal.find('.due')['reportValidity'] = () => true;
  await modal.click('.assign');
  await flush();
}

export const titles = (modal: Mounted): (string | null)[] =>
  modal.findAll('.title').map(({ textContent }) => textContent);
export const details = (modal: Mounted): (string | null)[] =>
  modal.findAll('.words .quiet').map(({ textContent }) => textContent);
export const closed = (modal: Mounted): jest.Mock => {
  const listener = jest.fn();
  modal.element.addEventListener('close', (event) => listener((event as CustomEvent).detail));
  return listener;
};

import TeamTrend from 'c/teamTrend';
import USER_ID from '@salesforce/user/Id';
import { graphql } from 'lightning/graphql';
import { mount, type Mounted } from 'test/mount';
import { clearPage, failGraphql, flush, graphqlVariables } from 'test/wires';

const adapter = graphql as unknown as { emit(value: unknown): void };

const day = (taken: string, score: number, people: number): object => ({
  node: {
    aggregate: {
      Taken_On__c: { value: taken },
      Score__c: { avg: { value: score } },
      Target__c: { avg: { value: 70 } },
      Person__c: { countDistinct: { value: people } },
    },
  },
});

async function showTrend(days: object[], properties: object = {}): Promise<Mounted> {
  const trend = await mount('c-team-trend', TeamTrend, { domains: ['Product'], ...properties });
  adapter.emit({ data: { uiapi: { aggregate: { Readiness_Snapshot__c: { edges: days } } } }, errors: undefined });
  await flush();
  return trend;
}

/** Two of them are of too few people, or of a small part of the team. */
const DAYS = [
  day('2026-11-22', 90, 4),
  day('2026-11-08', 61.5, 19),
  day('2026-11-01', 58, 18),
  day('2026-11-15', 90, 6),
];

describe('c-team-trend', () => {
  afterEach(clearPage);

  it('asks for twelve weeks of everybody, or of the people below a manager', async () => {
    await showTrend([]);
    expect(graphqlVariables('TeamTrend')).toEqual({ userId: USER_ID, domain: 'Overall', since: expect.any(String) });
    clearPage();
    await showTrend([], { teamId: '005R' });
    expect(graphqlVariables('TeamTrendBelow')).toMatchObject({ managerId: '005R', domain: 'Overall' });
  });

  it('is a stencil while it loads', async () => {
    const trend = await mount('c-team-trend', TeamTrend, { domains: [] });
    expect(trend.find('c-state-panel').state).toBe('loading');
    await expect(trend.element).toBeAccessible();
  });

  it('draws the means in order, without days of fewer than five people', async () => {
    const trend = await showTrend(DAYS);
    expect(trend.find('c-line-chart').series).toEqual([
      {
        name: 'Overall',
        points: [
          { x: '2026-11-01', y: 58 },
          { x: '2026-11-08', y: 61.5 },
        ],
      },
    ]);
    expect(trend.find('c-line-chart').target).toBe(70);
    expect(trend.text()).toContain('Mean of 18 to 19 people a day');
    await expect(trend.element).toBeAccessible();
  });

  it('goes to a domain', async () => {
    const trend = await showTrend(DAYS);
    await trend.fire('.domain', 'change', { value: 'Product' });
    expect(graphqlVariables('TeamTrend')).toMatchObject({ domain: 'Product' });
    expect(trend.find('c-state-panel').state).toBe('loading');
  });

  it('says when there is no trend yet, and when it could not be loaded', async () => {
    const trend = await showTrend([day('2026-11-01', 58, 8)]);
    expect(trend.find('c-state-panel').heading).toBe('No trend yet');
    await expect(trend.element).toBeAccessible();
    failGraphql('TeamTrend', 'The server is away.');
    await flush();
    expect(trend.find('c-state-panel').message).toBe('The server is away.');
    await expect(trend.element).toBeAccessible();
  });
});

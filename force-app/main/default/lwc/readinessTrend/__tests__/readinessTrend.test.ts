import ReadinessTrend from 'c/readinessTrend';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const snapshot = (scope: string, day: string, score: number): object => ({
  Id: `${scope}-${day}`,
  Domain__c: scope,
  Taken_On__c: day,
  Score__c: score,
  Lower__c: score - 5,
  Upper__c: score + 5,
  Target__c: 70,
});
const ANSWER = {
  Readiness_Snapshot__c: connection([
    snapshot('Overall', '2026-11-16', 62),
    snapshot('Product', '2026-11-16', 80),
    snapshot('Overall', '2026-11-09', 50),
    snapshot('Product', '2026-11-09', 75),
  ]),
};

const show = (): Promise<Mounted> =>
  mount('c-readiness-trend', ReadinessTrend, { personId: '005', domains: ['Product', 'Solution'] });

async function showTrend(answer: object = ANSWER): Promise<Mounted> {
  const trend = await show();
  answerGraphql('ReadinessTrend', answer);
  await flush();
  return trend;
}

describe('c-readiness-trend', () => {
  afterEach(clearPage);

  it('asks for half a year of the overall score', async () => {
    await show();
    expect(graphqlVariables('ReadinessTrend')).toEqual({
      personId: '005',
      scopes: ['Overall'],
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('is a stencil while it loads', async () => {
    const trend = await show();
    expect(trend.find('c-state-panel').state).toBe('loading');
    await expect(trend.element).toBeAccessible();
  });

  it('draws the overall score with its likely range and the target, oldest first', async () => {
    const trend = await showTrend();
    expect(trend.find('c-line-chart')).toMatchObject({
      target: 70,
      series: [
        {
          name: 'Overall',
          points: [
            { x: '2026-11-09', y: 50 },
            { x: '2026-11-16', y: 62 },
          ],
          band: [
            { x: '2026-11-09', lower: 45, upper: 55 },
            { x: '2026-11-16', lower: 57, upper: 67 },
          ],
        },
      ],
    });
    await expect(trend.element).toBeAccessible();
  });

  it('draws the domains that are chosen beside it, without bands that hide one another', async () => {
    const trend = await showTrend();
    await trend.fire('.scopes', 'change', { value: ['Product', 'Overall'] });
    expect(graphqlVariables('ReadinessTrend')).toMatchObject({ scopes: ['Overall', 'Product'] });
    answerGraphql('ReadinessTrend', ANSWER);
    await flush();
    expect(trend.find('c-line-chart')).toMatchObject({
      target: undefined,
      series: [
        { name: 'Overall', band: undefined },
        { name: 'Product', band: undefined },
      ],
    });
  });

  it('draws the overall score when nothing is chosen', async () => {
    const trend = await showTrend();
    await trend.fire('.scopes', 'change', { value: [] });
    expect(graphqlVariables('ReadinessTrend')).toMatchObject({ scopes: ['Overall'] });
  });

  it('says that a trend needs two snapshots', async () => {
    const trend = await showTrend({ Readiness_Snapshot__c: connection([snapshot('Overall', '2026-11-16', 62)]) });
    expect(trend.find('c-state-panel')).toMatchObject({
      state: 'empty',
      message: 'A trend appears after the second weekly snapshot.',
    });
    await expect(trend.element).toBeAccessible();
  });

  it('says what happened on an error, tries again, and recovers', async () => {
    const trend = await show();
    const refresh = failGraphql('ReadinessTrend', 'The server is away.');
    await flush();
    expect(trend.find('c-state-panel')).toMatchObject({ state: 'error', message: 'The server is away.' });
    await expect(trend.element).toBeAccessible();
    await trend.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('ReadinessTrend', ANSWER);
    await flush();
    expect(trend.find('c-state-panel').state).toBe('ready');
  });
});

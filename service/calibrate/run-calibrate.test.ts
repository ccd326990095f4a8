import { DEFAULT_PARAMETERS } from '../../core/index.ts';
import { serializeParameters } from '../../core/readiness/fit/index.ts';
import { openReplica, readSetting, writeSetting } from '../replica/index.ts';
import { replicaParameters, runCalibrate } from './index.ts';

it('keeps the defaults of an org with too little evidence, and forgets earlier parameters', async () => {
  const replica = await openReplica(':memory:');
  const own = { ...DEFAULT_PARAMETERS, version: '2+own', skillTables: new Map() };
  await writeSetting(replica.db, 'readiness_parameters', serializeParameters(own));
  expect(await replicaParameters(replica.db)).toEqual(own);
  expect(await runCalibrate(replica, true)).toEqual({ checks: 0, people: 0, outcome: 'tooLittle' });
  expect(await readSetting(replica.db, 'readiness_parameters')).toContain('2+own');
  await runCalibrate(replica, false);
  expect(await replicaParameters(replica.db)).toBe(DEFAULT_PARAMETERS);
  await replica.close();
});

it('says what to do about parameters of another model', async () => {
  const replica = await openReplica(':memory:');
  await writeSetting(replica.db, 'readiness_parameters', '{"model":"1"}');
  await expect(replicaParameters(replica.db)).rejects.toMatchObject({ code: 'PARAMETERS_UNREADABLE' });
  await replica.close();
});

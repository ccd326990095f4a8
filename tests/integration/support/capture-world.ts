import type { OrgClient } from '../../../service/connection/index.ts';
import { CapturedExchanges } from './captured-exchanges.ts';
import { type TestOrg, startDeployedOrg } from './deployed-org.ts';
import { SmallWorld } from './small-world.ts';

export interface CaptureWorld {
  readonly org: TestOrg;
  readonly world: SmallWorld;
  readonly client: OrgClient;
  readonly exchanges: CapturedExchanges;
}

/** An org with the package in which the manager reviews captured exchanges, and Ana and Ben sell. Close its `org`. */
export async function startCaptureWorld(): Promise<CaptureWorld> {
  const org = await startDeployedOrg();
  const world = new SmallWorld(org.org);
  const { manager, ana, ben } = world.users;
  world.assign(manager, 'Fluency_Enablement');
  world.assign(ana, 'Fluency_Rep');
  world.assign(ben, 'Fluency_Rep');
  return { org, world, client: await org.connect(), exchanges: new CapturedExchanges(org.org, world) };
}

import type { Connection } from 'jsforce';

import { assignToSelf } from './assign-to-self.ts';

/**
 * Deploys a package and gives the connection's user a permission set of it.
 *
 * @param zip the package, in metadata format
 * @throws {Error} with what was refused
 */
export async function install(connection: Connection, zip: Buffer, permissionSet: string): Promise<void> {
  const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete(true);
  if (!result.success)
    throw new Error(`The package of ${permissionSet} was refused: ${JSON.stringify(result.details)}`);
  await assignToSelf(connection, permissionSet);
}

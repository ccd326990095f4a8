import Database from 'libsql';

import { standardObjects } from '../schema/standard/standard-objects.ts';
import type { Schema } from '../schema/types.ts';
import type { MetadataStore } from '../org.ts';
import type { Actor } from '../security/types.ts';
import { SqlDatabase } from '../store/sql-database.ts';
import { deploy, type DeployContext, type DeployOptions } from './deploy.ts';
import type { DeployResult } from './deploy-result.ts';
import { createKeyPrefixes } from './key-prefixes.ts';
import { createMetadataStore } from './metadata-store.ts';
import type { Grants } from './read-permission-set.ts';

export const DEPLOYER: Actor = { userId: '005000000000001AAA', username: 'admin@example.com' };

/** An org's metadata without its records, for tests: remembers what a deploy asks of the rest of the org. */
export interface DeployFixture {
  readonly metadata: MetadataStore;
  readonly permissionSets: Map<string, Grants>;
  /** Objects that are to look as if they had records. */
  readonly filled: Set<string>;
  /** The schema that was applied last. */
  schema(): Schema | undefined;
  deploy(zip: Uint8Array, options?: DeployOptions): DeployResult;
}

export function deployFixture(): DeployFixture {
  const database = new SqlDatabase(new Database(':memory:'));
  const metadata = createMetadataStore(database);
  const permissionSets = new Map<string, Grants>();
  const filled = new Set<string>();
  let schema: Schema | undefined;
  const context: DeployContext = {
    standard: standardObjects(),
    metadata,
    keyPrefixes: createKeyPrefixes(database),
    now: () => new Date('2026-02-01T00:00:00Z'),
    hasRecords: (object) => filled.has(object),
    applySchema: (next) => (schema = next),
    transaction: (work) => {
      const before = schema;
      try {
        return database.transaction(work);
      } catch (error) {
        schema = before;
        throw error;
      }
    },
    permissions: {
      writePermissionSet(_, { name }, grants) {
        permissionSets.set(name, grants);
        return name;
      },
      writeProfile: (_, name) => name,
      removePermissionSet: (_, name) => permissionSets.delete(name),
      profileId: (name) => (name === 'Standard User' ? name : undefined),
    },
  };
  return {
    metadata,
    permissionSets,
    filled,
    schema: () => schema,
    deploy: (zip, options) => deploy(context, DEPLOYER, zip, options),
  };
}

/** The failures of a deploy, one line each. */
export function problems(result: DeployResult): string[] {
  return result.componentFailures.map(
    ({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem}`,
  );
}

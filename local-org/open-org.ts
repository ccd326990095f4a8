import { DEFAULT_ADMINISTRATOR, DEFAULT_SETTINGS, bootstrap } from './bootstrap.ts';
import type { Administrator, OrganizationSettings } from './bootstrap.ts';
import { EmbeddedOrg } from './embedded-org.ts';
import { createKeyPrefixes } from './metadata/key-prefixes.ts';
import { createMetadataStore } from './metadata/metadata-store.ts';
import { schemaFromMetadata } from './metadata/read-schema.ts';
import { createSchema } from './schema/create-schema.ts';
import { standardObjects } from './schema/standard/standard-objects.ts';
import { createClock, latestStamp } from './store/clock.ts';
import { openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';

export interface OpenOrgOptions {
  /** Where the org lives: `org.db` and what the pages build. */
  readonly directory: string;
  /** The real clock; tests give their own. */
  readonly now?: () => Date;
  /** Who administers a new org. An existing org keeps its administrator. */
  readonly administrator?: Administrator;
  readonly organization?: Partial<OrganizationSettings>;
}

/**
 * Opens the org in a directory, and makes a new one where there is none.
 *
 * @throws OrgError `UNABLE_TO_LOCK_ROW` when another process has it open; the message says which.
 */
export function openOrg(options: OpenOrgOptions): EmbeddedOrg {
  const { database, close } = openDatabase(options.directory);
  try {
    const metadata = createMetadataStore(database);
    const keyPrefixes = createKeyPrefixes(database);
    const standard = standardObjects();
    const schema = createSchema(schemaFromMetadata(standard, metadata.list(), keyPrefixes));
    migrate(database, undefined, schema);
    const isNew = database.value('SELECT 1 FROM "Organization"') === undefined;
    const tables = schema.objects.map(({ name }) => name);
    const clock = createClock(options.now ?? (() => new Date()), latestStamp(database, tables));
    const org = new EmbeddedOrg({ database, metadata, keyPrefixes, standard, schema, clock, close });
    if (isNew) {
      const administrator = options.administrator ?? DEFAULT_ADMINISTRATOR;
      bootstrap(org.store, org.permissions, (userId, password) => org.setPassword(userId, password), administrator, {
        ...DEFAULT_SETTINGS,
        ...options.organization,
      });
    }
    return org;
  } catch (error) {
    close();
    throw error;
  }
}

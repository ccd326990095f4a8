import Database from 'libsql';

import { SqlDatabase } from '../store/sql-database.ts';
import { createKeyPrefixes } from './key-prefixes.ts';
import { createMetadataStore } from './metadata-store.ts';

const component = (content: string) => ({
  type: 'FlexiPage',
  fullName: 'Home',
  files: new Map([['flexipages/Home.flexipage', Buffer.from(content)]]),
  lastModifiedDate: '2026-02-01T00:00:00.000Z',
});

describe('stored metadata', () => {
  const database = new SqlDatabase(new Database(':memory:'));
  const text = (store: ReturnType<typeof createMetadataStore>): string | undefined => {
    const file = store.get('FlexiPage', 'Home')?.files.get('flexipages/Home.flexipage');
    return file && Buffer.from(file).toString();
  };

  it('is there after a restart, the last version of it', () => {
    const store = createMetadataStore(database);
    store.put(component('first'));
    store.put(component('second ü'));
    expect(text(createMetadataStore(database))).toBe('second ü');
    expect(createMetadataStore(database).list('FlexiPage')).toHaveLength(1);
    expect(createMetadataStore(database).list('Layout')).toHaveLength(0);
  });

  it('goes away with the transaction that wrote it', () => {
    const store = createMetadataStore(database);
    expect(() =>
      database.transaction(() => {
        store.put(component('third'));
        throw new Error('undo');
      }),
    ).toThrow('undo');
    expect(text(store)).toBe('second ü');
  });

  it('can be removed', () => {
    const store = createMetadataStore(database);
    expect(store.remove('FlexiPage', 'Home')).toBe(true);
    expect(store.remove('FlexiPage', 'Home')).toBe(false);
    expect(createMetadataStore(database).list()).toEqual([]);
  });

  it('gives each object one key prefix for ever', () => {
    const prefixes = createKeyPrefixes(database);
    expect([prefixes.of('A__c'), prefixes.of('B__c'), prefixes.of('a__C')]).toEqual(['a00', 'a01', 'a00']);
    expect(createKeyPrefixes(database).of('C__c')).toBe('a02');
  });
});

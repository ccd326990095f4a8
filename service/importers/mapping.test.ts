import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FluencyError } from '../error.ts';
import { readMapping } from './mapping.ts';

const shipped = join(__dirname, 'mappings', 'maven-crm.json');

function errorOf(change: (mapping: Record<string, Record<string, unknown>>) => void): FluencyError {
  const mapping = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, Record<string, unknown>>;
  change(mapping);
  const path = join(mkdtempSync(join(tmpdir(), 'fluency-mapping-')), 'mapping.json');
  writeFileSync(path, JSON.stringify(mapping));
  try {
    readMapping(path);
  } catch (error) {
    if (error instanceof FluencyError) return error;
  }
  throw new Error('no typed error was thrown');
}

it('names every fault with its path', () => {
  const error = errorOf((mapping) => {
    (mapping['files']?.['opportunities'] as { columns: Record<string, unknown> }).columns = { key: 'id' };
    mapping['mending'] = { sectorDistance: 9 };
  });
  expect(error.code).toBe('MAPPING_INVALID');
  expect(error.message).toContain('files.opportunities.columns.owner:');
  expect(error.message).toContain('mending.sectorDistance:');
});

it('names a key it does not know', () => {
  expect(errorOf((mapping) => (mapping['user'] = {})).message).toContain('user');
});

it('says when the file is not there', () => {
  expect(() => readMapping('/nowhere.json')).toThrow(
    expect.objectContaining({ code: 'MAPPING_NOT_FOUND' }) as FluencyError,
  );
});

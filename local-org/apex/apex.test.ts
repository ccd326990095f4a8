import { bindQuery } from './bind-query.ts';
import { readApexClass } from './read-apex-class.ts';

const SEARCH = `
/** Finds. */
public with sharing class Search {
  @AuraEnabled(cacheable=true)
  public static List<List<SObject>> find(String text, Integer most) {
    return [FIND :text IN ALL FIELDS RETURNING Account(Id WHERE Name != :text LIMIT :most) WITH USER_MODE];
  }
  @AuraEnabled
  public static List<Account> some(List<String> names) {
    return [SELECT Id FROM Account WHERE Name IN :names WITH USER_MODE];
  }
  @AuraEnabled
  public static Integer count() {
    List<Account> all = [SELECT Id FROM Account];
    return all.size();
  }
  public static void hidden() {}
  private class Inner {
    @AuraEnabled public String name;
  }
}`;

function methodOf(name: string) {
  const found = readApexClass(SEARCH).apexClass?.methods.find((method) => method.name === name);
  if (!found) throw new Error(`no method ${name}`);
  return found;
}

describe('reading a class', () => {
  it('gives what components may call, and the queries that are all a method does', () => {
    const { apexClass, faults } = readApexClass(SEARCH);
    expect(faults).toEqual([]);
    expect(apexClass).toMatchObject({ name: 'Search', withSharing: true });
    expect(
      apexClass?.methods.map(({ name, parameters, cacheable, query }) => [name, parameters, cacheable, query?.kind]),
    ).toEqual([
      ['find', ['text', 'most'], true, 'sosl'],
      ['some', ['names'], false, 'soql'],
      ['count', [], false, undefined],
    ]);
  });

  it.each([
    ['public class A {', 1],
    ['public class A {\n  void f() { return [SELECT FROM Account]; }\n}', 2],
    ['public with sharing class A {\n\n  String s = "double";\n}', 3],
  ])('says where %j is wrong', (source, line) => {
    const { faults, apexClass } = readApexClass(source);
    expect(apexClass).toBeUndefined();
    expect(faults[0]).toMatchObject({ line, message: expect.stringMatching(/\S/) });
  });

  it('tells a class without sharing', () => {
    expect(readApexClass('public without sharing class A {}').apexClass?.withSharing).toBe(false);
    expect(readApexClass('public class A {}').apexClass?.withSharing).toBe(false);
  });
});

describe('binding', () => {
  const bound = (name: string, values: Record<string, unknown>): string | undefined => {
    const { query } = methodOf(name);
    return query && bindQuery(query, new Map(Object.entries(values)));
  };

  it('puts values where the binds are, quoted', () => {
    expect(bound('find', { text: 'globex*', most: 5 })).toBe(
      "FIND {globex*} IN ALL FIELDS RETURNING Account(Id WHERE Name != 'globex*' LIMIT 5) WITH USER_MODE",
    );
    expect(bound('some', { names: ["O'Hara", 'a\nb'] })).toBe(
      "SELECT Id FROM Account WHERE Name IN ('O\\'Hara', 'a\\nb') WITH USER_MODE",
    );
  });

  it.each([
    ['a} RETURNING User(Id) {b', '{a\\} RETURNING User(Id) \\{b}'],
    ['ends with \\', '{ends with \\\\}'],
    ['50\\% {x\\}', '{50\\% \\{x\\}}'],
  ])('keeps %j within the braces', (text, expected) => {
    expect(bound('find', { text, most: 1 })).toContain(`FIND ${expected} IN`);
  });

  it('refuses what cannot stand in a query', () => {
    expect(() => bound('some', { names: { a: 1 } })).toThrow('The value of names cannot stand in a query');
    expect(() => bound('some', {})).toThrow('Binds other than parameters');
  });
});

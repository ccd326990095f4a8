import type { ServedOrg } from '../../../local-org/http/served-org.ts';
import type { Actor } from '../../../local-org/security/types.ts';
import type { RecordInput, SaveResult } from '../../../local-org/store/types.ts';
import { administratorOf } from './deployed-org.ts';

/** A manager with two reps, two skills and a nugget with two questions: enough for every kind of evidence. */
export class SmallWorld {
  readonly #org: ServedOrg;
  readonly #admin: Actor;
  readonly users: Readonly<Record<'manager' | 'ana' | 'ben', string>>;
  readonly skills: Readonly<Record<'discounting' | 'discovery', string>>;
  readonly nugget: string;
  readonly questions: readonly string[];

  constructor(org: ServedOrg) {
    this.#org = org;
    this.#admin = administratorOf(org);
    const profile = this.#id("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const [team] = this.insert('UserRole', [{ Name: 'Team', DeveloperName: 'Team' }]);
    const [reps] = this.insert('UserRole', [{ Name: 'Reps', DeveloperName: 'Reps', ParentRoleId: team ?? null }]);
    const user = (name: string, role: string, salesRole: string): RecordInput => ({
      Username: `${name.toLowerCase()}@acme.example`,
      LastName: name,
      Email: `${name.toLowerCase()}@acme.example`,
      Alias: name.toLowerCase(),
      ProfileId: profile,
      UserRoleId: role,
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      Sales_Role__c: salesRole,
      IsActive: true,
    });
    const [manager = '', ana = '', ben = ''] = this.insert('User', [
      user('Manager', team ?? '', 'Sales Manager'),
      user('Ana', reps ?? '', 'Account Executive'),
      user('Ben', reps ?? '', 'Account Executive'),
    ]);
    this.users = { manager, ana, ben };
    const [discounting = '', discovery = ''] = this.insert('Skill__c', [
      { Name: 'Discounting', Code__c: 'discounting', Domain__c: 'Selling Process', Component__c: 'Expertise' },
      { Name: 'Discovery', Code__c: 'discovery', Domain__c: 'Customer', Component__c: 'Knowledge' },
    ]);
    this.skills = { discounting, discovery };
    this.insert('Skill_Target__c', [
      {
        Key__c: 'Account Executive:discounting',
        Sales_Role__c: 'Account Executive',
        Skill__c: discounting,
        Target__c: 70,
        Weight__c: 2,
      },
      {
        Key__c: 'Account Executive:discovery',
        Sales_Role__c: 'Account Executive',
        Skill__c: discovery,
        Target__c: 60,
        Weight__c: 1,
      },
    ]);
    const [nugget = ''] = this.insert('Nugget__c', [
      { Name: 'Discounts', Key__c: 'discounts', Kind__c: 'Best practice', Minutes__c: 2, Status__c: 'Published' },
    ]);
    this.nugget = nugget;
    this.insert('Nugget_Skill__c', [
      { Key__c: 'discounts:discounting', Nugget__c: nugget, Skill__c: discounting, Weight__c: 1 },
    ]);
    const question = (order: number, skill: string): RecordInput => ({
      Key__c: `discounts:${order}`,
      Nugget__c: nugget,
      Skill__c: skill,
      Order__c: order,
      Prompt__c: 'Which?',
      Option_A__c: 'This',
      Option_B__c: 'That',
      Correct_Option__c: 'A',
      Explanation__c: 'Because.',
    });
    this.questions = this.insert('Check_Question__c', [
      question(1, discounting),
      question(2, discounting),
      question(3, discovery),
    ]);
  }

  /** Somebody answers a question at a moment. @returns the response's id */
  answer(person: 'ana' | 'ben', question: number, isRight: boolean, at: Date): string {
    const [id = ''] = this.insert(
      'Check_Response__c',
      [
        {
          Question__c: this.questions[question] ?? '',
          Chosen_Option__c: isRight ? 'A' : 'B',
          OwnerId: this.users[person],
        },
      ],
      at,
    );
    return id;
  }

  /** Gives somebody a permission set. @returns the assignment's id */
  assign(personId: string, permissionSet: string): string {
    const PermissionSetId = this.#id(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    const [id = ''] = this.insert('PermissionSetAssignment', [{ AssigneeId: personId, PermissionSetId }]);
    return id;
  }

  /** As this person makes it, who may be refused. */
  insertAs(person: keyof SmallWorld['users'], object: string, record: RecordInput): SaveResult | undefined {
    return this.#org.store.insert(this.actor(person), object, [record])[0];
  }

  /** As this person changes it, who may be refused. */
  updateAs(
    person: keyof SmallWorld['users'],
    object: string,
    record: RecordInput & { readonly Id: string },
  ): SaveResult | undefined {
    return this.#org.store.update(this.actor(person), object, [record])[0];
  }

  actor(person: keyof SmallWorld['users']): Actor {
    const found = this.#org.actorById(this.users[person]);
    if (found === undefined) throw new Error(`${person} is not active`);
    return found;
  }

  insert(object: string, records: readonly RecordInput[], at: Date = this.#org.now()): string[] {
    return this.#org.at(at, () =>
      this.#org.store.insert(this.#admin, object, records).map((result) => {
        if (result.id === undefined || !result.success) throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
        return result.id;
      }),
    );
  }

  update(object: string, record: RecordInput & { readonly Id: string }): void {
    const [result] = this.#org.store.update(this.#admin, object, [record]);
    if (result?.success !== true) throw new Error(`${object}: ${JSON.stringify(result?.errors)}`);
  }

  remove(id: string): void {
    const [result] = this.#org.store.remove(this.#admin, [id]);
    if (result?.success !== true) throw new Error(`${id}: ${JSON.stringify(result?.errors)}`);
  }

  rows(soql: string): readonly Readonly<Record<string, unknown>>[] {
    return this.#org.soql(this.#admin, soql).records;
  }

  #id(soql: string): string {
    return String(this.rows(soql)[0]?.['Id']);
  }
}

import type { Connection } from 'jsforce';

import { GAP_SIGN } from './signs.ts';
import { contractTargets, type Need, type Target } from './target.ts';

/** What a contract test works with, once `beforeAll` has run. */
export interface Subject {
  readonly target: Target;
  /** A connection as an administrator. */
  readonly connection: Connection;
}

/** Declares a test, or skips it with the reason where the target lacks what it needs. */
export type TestWith = (need: Need, name: string, test: () => Promise<void>) => void;

/**
 * Declares what the platform does and local-org does not, with the reason. On local-org the test has to fail: once it
 * passes, the gap is gone and says so here.
 */
export type TestGap = (reason: string, name: string, test: () => Promise<void>) => void;

/**
 * Describes a part of the contract against every target. `subject()` is valid inside tests and hooks.
 *
 * @param prepare what the part needs in the org before its first test
 */
export function describeContract(
  part: string,
  tests: (subject: () => Subject, testWith: TestWith, testGap: TestGap) => void,
  prepare: (subject: Subject) => Promise<void> = () => Promise.resolve(),
): void {
  describe.each(contractTargets().map((factory) => [factory.name, factory] as const))(`${part}, %s`, (_, factory) => {
    let subject: Subject | undefined;
    const current = (): Subject => {
      if (subject === undefined) {
        throw new Error('The target is not open yet: ask for the subject inside a test');
      }
      return subject;
    };
    beforeAll(async () => {
      const target = await factory.open();
      subject = { target, connection: await target.connect() };
      await prepare(subject);
    }, 120_000);
    afterAll(async () => {
      await subject?.target.close();
    });
    const testWith: TestWith = (need, name, body) => {
      const reason = factory.gaps[need];
      if (reason === undefined) {
        test(name, body);
      } else {
        test.skip(`${name} (${reason})`, body);
      }
    };
    const testGap: TestGap = (reason, name, body) => {
      if (factory.isEmbedded) {
        test.failing(`${name} ${GAP_SIGN} ${reason}`, body);
      } else {
        test(name, body);
      }
    };
    tests(current, testWith, testGap);
  });
}

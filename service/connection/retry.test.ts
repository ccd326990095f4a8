import { codeInMessage, isPassing, withRetry } from './retry.ts';

function failing(code: string, times: number): { work: () => Promise<string>; calls: () => number } {
  let calls = 0;
  return {
    work: () => {
      calls += 1;
      return calls <= times
        ? Promise.reject(Object.assign(new Error(code), { errorCode: code }))
        : Promise.resolve('done');
    },
    calls: () => calls,
  };
}

describe('withRetry', () => {
  it('tries again after a passing fault, waiting longer each time', async () => {
    const waits: number[] = [];
    const { work } = failing('UNABLE_TO_LOCK_ROW', 3);
    const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void waits.push(milliseconds));
    await expect(withRetry(work, { sleep, random: () => 0 })).resolves.toBe('done');
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it('gives up after its attempts', async () => {
    const { work, calls } = failing('ERROR_HTTP_503', 99);
    await expect(withRetry(work, { attempts: 3, sleep: () => Promise.resolve() })).rejects.toThrow('ERROR_HTTP_503');
    expect(calls()).toBe(3);
  });

  it('does what may be done only once again only where the org says that it did nothing', async () => {
    const options = { once: true, sleep: () => Promise.resolve() };
    const lost = failing('ECONNRESET', 99);
    await expect(withRetry(lost.work, options)).rejects.toThrow('ECONNRESET');
    expect(lost.calls()).toBe(1);
    for (const code of ['UNABLE_TO_LOCK_ROW', 'REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE']) {
      await expect(withRetry(failing(code, 1).work, options)).resolves.toBe('done');
    }
  });

  it('does not try again what will not pass', async () => {
    const { work, calls } = failing('INVALID_FIELD', 99);
    await expect(withRetry(work, { sleep: () => Promise.resolve() })).rejects.toThrow('INVALID_FIELD');
    expect(calls()).toBe(1);
  });
});

it.each([
  ['REQUEST_LIMIT_EXCEEDED', true],
  ['UNABLE_TO_LOCK_ROW', true],
  ['ERROR_HTTP_503', true],
  ['REQUIRED_FIELD_MISSING', false],
  [undefined, false],
])('isPassing(%s) is %s', (code, expected) => expect(isPassing(code)).toBe(expected));

it.each([
  ['UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--', 'UNABLE_TO_LOCK_ROW'],
  ['DUPLICATE_VALUE', 'DUPLICATE_VALUE'],
  ['something went wrong', undefined],
])('finds the code in %s', (message, code) => expect(codeInMessage(message)).toBe(code));

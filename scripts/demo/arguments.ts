import { parseArgs } from 'node:util';

export interface DemoArguments {
  readonly port: number;
  /** Where the demo's org and replica are kept. */
  readonly data: string;
  readonly fresh: boolean;
  readonly seed: number;
  /** Opens the door of faults on demand, for tests of what talks to the org. */
  readonly faults: boolean;
  readonly help: boolean;
}

export const USAGE = `npm start [-- options]

Starts the embedded org with the Fluency package and a seeded sales organisation, and serves its pages.

  --port N     port to listen on (default 8484)
  --data DIR   where the data is kept (default .data/demo)
  --fresh      delete that data first and begin anew
  --seed N     another organisation (default 20)
  --faults     open /local-org/faults, where calls are made to go wrong on demand (docs/local-org.md)
  --help       this text`;

/** An argument that cannot be taken, said in one line. */
export class DemoArgumentError extends Error {
  constructor(message: string) {
    super(`${message}\n\n${USAGE}`);
    this.name = 'DemoArgumentError';
  }
}

/** @throws DemoArgumentError for an unknown option or a value out of range */
export function parseDemoArguments(args: readonly string[]): DemoArguments {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8484' },
        data: { type: 'string', default: '.data/demo' },
        fresh: { type: 'boolean', default: false },
        seed: { type: 'string', default: '20' },
        faults: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new DemoArgumentError(error instanceof Error ? error.message : String(error));
  }
  const whole = (name: string, text: string, low: number, high: number): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < low || number > high) {
      throw new DemoArgumentError(`--${name} takes a whole number from ${low} to ${high}, not "${text}".`);
    }
    return number;
  };
  return {
    port: whole('port', values.port, 0, 65_535),
    data: values.data,
    fresh: values.fresh,
    seed: whole('seed', values.seed, 0, 2 ** 31),
    faults: values.faults,
    help: values.help,
  };
}

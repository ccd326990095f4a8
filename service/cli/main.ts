#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT } from '../error.ts';
import { createProgram } from './program.ts';

const program = createProgram(new URL('../importers/mappings/maven-crm.json', import.meta.url).href);
for (const command of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)]) {
  command.exitOverride();
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version are answers, not errors; the rest was said by commander already.
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
}

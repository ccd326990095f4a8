import { Command } from 'commander';
import { registerCalibrate } from './commands/calibrate.ts';
import { registerCapture } from './commands/capture.ts';
import { registerContentCheck } from './commands/content-check.ts';
import { registerContentImport } from './commands/content-import.ts';
import { registerDeploy } from './commands/deploy.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerImportOpportunities } from './commands/import-opportunities.ts';
import { registerNotify } from './commands/notify.ts';
import { registerPersonErase } from './commands/person-erase.ts';
import { registerPersonExport } from './commands/person-export.ts';
import { registerSync } from './commands/sync.ts';

/** The `fluency` command with all its commands. `defaultMapping` is the URL of the mapping shipped with it. */
export function createProgram(defaultMapping: string): Command {
  const program = new Command('fluency')
    .description('Keeps a Salesforce org in sync with Fluency: readiness, content, imports, deploys.')
    .version('0.1.0')
    .showHelpAfterError('(add --help for what is possible)')
    .configureHelp({ showGlobalOptions: true });
  registerSync(program);
  registerDeploy(program);
  registerDoctor(program);
  registerCalibrate(program);
  registerCapture(program);
  registerNotify(program);
  registerImportOpportunities(program.command('import').description('data of other systems'), defaultMapping);
  const content = program.command('content').description('skills, nuggets and checks as files');
  registerContentCheck(content);
  registerContentImport(content);
  const person = program.command('person').description('what is held about a person: export, erase');
  registerPersonExport(person);
  registerPersonErase(person);
  return program;
}

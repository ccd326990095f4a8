import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Command, Option } from 'commander';
import { type ConnectionOptions, type Environment, type OrgClient, connect } from '../connection/index.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';

/** Options of every command that talks to an org. Secrets are taken from the environment only. */
export function withConnectionOptions(command: Command): Command {
  return command
    .addOption(new Option('-o, --target-org <alias>', 'an org that the Salesforce CLI is logged in to'))
    .addOption(new Option('--instance-url <url>', 'the org (with SF_ACCESS_TOKEN)'))
    .addOption(new Option('--login-url <url>', 'where to log in (with SF_USERNAME and SF_PASSWORD, or a JWT key)'))
    .addOption(new Option('--username <name>', 'who to log in as'))
    .addOption(new Option('--client-id <id>', 'consumer key of the connected app, for JWT'))
    .addOption(new Option('--jwt-key-file <file>', 'private key (PEM), for JWT'))
    .addOption(new Option('--api-version <version>', 'API version, such as 66.0'))
    .addOption(new Option('--env <file>', 'read the environment below from a file of NAME=value lines'))
    .addHelpText('after', CONNECTION_HELP);
}

const CONNECTION_HELP = `
Connection, in this order: the options above, else the environment:
  SF_INSTANCE_URL + SF_ACCESS_TOKEN
  SF_LOGIN_URL + SF_USERNAME + SF_PASSWORD [+ SF_SECURITY_TOKEN] [+ SF_CLIENT_ID + SF_CLIENT_SECRET]
  SF_LOGIN_URL + SF_CLIENT_ID + SF_USERNAME + SF_JWT_KEY_FILE
  SF_TARGET_ORG`;

/** Connects as the command's options say. */
export function connectWith(options: ConnectionOptions & { readonly env?: string }): Promise<OrgClient> {
  const { targetOrg, instanceUrl, loginUrl, username, clientId, jwtKeyFile, apiVersion } = options;
  const given = { targetOrg, instanceUrl, loginUrl, username, clientId, jwtKeyFile, apiVersion };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return connect(Object.fromEntries(present) as ConnectionOptions, environmentOf(options.env));
}

/** The environment, with the lines of a file in front of it. */
export function environmentOf(file: string | undefined): Environment {
  if (file === undefined) return process.env;
  try {
    return { ...process.env, ...parseEnv(readFileSync(file, 'utf8')) };
  } catch (error) {
    throw new FluencyError('ENV_FILE_UNREADABLE', `The environment file cannot be read: ${messageOf(error)}`, {
      value: file,
      nextStep: 'Pass a file of NAME=value lines that exists; npm start writes one and says where.',
      exitCode: EXIT.usage,
      cause: error,
    });
  }
}

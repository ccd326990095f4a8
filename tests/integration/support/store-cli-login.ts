/**
 * Logs the Salesforce CLI in, as `sf org login jwt --alias` does: run as a process of its own, with its own HOME.
 *
 * Usage: store-cli-login.ts <alias> <login url> <username> <client id> <key file>
 */
import { AuthInfo } from '@salesforce/core';

const [alias = '', loginUrl = '', username = '', clientId = '', privateKeyFile = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const login = await AuthInfo.create({ username, oauth2Options: { loginUrl, clientId, privateKeyFile } });
  await login.save();
  await login.handleAliasAndDefaultSettings({ alias, setDefault: false, setDefaultDevHub: false });
}

void main();

const { mkdirSync, mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Tests have a home folder of their own: they neither need nor read the logins of the Salesforce CLI on this machine.
 * The alias file is written beforehand because @salesforce/core, seen from inside Jest's sandbox, does not recognise
 * that it is missing (an `instanceof Error` across realms) and fails instead of writing it.
 */
module.exports = function ownHome() {
  const home = mkdtempSync(join(tmpdir(), 'fluency-home-'));
  mkdirSync(join(home, '.sfdx'));
  writeFileSync(join(home, '.sfdx', 'alias.json'), JSON.stringify({ orgs: {} }));
  process.env.HOME = home;
  process.env.USERPROFILE = home;
  process.env.FLUENCY_TEST_HOME = home;
};

const { rmSync } = require('node:fs');

/** Removes what own-home.cjs made, and nothing else. */
module.exports = function removeHome() {
  const home = process.env.FLUENCY_TEST_HOME;
  if (home) rmSync(home, { recursive: true, force: true });
};

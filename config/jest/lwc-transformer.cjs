const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const lwcTransformer = require('@lwc/jest-transformer');

const LABELS_FILE = join(__dirname, '../../force-app/main/default/labels/CustomLabels.labels-meta.xml');
const LABEL_IMPORT = /import (\w+) from '@salesforce\/label\/c\.(\w+)';/g;
const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const labelsXml = readFileSync(LABELS_FILE, 'utf8');
const labels = new Map(
  [...labelsXml.matchAll(/<fullName>(\w+)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g)].map(([, name, value]) => [
    name,
    value.trim().replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => ENTITIES[entity]),
  ]),
);

/** Components see the real words in tests; a label that does not exist fails the test that loads it. */
function withLabels(source, path) {
  return source.replace(LABEL_IMPORT, (_, variable, name) => {
    if (!labels.has(name)) throw new Error(`${path}: the custom label "${name}" is not in ${LABELS_FILE}`);
    return `const ${variable} = ${JSON.stringify(labels.get(name))};`;
  });
}

module.exports = {
  process: (source, path, ...rest) => lwcTransformer.process(withLabels(source, path), path, ...rest),
  getCacheKey: (source, path, ...rest) => lwcTransformer.getCacheKey(`${source}${labelsXml}`, path, ...rest),
};

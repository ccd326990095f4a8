import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault } from './fault.ts';
import { readContent } from './read-content.ts';

const SKILLS = `- code: objection-handling
  name: Objection handling
  domain: Selling Process
  component: Expertise
`;

const NUGGET = `---
key: globex
title: When Globex opens low
kind: Competitive intelligence
minutes: 2
status: Published
skills: [objection-handling]
rules:
  - - { signal: competitor, is: Globex }
    - { signal: stage, in: [Proposal/Price Quote, Negotiation/Review] }
  - - { signal: close_date_pushes, greater: 1 }
checks:
  - prompt: What then?
    options: [This, That]
    correct: B
    explanation: Because.
---

**Body**
`;

function folder(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'fluency-content-'));
  mkdirSync(join(directory, 'nuggets'));
  mkdirSync(join(directory, 'paths'));
  for (const [name, text] of Object.entries({ 'skills.yaml': SKILLS, ...files }))
    writeFileSync(join(directory, name), text);
  return directory;
}

function faultsOf(files: Readonly<Record<string, string>>): string[] {
  const directory = folder(files);
  return readContent(directory).faults.map((fault) => formatFault(fault).replace(`${directory}/`, ''));
}

it('reads a nugget with rules, checks and body', () => {
  const { content, faults } = readContent(
    folder({ 'nuggets/globex.md': NUGGET, 'targets.yaml': 'Account Executive:\n  objection-handling: 70\n' }),
  );
  expect(faults).toEqual([]);
  expect(content.targets).toEqual([
    { role: 'Account Executive', skillCode: 'objection-handling', target: 70, weight: 1 },
  ]);
  expect(content.nuggets[0]).toMatchObject({
    key: 'globex',
    body: '<p><strong>Body</strong></p>',
    groups: [
      [
        { signal: 'competitor', operator: 'equals', value: 'Globex' },
        { signal: 'stage', operator: 'in', value: 'Proposal/Price Quote;Negotiation/Review' },
      ],
      [{ signal: 'close_date_pushes', operator: 'greater', value: '1' }],
    ],
    checks: [{ correct: 'B', skill: 'objection-handling' }],
  });
});

it.each([
  ['no front matter', 'hello', /^nuggets\/globex\.md:1: error: the file must start with front matter/],
  ['bad YAML', NUGGET.replace('minutes: 2', 'minutes: [2'), /^nuggets\/globex\.md:\d+: error: /],
  [
    'another key',
    NUGGET.replace('key: globex', 'key: initech'),
    /^nuggets\/globex\.md:2: error: key: initech must equal/,
  ],
  ['an unknown kind', NUGGET.replace('Competitive intelligence', 'Gossip'), /^nuggets\/globex\.md:4: error: kind: /],
  [
    'an unknown field',
    NUGGET.replace('minutes: 2', 'minutes: 2\nauthor: me'),
    /^nuggets\/globex\.md:6: error: .*author/,
  ],
  [
    'a title that is too long',
    NUGGET.replace('When Globex opens low', 'x'.repeat(81)),
    /^nuggets\/globex\.md:3: error: title: /,
  ],
  [
    'an unknown skill',
    NUGGET.replace('[objection-handling]', '[singing]'),
    /^nuggets\/globex\.md:7: error: skills: no skill has the code singing/,
  ],
  [
    'an unknown signal',
    NUGGET.replace('signal: competitor', 'signal: weather'),
    /^nuggets\/globex\.md:9: error: rules: .*weather/,
  ],
  [
    'a rule of the wrong type',
    NUGGET.replace('greater: 1', 'greater: often'),
    /^nuggets\/globex\.md:11: error: rules: /,
  ],
  [
    'an answer that is no option',
    NUGGET.replace('correct: B', 'correct: D'),
    /^nuggets\/globex\.md:15: error: checks\[1\]: correct is D, but there are only 2/,
  ],
  [
    'two options that are the same',
    NUGGET.replace('[This, That]', '[This, this]'),
    /^nuggets\/globex\.md:14: error: checks\[1\]: two options/,
  ],
  [
    'a script in the body',
    NUGGET.replace('**Body**', '<script>x</script>Body'),
    /^nuggets\/globex\.md:2: warning: body: removed .*script/,
  ],
])('names file and line of %s', (_name, text, expected) => {
  expect(faultsOf({ 'nuggets/globex.md': text })).toEqual([expect.stringMatching(expected) as string]);
});

it.each([
  ['too few', '[one, two]', /^skills\.yaml:\d+: error: \[1\]\.anchors: must be five/],
  ['two that are the same', '[one, two, two, four, five]', /^skills\.yaml:\d+: error: \[1\]\.anchors: must differ/],
  ['one that is blank', "[one, two, '', four, five]", /^skills\.yaml:\d+: error: \[1\]\.anchors\[3\]/],
])('refuses anchors of which there are %s', (_name, anchors, expected) => {
  expect(faultsOf({ 'skills.yaml': `${SKILLS}  anchors: ${anchors}\n` })).toEqual([
    expect.stringMatching(expected) as string,
  ]);
});

it('has anchors for every starter skill', () => {
  const { content, faults } = readContent(join(__dirname, '../../content'));
  expect(faults).toEqual([]);
  expect(content.skills.filter(({ anchors }) => anchors === undefined).map(({ code }) => code)).toEqual([]);
});

it('names a target for a skill that does not exist', () => {
  expect(faultsOf({ 'targets.yaml': 'Account Executive:\n  objection-handling: 70\n  singing: 50\n' })).toEqual([
    'targets.yaml:3: error: Account Executive: no skill has the code singing',
  ]);
});

it('knows the signals of signals.yaml', () => {
  const signals = '- { code: renewal_risk, name: Renewal risk, type: text, path: Account.Renewal_Risk__c }\n';
  expect(
    faultsOf({
      'signals.yaml': signals,
      'nuggets/globex.md': NUGGET.replace('signal: competitor', 'signal: renewal_risk'),
    }),
  ).toEqual([]);
});

const LAUNCHES = `- key: rollout
  name: Rollout 5.2
  date: 2026-09-01
  targets:
    Account Executive:
      objection-handling: { target: 80, weight: 2 }
`;

it('reads launches with what they ask of each role', () => {
  const { content, faults } = readContent(folder({ 'launches.yaml': LAUNCHES }));
  expect(faults).toEqual([]);
  expect(content.launches).toEqual([
    {
      key: 'rollout',
      name: 'Rollout 5.2',
      date: '2026-09-01',
      active: true,
      targets: [{ role: 'Account Executive', skillCode: 'objection-handling', target: 80, weight: 2 }],
    },
  ]);
});

it.each([
  [
    'a date that is none',
    LAUNCHES.replace('2026-09-01', 'soon'),
    /^launches\.yaml:3: error: \[1\]\.date: must be a date/,
  ],
  [
    'a skill that is none',
    LAUNCHES.replace('objection-handling', 'singing'),
    /^launches\.yaml:6: error: .* code singing/,
  ],
  ['a key that stands twice', LAUNCHES + LAUNCHES, /^launches\.yaml:7: error: key: rollout stands here twice/],
  ['a role that is none', LAUNCHES.replace('Account Executive', 'Singer'), /^launches\.yaml:6: error: .*Singer/],
])('names file and line of a launch with %s', (_name, text, expected) => {
  expect(faultsOf({ 'launches.yaml': text })).toEqual([expect.stringMatching(expected) as string]);
});

it('says when the key of a launch is too long for its targets', () => {
  const long = 'x'.repeat(80);
  const skills = SKILLS.replace('objection-handling', long);
  const launches = LAUNCHES.replace('rollout', 'r'.repeat(30)).replace('objection-handling', long);
  expect(faultsOf({ 'skills.yaml': skills, 'launches.yaml': launches })).toEqual([
    expect.stringMatching(/^launches\.yaml:1: error: key: with Account Executive .* longer than 120/) as string,
  ]);
});

describe('a path', () => {
  const PATH = 'key: closing\ntitle: Closing\nstatus: Published\nsteps:\n  - globex\n';

  it('is its nuggets in order', () => {
    const { content, faults } = readContent(folder({ 'nuggets/globex.md': NUGGET, 'paths/closing.yaml': PATH }));
    expect(faults).toEqual([]);
    expect(content.paths).toMatchObject([{ key: 'closing', title: 'Closing', status: 'Published', steps: ['globex'] }]);
  });

  it.each([
    ['a nugget that does not exist', PATH.replace('- globex', '- initech'), /:5: error: steps: no nugget .* initech$/],
    ['a nugget named twice', `${PATH}  - globex\n`, /:6: error: steps: globex is named twice/],
    ['another key', PATH.replace('key: closing', 'key: opening'), /:1: error: key: opening must equal .*\(closing\)/],
    ['no step', PATH.replace('\n  - globex', ' []'), /:4: error: steps: /],
    ['an unknown field', `${PATH}owner: me\n`, /:6: error: .*owner/],
  ])('names file and line of %s', (_name, text, expected) => {
    expect(faultsOf({ 'nuggets/globex.md': NUGGET, 'paths/closing.yaml': text })).toEqual([
      expect.stringMatching(expected) as string,
    ]);
  });

  it('warns of a nugget that nobody can read yet', () => {
    const draft = NUGGET.replace('status: Published', 'status: Draft');
    expect(faultsOf({ 'nuggets/globex.md': draft, 'paths/closing.yaml': PATH })).toEqual([
      'paths/closing.yaml:5: warning: steps: globex is Draft; nobody can read it yet',
    ]);
  });
});

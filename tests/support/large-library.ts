import { makeLibrary } from '../../benchmarks/nuggets/library.ts';
import { seededRandom } from '../../benchmarks/random.ts';
import type { Content, ContentNugget } from '../../service/content/content-model.ts';

/** What the deals of the demo are like, for the made-up words of the generated rules. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  Stage: [
    'Negotiation/Review',
    'Qualification',
    'Needs Analysis',
    'Prospecting',
    'Value Proposition',
    'Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
  ],
  Competitor: ['Globex', 'Initech', 'Vandelay', 'In-house'],
  Industry: ['Manufacturing', 'Utilities', 'Construction', 'Transportation', 'Healthcare', 'Energy', 'Government'],
  Country: ['United States', 'Canada', 'Germany', 'United Kingdom'],
  Source: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
  Type: ['New Customer', 'Existing Customer - Upgrade', 'Existing Customer - Replacement'],
  Category: ['Pipeline', 'Best Case', 'Commit'],
  Family: ['Planning', 'Field', 'Insight', 'Services'],
  Product: ['Larkspur Planning', 'Larkspur Field', 'Larkspur Insight', 'Larkspur Parts', 'Premier Support'],
};

const WORD = new RegExp(`\\b(${Object.keys(WORDS).join('|')}) (\\d+)`, 'g');

const inWords = (value: string): string =>
  value.replace(WORD, (text, kind: string, number: string) => {
    const words = WORDS[kind] ?? [];
    return words[(Number(number) - 1) % words.length] ?? text;
  });

/**
 * The benchmark's library in the words of the demo's deals, so that far more nuggets fit a deal than in a real one:
 * the hardest case for a page.
 *
 * @param skills codes of the org's skills
 */
export function largeLibrary(size: number, skills: readonly string[]): Content {
  const nuggets = makeLibrary(size, seededRandom(7)).map((nugget, position): ContentNugget => {
    const groups = new Map<
      number,
      { signal: string; operator: (typeof nugget.rules)[number]['operator']; value?: string }[]
    >();
    for (const { group, signal, operator, value } of nugget.rules) {
      const rules = groups.get(group) ?? [];
      groups.set(group, rules);
      rules.push({ signal, operator, ...(value === undefined ? {} : { value: inWords(value) }) });
    }
    return {
      file: `generated/${nugget.key}.md`,
      key: nugget.key,
      title: `What to do when a deal looks like number ${position}`,
      kind: 'Best practice',
      summary: 'One of very many nuggets, of which a deal may show three.',
      minutes: nugget.minutes,
      level: 3,
      status: 'Published',
      verifiedOn: `2026-0${1 + (position % 9)}-${10 + (position % 18)}`,
      skills: [
        { code: skills[position % skills.length] ?? '', weight: 1 },
        { code: skills[(position * 7 + 1) % skills.length] ?? '', weight: 0.5 },
      ].filter(({ code }, index, all) => all.findIndex((other) => other.code === code) === index),
      body: '<p>Short.</p>',
      groups: [...groups.values()],
      checks: [],
    };
  });
  return { skills: [], targets: [], launches: [], signals: [], nuggets, paths: [] };
}

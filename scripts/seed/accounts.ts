import type { Random } from './random.ts';

export interface SeedContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  /** The part the person plays in a purchase (`OpportunityContactRole.Role`). */
  readonly role: string;
}

export interface SeedAccount {
  readonly name: string;
  readonly industry: string;
  readonly type: 'Prospect' | 'Customer - Direct';
  readonly country: string;
  readonly city: string;
  readonly employees: number;
  readonly contacts: readonly SeedContact[];
}

const INDUSTRIES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'Manufacturing',
    ['Ironwood', 'Castell', 'Brightline', 'Meridian', 'Halden', 'Novaform'],
    ['Machines', 'Castings', 'Works'],
  ],
  ['Utilities', ['Northgrid', 'Clearwater', 'Valley', 'Tri-County', 'Summit'], ['Power', 'Water', 'Utilities']],
  ['Transportation', ['Redline', 'Harbor', 'Transalp', 'Coastal', 'Union'], ['Freight', 'Rail', 'Transit']],
  ['Healthcare', ['St. Clare', 'Lakeside', 'Mercy Valley', 'Beacon'], ['Hospitals', 'Health', 'Clinics']],
  ['Construction', ['Keystone', 'Atlas', 'Groundwork', 'Pillar'], ['Builders', 'Construction', 'Lifts']],
  ['Energy', ['Solaris', 'Windward', 'Deepwell', 'Corona'], ['Energy', 'Renewables', 'Pipelines']],
  ['Government', ['Port', 'City', 'County'], ['Authority', 'Public Works', 'Facilities']],
  ['Food & Beverage', ['Golden Crust', 'Alpine', 'Orchard', 'Old Mill'], ['Bakeries', 'Dairies', 'Foods']],
];

const PLACES: readonly (readonly [string, string])[] = [
  ['United States', 'Cleveland'],
  ['United States', 'Atlanta'],
  ['United States', 'Denver'],
  ['United States', 'Portland'],
  ['Canada', 'Toronto'],
  ['Germany', 'Stuttgart'],
  ['United Kingdom', 'Leeds'],
  ['Netherlands', 'Rotterdam'],
];

const TITLES: readonly (readonly [string, string])[] = [
  ['Plant Manager', 'Business User'],
  ['Head of Maintenance', 'Decision Maker'],
  ['Head of Field Service', 'Decision Maker'],
  ['CIO', 'Technical Buyer'],
  ['CFO', 'Economic Buyer'],
  ['Procurement Lead', 'Evaluator'],
  ['Maintenance Planner', 'Influencer'],
  ['VP Operations', 'Executive Sponsor'],
];

const FIRST =
  'Alan,Beth,Carlos,Dana,Erik,Fiona,Gil,Helen,Ines,Jack,Karin,Leo,Mara,Nils,Olga,Paul,Rita,Stefan,Tina,Uwe'.split(',');
const LAST =
  'Abbott,Barnes,Carver,Dietz,Engel,Foster,Garcia,Holt,Irving,Jensen,Keane,Lowell,Marsh,Norris,Olsen,Pruitt,Reyes,Stone,Turner,Vogel'.split(
    ',',
  );

/** `count` accounts with different names, two to five contacts each. */
export function accounts(random: Random, count: number): SeedAccount[] {
  const names = INDUSTRIES.flatMap(([industry, heads, tails]) =>
    heads.flatMap((head) => tails.map((tail) => ({ industry, name: `${head} ${tail}` }))),
  );
  return random.sample(names, count).map(({ name, industry }) => {
    const [country, city] = random.pick(PLACES);
    return {
      name,
      industry,
      type: random.chance(0.35) ? 'Customer - Direct' : 'Prospect',
      country,
      city,
      employees: Math.round(Math.exp(random.normal(6.3, 1.1))),
      contacts: random.sample(TITLES, random.integer(2, 5)).map(([title, role]) => ({
        firstName: random.pick(FIRST),
        lastName: random.pick(LAST),
        title,
        role,
      })),
    };
  });
}

import { stemEnglish } from './stem-english.ts';

/** From the sample vocabulary that the Snowball project publishes for its English stemmer (snowball-data/english). */
const SAMPLE = `
consign consign · consigned consign · consigning consign · consignment consign · consist consist · consisted consist
consistency consist · consistently consist · consolation consol · consolatory consolatori · console consol
consolidate consolid · consolidating consolid · consolingly consol · consols consol · consonant conson
conspicuously conspicu · conspiracy conspiraci · conspirator conspir · constable constabl · constance constanc
constituencies constitu · constitution constitut · constitutionally constitut · contemplative contempl
contemporaneousness contemporan · contemptible contempt · contemptuously contemptu · contentious contenti
continney continney · continually continu · contradictory contradictori · contrairy contrairi
contrivances contriv · conventionalities convent · conveyancer conveyanc · copse cops · copious copious · copy copi
coolly coolli · costly cost · corpse corps · cornwall cornwal · cosy cosi · cosily cosili · cottage cottag
perhaps perhap · performers perform · perilously peril · periodically period · perjury perjuri · permissible permiss
perpendicularly perpendicular · perpetuity perpetu · persevered persev · persevere persever
personality person · personification personif · personified personifi · petitioners petition
petitioning petit · pettifogging pettifog · pettifoggers pettifogg · phosphorus phosphorus · physically physic
phraseology phraseolog · physiological physiolog · piccadilly piccadilli · piety pieti · pigmies pigmi · pinned pin
pining pine · piteous piteous · pitied piti · pitiful piti · pitilessly pitiless · pistolling pistol · pitt pitt
`;

/** The special cases and examples that the algorithm's description names. */
const DESCRIBED = `
ties tie · cries cri · gas gas · this this · gaps gap · kiwis kiwi · luxuriated luxuri · hopped hop · hoping hope
hopping hop · cry cri · by by · say say · dying die · lying lie · tying tie · inning inning · outing outing
canning canning · herring herring · earring earring · evening evening · herrings herring · proceeded proceed
exceeds exceed · succeeding succeed · skis ski · skies sky · sky sky · idly idl · gently gentl · ugly ugli · early earli
only onli · singly singl · news news · howe howe · atlas atlas · cosmos cosmos · bias bias · andes andes
generate generat · generally general · generic generic · generously generous · communal communal · arsenal arsenal
past past · paste paste · pasting paste · universe univers · university universiti · universal universal
lateral lateral · later later · geologist geolog · geology geolog · ogi ogi · adding add · egging egg · offed off
ied ie · agreed agre · youth youth · boy boy · boys boy · as as · we we
`;

const pairs = (table: string) => [...table.matchAll(/([a-z']+) ([a-z']+)/g)].map(([, word, stem]) => [word!, stem!]);

describe('stemEnglish', () => {
  it.each(pairs(SAMPLE))('stems %s to %s, as the published vocabulary says', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it.each(pairs(DESCRIBED))('stems %s to %s, as the description says', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it.each([
    ["customer's", 'custom'],
    ["customers'", 'custom'],
    ["'tis", 'tis'],
    ["boss's'", 'boss'],
  ])('takes the apostrophe of %s off', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it('leaves words of two letters and the empty word alone', () => {
    expect(['', 'a', 'is'].map(stemEnglish)).toEqual(['', 'a', 'is']);
  });
});

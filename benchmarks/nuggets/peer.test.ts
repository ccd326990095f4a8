import { buildRuleIndex, createSignalRegistry, situationOf } from '../../core/index.ts';
import { seededRandom } from '../random.ts';
import { makeDeal, makeLibrary, RULES_PER_NUGGET } from './library.ts';
import { buildPeer, peerFacts } from './peer.ts';

const now = new Date('2026-03-01T09:00:00Z');
const registry = createSignalRegistry();

describe('the benchmark', () => {
  it('generates the same library from the same seed, without faults', () => {
    const library = makeLibrary(200, seededRandom(1));
    expect(makeLibrary(200, seededRandom(1))).toEqual(library);
    expect(makeLibrary(200, seededRandom(2))).not.toEqual(library);
    expect(buildRuleIndex(library, registry).faults).toEqual([]);
    expect(library.every(({ rules }) => rules.length === RULES_PER_NUGGET)).toBe(true);
  });

  it('asks the peer the same question', async () => {
    const library = makeLibrary(300, seededRandom(3));
    const index = buildRuleIndex(library, registry);
    const peer = buildPeer(library);
    const random = seededRandom(4);
    for (let i = 0; i < 20; i += 1) {
      const situation = situationOf(makeDeal(now, random), registry, now);
      const found = new Set(await peer(peerFacts(situation)));
      expect(index.match(situation).map(({ nugget }) => nugget.id)).toEqual(
        library.map(({ id }) => id).filter((id) => found.has(id)),
      );
    }
  });
});

import { parseAddress, parseAddresses } from './parse-address.ts';
import { parseSubject } from './parse-subject.ts';

describe('a subject', () => {
  it.each([
    ['Re: Budget', 'reply', 'Budget'],
    ['RE: AW: WG: Budget', 'reply', 'Budget'],
    ['Re[2]: Budget', 'reply', 'Budget'],
    ['Fwd: Re: Budget', 'forward', 'Budget'],
    ['回复：预算', 'reply', '预算'],
    ['[sales] Re: [sales] Budget', 'reply', 'Budget'],
    ['İLT: Bütçe', 'forward', 'Bütçe'],
    ['VS: Budget', 'new', 'Budget'],
    ['Budget: the plan', 'new', 'Budget: the plan'],
    ['[draft]', 'new', '[draft]'],
  ] as const)('%s says %s', (subject, kind, base) => {
    expect(parseSubject(subject)).toMatchObject({ kind, base });
  });
});

describe('an address', () => {
  it.each([
    ['Ana Ruiz <ana@corp.example>', { name: 'Ana Ruiz', address: 'ana@corp.example' }],
    ['"Ruiz, Ana" <Ana@Corp.example>', { name: 'Ruiz, Ana', address: 'ana@corp.example' }],
    ['Ana Ruiz [mailto:ana@corp.example]', { name: 'Ana Ruiz', address: 'ana@corp.example' }],
    ['ana@corp.example', { address: 'ana@corp.example' }],
    ['Ana Ruiz', { name: 'Ana Ruiz' }],
    ['', {}],
  ])('%s is read', (value, expected) => {
    expect(parseAddress(value)).toEqual(expected);
  });

  it('stands in a list, with commas in names', () => {
    expect(
      parseAddresses('"Ruiz, Ana" <a@x.example>; Ben <b@x.example>, c@x.example').map(({ address }) => address),
    ).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });
});

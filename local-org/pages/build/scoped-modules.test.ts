import { moduleSource } from './scoped-modules.ts';

const options = { labels: { Hello: 'Hi "you"' }, runtime: '/runtime.ts' };

describe('moduleSource', () => {
  it.each([
    ['@salesforce/label/c.Hello', 'export default "Hi \\"you\\"";'],
    ['@salesforce/schema/Opportunity', 'export default {"objectApiName":"Opportunity"};'],
    [
      '@salesforce/schema/Opportunity.Account.Name',
      'export default {"objectApiName":"Opportunity","fieldApiName":"Account.Name"};',
    ],
    ['@salesforce/resourceUrl/pictures', 'export default "/resource/pictures";'],
    ['@salesforce/user/Id', 'import { session } from "/runtime.ts";\nexport default session.userId;'],
    ['@salesforce/user/isGuest', 'export default false;'],
    [
      '@salesforce/customPermission/Manage',
      'import { hasPermission } from "/runtime.ts";\nexport default hasPermission("customPermission/Manage");',
    ],
    [
      '@salesforce/apex/Search.find',
      'import { apexMethod } from "/runtime.ts";\nexport default apexMethod("Search.find");',
    ],
  ])('%s', (specifier, source) => {
    expect(moduleSource(specifier, options)).toBe(source);
  });

  it('leaves the base components their own', () => {
    expect(moduleSource('@salesforce/label/LightningCard.title', options)).toBeUndefined();
    expect(moduleSource('@salesforce/gate/bc.x', options)).toBeUndefined();
    expect(moduleSource('lightning/card', options)).toBeUndefined();
  });

  it('says which label is missing', () => {
    expect(() => moduleSource('@salesforce/label/c.Gone', options)).toThrow('Gone');
  });
});

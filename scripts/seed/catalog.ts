/** What Larkspur sells. */
export interface CatalogProduct {
  readonly name: string;
  readonly family: 'Planning' | 'Field' | 'Insight' | 'Services';
  readonly price: number;
  readonly description: string;
}

export const PRODUCTS: readonly CatalogProduct[] = [
  { name: 'Larkspur Planning', family: 'Planning', price: 18_000, description: 'Plans work orders for one site.' },
  {
    name: 'Larkspur Planning Enterprise',
    family: 'Planning',
    price: 64_000,
    description: 'Plans work orders across sites and contractors.',
  },
  { name: 'Larkspur Field', family: 'Field', price: 24_000, description: 'Mobile app for technicians; works offline.' },
  { name: 'Larkspur Parts', family: 'Field', price: 15_000, description: 'Van stock and parts forecast.' },
  { name: 'Larkspur Insight', family: 'Insight', price: 21_000, description: 'Dashboards of downtime and its cost.' },
  {
    name: 'Larkspur Connect',
    family: 'Insight',
    price: 12_000,
    description: 'Integration with ERP, identity and sensors.',
  },
  { name: 'Onboarding', family: 'Services', price: 9_500, description: 'From contract to the first planned week.' },
  {
    name: 'Premier Support',
    family: 'Services',
    price: 7_200,
    description: 'A named engineer and a four-hour answer.',
  },
];

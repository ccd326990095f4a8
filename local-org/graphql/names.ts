/** The names of the types that the platform's schema makes of an object. */
export const typeNames = {
  record: (object: string): string => object,
  connection: (object: string): string => `${object}Connection`,
  edge: (object: string): string => `${object}Edge`,
  filter: (object: string): string => `${object}_Filter`,
  orderBy: (object: string): string => `${object}_OrderBy`,
  groupBy: (object: string): string => `${object}_GroupBy`,
  aggregateOrderBy: (object: string): string => `${object}_AggregateOrderBy`,
  aggregateConnection: (object: string): string => `${object}AggregateConnection`,
  aggregateEdge: (object: string): string => `${object}AggregateEdge`,
  aggregate: (object: string): string => `${object}Aggregate`,
  aggregateResult: (object: string): string => `${object}Result`,
  parents: (object: string, relationship: string): string => `${object}_${relationship}`,
} as const;

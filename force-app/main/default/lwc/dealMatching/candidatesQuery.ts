import { gql } from 'lightning/graphql';

/**
 * The published nuggets of which a rule's anchor is true in this deal: first those anchored by two facts, then those
 * anchored by one, by none, or not yet. Bodies are not asked for. Both parts are bounded, so that the answer stays
 * small however large the library is.
 */
export const CANDIDATES_QUERY = gql`
  query DealCandidates($pairs: [String], $singles: [String]) {
    uiapi {
      query {
        specific: Nugget__c(
          where: {
            and: [
              { Status__c: { eq: "Published" } }
              { Id: { inq: { Situation_Rule__c: { Anchor_Key__c: { in: $pairs } }, ApiName: "Nugget__c" } } }
            ]
          }
          orderBy: { Verified_On__c: { order: DESC, nulls: LAST } }
          first: 50
        ) {
          edges {
            node {
              Id
              Key__c {
                value
              }
              Name {
                value
              }
              Kind__c {
                value
              }
              Minutes__c {
                value
              }
              Verified_On__c {
                value
              }
              Verification_Due__c {
                value
              }
              Shown_Count__c {
                value
              }
              Helpful_Count__c {
                value
              }
              Not_Helpful_Count__c {
                value
              }
              CreatedDate {
                value
              }
              Nugget_Skills__r(first: 5) {
                edges {
                  node {
                    Skill__c {
                      value
                    }
                    Weight__c {
                      value
                    }
                    Skill__r {
                      Code__c {
                        value
                      }
                      Name {
                        value
                      }
                    }
                  }
                }
              }
              Situation_Rules__r(first: 30) {
                edges {
                  node {
                    Signal__c {
                      value
                    }
                    Operator__c {
                      value
                    }
                    Value__c {
                      value
                    }
                    Group__c {
                      value
                    }
                    Weight__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
        general: Nugget__c(
          where: {
            and: [
              { Status__c: { eq: "Published" } }
              {
                Id: {
                  inq: {
                    Situation_Rule__c: { or: [{ Anchor_Key__c: { in: $singles } }, { Anchor_Key__c: { eq: null } }] }
                    ApiName: "Nugget__c"
                  }
                }
              }
            ]
          }
          orderBy: { Verified_On__c: { order: DESC, nulls: LAST } }
          first: 30
        ) {
          edges {
            node {
              Id
              Key__c {
                value
              }
              Name {
                value
              }
              Kind__c {
                value
              }
              Minutes__c {
                value
              }
              Verified_On__c {
                value
              }
              Verification_Due__c {
                value
              }
              Shown_Count__c {
                value
              }
              Helpful_Count__c {
                value
              }
              Not_Helpful_Count__c {
                value
              }
              CreatedDate {
                value
              }
              Nugget_Skills__r(first: 5) {
                edges {
                  node {
                    Skill__c {
                      value
                    }
                    Weight__c {
                      value
                    }
                    Skill__r {
                      Code__c {
                        value
                      }
                      Name {
                        value
                      }
                    }
                  }
                }
              }
              Situation_Rules__r(first: 30) {
                edges {
                  node {
                    Signal__c {
                      value
                    }
                    Operator__c {
                      value
                    }
                    Value__c {
                      value
                    }
                    Group__c {
                      value
                    }
                    Weight__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export interface CandidateVariables extends Readonly<Record<string, unknown>> {
  readonly pairs: readonly string[];
  readonly singles: readonly string[];
}

/** Matches no anchor: a filter by a list must not be empty. */
const NO_KEY = ['?'];

/** The variables for the anchor keys of a situation: `a=1&b=2` are pairs, the others singles. */
export function candidateVariables(keys: readonly string[]): CandidateVariables {
  const pairs = keys.filter((key) => key.includes('&'));
  const singles = keys.filter((key) => !key.includes('&'));
  return { pairs: pairs.length > 0 ? pairs : NO_KEY, singles: singles.length > 0 ? singles : NO_KEY };
}

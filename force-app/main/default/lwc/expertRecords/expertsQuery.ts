import { gql } from 'lightning/graphql';

/** What people have shown to know, surest first, and what they decided about being named. */
export const EXPERTS_QUERY = gql`
  query Experts($where: Expertise__c_Filter, $preferences: Knowledge_Preference__c_Filter) {
    uiapi {
      query {
        Expertise__c(where: $where, orderBy: { Lower__c: { order: DESC } }, first: 2000) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Person__r {
                Name {
                  value
                }
              }
              Tag__r {
                Name {
                  value
                }
                Key__c {
                  value
                }
              }
              Lower__c {
                value
              }
              Upper__c {
                value
              }
              Evidence_Count__c {
                value
              }
              Accepted_Count__c {
                value
              }
              Verified_Count__c {
                value
              }
              Votes__c {
                value
              }
              Evidence__c {
                value
              }
            }
          }
        }
        Knowledge_Preference__c(where: $preferences, first: 2000) {
          edges {
            node {
              Id
              OwnerId {
                value
              }
              Hide_Expertise__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Variables of EXPERTS_QUERY for everybody who may be named. */
export const EVERYBODY = { where: {}, preferences: { Hide_Expertise__c: { eq: true } } } as const;

/** Variables of EXPERTS_QUERY for one person. */
export function onlyPerson(personId: string): Record<string, unknown> {
  return { where: { Person__c: { eq: personId } }, preferences: { OwnerId: { eq: personId } } };
}

import { gql } from 'lightning/graphql';

/**
 * The active launches, and of each how many people other than the reader are asked for something and how many of
 * them are ready: figures of the server, so that thousands of people cost one small request.
 */
export const OVERVIEW_QUERY = gql`
  query LaunchOverview($userId: ID) {
    uiapi {
      query {
        Launch__c(where: { Active__c: { eq: true } }, orderBy: { Launch_On__c: { order: DESC } }, first: 50) {
          edges {
            node {
              Id
              Name {
                value
              }
              Launch_On__c {
                value
              }
              Summary__c {
                value
              }
            }
          }
        }
        own: Readiness__c(where: { and: [{ Person__c: { eq: $userId } }, { Scope__c: { eq: "Launch" } }] }, first: 50) {
          edges {
            node {
              Id
              Launch__c {
                value
              }
            }
          }
        }
      }
      aggregate {
        everybody: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Launch" } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          groupBy: { Launch__c: { group: true } }
          first: 200
        ) {
          edges {
            node {
              aggregate {
                Launch__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
                Computed_At__c {
                  max {
                    value
                  }
                }
              }
            }
          }
        }
        ready: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Launch" } }
              { Ready__c: { eq: true } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          groupBy: { Launch__c: { group: true } }
          first: 200
        ) {
          edges {
            node {
              aggregate {
                Launch__c {
                  value
                }
                Id {
                  count {
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
`;

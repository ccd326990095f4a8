import { gql } from 'lightning/graphql';

/**
 * The readiness of everybody but the reader, as far as the reader may see it: one row a person with who it is, and
 * one row a person and domain.
 */
export const TEAM_QUERY = gql`
  query TeamReadiness($userId: ID) {
    uiapi {
      query {
        people: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Overall" } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Score__c {
                value
              }
              Target__c {
                value
              }
              Gap_Flagged__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Computed_At__c {
                value
              }
              Person__r {
                Name {
                  value
                }
                Sales_Role__c {
                  value
                }
                Manager {
                  Name {
                    value
                  }
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        cells: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Domain" } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Domain__c {
                value
              }
              Score__c {
                value
              }
              Target__c {
                value
              }
              Gap_Flagged__c {
                value
              }
              Enough_Evidence__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** Overall readiness of everybody but the reader who took up a sales role since a day, latest starters first. */
export const PROFICIENCY_QUERY = gql`
  query TimeToProficiency($userId: ID, $since: Date) {
    uiapi {
      query {
        Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Overall" } }
              { Person__c: { ne: $userId } }
              { Person__r: { Sales_Role_Start__c: { gte: { value: $since } } } }
            ]
          }
          orderBy: { Person__r: { Sales_Role_Start__c: { order: DESC } }, Key__c: { order: ASC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Proficient_On__c {
                value
              }
              Score__c {
                value
              }
              Target__c {
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
                IsActive {
                  value
                }
                Sales_Role__c {
                  value
                }
                Sales_Role_Start__c {
                  value
                }
                Sales_Role_End__c {
                  value
                }
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

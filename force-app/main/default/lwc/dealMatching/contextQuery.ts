import { gql } from 'lightning/graphql';

/** What ranking needs besides the deal's own fields: all that does not depend on them, in one request. */
export const CONTEXT_QUERY = gql`
  query DealContext($recordId: ID, $userId: ID) {
    uiapi {
      query {
        Signal__c(where: { Active__c: { eq: true } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Code__c {
                value
              }
              Type__c {
                value
              }
              Path__c {
                value
              }
            }
          }
        }
        Readiness__c(where: { and: [{ OwnerId: { eq: $userId } }, { Scope__c: { eq: "Skill" } }] }, first: 200) {
          edges {
            node {
              Id
              Score__c {
                value
              }
              Target__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Due_For_Review__c {
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
        Learning_Event__c(where: { OwnerId: { eq: $userId } }, orderBy: { CreatedDate: { order: DESC } }, first: 200) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
              Type__c {
                value
              }
              Undone__c {
                value
              }
              CreatedDate {
                value
              }
            }
          }
        }
        Opportunity(where: { Id: { eq: $recordId } }, first: 1) {
          edges {
            node {
              Id
              OpportunityContactRoles(first: 200) {
                edges {
                  node {
                    Id
                  }
                }
              }
              OpportunityLineItems(first: 200) {
                edges {
                  node {
                    Id
                    Product2 {
                      Name {
                        value
                      }
                      Family {
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
  }
`;

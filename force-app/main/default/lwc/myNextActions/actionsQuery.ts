import { gql } from 'lightning/graphql';

/** The person's own readiness by skill and overall, what roles ask for, and what the person did with nuggets lately. */
export const ACTIONS_QUERY = gql`
  query NextActions($userId: ID) {
    uiapi {
      query {
        Readiness__c(
          where: { and: [{ OwnerId: { eq: $userId } }, { Scope__c: { in: ["Skill", "Overall"] } }] }
          first: 200
        ) {
          edges {
            node {
              Id
              Scope__c {
                value
              }
              Person__c {
                value
              }
              Score__c {
                value
              }
              Lower__c {
                value
              }
              Upper__c {
                value
              }
              Target__c {
                value
              }
              Gap_Flagged__c {
                value
              }
              Evidence_Count__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Last_Evidence_At__c {
                value
              }
              Due_For_Review__c {
                value
              }
              Computed_At__c {
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
        User(where: { Id: { eq: $userId } }, first: 1) {
          edges {
            node {
              Id
              Sales_Role__c {
                value
              }
            }
          }
        }
        Skill_Target__c(where: { Launch__c: { eq: null } }, first: 500) {
          edges {
            node {
              Id
              Sales_Role__c {
                value
              }
              Weight__c {
                value
              }
              Skill__r {
                Code__c {
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
      }
    }
  }
`;

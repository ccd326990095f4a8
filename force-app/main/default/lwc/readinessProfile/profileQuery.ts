import { gql } from 'lightning/graphql';

/** Everything about one person's readiness that the server lets the reader see. */
export const PROFILE_QUERY = gql`
  query ReadinessProfile($personId: ID) {
    uiapi {
      query {
        User(where: { Id: { eq: $personId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Sales_Role__c {
                value
              }
            }
          }
        }
        Readiness__c(where: { Person__c: { eq: $personId } }, first: 200) {
          edges {
            node {
              Id
              Scope__c {
                value
              }
              Person__c {
                value
              }
              Domain__c {
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
              State__c {
                value
              }
              Evidence__c {
                value
              }
              Skill__r {
                Code__c {
                  value
                }
                Name {
                  value
                }
                Domain__c {
                  value
                }
                Component__c {
                  value
                }
                Difficulty_State__c {
                  value
                }
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
        Check_Response__c(where: { OwnerId: { eq: $personId } }, orderBy: { CreatedDate: { order: DESC } }, first: 50) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              Question__c {
                value
              }
              Is_Correct__c {
                value
              }
              Skill_Code__c {
                value
              }
              Question__r {
                Difficulty_State__c {
                  value
                }
              }
            }
          }
        }
        Learning_Event__c(
          where: { OwnerId: { eq: $personId } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 100
        ) {
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

import { gql } from 'lightning/graphql';

/** The person's own readiness with the model's states, and the latest answers: what a review is chosen from. */
export const REVIEW_STATE_QUERY = gql`
  query ReviewState($userId: ID) {
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
              State__c {
                value
              }
              Skill__r {
                Code__c {
                  value
                }
                Name {
                  value
                }
                Difficulty_State__c {
                  value
                }
              }
            }
          }
        }
        Check_Response__c(where: { OwnerId: { eq: $userId } }, orderBy: { CreatedDate: { order: DESC } }, first: 200) {
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
              Seconds__c {
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
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** The person's managers, as far up as an observation may come from, and the latest observations. */
export const OBSERVATIONS_QUERY = gql`
  query Observations($personId: ID, $since: Date) {
    uiapi {
      query {
        User(where: { Id: { eq: $personId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              ManagerId {
                value
              }
              Manager {
                ManagerId {
                  value
                }
                Manager {
                  ManagerId {
                    value
                  }
                }
              }
            }
          }
        }
        Skill_Assessment__c(
          where: { and: [{ Person__c: { eq: $personId } }, { Observed_On__c: { gte: { value: $since } } }] }
          orderBy: { CreatedDate: { order: DESC } }
          first: 5
        ) {
          edges {
            node {
              Id
              Level__c {
                value
              }
              Note__c {
                value
              }
              Observed_On__c {
                value
              }
              Undone__c {
                value
              }
              Skill__r {
                Name {
                  value
                }
              }
              CreatedBy {
                Name {
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

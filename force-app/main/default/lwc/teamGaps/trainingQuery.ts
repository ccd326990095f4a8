import { gql } from 'lightning/graphql';

/** For some skills, the published nuggets about them and what completing these did before. */
export const TEAM_TRAINING_QUERY = gql`
  query TeamTraining($skillIds: [ID]) {
    uiapi {
      query {
        Training_Record__c(
          where: { and: [{ Skill__c: { in: $skillIds } }, { People__c: { gte: 5 } }] }
          orderBy: { Lower__c: { order: DESC } }
          first: 500
        ) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
              Skill__c {
                value
              }
              People__c {
                value
              }
              Mean_Gain__c {
                value
              }
              Lower__c {
                value
              }
              Upper__c {
                value
              }
            }
          }
        }
        Nugget_Skill__c(
          where: { and: [{ Skill__c: { in: $skillIds } }, { Nugget__r: { Status__c: { eq: "Published" } } }] }
          orderBy: { Weight__c: { order: DESC } }
          first: 1000
        ) {
          edges {
            node {
              Id
              Skill__c {
                value
              }
              Weight__c {
                value
              }
              Nugget__c {
                value
              }
              Nugget__r {
                Name {
                  value
                }
                Level__c {
                  value
                }
                Minutes__c {
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

import { gql } from 'lightning/graphql';

/**
 * What serves a skill with its record of closing gaps, the nugget the dialog was opened for, every path, and what is in
 * the plans of the people already.
 */
export const TRAINING_QUERY = gql`
  query Training($skillId: ID, $nuggetId: ID, $personIds: [ID]) {
    uiapi {
      query {
        chosen: Nugget__c(where: { and: [{ Status__c: { eq: "Published" } }, { Id: { eq: $nuggetId } }] }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Minutes__c {
                value
              }
            }
          }
        }
        Nugget__c(
          where: {
            and: [
              { Status__c: { eq: "Published" } }
              { Id: { inq: { Nugget_Skill__c: { Skill__c: { eq: $skillId } }, ApiName: "Nugget__c" } } }
            ]
          }
          orderBy: { Name: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Minutes__c {
                value
              }
            }
          }
        }
        Learning_Path__c(where: { Status__c: { eq: "Published" } }, orderBy: { Name: { order: ASC } }, first: 100) {
          edges {
            node {
              Id
              Name {
                value
              }
              Path_Steps__r(first: 50) {
                edges {
                  node {
                    Nugget__c {
                      value
                    }
                    Nugget__r {
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
        Training_Record__c(where: { Skill__c: { eq: $skillId } }, first: 200) {
          edges {
            node {
              Id
              Nugget__c {
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
        Assignment__c(
          where: {
            and: [{ Person__c: { in: $personIds } }, { Withdrawn__c: { eq: false } }, { Done_On__c: { eq: null } }]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Nugget__c {
                value
              }
              Learning_Path__c {
                value
              }
              Skill__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Published nuggets whose title matches a pattern such as `%globex%`. */
export const NUGGET_SEARCH_QUERY = gql`
  query NuggetSearch($pattern: String) {
    uiapi {
      query {
        Nugget__c(
          where: { and: [{ Status__c: { eq: "Published" } }, { Name: { like: $pattern } }] }
          orderBy: { Name: { order: ASC } }
          first: 20
        ) {
          edges {
            node {
              Id
              Name {
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
`;

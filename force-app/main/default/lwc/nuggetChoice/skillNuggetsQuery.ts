import { gql } from 'lightning/graphql';

/** The published nuggets about any of the skills, without their bodies. */
export const SKILL_NUGGETS_QUERY = gql`
  query SkillNuggets($skillCodes: [String]) {
    uiapi {
      query {
        Nugget__c(
          where: {
            and: [
              { Status__c: { eq: "Published" } }
              { Id: { inq: { Nugget_Skill__c: { Skill__r: { Code__c: { in: $skillCodes } } }, ApiName: "Nugget__c" } } }
            ]
          }
          orderBy: { Verified_On__c: { order: DESC, nulls: LAST } }
          first: 100
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
              Level__c {
                value
              }
              Nugget_Skills__r(first: 5) {
                edges {
                  node {
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
            }
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** What the reader may see of the team in the skills in play, and of those who are furthest in them. */
export const STANDINGS_QUERY = gql`
  query DealStandings($memberIds: [ID], $skillCodes: [String]) {
    uiapi {
      query {
        members: Readiness__c(
          where: {
            and: [
              { Person__c: { in: $memberIds } }
              { Scope__c: { eq: "Skill" } }
              { Skill__r: { Code__c: { in: $skillCodes } } }
            ]
          }
          first: 200
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
              Lower__c {
                value
              }
              Upper__c {
                value
              }
              Target__c {
                value
              }
              Evidence_Count__c {
                value
              }
              Enough_Evidence__c {
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
        others: Readiness__c(
          where: {
            and: [
              { Person__c: { nin: $memberIds } }
              { Scope__c: { eq: "Skill" } }
              { Enough_Evidence__c: { eq: true } }
              { Skill__r: { Code__c: { in: $skillCodes } } }
            ]
          }
          orderBy: { Lower__c: { order: DESC, nulls: LAST } }
          first: 60
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Person__r {
                Name {
                  value
                }
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
              Evidence_Count__c {
                value
              }
              Enough_Evidence__c {
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
`;

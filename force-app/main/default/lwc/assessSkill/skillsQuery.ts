import { gql } from 'lightning/graphql';

/** Every skill with its anchors, and what was published of the person's readiness in them. */
export const SKILLS_QUERY = gql`
  query SkillsToAssess($personId: ID) {
    uiapi {
      query {
        Skill__c(orderBy: { Name: { order: ASC } }, first: 500) {
          edges {
            node {
              Id
              Name {
                value
              }
              Code__c {
                value
              }
              Domain__c {
                value
              }
              Anchor_1__c {
                value
              }
              Anchor_2__c {
                value
              }
              Anchor_3__c {
                value
              }
              Anchor_4__c {
                value
              }
              Anchor_5__c {
                value
              }
              Difficulty_State__c {
                value
              }
            }
          }
        }
        skills: Readiness__c(
          where: { and: [{ Person__c: { eq: $personId } }, { Scope__c: { eq: "Skill" } }] }
          first: 500
        ) {
          edges {
            node {
              Id
              Skill__c {
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
              State__c {
                value
              }
            }
          }
        }
        overall: Readiness__c(
          where: { and: [{ Person__c: { eq: $personId } }, { Scope__c: { eq: "Overall" } }] }
          first: 1
        ) {
          edges {
            node {
              Id
              State__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

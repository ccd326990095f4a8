import { gql } from 'lightning/graphql';

/**
 * The published questions about some skills: a few of each, so that no skill crowds out another however large the
 * library is. Those answered within a day are left out, for they would not count.
 */
export const REVIEW_QUESTIONS_QUERY = gql`
  query ReviewQuestions($skillCodes: [String], $answered: [ID]) {
    uiapi {
      query {
        Skill__c(where: { Code__c: { in: $skillCodes } }, first: 8) {
          edges {
            node {
              Id
              Code__c {
                value
              }
              Name {
                value
              }
              Check_Questions__r(
                where: { and: [{ Nugget__r: { Status__c: { eq: "Published" } } }, { Id: { nin: $answered } }] }
                orderBy: { Order__c: { order: ASC } }
                first: 12
              ) {
                edges {
                  node {
                    Id
                    Prompt__c {
                      value
                    }
                    Option_A__c {
                      value
                    }
                    Option_B__c {
                      value
                    }
                    Option_C__c {
                      value
                    }
                    Option_D__c {
                      value
                    }
                    Difficulty_State__c {
                      value
                    }
                    Nugget__c {
                      value
                    }
                    Nugget__r {
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
      }
    }
  }
`;

/** The most skills one review goes over; the query asks for no more. */
export const MOST_SKILLS = 8;

/** No question has it: a filter by a list must not be empty. */
const NO_ID = '000000000000000AAA';

export interface QuestionVariables extends Readonly<Record<string, unknown>> {
  readonly skillCodes: readonly string[];
  readonly answered: readonly string[];
}

/** @param answered ids of questions that would not count if they were answered now */
export function questionVariables(skillCodes: readonly string[], answered: readonly string[]): QuestionVariables {
  return { skillCodes, answered: answered.length > 0 ? answered : [NO_ID] };
}

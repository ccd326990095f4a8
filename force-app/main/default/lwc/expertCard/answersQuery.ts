import { gql } from 'lightning/graphql';

/** The answers behind an expertise, and who said that they hold. */
export const ANSWERS_QUERY = gql`
  query ExpertAnswers($ids: [ID]) {
    uiapi {
      query {
        Answer__c(where: { Id: { in: $ids } }, orderBy: { CreatedDate: { order: DESC } }, first: 20) {
          edges {
            node {
              Id
              Score__c {
                value
              }
              CreatedDate {
                value
              }
              Question__r {
                Id
                Title__c {
                  value
                }
                Accepted_Answer__c {
                  value
                }
              }
            }
          }
        }
        Verification__c(where: { Answer__c: { in: $ids } }, orderBy: { CreatedDate: { order: DESC } }, first: 200) {
          edges {
            node {
              Id
              Answer__c {
                value
              }
              Kind__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** One captured exchange with all of its texts, while it waits. */
export const DRAFT_QUERY = gql`
  query CapturedDraft($exchangeId: ID) {
    uiapi {
      query {
        Captured_Exchange__c(where: { Id: { eq: $exchangeId } }, first: 1) {
          edges {
            node {
              Id
              Status__c {
                value
              }
              Subject__c {
                value
              }
              Question_Title__c {
                value
              }
              Question_Body__c {
                value
              }
              Answers__c {
                value
              }
              Original__c {
                value
              }
              Participants__c {
                value
              }
              Redactions__c {
                value
              }
              Suggested_Tags__c {
                value
              }
              Consent__c {
                value
              }
              Duplicate_Of__c {
                value
              }
              Duplicate_Of__r {
                Title__c {
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

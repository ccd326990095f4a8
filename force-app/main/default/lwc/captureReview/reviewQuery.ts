import { gql } from 'lightning/graphql';

/**
 * Exchanges that wait for a review, and those that are approved and not published yet; and which of all exchanges
 * somebody refused since the last sync, as far as the reviewer may read that.
 */
export const REVIEW_QUERY = gql`
  query CapturedExchanges {
    uiapi {
      query {
        Captured_Exchange__c(
          where: {
            or: [
              { Status__c: { eq: "Draft" } }
              { and: [{ Status__c: { eq: "Approved" } }, { Question__c: { eq: null } }] }
            ]
          }
          orderBy: { Captured_At__c: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Question_Title__c {
                value
              }
              Status__c {
                value
              }
              Consent__c {
                value
              }
              Captured_At__c {
                value
              }
            }
          }
        }
        Capture_Consent__c(
          where: { and: [{ Decision__c: { eq: "Refused" } }, { Captured_Exchange__c: { ne: null } }] }
          orderBy: { LastModifiedDate: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Captured_Exchange__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

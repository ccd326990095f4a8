import { gql } from 'lightning/graphql';

/** Exchanges that wait for a review, and those that are approved and not published yet. */
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
      }
    }
  }
`;

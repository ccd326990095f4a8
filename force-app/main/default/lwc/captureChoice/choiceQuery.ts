import { gql } from 'lightning/graphql';

/** What the reader said to the capture of every exchange. */
export const CHOICE_QUERY = gql`
  query OwnCaptureChoice($userId: ID, $key: String) {
    uiapi {
      query {
        Capture_Consent__c(where: { and: [{ OwnerId: { eq: $userId } }, { Key__c: { eq: $key } }] }, first: 1) {
          edges {
            node {
              Id
              Decision__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** Exchanges that wait for the reader's word. */
export const CONSENTS_QUERY = gql`
  query OwnCaptureConsents($userId: ID) {
    uiapi {
      query {
        Capture_Consent__c(
          where: {
            and: [{ OwnerId: { eq: $userId } }, { Decision__c: { eq: "Pending" } }, { Question_Title__c: { ne: null } }]
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Question_Title__c {
                value
              }
              Draft__c {
                value
              }
              Shown_Version__c {
                value
              }
              Agreed_Version__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

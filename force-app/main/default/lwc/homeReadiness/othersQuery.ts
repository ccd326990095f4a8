import { gql } from 'lightning/graphql';

/**
 * Whether the reader may see anybody else's readiness: one row is enough to know. And the open questions that wait for
 * the reader's answer, as the knowledge bank lists them under _Asked of me_.
 */
export const OTHERS_QUERY = gql`
  query OthersReadiness($userId: ID) {
    uiapi {
      query {
        Readiness__c(where: { and: [{ Person__c: { ne: $userId } }, { Scope__c: { eq: "Overall" } }] }, first: 1) {
          edges {
            node {
              Id
            }
          }
        }
        Expert_Request__c(
          where: {
            and: [
              { Person__c: { eq: $userId } }
              { Declined__c: { eq: false } }
              { Withdrawn__c: { eq: false } }
              { Question__r: { Status__c: { eq: "Open" } } }
            ]
          }
          first: 50
        ) {
          edges {
            node {
              Id
            }
          }
        }
      }
    }
  }
`;

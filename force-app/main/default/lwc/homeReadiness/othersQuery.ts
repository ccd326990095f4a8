import { gql } from 'lightning/graphql';

/** Whether the reader may see anybody else's readiness: one row is enough to know. */
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
      }
    }
  }
`;

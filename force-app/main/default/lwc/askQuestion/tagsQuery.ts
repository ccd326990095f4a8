import { gql } from 'lightning/graphql';

/** The tags there are. */
export const TAGS_QUERY = gql`
  query KnownTags {
    uiapi {
      query {
        Tag__c(orderBy: { Name: { order: ASC } }, first: 1000) {
          edges {
            node {
              Id
              Name {
                value
              }
              Template__c {
                value
              }
              Key__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** Who answered what of late, about which topics, and what waits for whom: what the engine routes by. */
export const HISTORY_QUERY = gql`
  query AnswerHistory {
    uiapi {
      query {
        Answer__c(where: { Author_Name__c: { eq: null } }, orderBy: { CreatedDate: { order: DESC } }, first: 1000) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              OwnerId {
                value
              }
              Owner {
                ... on User {
                  Name {
                    value
                  }
                  IsActive {
                    value
                  }
                }
              }
              Question__r {
                Id
                Title__c {
                  value
                }
                OwnerId {
                  value
                }
              }
            }
          }
        }
        Tagging__c(where: { Question__c: { ne: null } }, orderBy: { CreatedDate: { order: DESC } }, first: 2000) {
          edges {
            node {
              Id
              Question__c {
                value
              }
              Tag__r {
                Name {
                  value
                }
                Key__c {
                  value
                }
              }
            }
          }
        }
        Expert_Request__c(
          where: {
            and: [
              { Question__r: { Status__c: { eq: "Open" } } }
              { Declined__c: { eq: false } }
              { Withdrawn__c: { eq: false } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

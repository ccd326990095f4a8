import { gql } from 'lightning/graphql';

/** The latest questions, and which of them the reader follows. */
export const BROWSE_QUERY = gql`
  query BrowseQuestions($where: Question__c_Filter, $userId: ID) {
    uiapi {
      query {
        Question__c(where: $where, orderBy: { CreatedDate: { order: DESC } }, first: 50) {
          edges {
            node {
              Id
              Title__c {
                value
              }
              Body__c {
                value
              }
              Status__c {
                value
              }
              Outdated__c {
                value
              }
              Accepted_Answer__c {
                value
              }
              CreatedDate {
                value
              }
              Author_Name__c {
                value
              }
              Owner {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              Taggings__r(first: 10) {
                edges {
                  node {
                    Id
                    Tag__r {
                      Name {
                        value
                      }
                    }
                  }
                }
              }
              Answers__r(first: 20) {
                edges {
                  node {
                    Id
                    Body__c {
                      value
                    }
                    Score__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
        Tag__c(
          where: { Id: { inq: { Tagging__c: { Question__c: { ne: null } }, ApiName: "Tag__c" } } }
          orderBy: { Name: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
        Follow__c(where: { and: [{ OwnerId: { eq: $userId } }, { Muted__c: { eq: false } }] }, first: 500) {
          edges {
            node {
              Id
              Question__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

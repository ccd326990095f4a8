import { gql } from 'lightning/graphql';

/** A question and all that belongs to it, in one request. */
export const THREAD_QUERY = gql`
  query QuestionThread($questionId: ID, $userId: ID) {
    uiapi {
      query {
        Question__c(where: { Id: { eq: $questionId } }, first: 1) {
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
              Source__c {
                value
              }
              Context__c {
                value
              }
              Summary__c {
                value
              }
              Outdated__c {
                value
              }
              Author_Name__c {
                value
              }
              Accepted_Answer__c {
                value
              }
              Opportunity__r {
                Id
                Name {
                  value
                }
              }
              Duplicate_Of__r {
                Id
                Title__c {
                  value
                }
              }
              OwnerId {
                value
              }
              Owner {
                ... on User {
                  Name {
                    value
                  }
                }
              }
              CreatedDate {
                value
              }
              Expert_Requests__r(first: 20, orderBy: { CreatedDate: { order: ASC } }) {
                edges {
                  node {
                    Id
                    Person__c {
                      value
                    }
                    Person__r {
                      Name {
                        value
                      }
                    }
                    Told_At__c {
                      value
                    }
                    Declined__c {
                      value
                    }
                    Withdrawn__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
        Answer__c(where: { Question__c: { eq: $questionId } }, orderBy: { CreatedDate: { order: ASC } }, first: 200) {
          edges {
            node {
              Id
              Body__c {
                value
              }
              Score__c {
                value
              }
              Source__c {
                value
              }
              Outdated__c {
                value
              }
              Author_Name__c {
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
                }
              }
              CreatedDate {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        Vote__c(
          where: { and: [{ Answer__r: { Question__c: { eq: $questionId } } }, { CreatedById: { eq: $userId } }] }
          first: 200
        ) {
          edges {
            node {
              Id
              Answer__c {
                value
              }
              Value__c {
                value
              }
            }
          }
        }
        Comment__c(where: { Question__c: { eq: $questionId } }, orderBy: { CreatedDate: { order: ASC } }, first: 500) {
          edges {
            node {
              Id
              Body__c {
                value
              }
              Answer__c {
                value
              }
              CreatedBy {
                Name {
                  value
                }
              }
              CreatedDate {
                value
              }
            }
          }
        }
        Verification__c(
          where: { Answer__r: { Question__c: { eq: $questionId } } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Answer__c {
                value
              }
              Kind__c {
                value
              }
              CreatedBy {
                Name {
                  value
                }
              }
              CreatedDate {
                value
              }
            }
          }
        }
        Revision__c(
          where: { Question__c: { eq: $questionId } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 100
        ) {
          edges {
            node {
              Id
              Answer__c {
                value
              }
              Kind__c {
                value
              }
              Body__c {
                value
              }
              Title__c {
                value
              }
              CreatedBy {
                Name {
                  value
                }
              }
              CreatedDate {
                value
              }
            }
          }
        }
        duplicates: Question__c(where: { Duplicate_Of__c: { eq: $questionId } }, first: 10) {
          edges {
            node {
              Id
              Title__c {
                value
              }
            }
          }
        }
        Tagging__c(where: { Question__c: { eq: $questionId } }, first: 20) {
          edges {
            node {
              Id
              Tag__r {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
        Follow__c(where: { and: [{ Question__c: { eq: $questionId } }, { OwnerId: { eq: $userId } }] }, first: 1) {
          edges {
            node {
              Id
              Muted__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

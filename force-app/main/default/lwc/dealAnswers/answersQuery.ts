import { gql } from 'lightning/graphql';

/**
 * What is to be known of the questions that may help, and of those asked about the deal: their answers, how these were
 * judged, how the summary reads, who is an expert in their tags, and who does not want to be called one. And the names
 * of the deal, which the asker may choose to share.
 */
export const ANSWERS_QUERY = gql`
  query DealAnswers($questionIds: [ID], $recordId: ID) {
    uiapi {
      query {
        Question__c(
          where: {
            and: [
              { Status__c: { ne: "Duplicate" } }
              { or: [{ Id: { in: $questionIds } }, { Opportunity__c: { eq: $recordId } }] }
            ]
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 30
        ) {
          edges {
            node {
              Id
              Title__c {
                value
              }
              Body__c {
                value
              }
              Context__c {
                value
              }
              Status__c {
                value
              }
              Outdated__c {
                value
              }
              Opportunity__c {
                value
              }
              Accepted_Answer__c {
                value
              }
              CreatedDate {
                value
              }
              Answers__r(first: 10, orderBy: { CreatedDate: { order: ASC } }) {
                edges {
                  node {
                    Id
                    Body__c {
                      value
                    }
                    Score__c {
                      value
                    }
                    Outdated__c {
                      value
                    }
                    Author_Name__c {
                      value
                    }
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
                      }
                    }
                  }
                }
              }
              Revisions__r(first: 1, where: { Kind__c: { eq: "Summary" } }, orderBy: { CreatedDate: { order: DESC } }) {
                edges {
                  node {
                    Id
                    Body__c {
                      value
                    }
                  }
                }
              }
              Taggings__r(first: 10) {
                edges {
                  node {
                    Id
                    Tag__c {
                      value
                    }
                    Tag__r {
                      Name {
                        value
                      }
                    }
                  }
                }
              }
            }
          }
        }
        Verification__c(
          where: {
            Answer__r: {
              or: [{ Question__c: { in: $questionIds } }, { Question__r: { Opportunity__c: { eq: $recordId } } }]
            }
          }
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
            }
          }
        }
        Expertise__c(
          where: { Tag__c: { inq: { Tagging__c: { Question__c: { in: $questionIds } }, ApiName: "Tag__c" } } }
          orderBy: { Score__c: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Tag__c {
                value
              }
              Score__c {
                value
              }
              Evidence_Count__c {
                value
              }
            }
          }
        }
        Knowledge_Preference__c(where: { Hide_Expertise__c: { eq: true } }, first: 2000) {
          edges {
            node {
              Id
              OwnerId {
                value
              }
              Hide_Expertise__c {
                value
              }
            }
          }
        }
        Opportunity(where: { Id: { eq: $recordId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Account {
                Name {
                  value
                }
              }
              OpportunityContactRoles(first: 5) {
                edges {
                  node {
                    Id
                    Contact {
                      Name {
                        value
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

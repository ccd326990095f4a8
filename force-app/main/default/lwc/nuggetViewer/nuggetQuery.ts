import { gql } from 'lightning/graphql';

/**
 * One nugget with its checks, the person's published readiness in the skills that the checks are about, and the
 * person's latest answers. It never asks for the correct option, which the person could not read anyway.
 */
export const NUGGET_QUERY = gql`
  query NuggetToRead($nuggetId: ID, $userId: ID) {
    uiapi {
      query {
        Nugget__c(where: { Id: { eq: $nuggetId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Kind__c {
                value
              }
              Summary__c {
                value
              }
              Body__c {
                value
              }
              Media_URL__c {
                value
              }
              Minutes__c {
                value
              }
              Status__c {
                value
              }
              Verified_On__c {
                value
              }
              Verification_Due__c {
                value
              }
              Check_Questions__r(first: 20, orderBy: { Order__c: { order: ASC } }) {
                edges {
                  node {
                    Id
                    Prompt__c {
                      value
                    }
                    Option_A__c {
                      value
                    }
                    Option_B__c {
                      value
                    }
                    Option_C__c {
                      value
                    }
                    Option_D__c {
                      value
                    }
                    Difficulty_State__c {
                      value
                    }
                    Skill__r {
                      Code__c {
                        value
                      }
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
        skills: Readiness__c(
          where: { and: [{ OwnerId: { eq: $userId } }, { Scope__c: { eq: "Skill" } }] }
          first: 200
        ) {
          edges {
            node {
              Id
              Target__c {
                value
              }
              Last_Evidence_At__c {
                value
              }
              State__c {
                value
              }
              Skill__r {
                Code__c {
                  value
                }
                Name {
                  value
                }
                Difficulty_State__c {
                  value
                }
              }
            }
          }
        }
        overall: Readiness__c(
          where: { and: [{ OwnerId: { eq: $userId } }, { Scope__c: { eq: "Overall" } }] }
          first: 1
        ) {
          edges {
            node {
              Id
              State__c {
                value
              }
            }
          }
        }
        Check_Response__c(where: { OwnerId: { eq: $userId } }, orderBy: { CreatedDate: { order: DESC } }, first: 50) {
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              Question__c {
                value
              }
              Chosen_Option__c {
                value
              }
              Is_Correct__c {
                value
              }
              Skill_Code__c {
                value
              }
              Question__r {
                Difficulty_State__c {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** A person's plan, the steps of its paths, and the readiness that says which item adds most. */
export const PLAN_QUERY = gql`
  query DevelopmentPlan($personId: ID) {
    uiapi {
      query {
        User(where: { Id: { eq: $personId } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              ManagerId {
                value
              }
              Manager {
                ManagerId {
                  value
                }
                Manager {
                  ManagerId {
                    value
                  }
                }
              }
            }
          }
        }
        Assignment__c(
          where: { and: [{ Person__c: { eq: $personId } }, { Withdrawn__c: { eq: false } }] }
          orderBy: { CreatedDate: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
              Learning_Path__c {
                value
              }
              Skill__c {
                value
              }
              Due_On__c {
                value
              }
              Done_On__c {
                value
              }
              Note__c {
                value
              }
              Reason__c {
                value
              }
              Nudged_At__c {
                value
              }
              CreatedDate {
                value
              }
              CreatedById {
                value
              }
              CreatedBy {
                Name {
                  value
                }
              }
              Nudged_By__r {
                Name {
                  value
                }
              }
              Nugget__r {
                Name {
                  value
                }
                Minutes__c {
                  value
                }
                Status__c {
                  value
                }
              }
              Learning_Path__r {
                Name {
                  value
                }
              }
              Skill__r {
                Name {
                  value
                }
              }
            }
          }
        }
        Path_Step__c(
          where: {
            Learning_Path__c: { inq: { Assignment__c: { Person__c: { eq: $personId } }, ApiName: "Learning_Path__c" } }
          }
          orderBy: { Order__c: { order: ASC } }
          first: 1000
        ) {
          edges {
            node {
              Id
              Learning_Path__c {
                value
              }
              Nugget__c {
                value
              }
              Nugget__r {
                Name {
                  value
                }
                Minutes__c {
                  value
                }
                Status__c {
                  value
                }
              }
            }
          }
        }
        Readiness__c(where: { and: [{ Person__c: { eq: $personId } }, { Scope__c: { eq: "Skill" } }] }, first: 200) {
          edges {
            node {
              Id
              Skill__c {
                value
              }
              Skill__r {
                Name {
                  value
                }
              }
              Score__c {
                value
              }
              Target__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Gap_Flagged__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** What decides how far the plan is: the checks of its nuggets, and what the person completed and answered rightly. */
export const PLAN_EVIDENCE_QUERY = gql`
  query PlanEvidence($personId: ID, $nuggetIds: [ID]) {
    uiapi {
      query {
        Check_Question__c(where: { Nugget__c: { in: $nuggetIds } }, orderBy: { Id: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
            }
          }
        }
        Nugget_Skill__c(where: { Nugget__c: { in: $nuggetIds } }, first: 2000) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
              Skill__c {
                value
              }
            }
          }
        }
        Learning_Event__c(
          where: {
            and: [
              { OwnerId: { eq: $personId } }
              { Nugget__c: { in: $nuggetIds } }
              { Type__c: { eq: "Completed" } }
              { Undone__c: { eq: false } }
            ]
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Nugget__c {
                value
              }
              CreatedDate {
                value
              }
            }
          }
        }
        Check_Response__c(
          where: {
            and: [
              { OwnerId: { eq: $personId } }
              { Question__r: { Nugget__c: { in: $nuggetIds } } }
              { Is_Correct__c: { eq: true } }
            ]
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Question__c {
                value
              }
              CreatedDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

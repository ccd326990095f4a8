import { gql } from 'lightning/graphql';

/**
 * The largest gaps of the people whom the reader may observe, what the roles and the next launches ask for, and the
 * latest observations of these people.
 */
export const COACH_QUERY = gql`
  query CoachNext($userId: ID, $since: DateTime, $today: Date) {
    uiapi {
      query {
        Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Skill" } }
              { Target__c: { gt: 0 } }
              { Person__r: { IsActive: { eq: true } } }
              {
                or: [
                  { Person__r: { ManagerId: { eq: $userId } } }
                  { Person__r: { Manager: { ManagerId: { eq: $userId } } } }
                  { Person__r: { Manager: { Manager: { ManagerId: { eq: $userId } } } } }
                ]
              }
            ]
          }
          orderBy: { Gap__c: { order: DESC, nulls: LAST }, Key__c: { order: ASC } }
          first: 1000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Skill__c {
                value
              }
              Score__c {
                value
              }
              Lower__c {
                value
              }
              Upper__c {
                value
              }
              Target__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Due_For_Review__c {
                value
              }
              Learning_Rate__c {
                value
              }
              Computed_At__c {
                value
              }
              Skill__r {
                Name {
                  value
                }
              }
              Person__r {
                Name {
                  value
                }
                Sales_Role__c {
                  value
                }
                Sales_Role_Start__c {
                  value
                }
              }
            }
          }
        }
        targets: Skill_Target__c(where: { Launch__c: { eq: null } }, first: 1000) {
          edges {
            node {
              Id
              Sales_Role__c {
                value
              }
              Skill__c {
                value
              }
              Weight__c {
                value
              }
            }
          }
        }
        launches: Skill_Target__c(
          where: {
            and: [
              { Launch__r: { Active__c: { eq: true } } }
              { Launch__r: { Launch_On__c: { gte: { value: $today } } } }
            ]
          }
          first: 1000
        ) {
          edges {
            node {
              Id
              Sales_Role__c {
                value
              }
              Skill__c {
                value
              }
              Target__c {
                value
              }
              Launch__r {
                Name {
                  value
                }
                Launch_On__c {
                  value
                }
              }
            }
          }
        }
        Skill_Assessment__c(
          where: {
            and: [
              { Undone__c: { eq: false } }
              { CreatedDate: { gte: { value: $since } } }
              {
                or: [
                  { Person__r: { ManagerId: { eq: $userId } } }
                  { Person__r: { Manager: { ManagerId: { eq: $userId } } } }
                  { Person__r: { Manager: { Manager: { ManagerId: { eq: $userId } } } } }
                ]
              }
            ]
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Skill__c {
                value
              }
              Observed_On__c {
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

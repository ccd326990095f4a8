import { gql } from 'lightning/graphql';

/** What others should have learned by now, longest overdue first. */
export const OVERDUE_QUERY = gql`
  query TeamOverdue($userId: ID, $today: Date) {
    uiapi {
      query {
        Assignment__c(
          where: {
            and: [
              { Person__c: { ne: $userId } }
              { Due_On__c: { lt: { value: $today } } }
              { Done_On__c: { eq: null } }
              { Withdrawn__c: { eq: false } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          orderBy: { Due_On__c: { order: ASC }, Id: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Due_On__c {
                value
              }
              Nudged_At__c {
                value
              }
              Person__c {
                value
              }
              Person__r {
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
              Nugget__r {
                Name {
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
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;

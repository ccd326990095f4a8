import { gql } from 'lightning/graphql';

/** The mean of everybody's snapshots of a domain, day by day. */
export const TREND_QUERY = gql`
  query TeamTrend($userId: ID, $domain: String, $since: Date) {
    uiapi {
      aggregate {
        Readiness_Snapshot__c(
          where: {
            and: [
              { Domain__c: { eq: $domain } }
              { Taken_On__c: { gte: { value: $since } } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          groupBy: { Taken_On__c: { group: true } }
          first: 200
        ) {
          edges {
            node {
              aggregate {
                Taken_On__c {
                  value
                }
                Score__c {
                  avg {
                    value
                  }
                }
                Target__c {
                  avg {
                    value
                  }
                }
                Person__c {
                  countDistinct {
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
`;

/** The same for the people below one manager. */
export const TEAM_TREND_QUERY = gql`
  query TeamTrendBelow($userId: ID, $domain: String, $since: Date, $managerId: ID) {
    uiapi {
      aggregate {
        Readiness_Snapshot__c(
          where: {
            and: [
              { Domain__c: { eq: $domain } }
              { Taken_On__c: { gte: { value: $since } } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
              {
                or: [
                  { Person__r: { ManagerId: { eq: $managerId } } }
                  { Person__r: { Manager: { ManagerId: { eq: $managerId } } } }
                  { Person__r: { Manager: { Manager: { ManagerId: { eq: $managerId } } } } }
                  { Person__r: { Manager: { Manager: { Manager: { ManagerId: { eq: $managerId } } } } } }
                ]
              }
            ]
          }
          groupBy: { Taken_On__c: { group: true } }
          first: 200
        ) {
          edges {
            node {
              aggregate {
                Taken_On__c {
                  value
                }
                Score__c {
                  avg {
                    value
                  }
                }
                Target__c {
                  avg {
                    value
                  }
                }
                Person__c {
                  countDistinct {
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
`;

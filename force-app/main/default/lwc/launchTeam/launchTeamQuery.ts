import { gql } from 'lightning/graphql';

/**
 * The chances of everybody whom a launch asks for something (for the forecast), and those who are not ready, best
 * chance first, with what is short. The reader is not in it.
 */
export const LAUNCH_TEAM_QUERY = gql`
  query LaunchTeam($launchId: ID, $userId: ID) {
    uiapi {
      query {
        everybody: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Launch" } }
              { Launch__c: { eq: $launchId } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          first: 2000
        ) {
          edges {
            node {
              Id
              Forecast_By_Day__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        notReady: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Launch" } }
              { Launch__c: { eq: $launchId } }
              { Ready__c: { eq: false } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          orderBy: { Forecast__c: { order: DESC, nulls: LAST } }
          first: 200
        ) {
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
                Sales_Role__c {
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
              Score__c {
                value
              }
              Target__c {
                value
              }
              Expected_Score__c {
                value
              }
              Forecast__c {
                value
              }
              Short_Skills__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        Skill__c(first: 1000) {
          edges {
            node {
              Id
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
`;

import { gql } from 'lightning/graphql';

/** The reader's own readiness for one launch, and the names of skills. */
export const OWN_LAUNCH_QUERY = gql`
  query OwnLaunch($launchId: ID, $userId: ID) {
    uiapi {
      query {
        own: Readiness__c(
          where: {
            and: [{ Scope__c: { eq: "Launch" } }, { Launch__c: { eq: $launchId } }, { Person__c: { eq: $userId } }]
          }
          first: 1
        ) {
          edges {
            node {
              Id
              Ready__c {
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

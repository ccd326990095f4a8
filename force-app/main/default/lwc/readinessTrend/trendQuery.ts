import { gql } from 'lightning/graphql';

/** One person's snapshots since a day, of the scopes that are drawn. */
export const TREND_QUERY = gql`
  query ReadinessTrend($personId: ID, $scopes: [String], $since: Date) {
    uiapi {
      query {
        Readiness_Snapshot__c(
          where: {
            and: [
              { Person__c: { eq: $personId } }
              { Domain__c: { in: $scopes } }
              { Taken_On__c: { gte: { value: $since } } }
            ]
          }
          orderBy: { Taken_On__c: { order: DESC } }
          first: 1000
        ) {
          edges {
            node {
              Id
              Domain__c {
                value
              }
              Taken_On__c {
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
            }
          }
        }
      }
    }
  }
`;

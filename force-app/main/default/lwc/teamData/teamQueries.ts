import { gql } from 'lightning/graphql';

/** Everybody whose readiness the server lets the reader see, weakest first, a page at a time. */
export const TEAM_PEOPLE_QUERY = gql`
  query TeamPeople($userId: ID, $after: String) {
    uiapi {
      query {
        people: Readiness__c(
          where: {
            and: [
              { Scope__c: { eq: "Overall" } }
              { Person__c: { ne: $userId } }
              { Person__r: { IsActive: { eq: true } } }
            ]
          }
          orderBy: { Enough_Evidence__c: { order: DESC }, Score__c: { order: ASC }, Key__c: { order: ASC } }
          first: 2000
          after: $after
          upperBound: 50000
        ) {
          edges {
            node {
              Id
              Person__c {
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
              Gap_Flagged__c {
                value
              }
              Enough_Evidence__c {
                value
              }
              Computed_At__c {
                value
              }
              Person__r {
                Name {
                  value
                }
                Sales_Role__c {
                  value
                }
                Manager {
                  Id
                  Name {
                    value
                  }
                  Manager {
                    Id
                    Name {
                      value
                    }
                    Manager {
                      Id
                      Name {
                        value
                      }
                      Manager {
                        Id
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
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

/** Of some people, the score in each domain and the skills in which the gap is probably real. */
export const TEAM_CELLS_QUERY = gql`
  query TeamCells($personIds: [ID]) {
    uiapi {
      query {
        cells: Readiness__c(
          where: { and: [{ Scope__c: { eq: "Domain" } }, { Person__c: { in: $personIds } }] }
          first: 2000
        ) {
          edges {
            node {
              Id
              Person__c {
                value
              }
              Domain__c {
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
              Gap_Flagged__c {
                value
              }
              Enough_Evidence__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        gaps: Readiness__c(
          where: {
            and: [{ Scope__c: { eq: "Skill" } }, { Gap_Flagged__c: { eq: true } }, { Person__c: { in: $personIds } }]
          }
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
              Gap__c {
                value
              }
              Skill__r {
                Code__c {
                  value
                }
                Name {
                  value
                }
                Domain__c {
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

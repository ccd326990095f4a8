import { gql } from 'lightning/graphql';

/** Who owns the deal, and who the reader's manager is. */
export const TEAM_QUERY = gql`
  query DealTeam($recordId: ID, $userId: ID) {
    uiapi {
      query {
        Opportunity(where: { Id: { eq: $recordId } }, first: 1) {
          edges {
            node {
              Id
              OwnerId {
                value
              }
              Owner {
                Name {
                  value
                }
              }
            }
          }
        }
        User(where: { Id: { eq: $userId } }, first: 1) {
          edges {
            node {
              Id
              Manager {
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
`;

/** The same with the team, for orgs that have team selling: elsewhere the object does not exist, and asking fails. */
export const TEAM_SELLING_QUERY = gql`
  query DealTeamMembers($recordId: ID, $userId: ID) {
    uiapi {
      query {
        Opportunity(where: { Id: { eq: $recordId } }, first: 1) {
          edges {
            node {
              Id
              OwnerId {
                value
              }
              Owner {
                Name {
                  value
                }
              }
            }
          }
        }
        OpportunityTeamMember(
          where: { and: [{ OpportunityId: { eq: $recordId } }, { User: { IsActive: { eq: true } } }] }
          orderBy: { CreatedDate: { order: ASC } }
          first: 30
        ) {
          edges {
            node {
              Id
              UserId {
                value
              }
              User {
                Name {
                  value
                }
              }
            }
          }
        }
        User(where: { Id: { eq: $userId } }, first: 1) {
          edges {
            node {
              Id
              Manager {
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
`;

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

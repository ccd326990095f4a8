/** Where the replica is kept when nothing else is said: git-ignored, relative to the working folder. */
export const DEFAULT_REPLICA = '.data/replica.db';

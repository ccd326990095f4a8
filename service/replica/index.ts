export type { RawSql, SqlValue } from './raw-sql.ts';
export { type Replica, type ReplicaDatabase, deleteReplica, openReplica } from './open-replica.ts';
export { type SettingName, readSetting, writeSetting } from './settings.ts';
export type * from './tables.ts';

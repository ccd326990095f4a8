export { assignPermissionSets } from './assign-permission-sets.ts';
export { type DeployFailure, type DeployOptions, type DeployReport, deploySource } from './deploy-source.ts';

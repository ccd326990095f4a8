/** What became of one component of a deploy. */
export interface DeployMessage {
  /** Never empty: clients sort their messages by it. */
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** What became of a deploy. One failure undoes all. */
export interface DeployResult {
  readonly success: boolean;
  readonly componentSuccesses: readonly DeployMessage[];
  readonly componentFailures: readonly DeployMessage[];
}

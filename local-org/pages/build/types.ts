/** What the bundling process is asked to do; JSON, since it runs in a process of its own. */
export interface BuildRequest {
  readonly browserFolder: string;
  readonly componentFolder: string;
  readonly cacheFolder: string;
  readonly output: string;
  /** The URL path under which the output is served. */
  readonly base: string;
  readonly components: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** What a build made, by file name relative to its folder. */
export interface PagesManifest {
  /** The scripts of a page, in order. */
  readonly entries: readonly string[];
  readonly imports: readonly string[];
  /** The files that a deployed component needs, for preloading. */
  readonly components: Readonly<Record<string, readonly string[]>>;
  /** Permissions that components ask for, as `customPermission/Name` or `userPermission/Name`. */
  readonly permissions: readonly string[];
}

/** A build that is ready to be served. */
export interface PagesBuild {
  readonly hash: string;
  readonly folder: string;
  readonly base: string;
  readonly manifest: PagesManifest;
}

export type Progress = (message: string) => void;

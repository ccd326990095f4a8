/** The sessions of the org's HTTP doors, as far as pages need them. */
export interface PageSessions {
  /** Opens a session and answers its token. */
  open(userId: string): string;
  find(token: string): { readonly userId: string } | undefined;
  end(token: string): boolean;
}

export interface PagesOptions {
  /** The org's directory; built files go below `<directory>/pages`. */
  readonly directory: string;
  readonly sessions: PageSessions;
  /** Lets anybody at this machine see the org as anybody: for a local org only. */
  readonly personSwitcher: boolean;
  readonly onProgress?: (message: string) => void;
  /** Where compiled modules are remembered; `<directory>/pages/cache` unless given. */
  readonly cacheFolder?: string;
}

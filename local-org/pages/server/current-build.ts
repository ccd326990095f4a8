import type { Org } from '../../org.ts';
import { buildPages } from '../build/build-pages.ts';
import type { PagesBuild } from '../build/types.ts';
import type { PagesOptions } from './types.ts';

/** The build of what is deployed now: a deploy is followed by a build when the next page is asked for. */
export class CurrentBuild {
  private readonly org: Org;
  private readonly options: PagesOptions;
  private building: Promise<PagesBuild> | undefined;

  constructor(org: Org, options: PagesOptions) {
    this.org = org;
    this.options = options;
  }

  /** Resolves with the build; callers at the same time share one. */
  get(): Promise<PagesBuild> {
    const { directory, onProgress, cacheFolder } = this.options;
    this.building ??= buildPages(
      this.org,
      directory,
      onProgress,
      cacheFolder === undefined ? {} : { cacheFolder },
    ).finally(() => (this.building = undefined));
    return this.building;
  }
}

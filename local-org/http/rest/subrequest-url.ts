import { OrgError } from '../../error.ts';

/** The path below the version, and the parameters, of a subrequest's URL. `v66.0/…` alone is allowed in batches. */
export function parseSubrequestUrl(url: string): { path: string; query: URLSearchParams } {
  const [, path, query = ''] =
    /^(?:\/?services\/data)?\/?v\d+\.\d(\/[^?]*)(?:\?(.*))?$/s.exec(url.replace(/^\/+/, '/')) ?? [];
  if (path === undefined) {
    throw new OrgError('INVALID_INPUT', `The subrequest's URL must begin with /services/data/vXX.X/: '${url}'`);
  }
  return { path, query: new URLSearchParams(query) };
}

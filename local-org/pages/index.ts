export { buildPages, type BuildOptions } from './build/build-pages.ts';
export type { PagesBuild } from './build/types.ts';
export { registerPages, type RegisteredPages } from './server/register-pages.ts';
export type { PageSessions, PagesOptions } from './server/types.ts';

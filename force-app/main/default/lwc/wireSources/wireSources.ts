import { messageOf } from 'c/errors';
import type { GraphqlResult } from 'lightning/graphql';

/** A component that says what could not be read, by where it is read from. */
export interface SourcesPage<Source extends string> {
  errors: Partial<Record<Source, string>>;
}

export interface WireSources<Source extends string> {
  /** Takes what a wire was answered: `use` gets the data, the page the error or that there is none any more. */
  take(source: Source, result: GraphqlResult, use: (data: unknown) => void): void;
  /** Asks a source anew; the page gets the error where that fails. */
  refresh(source: Source): Promise<void>;
  /** @param error undefined where there is none */
  setError(source: Source, error: unknown): void;
  /** Takes all errors off the page and asks the sources that had one anew. */
  retry(): Promise<void>;
}

/** Keeps the errors of a page's wires, and how to ask each of them again. */
export function createWireSources<Source extends string>(page: SourcesPage<Source>): WireSources<Source> {
  const refreshes: Partial<Record<Source, () => Promise<void>>> = {};
  const setError = (source: Source, error: unknown): void => {
    page.errors = { ...page.errors, [source]: error === undefined ? undefined : messageOf(error) };
  };
  const refresh = async (source: Source): Promise<void> => {
    try {
      await refreshes[source]?.();
    } catch (error) {
      setError(source, error);
    }
  };
  return {
    take(source, { data, errors, refresh: again }, use) {
      if (again) refreshes[source] = again;
      // A wire that is asked something else answers nothing first: what is known stays until it is answered.
      if (!data && !errors) return;
      setError(source, errors);
      if (data) use(data);
    },
    refresh,
    setError,
    async retry() {
      const failed = (Object.keys(page.errors) as Source[]).filter((source) => page.errors[source]);
      page.errors = {};
      await Promise.all(failed.map(refresh));
    },
  };
}

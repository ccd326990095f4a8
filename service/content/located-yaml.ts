import matter from 'gray-matter';
import { type Document, LineCounter, isNode, parseDocument } from 'yaml';

/** A path into the data: `['rules', 0, 1, 'signal']`. */
export type DataPath = readonly (string | number)[];

/** YAML as data that still knows on which line each part stands. */
export interface LocatedYaml {
  readonly data: unknown;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Line of the deepest part of `path` that exists; 1-based, in the whole file. */
  lineOf(path: DataPath): number;
}

/** Parses a YAML text whose first line is line `firstLine` of its file. */
export function parseLocatedYaml(text: string, firstLine = 1): LocatedYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const problems = [...document.errors, ...document.warnings].map((problem) => ({
    line: lineAt(problem.pos[0]),
    message: problem.message,
  }));
  return {
    data: document.errors.length > 0 ? undefined : (document.toJS() as unknown),
    problems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

export interface LocatedMarkdown {
  readonly frontMatter: LocatedYaml;
  readonly body: string;
}

/** A Markdown file with YAML front matter, or undefined when it does not start with `---`. */
export function parseLocatedMarkdown(text: string): LocatedMarkdown | undefined {
  if (!/^---\r?\n/.test(text)) return undefined;
  let frontMatter = parseLocatedYaml('', 2);
  const file = matter(text, {
    engines: {
      yaml: {
        // gray-matter's own YAML engine does not keep positions.
        parse: (yaml: string) => {
          frontMatter = parseLocatedYaml(yaml.replace(/^\r?\n/, ''), 2);
          return {};
        },
        stringify: () => '',
      },
    },
  });
  return { frontMatter, body: file.content };
}

import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** What a rich text field of the platform keeps and shows. */
const TAGS = (
  'a abbr b blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s ' +
  'samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'
).split(' ');

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'title'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener' }) },
};

export interface SafeHtml {
  readonly html: string;
  /** Names of tags that were removed, each once. */
  readonly removed: readonly string[];
}

/** Markdown (GitHub flavour) as HTML that is safe to show: scripts, styles, frames and handlers are gone. */
export function markdownToHtml(markdown: string): SafeHtml {
  const raw = new Marked({ gfm: true, async: false }).parse(markdown) as string;
  const removed = new Set<string>();
  const html = sanitizeHtml(raw, {
    ...OPTIONS,
    onOpenTag: (name) => {
      if (!TAGS.includes(name)) removed.add(name);
    },
  });
  return { html: html.trim(), removed: [...removed] };
}

import type { LineHint } from './lines.ts';

/** What an element of a mail program says about what is in it. */
export interface HtmlContext {
  readonly quotes: boolean;
  readonly hidden: boolean;
  /** All that follows is the other mail. */
  readonly boundary: boolean;
  /** A paragraph that the program uses as a line. */
  readonly tight: boolean;
  readonly hint?: LineHint;
}

const NOTHING: HtmlContext = { quotes: false, hidden: false, boundary: false, tight: false };

const QUOTE_CLASS = /\b(yahoo_quoted|yahoo-quoted|protonmail_quote_body|cite_quote|wmail_quote|qt-quote)\b/i;
const ATTRIBUTION_CLASS = /\b(gmail_attr|moz-cite-prefix|protonmail_quote|tutanota_quote_header)\b/i;
const SIGNATURE =
  /\b(gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature|ms-outlook-ios-signature|applemailsignature|yahoo-signature|ydp[\da-f]{0,12}signature|tutanota_signature|zoho_signature)\b|\bid\s?=\s?["']?(x_)?(signature|applemailsignature)\b|data-smartmail\s?=\s?["']?gmail_signature/i;
const BOUNDARY =
  /\bid\s?=\s?["']?(x_)?(divrplyfwdmsg|olk_src_body_section|mail-editor-reference-message-container|reply-intro)\b/i;
const HIDDEN = /\bdisplay\s?:\s?none\b|\bmso-hide\s?:\s?all\b/i;
/** Outlook and others draw a bar at the left of what is quoted. */
const BAR = /\bborder-left(-width|-style)?\s?:\s?(?!none|0|medium none)/i;
/** The "indent" button of Gmail and others makes a block quote without a bar. */
const INDENT = /margin(-left)?\s?:\s?(0(px|pt)?\s+0(px|pt)?\s+0(px|pt)?\s+)?(30|40)px/i;
const NO_BORDER = /\bborder\s?:\s?(none|0)/i;

/** Reads the marks of mail programs from an element's attributes. */
export function contextOf(name: string, attributes: string): HtmlContext {
  if (name === 'blockquote') {
    const indented =
      INDENT.test(attributes) && NO_BORDER.test(attributes) && !/gmail_quote|type\s?=\s?["']?cite/i.test(attributes);
    return { ...NOTHING, quotes: !indented };
  }
  if (attributes.length < 4) return NOTHING;
  const hidden = HIDDEN.test(attributes);
  if (SIGNATURE.test(attributes)) return { ...NOTHING, hidden, hint: 'signature' };
  if (BOUNDARY.test(attributes)) return { ...NOTHING, hidden, boundary: true };
  const quotes = name === 'div' && (QUOTE_CLASS.test(attributes) || BAR.test(attributes));
  const hint = ATTRIBUTION_CLASS.test(attributes) ? 'quote' : undefined;
  return { quotes, hidden, boundary: false, tight: name === 'p' && /\bmso(normal|plaintext)/i.test(attributes), hint };
}

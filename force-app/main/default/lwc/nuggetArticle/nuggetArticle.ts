import { LightningElement, api } from 'lwc';
import { commonLabels, format, inOneLine, viewerLabels } from 'c/labels';
import { describeVerification, type Verification } from './verification';

/** What there is to read. */
export interface Article extends Verification {
  readonly kind: string;
  readonly minutes: number;
  readonly summary?: string;
  /** Rich text. */
  readonly body: string;
  readonly mediaUrl?: string;
}

const WEB_PAGE = /^https?:\/\//i;

const labels = { ...commonLabels, ...viewerLabels };

/** The text of a nugget, with its kind, its minutes and whether it was verified. */
export default class NuggetArticle extends LightningElement {
  @api article?: Article;
  /** What the person did with its checks lately, if anything. */
  @api resumeText?: string;

  readonly labels = labels;

  /** Only what leads to a web page: anything else (`javascript:`, say) is not made a link. */
  get mediaUrl(): string | undefined {
    const url = this.article?.mediaUrl?.trim();
    return url !== undefined && WEB_PAGE.test(url) ? url : undefined;
  }

  get byline(): string {
    if (!this.article) return '';
    const { kind, minutes } = this.article;
    return inOneLine([kind, format(labels.minutes, minutes), describeVerification(this.article, new Date())]);
  }
}

import { LightningElement, api, wire } from 'lwc';
import { tagKey } from 'c/knowledge';
import { HISTORY_QUERY, proposeExperts, toHistory, type FoundExpert, type History } from 'c/expertFinder';
import { EVERYBODY, EXPERTS_QUERY, toExpertise, type Expertise } from 'c/expertRecords';
import { commonLabels, expertLabels, format, inOneLine } from 'c/labels';
import { Memo } from 'c/memo';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';

const labels = { ...commonLabels, ...expertLabels };

/** Who is asked by many answers to nobody. */
const MOST_ASKED = 3;

interface ExpertRow {
  readonly id: string;
  readonly name: string;
  readonly reasons: string;
  readonly chosen: boolean;
  readonly disabled: boolean;
}

/**
 * People who could answer the question that is being written, each with the reasons, to be chosen. Those who were
 * chosen stay while the words change. A question can be asked whether or not this succeeds.
 *
 * @fires choose `detail.personIds`: who is to be asked
 */
export default class AskExpert extends LightningElement {
  @api questionTitle = '';
  /** Plain text. */
  @api body = '';
  /** Names of the tags put on. */
  @api tags: readonly string[] = [];

  readonly labels = labels;

  expertise?: Expertise;
  history?: History;
  failed = false;
  private chosen: ReadonlyMap<string, FoundExpert> = new Map();
  private readonly proposed = new Memo<readonly FoundExpert[]>();

  readonly everybody = EVERYBODY;

  @wire(graphql, { query: EXPERTS_QUERY, variables: '$everybody' })
  wiredExpertise({ data, errors }: GraphqlResult): void {
    if (errors) this.failed = true;
    if (data) this.expertise = toExpertise(data);
  }

  @wire(graphql, { query: HISTORY_QUERY })
  wiredHistory({ data, errors }: GraphqlResult): void {
    if (errors) this.failed = true;
    if (data) this.history = toHistory(data);
  }

  get isLoading(): boolean {
    return !this.failed && !(this.expertise && this.history);
  }

  get note(): string {
    if (this.failed) return labels.askError;
    if (this.isLoading) return labels.loading;
    return this.rows.length > 0 ? format(labels.askNote, MOST_ASKED) : labels.askNobody;
  }

  get rows(): ExpertRow[] {
    const { failed, questionTitle, body, tags, expertise, history } = this;
    if (failed || !expertise || !history) return [];
    const proposed = this.proposed.of([questionTitle, body, tags.join(), expertise, history], () => {
      const question = { title: questionTitle, body, tags: tags.map(tagKey), askerId: USER_ID };
      return proposeExperts(question, expertise, history, new Date());
    });
    const known = new Set(proposed.map(({ id }) => id));
    const earlier = [...this.chosen.values()].filter(({ id }) => !known.has(id));
    return [...earlier, ...proposed].map(({ id, name, reasons }) => {
      const chosen = this.chosen.has(id);
      return { id, name, reasons: inOneLine(reasons), chosen, disabled: !chosen && this.chosen.size >= MOST_ASKED };
    });
  }

  handleChoose(event: CustomEvent<{ checked: boolean }>): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const chosen = new Map(this.chosen);
    const row = this.rows.find((each) => each.id === id);
    if (event.detail.checked && row) chosen.set(id, { id, name: row.name, reasons: [row.reasons] });
    else chosen.delete(id);
    this.chosen = chosen;
    this.dispatchEvent(new CustomEvent('choose', { detail: { personIds: [...chosen.keys()] } }));
  }
}

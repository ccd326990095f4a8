import { LightningElement } from 'lwc';
import { boot } from '../../../boot.ts';
import { errorMessage } from '../../../api/org-request.ts';
import { urlOf } from '../../../data/history.ts';
import { containing, query } from '../../../data/soql.ts';

interface Result {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly url: string;
}

/** Finds records by name across the app's objects and people. */
export default class GlobalSearch extends LightningElement {
  open = false;
  message = '';
  results: readonly Result[] = [];
  private turn = 0;
  private typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    document.addEventListener('click', this.handleOutside);
  }

  disconnectedCallback(): void {
    clearTimeout(this.typing);
    document.removeEventListener('click', this.handleOutside);
  }

  handleChange(event: CustomEvent<{ value?: string }>): void {
    const term = (event.detail?.value ?? (event.target as HTMLInputElement).value).trim();
    clearTimeout(this.typing);
    if (term.length < 2) {
      this.open = false;
      return;
    }
    this.typing = setTimeout(() => void this.search(term), 200);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.open = false;
    if (event.key === 'Enter') this.template?.querySelector<HTMLElement>('.result')?.click();
  }

  handleChoose(): void {
    this.open = false;
  }

  private readonly handleOutside = (event: MouseEvent): void => {
    if (this.open && !event.composedPath().includes(this.hostElement)) this.open = false;
  };

  private async search(term: string): Promise<void> {
    const turn = ++this.turn;
    const objects = boot.application.navigation
      .filter(({ kind }) => kind === 'object')
      .map(({ target }) => boot.objects[target ?? ''])
      .concat(boot.objects['User'])
      .filter((object) => object !== undefined);
    const found = await Promise.allSettled(
      objects.map(async ({ apiName, nameField, label, icon }) => {
        const soql = `SELECT Id, ${nameField} FROM ${apiName} WHERE ${nameField} LIKE ${containing(term)} ORDER BY ${nameField} LIMIT 5`;
        const { records } = await query(soql);
        return records.map((row) => ({
          id: String(row['Id']),
          name: String(row[nameField]),
          label,
          icon,
          url:
            urlOf({
              type: 'standard__recordPage',
              attributes: { recordId: String(row['Id']), objectApiName: apiName },
            }) ?? '',
        }));
      }),
    );
    if (turn !== this.turn) return;
    const failures = found.filter((outcome) => outcome.status === 'rejected');
    this.results = found.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    this.message =
      this.results.length > 0 ? '' : failures[0] === undefined ? 'Nothing found.' : errorMessage(failures[0].reason);
    this.open = true;
  }
}

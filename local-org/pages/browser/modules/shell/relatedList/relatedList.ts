import { LightningElement, api } from 'lwc';
import type { RelatedListModel } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';
import { errorMessage } from '../../../api/org-request.ts';
import { changes } from '../../../data/changes.ts';
import { listCells, type ListCell } from '../../../data/list-query.ts';
import { literal, query, type QueryRow } from '../../../data/soql.ts';

const DEFAULT_ROWS = 6;

/** `force:relatedListSingleContainer`: the latest records of one child relationship. */
export default class RelatedList extends LightningElement {
  @api recordId?: string;
  @api objectApiName = '';
  /** The relationship's name, e.g. `OpportunityContactRoles`. */
  @api relatedListApiName = '';
  @api rowsToDisplay: number | string = DEFAULT_ROWS;

  private records: readonly QueryRow[] | undefined;
  private total = 0;
  private unsubscribe: (() => void) | undefined;
  message = '';

  connectedCallback(): void {
    this.unsubscribe = changes.subscribe(() => this.load());
    void this.load();
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get model(): RelatedListModel | undefined {
    return boot.objects[this.objectApiName]?.relatedLists.find(
      ({ relationshipName }) => relationshipName === this.relatedListApiName,
    );
  }

  get icon(): string {
    return boot.objects[this.model?.objectApiName ?? '']?.icon ?? 'standard:related_list';
  }

  get heading(): string {
    const label = this.model?.label ?? this.relatedListApiName;
    return this.records === undefined ? label : `${label} (${this.total})`;
  }

  get waiting(): boolean {
    return this.records === undefined;
  }

  get empty(): boolean {
    return this.total === 0;
  }

  get rows(): readonly { readonly id: string; readonly cells: readonly ListCell[] }[] {
    return (this.records ?? []).map((row) => ({
      id: String(row['Id']),
      cells: listCells(this.model?.columns ?? [], row).filter(({ content }) => content !== null),
    }));
  }

  private async load(): Promise<void> {
    const { model } = this;
    if (model === undefined) {
      this.message = 'You have no access to these records, or the relationship does not exist.';
      return;
    }
    const paths = new Set([
      'Id',
      ...model.columns.flatMap(({ path, linkTo }) => (linkTo === undefined ? [path] : [path, linkTo])),
    ]);
    const where = `WHERE ${model.foreignKey} = ${literal(this.recordId ?? '')}`;
    try {
      const [page, count] = await Promise.all([
        query(
          `SELECT ${[...paths].join(', ')} FROM ${model.objectApiName} ${where} ` +
            `ORDER BY CreatedDate DESC LIMIT ${Number(this.rowsToDisplay) || DEFAULT_ROWS}`,
        ),
        query(`SELECT COUNT() FROM ${model.objectApiName} ${where}`),
      ]);
      this.records = page.records;
      this.total = count.totalSize;
      this.message = '';
    } catch (error) {
      this.message = errorMessage(error);
    }
  }
}

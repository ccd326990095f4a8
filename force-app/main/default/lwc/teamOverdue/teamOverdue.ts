import { LightningElement, api, wire } from 'lwc';
import { remind } from 'c/assignments';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { format, teamLabels as labels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { toOverdue, type OverdueRow } from './overdue';
import { OVERDUE_QUERY } from './overdueQuery';

/** Assignments shown at first. */
const FEW = 5;

/** Assignments of the team that are overdue, longest first, each with *Remind*. */
export default class TeamOverdue extends LightningElement {
  /** Whose assignments to show; undefined for everybody's. */
  @api personIds?: ReadonlySet<string>;

  readonly labels = labels;

  all?: readonly OverdueRow[];
  wireError?: string;
  actionError?: string;
  busyId?: string;
  showsAll = false;

  private readonly day = today(new Date());
  private refreshOverdue?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { userId: USER_ID, today: this.day };
  }

  @wire(graphql, { query: OVERDUE_QUERY, variables: '$variables' })
  wiredOverdue({ data, errors, refresh }: GraphqlResult): void {
    this.refreshOverdue = refresh ?? this.refreshOverdue;
    if (!data && !errors) return;
    this.wireError = errors && messageOf(errors);
    if (data) this.all = toOverdue(data, USER_ID, new Date());
  }

  /** Asks again: something was assigned or taken back. */
  @api
  async refresh(): Promise<void> {
    try {
      await this.refreshOverdue?.();
    } catch (error) {
      this.wireError = messageOf(error);
    }
  }

  get panelState(): PanelState {
    if (this.wireError) return 'error';
    return this.all ? 'ready' : 'loading';
  }

  get own(): readonly OverdueRow[] {
    return (this.all ?? []).filter(({ personId }) => this.personIds?.has(personId) ?? true);
  }

  get rows(): readonly (OverdueRow & { readonly cannotRemind: boolean })[] {
    return (this.showsAll ? this.own : this.own.slice(0, FEW)).map((row) => ({
      ...row,
      cannotRemind: row.wasReminded || this.busyId === row.id,
    }));
  }

  get hasRows(): boolean {
    return this.own.length > 0;
  }

  get moreLabel(): string | undefined {
    const more = this.own.length - FEW;
    if (more <= 0) return undefined;
    return this.showsAll ? labels.showFewer : format(labels.showMore, more);
  }

  handleMore(): void {
    this.showsAll = !this.showsAll;
  }

  async handleRemind(event: Event): Promise<void> {
    const { assignmentId = '' } = (event.currentTarget as HTMLElement).dataset;
    this.busyId = assignmentId;
    this.actionError = undefined;
    try {
      await remind(assignmentId, new Date());
      await this.refresh();
    } catch (error) {
      this.actionError = messageOf(error);
    } finally {
      this.busyId = undefined;
    }
  }
}

import { LightningElement, api, wire } from 'lwc';
import AssignTraining, { type AssignedTraining, type TrainingToAssign } from 'c/assignTraining';
import { changeDueDate, remind, restore, withdraw } from 'c/assignments';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { isSameId } from 'c/graphqlRecords';
import { commonLabels, format, planLabels } from 'c/labels';
import NuggetViewer from 'c/nuggetViewer';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import type { PlanSkill } from './nuggetBook';
import { toPlanItems, toPlanRecords, type PlanItem, type PlanRecords } from './plan';
import { calendarHref } from './planCalendar';
import { PLAN_EVIDENCE_QUERY, PLAN_QUERY } from './planQuery';
import { toDoneRow, toPlanRow, type DoneRow, type ItemAction, type PlanRow, type Reader } from './planRows';

const labels = { ...commonLabels, ...planLabels };

/** Done items shown. */
const DONE_SHOWN = 10;

/** What was just done, in words, and how to take it back. */
interface Notice {
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

/**
 * A person's development plan: what to learn, by whom it was assigned and why, by when, and how far it is by the
 * evidence. On a User record page it shows that person, elsewhere the own plan. The person starts items and adds or
 * removes own choices; managers above assign, move due dates, remind and withdraw.
 */
export default class DevelopmentPlan extends LightningElement {
  /** The person, on a User record page. */
  @api recordId?: string;

  readonly labels = labels;

  records?: PlanRecords;
  /** What the org answered about the evidence; the plan is shown when it is there. */
  evidence?: unknown;
  errorMessage?: string;
  actionError?: string;
  notice?: Notice;
  changingId?: string;
  saving = false;

  private now = new Date();
  private refreshPlan?: () => Promise<void>;
  private refreshEvidence?: () => Promise<void>;

  get personId(): string {
    return this.recordId ?? USER_ID;
  }

  get variables(): Record<string, unknown> {
    return { personId: this.personId };
  }

  @wire(graphql, { query: PLAN_QUERY, variables: '$variables' })
  wiredPlan({ data, errors, refresh }: GraphqlResult): void {
    this.refreshPlan = refresh ?? this.refreshPlan;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.now = new Date();
    this.records = toPlanRecords(data);
  }

  get evidenceQuery(): GraphqlQuery | undefined {
    return this.records && this.records.nuggetIds.length > 0 ? PLAN_EVIDENCE_QUERY : undefined;
  }

  get evidenceVariables(): Record<string, unknown> {
    return { personId: this.personId, nuggetIds: this.records?.nuggetIds ?? [] };
  }

  @wire(graphql, { query: '$evidenceQuery', variables: '$evidenceVariables' })
  wiredEvidence({ data, errors, refresh }: GraphqlResult): void {
    this.refreshEvidence = refresh ?? this.refreshEvidence;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.evidence = data;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.records || (this.evidenceQuery && !this.evidence)) return 'loading';
    return this.openItems.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get cardTitle(): string {
    const { isOwnPlan, records } = this;
    return isOwnPlan || !records?.personName ? labels.title : format(labels.personTitle, records.personName);
  }

  get panelHeading(): string {
    if (this.errorMessage) return labels.errorTitle;
    if (!this.mayAdd) return labels.hiddenTitle;
    if (this.doneItems.length > 0) return labels.allDoneTitle;
    return this.isOwnPlan ? labels.emptyTitle : labels.personEmptyTitle;
  }

  get panelMessage(): string {
    if (this.errorMessage) return this.errorMessage;
    if (!this.mayAdd) return labels.hiddenMessage;
    return this.isOwnPlan ? labels.emptyMessage : labels.personEmptyMessage;
  }

  get rows(): PlanRow[] {
    return this.openItems.map((item) => toPlanRow(item, this.reader, this.changingId, this.now));
  }

  get doneRows(): DoneRow[] {
    return this.doneItems.slice(0, DONE_SHOWN).map((item) => toDoneRow(item, this.reader, this.now));
  }

  get hasDone(): boolean {
    return this.isLoaded && this.doneItems.length > 0;
  }

  get doneHeading(): string {
    return format(labels.done, this.doneItems.length);
  }

  get addLabel(): string {
    return this.isOwnPlan ? labels.add : labels.assign;
  }

  get showsAdd(): boolean {
    return this.isLoaded && this.mayAdd;
  }

  get calendar(): string | undefined {
    return this.isReady && this.isOwnPlan ? calendarHref(this.openItems, window.location.href, this.now) : undefined;
  }

  get canUndo(): boolean {
    return this.notice?.undo !== undefined;
  }

  get minimumDate(): string {
    return today(this.now);
  }

  async handleRetry(): Promise<void> {
    this.errorMessage = undefined;
    await this.refresh();
  }

  async handleStart(event: Event): Promise<void> {
    const next = this.itemOf(event)?.next;
    if (!next) return;
    await NuggetViewer.open({ size: 'medium', label: next.title, nuggetId: next.nuggetId });
    await this.refresh();
  }

  async handleAdd(): Promise<void> {
    const { isOwnPlan, personId, widestGap } = this;
    const result = await AssignTraining.open<TrainingToAssign, AssignedTraining>({
      label: isOwnPlan ? labels.addTitle : labels.assignTitle,
      size: 'small',
      people: [{ id: personId, name: this.records?.personName ?? '' }],
      skillId: widestGap?.skillId,
      skillName: widestGap?.name,
      reason: isOwnPlan ? 'Own Choice' : 'Gap',
    });
    if (!result) return;
    const ids = result.assignmentIds;
    await this.refresh();
    const title = this.items.find(({ id }) => id === ids[0])?.title;
    const text = title ? format(labels.added, title) : format(labels.addedMany, ids.length);
    this.notice = { text, undo: () => withdraw(ids) };
  }

  async handleMenu(event: CustomEvent<{ value: ItemAction }>): Promise<void> {
    const item = this.itemOf(event);
    if (!item) return;
    const { id, title } = item;
    const actions: Readonly<Record<ItemAction, () => unknown>> = {
      due: () => {
        this.changingId = id;
      },
      calendar: () => this.download(item),
      remind: () => this.save(() => remind(id, new Date()), { text: format(labels.remindedNow, title) }),
      remove: () => this.save(() => withdraw([id]), { text: format(labels.removed, title), undo: () => restore([id]) }),
    };
    await actions[event.detail.value]();
  }

  async handleSaveDue(event: Event): Promise<void> {
    const { changingId } = this;
    const input = this.template?.querySelector<HTMLInputElement>('.due-input');
    event.preventDefault();
    if (!changingId || !input || !input.reportValidity()) return;
    const isSaved = await this.save(() => changeDueDate(changingId, input.value || undefined));
    if (isSaved) this.changingId = undefined;
  }

  handleCancelDue(): void {
    this.changingId = undefined;
  }

  async handleUndo(): Promise<void> {
    const undo = this.notice?.undo;
    if (undo) await this.save(undo);
  }

  private get isOwnPlan(): boolean {
    return isSameId(this.personId, USER_ID);
  }

  private get reader(): Reader {
    const isManager = !this.isOwnPlan && (this.records?.managerIds.includes(USER_ID) ?? false);
    return { userId: USER_ID, isOwnPlan: this.isOwnPlan, isManager };
  }

  private get mayAdd(): boolean {
    return this.isOwnPlan || this.reader.isManager;
  }

  private get isLoaded(): boolean {
    return this.panelState === 'ready' || this.panelState === 'empty';
  }

  private get items(): PlanItem[] {
    return this.records ? toPlanItems(this.records, this.evidence, this.personId, today(this.now)) : [];
  }

  private get openItems(): PlanItem[] {
    return this.items.filter(({ progress }) => progress.status !== 'done');
  }

  private get doneItems(): PlanItem[] {
    const done = this.items.filter(({ progress }) => progress.status === 'done');
    return done.sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? 1 : -1));
  }

  /** Where a training would add most: the widest gap that is probably real, or else the widest. */
  private get widestGap(): PlanSkill | undefined {
    const width = ({ score, target = 0, gapFlagged }: PlanSkill): number => target - score + (gapFlagged ? 100 : 0);
    const [widest] = [...(this.records?.skills ?? [])].sort((a, b) => width(b) - width(a));
    return widest && width(widest) > 0 ? widest : undefined;
  }

  private itemOf(event: Event): PlanItem | undefined {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.items.find((item) => item.id === id);
  }

  private download(item: PlanItem): void {
    const link = document.createElement('a');
    link.href = calendarHref([item], window.location.href, new Date()) ?? '';
    link.download = 'fluency-item.ics';
    link.click();
  }

  /** Saves, tells, and shows what the org has then; whether it was saved. */
  private async save(change: () => Promise<void>, notice?: Notice): Promise<boolean> {
    this.saving = true;
    this.actionError = undefined;
    try {
      await change();
      this.notice = notice;
      await this.refresh();
      return true;
    } catch (error) {
      this.notice = undefined;
      this.actionError = messageOf(error);
      return false;
    } finally {
      this.saving = false;
    }
  }

  private async refresh(): Promise<void> {
    try {
      await Promise.all([this.refreshPlan?.(), this.refreshEvidence?.()]);
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}

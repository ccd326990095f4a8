import { LightningElement, api } from 'lwc';
import AssessSkill from 'c/assessSkill';
import { assignedText, NOTHING_ASSIGNED, type Assigned } from 'c/assignedNotice';
import AssignTraining, { type AssignedTraining } from 'c/assignTraining';
import { today } from 'c/dates';
import { assessLabels, commonLabels, format, teamLabels } from 'c/labels';
import { Memo } from 'c/memo';
import { csvOf, FIRST_ORDER, mayObserve, OVERALL_COLUMN, type TeamMember, type TeamOrder } from 'c/teamData';
import type { CellChoice } from 'c/teamGrid';
import FORM_FACTOR from '@salesforce/client/formFactor';
import USER_ID from '@salesforce/user/Id';
import { averagesOf } from './averages';
import { download } from './download';

/** Narrower than this, the heat map becomes a list; pixels. */
const NARROW = 640;

const labels = { ...commonLabels, ...teamLabels };

/**
 * The people of a team: a heat map, or where there is little room a list. A cell leads to what it is about, to an
 * observation and an assignment; several people can be chosen and assigned to at once; what is shown can be exported.
 *
 * @fires order with the new TeamOrder
 * @fires open with a person's id
 * @fires assigned after something was assigned or taken back
 */
export default class TeamPeople extends LightningElement {
  /** In the order to show. */
  @api members: readonly TeamMember[] = [];
  @api domains: readonly string[] = [];
  @api order: TeamOrder = FIRST_ORDER;

  readonly labels = labels;

  selectedIds: ReadonlySet<string> = new Set();
  cell?: CellChoice;
  /** What was just assigned, until it is taken back or something else is. */
  assigned: Assigned = NOTHING_ASSIGNED;
  isNarrow = FORM_FACTOR === 'Small';

  private observer?: ResizeObserver;
  private readonly averageTexts = new Memo<{ key: string; text: string }[]>();
  private readonly chosen = new Memo<{ id: string; name: string }[]>();

  override renderedCallback(): void {
    const frame = this.template?.querySelector('.frame');
    if (this.observer || !frame || typeof ResizeObserver === 'undefined') return;
    this.observer = new ResizeObserver(([entry]) => {
      if (entry) this.isNarrow = entry.contentRect.width < NARROW;
    });
    this.observer.observe(frame);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get averages(): { key: string; text: string }[] {
    return this.averageTexts.of([this.members, this.domains], () => averagesOf(this.members, this.domains));
  }

  get selectedPeople(): { id: string; name: string }[] {
    const { members, selectedIds } = this;
    return this.chosen.of([members, selectedIds], () =>
      members.filter(({ id }) => selectedIds.has(id)).map(({ id, name }) => ({ id, name })),
    );
  }

  get selectedText(): string | undefined {
    const count = this.selectedPeople.length;
    return count > 0 ? format(labels.selected, count) : undefined;
  }

  get assignSelectedLabel(): string {
    return format(labels.assignTo, this.selectedPeople.length);
  }

  get cellMember(): TeamMember | undefined {
    return this.cell && this.members.find(({ id }) => id === this.cell?.personId);
  }

  get cellColumn(): string {
    return this.cell?.column ?? OVERALL_COLUMN;
  }

  get cellMayObserve(): boolean {
    return this.cellMember !== undefined && mayObserve(this.cellMember, USER_ID);
  }

  handleSort({ detail: column }: CustomEvent<string>): void {
    const ascending = column === this.order.column ? !this.order.ascending : true;
    this.fire('order', { column, ascending });
  }

  handleOrder(event: CustomEvent<string>): void {
    this.fire('order', { column: event.detail, ascending: true });
  }

  handleSelect({ detail: { ids, isSelected } }: CustomEvent<{ ids: string[]; isSelected: boolean }>): void {
    const selected = new Set(this.selectedIds);
    for (const id of ids) {
      if (isSelected) selected.add(id);
      else selected.delete(id);
    }
    this.selectedIds = selected;
  }

  handleUnselect(): void {
    this.selectedIds = new Set();
  }

  handleCell(event: CustomEvent<CellChoice>): void {
    this.cell = event.detail;
  }

  handleLeaveCell(): void {
    this.cell = undefined;
    this.template?.querySelector<HTMLElement>('c-team-grid')?.focus();
  }

  handleOpen(event: CustomEvent<string>): void {
    this.fire('open', event.detail);
  }

  handleOpenCell(): void {
    this.fire('open', this.cell?.personId);
  }

  async handleObserve(): Promise<void> {
    const { cellMember: member, cellColumn: column } = this;
    if (!member) return;
    await AssessSkill.open({
      label: format(assessLabels.titleFor, member.name),
      size: 'small',
      personId: member.id,
      personName: member.name,
      domain: column === OVERALL_COLUMN ? undefined : column,
    });
  }

  async handleAssignCell(): Promise<void> {
    const { cellMember: member, cellColumn: column } = this;
    if (!member) return;
    const gap = member.gaps.find(({ domain }) => column === OVERALL_COLUMN || domain === column);
    await this.assign([member], gap);
  }

  async handleAssignSelected(): Promise<void> {
    if (await this.assign(this.selectedPeople)) this.handleUnselect();
  }

  handleUndone(): void {
    this.assigned = NOTHING_ASSIGNED;
    this.fire('assigned', []);
  }

  handleExport(): void {
    const name = format(labels.fileName, today(new Date()));
    download(name, 'text/csv', csvOf(this.members, this.domains));
  }

  private async assign(
    people: readonly { readonly id: string; readonly name: string }[],
    skill?: { readonly skillId: string; readonly skillName: string },
  ): Promise<boolean> {
    const given: AssignedTraining | undefined = await AssignTraining.open({
      label: skill ? format(labels.assignTitle, skill.skillName) : labels.assignTraining,
      size: 'small',
      people: people.map(({ id, name }) => ({ id, name })),
      skillId: skill?.skillId,
      skillName: skill?.skillName,
      reason: skill ? 'Gap' : 'Other',
    });
    if (!given) return false;
    const ids = given.assignmentIds;
    const names = people.map(({ name }) => name);
    this.assigned = ids.length > 0 ? { text: assignedText(names, ids.length), ids } : NOTHING_ASSIGNED;
    this.fire('assigned', ids);
    return true;
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

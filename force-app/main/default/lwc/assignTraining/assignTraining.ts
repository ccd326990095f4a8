import { api, wire } from 'lwc';
import { assign, type Assigned, type AssignReason } from 'c/assignments';
import { workingDayAfter } from 'c/core';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { assignLabels, commonLabels, format } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import USER_ID from '@salesforce/user/Id';
import { plannedFor, toPlannedItems, type PlannedItem } from './alreadyPlanned';
import { toChoiceRow, type ChoiceRow } from './choiceRow';
import {
  searchChoices,
  searchPattern,
  toFoundNuggets,
  toSkillChoice,
  toTrainingChoices,
  type TrainingChoice,
} from './trainingChoices';
import { NUGGET_SEARCH_QUERY, TRAINING_QUERY } from './trainingQueries';
import { wordAssign, wordFailures, wordForWhom, wordPlanned, wordSomeFailed } from './trainingWords';
import type { Learner } from './trainingToAssign';

export type { AssignedTraining, Learner, TrainingToAssign } from './trainingToAssign';

const labels = { ...commonLabels, ...assignLabels };
const DEFAULT_DAYS = 14;

/**
 * Puts a nugget or a path into the development plan of one or many people: what, by when, with a word. People who have
 * it in their plan already are left out; where some fail, they are named and can be tried again.
 *
 * Opened with `AssignTraining.open({ label, size: 'small', people: [{ id, name }], reason, skillId?, skillName?,
 * nuggetId?, pathId?, launchId? })`; resolves with `{ assignmentIds }`, or undefined when nothing was assigned.
 */
export default class AssignTraining extends LightningModal {
  @api people: readonly Learner[] = [];
  @api reason: AssignReason = 'Other';
  /** The skill whose gap is to be closed: what serves it comes first. */
  @api skillId?: string;
  @api skillName?: string;
  /** What is chosen from the start. */
  @api nuggetId?: string;
  @api pathId?: string;
  @api launchId?: string;

  readonly labels = labels;

  known?: readonly TrainingChoice[];
  found: readonly TrainingChoice[] = [];
  planned: readonly PlannedItem[] = [];
  errorMessage?: string;
  searchError?: string;
  term = '';
  pattern?: string;
  chosenKey?: string;
  dueOn = '';
  note = '';
  saving = false;
  done = 0;
  outcomes: readonly Assigned[] = [];

  private readonly requestKey = `${Date.now().toString(36)}-${crypto.randomUUID()}`;
  private refreshTraining?: () => Promise<void>;
  private searching = false;

  override connectedCallback(): void {
    this.chosenKey = this.nuggetId ?? this.pathId;
    this.dueOn = workingDayAfter(this.minimumDate, DEFAULT_DAYS);
  }

  get variables(): Record<string, unknown> {
    return { skillId: this.skillId, nuggetId: this.nuggetId, personIds: this.people.map(({ id }) => id) };
  }

  @wire(graphql, { query: TRAINING_QUERY, variables: '$variables' })
  wiredTraining({ data, errors, refresh }: GraphqlResult): void {
    this.refreshTraining = refresh ?? this.refreshTraining;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.known = [...toTrainingChoices(data, this), ...this.skillChoice];
    this.planned = toPlannedItems(data);
  }

  get searchQuery(): GraphqlQuery | undefined {
    return this.pattern === undefined ? undefined : NUGGET_SEARCH_QUERY;
  }

  get searchVariables(): Record<string, unknown> {
    return { pattern: this.pattern };
  }

  @wire(graphql, { query: '$searchQuery', variables: '$searchVariables' })
  wiredSearch({ data, errors }: GraphqlResult): void {
    if (!data && !errors) return;
    this.searchError = errors && messageOf(errors);
    this.found = data ? toFoundNuggets(data) : [];
    this.askOrg();
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    return this.known ? 'ready' : 'loading';
  }

  get isChoosing(): boolean {
    return this.panelState === 'ready' && !this.hasFailures;
  }

  get minimumDate(): string {
    return today(new Date());
  }

  get forWhom(): string | undefined {
    return wordForWhom(this.people, USER_ID);
  }

  get choices(): readonly TrainingChoice[] {
    const known = this.known ?? [];
    const shown = this.term.trim()
      ? searchChoices(known, this.pattern ? this.found : [], this.term)
      : known.filter(({ suggested }) => suggested);
    // What is chosen stays in sight.
    return this.chosen && !shown.includes(this.chosen) ? [this.chosen, ...shown] : shown;
  }

  get choiceRows(): ChoiceRow[] {
    return this.choices.map((choice) => toChoiceRow(choice, this.chosenKey, this.skillId !== undefined));
  }

  get choicesHeading(): string {
    return this.skillName && !this.term.trim() ? format(labels.servesSkill, this.skillName) : labels.whatToLearn;
  }

  get hasNoChoices(): boolean {
    return this.choices.length === 0;
  }

  get noChoices(): string {
    return this.searchError ?? (this.term.trim() ? labels.nothingFound : labels.searchFirst);
  }

  get chosen(): TrainingChoice | undefined {
    return [...(this.known ?? []), ...this.found].find(({ key }) => key === this.chosenKey);
  }

  get alreadyPlanned(): string | undefined {
    return wordPlanned(this.people, this.havingIt, USER_ID);
  }

  get assignLabel(): string {
    return wordAssign(this.people, this.toAssign.length, USER_ID);
  }

  get cannotAssign(): boolean {
    return this.saving || !this.chosen || this.toAssign.length === 0;
  }

  get progress(): string | undefined {
    return this.saving ? format(labels.progress, this.done, this.toAssign.length) : undefined;
  }

  get hasFailures(): boolean {
    return !this.saving && this.failures.length > 0;
  }

  get failureHeading(): string {
    return wordSomeFailed(this.people, this.assignmentIds.length, this.outcomes.length, USER_ID);
  }

  get failureRows(): { key: string; text: string }[] {
    return wordFailures(this.failures, this.people, USER_ID);
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refreshTraining?.();
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
    if (!this.searching) this.askOrg();
  }

  handleChoose(event: Event): void {
    this.chosenKey = (event.currentTarget as HTMLInputElement).value;
  }

  handleDue(event: CustomEvent<{ value: string }>): void {
    this.dueOn = event.detail.value;
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
  }

  async handleAssign(): Promise<void> {
    const due = this.template?.querySelector<HTMLElement & { reportValidity(): boolean }>('.due');
    if (this.cannotAssign || (due && !due.reportValidity())) return;
    await this.save(this.toAssign.map(({ id }) => id));
    if (!this.hasFailures) this.handleDone();
  }

  async handleTryAgain(): Promise<void> {
    await this.save(this.failures.map(({ personId }) => personId));
    if (!this.hasFailures) this.handleDone();
  }

  handleCancel(): void {
    this.close(undefined);
  }

  handleDone(): void {
    this.disableClose = false;
    this.close(this.assignmentIds.length > 0 ? { assignmentIds: this.assignmentIds } : undefined);
  }

  /** One request at a time: what was typed meanwhile is asked when the answer is there. */
  private askOrg(): void {
    const pattern = searchPattern(this.term);
    this.searching = pattern !== undefined && pattern !== this.pattern;
    this.pattern = pattern;
  }

  private get skillChoice(): TrainingChoice[] {
    const { skillId, skillName } = this;
    if (!skillId || !skillName) return [];
    return [toSkillChoice(skillId, format(labels.reachTarget, skillName))];
  }

  /** Those with what is chosen in their plan already. */
  private get havingIt(): ReadonlySet<string> {
    return this.chosen ? plannedFor(this.planned, this.chosen) : new Set();
  }

  private get toAssign(): readonly Learner[] {
    const { havingIt } = this;
    return this.people.filter(({ id }) => !havingIt.has(id));
  }

  private get failures(): readonly Assigned[] {
    return this.outcomes.filter(({ assignmentId }) => assignmentId === undefined);
  }

  private get assignmentIds(): string[] {
    return this.outcomes.flatMap(({ assignmentId }) => assignmentId ?? []);
  }

  private async save(personIds: readonly string[]): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    this.saving = true;
    this.done = 0;
    // What was assigned must reach the caller, so the dialog does not go away half-way.
    this.disableClose = true;
    const training = {
      nuggetId: chosen.kind === 'nugget' ? chosen.id : undefined,
      pathId: chosen.kind === 'path' ? chosen.id : undefined,
      skillId: this.skillId,
      launchId: this.launchId,
      dueOn: this.dueOn || undefined,
      note: this.note.trim(),
      reason: this.reason,
      requestKey: this.requestKey,
    };
    const outcomes = await assign(personIds, training, (done) => {
      this.done = done;
    });
    const kept = this.outcomes.filter(({ assignmentId }) => assignmentId !== undefined);
    this.outcomes = [...kept, ...outcomes];
    this.saving = false;
  }
}

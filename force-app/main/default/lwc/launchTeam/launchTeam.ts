import { LightningElement, api, wire } from 'lwc';
import AssignTraining, { type AssignedTraining } from 'c/assignTraining';
import { assignedText, NOTHING_ASSIGNED, type Assigned } from 'c/assignedNotice';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { format, launchLabels as labels } from 'c/labels';
import type { Launch } from 'c/launchRecords';
import type { ChartSeries } from 'c/lineChart';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { teamShortSkills, toLaunchPeople, type LaunchPeople, type NotReady, type TeamShortSkill } from './launchPeople';
import { LAUNCH_TEAM_QUERY } from './launchTeamQuery';
import { forecastSeries, forecastText, personChance, personScore, personText, skillText } from './teamWords';

/** So many of those who are not ready are shown at first. */
const FIRST_PEOPLE = 10;

/** As many people as one query gives. */
const MOST_PEOPLE = 2000;

/**
 * One launch and the people other than the reader: how many are likely to be ready by then, what keeps the others, who
 * they are with the best chance first, and training for a skill or a person in one step.
 */
export default class LaunchTeam extends NavigationMixin(LightningElement) {
  @api launch?: Launch;

  readonly labels = labels;

  people?: LaunchPeople;
  errorMessage?: string;
  showsAll = false;
  /** What was just assigned, until it is taken back or something else is. */
  assigned: Assigned = NOTHING_ASSIGNED;

  private refreshPeople?: () => Promise<void>;
  private askedBefore = 0;

  /** Newer data is fetched whenever this grows. */
  @api
  get asked(): number {
    return this.askedBefore;
  }
  set asked(value: number) {
    if (value > this.askedBefore) this.refresh();
    this.askedBefore = value;
  }

  @wire(graphql, { query: LAUNCH_TEAM_QUERY, variables: '$variables' })
  wiredPeople({ data, errors, refresh }: GraphqlResult): void {
    this.refreshPeople = refresh ?? this.refreshPeople;
    if (!data && !errors) {
      this.people = undefined;
      this.errorMessage = undefined;
      return;
    }
    this.errorMessage = errors && messageOf(errors);
    if (data) this.people = toLaunchPeople(data, USER_ID);
  }

  get variables(): Record<string, string> | undefined {
    return this.launch && { launchId: this.launch.id, userId: USER_ID };
  }

  get today(): string {
    return today(new Date());
  }

  get state(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.people) return 'loading';
    return this.people.paths.length === 0 ? 'empty' : 'ready';
  }

  get heading(): string {
    return this.errorMessage ? labels.errorTitle : labels.nobodyTitle;
  }

  get message(): string {
    return this.errorMessage ?? labels.nobodyMessage;
  }

  get forecast(): string {
    return this.people && this.launch ? forecastText(this.people, this.launch, this.today) : '';
  }

  get series(): ChartSeries[] {
    return this.people && this.launch ? forecastSeries(this.people, this.launch, this.today) : [];
  }

  get total(): number {
    return this.people?.paths.length ?? 0;
  }

  get shortSkills(): readonly TeamShortSkill[] {
    return teamShortSkills(this.people?.notReady ?? []);
  }

  get skillRows(): { key: string; name: string; text: string; mayAssign: boolean; assignLabel: string }[] {
    return this.shortSkills.map((skill) => ({
      key: skill.skillCode,
      name: skill.name,
      text: skillText(skill),
      mayAssign: skill.people.some(({ mayAssign }) => mayAssign),
      assignLabel: format(labels.assignFor, skill.name),
    }));
  }

  get personRows(): {
    key: string;
    name: string;
    role?: string;
    text: string;
    score: string;
    chance: string;
    mayAssign: boolean;
    assignLabel: string;
  }[] {
    return this.notReady.slice(0, this.showsAll ? undefined : FIRST_PEOPLE).map((person) => ({
      key: person.id,
      name: person.name,
      role: person.role,
      text: personText(person),
      score: personScore(person),
      chance: personChance(person),
      mayAssign: person.mayAssign,
      assignLabel: format(labels.assignFor, person.name),
    }));
  }

  get notReady(): readonly NotReady[] {
    return this.people?.notReady ?? [];
  }

  get showAllLabel(): string | undefined {
    const isCut = !this.showsAll && this.notReady.length > FIRST_PEOPLE;
    return isCut ? format(labels.showAll, this.notReady.length) : undefined;
  }

  get isEverybodyReady(): boolean {
    return this.people !== undefined && this.people.notReady.length === 0;
  }

  get isSomebodyNotReady(): boolean {
    return !this.isEverybodyReady;
  }

  get shownNote(): string | undefined {
    return this.people?.hasMoreNotReady ? format(labels.shown, this.people.notReady.length) : undefined;
  }

  get truncatedNote(): string | undefined {
    return this.people?.isTruncated ? format(labels.truncated, MOST_PEOPLE) : undefined;
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refresh();
  }

  handleOpen(event: Event): void {
    const recordId = (event.currentTarget as HTMLElement).dataset.personId ?? '';
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'User', actionName: 'view' },
    });
  }

  handleShowAll(): void {
    this.showsAll = true;
  }

  handleAssignSkill(event: Event): void {
    const code = (event.currentTarget as HTMLElement).dataset.skillCode;
    const skill = this.shortSkills.find(({ skillCode }) => skillCode === code);
    const people = skill?.people.filter(({ mayAssign }) => mayAssign) ?? [];
    if (people.length > 0) this.assign(people, skill);
  }

  handleAssignPerson(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.personId;
    const person = this.people?.notReady.find((each) => each.id === id);
    if (person) this.assign([person], person.short[0]);
  }

  handleUndone(): void {
    this.assigned = NOTHING_ASSIGNED;
  }

  private async assign(
    people: readonly { readonly id: string; readonly name: string }[],
    skill: { readonly skillId?: string; readonly name: string } | undefined,
  ): Promise<void> {
    const given: AssignedTraining | undefined = await AssignTraining.open({
      label: labels.assign,
      size: 'small',
      people: people.map(({ id, name }) => ({ id, name })),
      skillId: skill?.skillId,
      skillName: skill?.name,
      launchId: this.launch?.id,
      reason: 'Launch',
    });
    if (!given) return;
    const names = people.map(({ name }) => name);
    this.assigned = { text: assignedText(names, given.assignmentIds.length), ids: given.assignmentIds };
  }

  private async refresh(): Promise<void> {
    try {
      await this.refreshPeople?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}

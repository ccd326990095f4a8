import { LightningElement, api, wire } from 'lwc';
import AssignTraining, { type AssignedTraining } from 'c/assignTraining';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { flag, number, recordsIn } from 'c/graphqlRecords';
import { format, launchLabels as labels } from 'c/labels';
import { chanceText, countdown, shortSkillsOf, shortText, type Launch, type NamedShortSkill } from 'c/launchRecords';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { OWN_LAUNCH_QUERY } from './ownLaunchQuery';

interface Own {
  readonly ready: boolean;
  /** 0–1. */
  readonly chance: number;
  readonly short: readonly NamedShortSkill[];
}

/** How the reader stands for one launch: ready or not, the chance of being so in time, what is short, and a next step. */
export default class LaunchOwn extends LightningElement {
  @api launch?: Launch;

  readonly labels = labels;

  own?: Own;
  isKnown = false;
  errorMessage?: string;
  /** What was just put into the plan, until it is taken back. */
  plannedIds: readonly string[] = [];

  private refreshOwn?: () => Promise<void>;
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

  @wire(graphql, { query: OWN_LAUNCH_QUERY, variables: '$variables' })
  wiredOwn({ data, errors, refresh }: GraphqlResult): void {
    this.refreshOwn = refresh ?? this.refreshOwn;
    this.isKnown = Boolean(data ?? errors);
    this.errorMessage = errors && messageOf(errors);
    const [row] = recordsIn(data, 'own');
    this.own = row && {
      ready: flag(row, 'Ready__c'),
      chance: (number(row, 'Forecast__c') ?? 0) / 100,
      short: shortSkillsOf(row, recordsIn(data, 'Skill__c')),
    };
  }

  get variables(): Record<string, string> | undefined {
    return this.launch && { launchId: this.launch.id, userId: USER_ID };
  }

  get state(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.isKnown) return 'loading';
    return this.own ? 'ready' : 'empty';
  }

  get heading(): string {
    return this.errorMessage ? labels.errorTitle : labels.nobodyTitle;
  }

  get message(): string {
    return this.errorMessage ?? labels.nobodyMessage;
  }

  get sentence(): string {
    if (!this.launch || !this.own) return '';
    const { name, day } = this.launch;
    return format(this.own.ready ? labels.ownReady : labels.ownNotReady, name, countdown(day, today(new Date())));
  }

  get chance(): string | undefined {
    const isAhead = this.launch !== undefined && this.launch.day > today(new Date());
    if (!isAhead || !this.own) return undefined;
    return format(this.own.ready ? labels.ownChanceStill : labels.ownChance, chanceText(this.own.chance));
  }

  get plannedText(): string {
    return this.plannedIds.length > 0 ? labels.planned : '';
  }

  get shortRows(): { key: string; text: string; planLabel: string }[] {
    return (this.own?.short ?? []).map((skill) => ({
      key: skill.skillCode,
      text: shortText(skill),
      planLabel: format(labels.planFor, skill.name),
    }));
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refresh();
  }

  async handlePlan(event: Event): Promise<void> {
    const code = (event.currentTarget as HTMLElement).dataset.skillCode;
    const skill = this.own?.short.find(({ skillCode }) => skillCode === code);
    if (!skill) return;
    const given: AssignedTraining | undefined = await AssignTraining.open({
      label: labels.plan,
      size: 'small',
      people: [{ id: USER_ID, name: labels.you }],
      skillId: skill.skillId,
      skillName: skill.name,
      launchId: this.launch?.id,
      reason: 'Launch',
    });
    this.plannedIds = given?.assignmentIds ?? this.plannedIds;
  }

  handleUndone(): void {
    this.plannedIds = [];
  }

  private async refresh(): Promise<void> {
    try {
      await this.refreshOwn?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}

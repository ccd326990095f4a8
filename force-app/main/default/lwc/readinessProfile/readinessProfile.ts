import { LightningElement, api, wire } from 'lwc';
import { chooseNugget, chooseTraining, NEEDS_CONSIDERED, type NextAction } from 'c/core';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { isSameId } from 'c/graphqlRecords';
import { commonLabels, format, readinessLabels } from 'c/labels';
import {
  describeChoice,
  SKILL_NUGGETS_QUERY,
  toSkillNuggets,
  type NuggetsAnswer,
  type SkillNugget,
} from 'c/nuggetChoice';
import NuggetViewer from 'c/nuggetViewer';
import type { ReadinessRow } from 'c/readinessRecords';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { toProfile, type Profile } from './profile';
import { PROFILE_QUERY } from './profileQuery';
import { toComponentRows, toDomainRows, wordDue, wordNextAction, type BarRow, type DomainRow } from './profileRows';

const labels = { ...commonLabels, ...readinessLabels };

/**
 * Readiness of one person: overall, by domain, skill and component against the target, where each score comes from,
 * what is due, the next best action, the trend, and every piece of evidence. Without a record it shows the current user. Who may see it is decided by the
 * server: for a peer it answers nothing, and the component says so.
 */
export default class ReadinessProfile extends LightningElement {
  /** The person, on a User record page. */
  @api recordId?: string;

  readonly labels = labels;

  profile?: Profile;
  nuggets: readonly SkillNugget[] = [];
  nuggetsAnswer: NuggetsAnswer = 'loading';
  errorMessage?: string;
  refreshing = false;
  openDomains: ReadonlySet<string> = new Set();
  /** Whether the daily review is under way here. */
  reviews = false;

  private now = new Date();
  private refreshProfile?: () => Promise<void>;

  get personId(): string {
    return this.recordId ?? USER_ID;
  }

  get variables(): Record<string, unknown> {
    return { personId: this.personId };
  }

  get nuggetsQuery(): GraphqlQuery | undefined {
    return this.skillCodes.length > 0 ? SKILL_NUGGETS_QUERY : undefined;
  }

  get nuggetsVariables(): Record<string, unknown> {
    return { skillCodes: this.skillCodes };
  }

  @wire(graphql, { query: PROFILE_QUERY, variables: '$variables' })
  wiredProfile({ data, errors, refresh }: GraphqlResult): void {
    this.refreshProfile = refresh ?? this.refreshProfile;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.now = new Date();
    this.profile = toProfile(data, this.personId, today(this.now), this.now);
  }

  @wire(graphql, { query: '$nuggetsQuery', variables: '$nuggetsVariables' })
  wiredNuggets({ data, errors }: GraphqlResult): void {
    if (errors) this.nuggetsAnswer = 'failed';
    if (!data) return;
    this.nuggets = toSkillNuggets(data);
    this.nuggetsAnswer = 'loaded';
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.profile) return 'loading';
    return this.profile.isVisible ? 'ready' : 'empty';
  }

  get isOwn(): boolean {
    return isSameId(this.personId, USER_ID);
  }

  get cardTitle(): string {
    return this.isOwn ? labels.myTitle : labels.title;
  }

  get panelHeading(): string {
    if (this.errorMessage) return labels.errorTitle;
    return this.isOwn ? labels.emptyTitle : labels.hiddenTitle;
  }

  get panelMessage(): string {
    if (this.errorMessage) return this.errorMessage;
    if (this.isOwn) return labels.emptyMessage;
    const name = this.profile?.name;
    return name ? format(labels.hiddenMessage, name) : labels.hiddenMessageNoName;
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get overall(): ReadinessRow | undefined {
    return this.profile?.overall;
  }

  get isCold(): boolean {
    return this.overall !== undefined && !this.overall.enoughEvidence;
  }

  get isKnown(): boolean {
    return this.overallScore !== undefined;
  }

  get overallScore(): string | undefined {
    const { score, enoughEvidence } = this.overall ?? {};
    return enoughEvidence && score !== undefined ? String(Math.round(score)) : undefined;
  }

  get overallTarget(): string | undefined {
    const target = this.overall?.target;
    return target === undefined ? undefined : format(labels.target, Math.round(target));
  }

  get roleText(): string | undefined {
    const role = this.profile?.role;
    return role && format(labels.roleAndTargets, role);
  }

  get newerNote(): string | undefined {
    return this.profile && this.profile.newerAnswers > 0 ? labels.includesNewer : undefined;
  }

  get domainRows(): DomainRow[] {
    return this.profile ? toDomainRows(this.profile, this.openDomains) : [];
  }

  get nextAction(): { text: string; gain: string; nuggetId?: string; nugget: string } | undefined {
    const { skills = [], history = [] } = this.profile ?? {};
    const training = chooseTraining(this.needs, this.nuggets, history, this.now);
    const next = this.needs.find(({ skillCode }) => skillCode === training?.skillCode) ?? this.needs[0];
    if (!next) return undefined;
    const skillName = skills.find(({ skillCode }) => skillCode === next.skillCode)?.skillName ?? next.skillCode;
    const nugget = training?.nugget;
    return {
      text: wordNextAction(next, skillName),
      gain: format(labels.nextGain, Math.max(0.1, Math.round(next.gain * 10) / 10)),
      nuggetId: nugget?.id,
      nugget: describeChoice(nugget, this.nuggetsAnswer),
    };
  }

  /** A manager opens what the person would start. */
  get startLabel(): string {
    return this.isOwn ? labels.start : labels.open;
  }

  get dueRows(): { key: string; skillName: string; due: string; nuggetId?: string; startTitle: string }[] {
    const { due = [], history = [] } = this.profile ?? {};
    return due.map((row) => ({
      key: row.id,
      skillName: row.skillName ?? '',
      due: wordDue(row, this.now),
      nuggetId: chooseNugget(this.nuggets, row.skillCode ?? '', history, this.now, row.score)?.id,
      startTitle: format(labels.readFor, this.startLabel, row.skillName ?? ''),
    }));
  }

  get hasDue(): boolean {
    return this.dueRows.length > 0;
  }

  /** The own reviews are answered in a session, not nugget by nugget. */
  get offersReview(): boolean {
    return this.isOwn && this.hasDue && !this.reviews;
  }

  get componentRows(): BarRow[] {
    return this.profile ? toComponentRows(this.profile) : [];
  }

  get hasComponents(): boolean {
    return this.componentRows.length > 0;
  }

  get domainNames(): string[] {
    return (this.profile?.domains ?? []).flatMap(({ domain }) => domain ?? []).sort();
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    try {
      await this.refreshProfile?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    } finally {
      this.refreshing = false;
    }
  }

  handleToggleDomain(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
    const open = new Set(this.openDomains);
    if (!open.delete(name)) open.add(name);
    this.openDomains = open;
  }

  handleReview(): void {
    this.reviews = true;
  }

  async handleStart(event: Event): Promise<void> {
    const { nuggetId } = (event.currentTarget as HTMLElement).dataset;
    const nugget = this.nuggets.find(({ id }) => id === nuggetId);
    if (!nugget) return;
    await NuggetViewer.open({ size: 'medium', label: nugget.title, nuggetId });
    await this.handleRefresh();
  }

  /** What is most urgent; which of it comes next depends on the nuggets there are. */
  private get needs(): readonly NextAction[] {
    return this.profile?.actions.slice(0, NEEDS_CONSIDERED) ?? [];
  }

  /** Skills for which a nugget may be started: the most urgent ones and those that are due. */
  private get skillCodes(): string[] {
    const codes = [...this.needs, ...(this.profile?.due ?? [])].flatMap(({ skillCode }) => skillCode ?? []);
    return [...new Set(codes)];
  }
}

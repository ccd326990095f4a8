import { LightningElement, api, wire } from 'lwc';
import {
  anchorQueryKeys,
  dealReadiness,
  skillsInPlay,
  type DealReadiness,
  type NuggetSummary,
  type SkillInPlay,
} from 'c/core';
import {
  candidateVariables,
  CANDIDATES_QUERY,
  CONTEXT_QUERY,
  contextVariables,
  dealFieldsOf,
  matchesOf,
  toCandidates,
  toDealContext,
  toSituation,
  type CandidateVariables,
  type DealContext,
} from 'c/dealMatching';
import { dealLabels as labels, format } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import { createWireSources } from 'c/wireSources';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation, type RecordResult } from 'lightning/uiRecordApi';
import { toCoverageRows, wordHidden, wordOverall, wordTeam, wordWhomToAsk, type CoverageRow } from './coverageRows';
import { toDealTeam, toStandings, type DealTeam, type Standings } from './dealTeam';
import { STANDINGS_QUERY } from './standingsQuery';
import { TEAM_QUERY, TEAM_SELLING_QUERY } from './teamQuery';

/** By name, not by `@salesforce/schema`: an org without team selling has no such object, and must take the package. */
const TEAM_MEMBER = 'OpportunityTeamMember';

type Source = 'context' | 'record' | 'candidates' | 'team' | 'standings';

/**
 * *Deal team readiness*: whether the people on this deal are ready for its situation, in which skills not, and who
 * could help. Lives on the Opportunity record page, below *Learn for this deal*, whose three requests it shares; two
 * small ones are its own. What the server does not let the reader see is said to be so, never guessed.
 */
export default class DealTeamReadiness extends LightningElement {
  @api recordId?: string;

  readonly labels = labels;
  readonly teamMember = TEAM_MEMBER;

  context?: DealContext;
  record?: RecordRepresentation;
  candidates?: readonly NuggetSummary[];
  /** Undefined until it is known what matches. */
  skills?: readonly SkillInPlay[];
  /** Undefined until it is known whether the org has team selling. */
  teamQuery?: GraphqlQuery;
  team?: DealTeam;
  standings?: Standings;
  errors: Partial<Record<Source, string>> = {};

  private readonly sources = createWireSources<Source>(this);

  get pageVariables(): Record<string, unknown> {
    return contextVariables(this.recordId);
  }

  /** The record is asked for once it is known which of its fields matter. */
  get factsRecordId(): string | undefined {
    return this.context && !this.errors.record ? this.recordId : undefined;
  }

  get optionalFields(): string[] | undefined {
    return dealFieldsOf(this.context);
  }

  get candidatesQuery(): GraphqlQuery | undefined {
    return this.context && this.record ? CANDIDATES_QUERY : undefined;
  }

  get candidateVariables(): CandidateVariables | undefined {
    const { context, record } = this;
    if (!context || !record) return undefined;
    return candidateVariables(anchorQueryKeys(toSituation(record, context, new Date()), context.registry));
  }

  get standingsQuery(): GraphqlQuery | undefined {
    return this.team?.members.length && this.skills?.length ? STANDINGS_QUERY : undefined;
  }

  get standingsVariables(): Record<string, unknown> | undefined {
    if (!this.standingsQuery) return undefined;
    const skillCodes = (this.skills ?? []).map(({ skillCode }) => skillCode);
    return { memberIds: this.memberIds, skillCodes };
  }

  @wire(graphql, { query: CONTEXT_QUERY, variables: '$pageVariables' })
  wiredContext(result: GraphqlResult): void {
    this.sources.take('context', result, (data) => {
      this.context = toDealContext(data);
      this.weigh();
    });
  }

  @wire(getRecord, { recordId: '$factsRecordId', optionalFields: '$optionalFields' })
  wiredRecord({ data, error }: RecordResult): void {
    if (error) this.sources.setError('record', error);
    if (!data) return;
    this.record = data;
    this.weigh();
  }

  @wire(graphql, { query: '$candidatesQuery', variables: '$candidateVariables' })
  wiredCandidates(result: GraphqlResult): void {
    this.sources.take('candidates', result, (data) => {
      this.candidates = toCandidates(data);
      this.weigh();
    });
  }

  /** The object's description comes from the page's cache of metadata; an error says that there is no such object. */
  @wire(getObjectInfo, { objectApiName: '$teamMember' })
  wiredTeamSelling({ data, error }: ObjectInfoResult): void {
    if (data) this.teamQuery = TEAM_SELLING_QUERY;
    else if (error) this.teamQuery = TEAM_QUERY;
  }

  @wire(graphql, { query: '$teamQuery', variables: '$pageVariables' })
  wiredTeam(result: GraphqlResult): void {
    this.sources.take('team', result, (data) => {
      this.team = toDealTeam(data);
    });
  }

  @wire(graphql, { query: '$standingsQuery', variables: '$standingsVariables' })
  wiredStandings(result: GraphqlResult): void {
    this.sources.take('standings', result, (data) => {
      this.standings = toStandings(data);
    });
  }

  get readiness(): DealReadiness | undefined {
    if (!this.skills || !this.standings) return undefined;
    return dealReadiness(this.skills, this.memberIds, this.standings.standings);
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.skills || !this.team) return 'loading';
    if (this.skills.length === 0) return 'empty';
    if (!this.readiness) return 'loading';
    return this.isNobodyVisible ? 'empty' : 'ready';
  }

  get errorMessage(): string | undefined {
    return Object.values(this.errors).find((message) => message !== undefined);
  }

  get panelHeading(): string {
    if (this.errorMessage) return labels.errorTitle;
    if (!this.isNobodyVisible) return labels.emptyTitle;
    return this.isOwn ? labels.ownEmptyTitle : labels.hiddenTitle;
  }

  get panelMessage(): string {
    if (this.errorMessage) return this.errorMessage;
    if (!this.isNobodyVisible) return labels.emptyMessage;
    return this.isOwn ? labels.ownEmptyMessage : format(labels.hiddenMessage, this.teamNames || labels.owner);
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get overallText(): string | undefined {
    return this.isReady && this.readiness ? wordOverall(this.readiness) : undefined;
  }

  get rows(): CoverageRow[] {
    const { readiness, team, standings } = this;
    return readiness && team && standings ? toCoverageRows(readiness, team, standings) : [];
  }

  get hiddenText(): string | undefined {
    return this.readiness && this.team && wordHidden(this.readiness, this.team);
  }

  get whomToAsk(): string | undefined {
    const { readiness, team, standings } = this;
    return readiness && team && standings && wordWhomToAsk(readiness, team, standings);
  }

  get explanation(): string {
    return format(labels.explain, this.teamNames);
  }

  handleRetry(): void {
    this.sources.retry();
  }

  private get memberIds(): string[] {
    return (this.team?.members ?? []).map(({ id }) => id);
  }

  private get teamNames(): string {
    return this.team ? wordTeam(this.team) : '';
  }

  private get isOwn(): boolean {
    return this.memberIds.includes(USER_ID);
  }

  private get isNobodyVisible(): boolean {
    return this.readiness !== undefined && this.readiness.hidden.length === this.memberIds.length;
  }

  private weigh(): void {
    const { context, record, candidates } = this;
    if (!context || !record || !candidates) return;
    this.skills = skillsInPlay(matchesOf(record, context, candidates, new Date()));
  }
}

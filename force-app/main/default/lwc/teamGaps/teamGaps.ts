import { LightningElement, api, wire } from 'lwc';
import { NOTHING_ASSIGNED, type Assigned } from 'c/assignedNotice';
import AssignTraining, { type AssignedTraining } from 'c/assignTraining';
import { LEAST_TEAM, teamStanding } from 'c/core';
import { messageOf } from 'c/errors';
import { commonLabels, format, teamLabels } from 'c/labels';
import { Memo } from 'c/memo';
import { domainGaps, domainsOf, mayAssign, peopleGaps, type PeopleGap, type TeamMember } from 'c/teamData';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { recordWords, toTraining, trainingTitle, type SkillTraining } from './training';
import { TEAM_TRAINING_QUERY } from './trainingQuery';

const labels = { ...commonLabels, ...teamLabels };

/** Skills shown at first. */
const FEW = 5;
/** Names said of the people with a gap. */
const NAMED = 3;

interface GapRow {
  readonly key: string;
  readonly skill: string;
  readonly who: string;
  readonly training: string;
  readonly record?: string;
  /** Absent where the reader may not plan for any of the people. */
  readonly assignLabel?: string;
  readonly assignTitle: string;
}

/**
 * Gaps that are probably real: of the team by domain, each with its interval, and of people by skill, each with the
 * training that best closes it and that training's record, to be assigned to those with the gap in one step.
 *
 * @fires assigned after something was assigned or taken back
 */
export default class TeamGaps extends LightningElement {
  /** The people shown. */
  @api members: readonly TeamMember[] = [];
  /** How many people have a given skill's domain at all is known only once everything is loaded. */
  @api isComplete = false;

  readonly labels = labels;

  training: ReadonlyMap<string, SkillTraining> = new Map();
  trainingError?: string;
  showsAll = false;
  /** What was just assigned, until it is taken back or something else is. */
  assigned: Assigned = NOTHING_ASSIGNED;

  private readonly found = new Memo<readonly PeopleGap[]>();
  private readonly ids = new Memo<readonly string[]>();
  private readonly ownIds = new Memo<ReadonlySet<string>>();

  get gaps(): readonly PeopleGap[] {
    return this.found.of([this.members], () => peopleGaps(this.members));
  }

  get shownGaps(): readonly PeopleGap[] {
    return this.showsAll ? this.gaps : this.gaps.slice(0, FEW);
  }

  get trainingQuery(): GraphqlQuery | undefined {
    return this.skillIds.length > 0 ? TEAM_TRAINING_QUERY : undefined;
  }

  get variables(): Record<string, unknown> {
    return { skillIds: this.skillIds };
  }

  @wire(graphql, { query: '$trainingQuery', variables: '$variables' })
  wiredTraining({ data, errors }: GraphqlResult): void {
    if (!data && !errors) return;
    this.trainingError = errors && messageOf(errors);
    if (data) this.training = toTraining(data);
  }

  get domainRows(): { key: string; text: string }[] {
    return domainGaps(this.members, domainsOf(this.members)).map(({ domain, standing }) => ({
      key: domain,
      text: format(
        labels.domainGap,
        domain,
        Math.round(standing.gap?.mean ?? 0),
        Math.round(standing.gap?.lower ?? 0),
        Math.round(standing.gap?.upper ?? 0),
        standing.n,
      ),
    }));
  }

  get hasDomainRows(): boolean {
    return this.domainRows.length > 0;
  }

  /** Why nothing is said of the team as a whole. */
  get teamWords(): string {
    const { tooFew, n } = teamStanding(this.members.map(({ overall }) => overall));
    return tooFew ? format(labels.tooFewToSay, n, LEAST_TEAM) : labels.noTeamGap;
  }

  get rows(): GapRow[] {
    return this.shownGaps.map((gap) => {
      const { skillId, skillName, people, meanGap } = gap;
      const assignable = this.assignableOf(gap);
      const names = people.slice(0, NAMED).map(({ name }) => name);
      const rest = people.length - names.length;
      const list = rest > 0 ? format(labels.andOthers, names.join(', '), rest) : names.join(', ');
      return {
        key: skillId,
        skill: skillName,
        who: format(labels.gapOfPeople, people.length, Math.round(meanGap), list),
        training: trainingTitle(this.training.get(skillId)),
        record: recordWords(this.training.get(skillId)),
        assignLabel: wordAssign(assignable.length, people.length),
        assignTitle: format(labels.assignFor, skillName, list),
      };
    });
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get noGapsText(): string {
    return this.isComplete ? labels.noGaps : labels.loading;
  }

  get moreLabel(): string | undefined {
    const more = this.gaps.length - FEW;
    if (more <= 0) return undefined;
    return this.showsAll ? labels.showFewer : format(labels.showMore, more);
  }

  handleMore(): void {
    this.showsAll = !this.showsAll;
  }

  async handleAssign(event: Event): Promise<void> {
    const { skillId } = (event.currentTarget as HTMLElement).dataset;
    const gap = this.gaps.find((candidate) => candidate.skillId === skillId);
    if (!gap) return;
    const { skillName } = gap;
    const given: AssignedTraining | undefined = await AssignTraining.open({
      label: format(labels.assignTitle, skillName),
      size: 'small',
      people: this.assignableOf(gap).map(({ id, name }) => ({ id, name })),
      skillId,
      skillName,
      nuggetId: this.training.get(gap.skillId)?.nuggetId,
      reason: 'Gap',
    });
    if (!given) return;
    const count = given.assignmentIds.length;
    const text = count === 1 ? format(labels.assignedOne, skillName) : format(labels.assignedMany, skillName, count);
    this.assigned = { ids: given.assignmentIds, text };
    this.dispatchEvent(new CustomEvent('assigned'));
  }

  handleUndone(): void {
    this.assigned = NOTHING_ASSIGNED;
    this.dispatchEvent(new CustomEvent('assigned'));
  }

  /** Of the people with a gap, those for whom the reader may plan: whoever only sees them may not. */
  private assignableOf({ people }: PeopleGap): PeopleGap['people'] {
    const own = this.ownIds.of([this.members], () => {
      return new Set(this.members.filter((member) => mayAssign(member, USER_ID)).map(({ id }) => id));
    });
    return people.filter(({ id }) => own.has(id));
  }

  /** The same array for as long as the skills are the same, so that the wire does not ask again. */
  private get skillIds(): readonly string[] {
    const wanted = this.shownGaps.map(({ skillId }) => skillId).sort();
    return this.ids.of([wanted.join()], () => wanted);
  }
}

/** "Assign training" for the only one, "Assign to 5" for several; nothing for nobody. */
function wordAssign(assignable: number, people: number): string | undefined {
  if (assignable === 0) return undefined;
  return people === 1 ? labels.assign : format(labels.assignTo, assignable);
}

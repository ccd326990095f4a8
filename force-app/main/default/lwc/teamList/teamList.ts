import { LightningElement, api } from 'lwc';
import { commonLabels, format, teamLabels as labels } from 'c/labels';
import {
  FIRST_ORDER,
  OVERALL_COLUMN,
  PERSON_COLUMN,
  scoreIn,
  toHeatCell,
  weakestDomains,
  type HeatCell,
  type TeamMember,
  type TeamOrder,
} from 'c/teamData';

/** Domains named for each person. */
const WEAKEST = 2;
/** People shown at first, and more with each *Show more*. */
const STEP = 50;

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly openLabel: string;
  readonly overall: HeatCell;
  readonly weakest: readonly (HeatCell & { readonly domain: string })[];
}

/**
 * People with their overall readiness and their two weakest domains, fifty at a time.
 *
 * @fires open with the person's id
 * @fires order with the column to sort by
 */
export default class TeamList extends LightningElement {
  /** In the order to show. */
  @api members: readonly TeamMember[] = [];
  @api domains: readonly string[] = [];
  @api order: TeamOrder = FIRST_ORDER;

  readonly labels = labels;

  most = STEP;

  get rows(): ListRow[] {
    return this.members.slice(0, this.most).map((member) => ({
      id: member.id,
      name: member.name,
      openLabel: format(commonLabels.seeProfile, member.name),
      overall: toHeatCell(member.name, labels.overall, scoreIn(member, OVERALL_COLUMN)),
      weakest: weakestDomains(member, WEAKEST).map((domain) => ({
        ...toHeatCell(member.name, domain, scoreIn(member, domain)),
        domain,
      })),
    }));
  }

  get orderOptions(): { label: string; value: string }[] {
    return [
      { label: labels.overall, value: OVERALL_COLUMN },
      { label: labels.person, value: PERSON_COLUMN },
      ...this.domains.map((domain) => ({ label: domain, value: domain })),
    ];
  }

  get hasMore(): boolean {
    return this.members.length > this.most;
  }

  get moreLabel(): string {
    return format(labels.showMore, Math.min(STEP, this.members.length - this.most));
  }

  handleMore(): void {
    this.most += STEP;
  }

  handleOrder(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('order', { detail: event.detail.value }));
  }

  handleOpen(event: Event): void {
    const { personId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: personId }));
  }
}

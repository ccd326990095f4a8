import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ASSESSMENT from '@salesforce/schema/Skill_Assessment__c.Level__c';
import { gapOf } from 'c/core';
import { DAY_MS, today } from 'c/dates';
import { messageOf } from 'c/errors';
import { assessLabels, commonLabels, format } from 'c/labels';
import { toastError } from 'c/saves';
import { LEVELS } from 'c/skillLevels';
import type { PanelState } from 'c/statePanel';

import { observationEffect, type ObservationEffect } from './observationEffect';
import { SKILLS_QUERY } from './skillsQuery';
import { firstSkill, toSkillsToAssess, type SkillsToAssess, type SkillToAssess } from './skillToAssess';

const labels = { ...commonLabels, ...assessLabels };

/** What lies further back is more likely a slip of the year than an observation. */
const LONGEST_AGO_MS = 365 * DAY_MS;

interface LevelChoice {
  readonly value: number;
  readonly name: string;
  readonly anchor: string;
  readonly checked: boolean;
  readonly className: string;
}

/**
 * A manager's observation of one skill: five levels in the skill's own words, a day, a note. Shows at once what it
 * does to readiness, and can be taken back.
 *
 * Opened with `AssessSkill.open({ label, size: 'small', personId, personName, skillId?, domain? })`; resolves with
 * `{ assessmentId }`, or undefined where nothing was saved or it was taken back.
 */
export default class AssessSkill extends LightningModal {
  @api personId?: string;
  @api personName = '';
  /** The skill to begin with. */
  @api skillId?: string;
  /** Or the domain whose weakest skill to begin with. */
  @api domain?: string;

  readonly labels = labels;

  known?: SkillsToAssess;
  errorMessage?: string;
  chosenSkillId?: string;
  level?: number;
  day = today(new Date());
  note = '';
  saving = false;
  /** The saved observation, until it is taken back. */
  assessmentId?: string;
  effect?: ObservationEffect;
  wasTakenBack = false;

  private refreshSkills?: () => Promise<void>;
  private focusNext?: string;

  get variables(): Record<string, unknown> {
    return { personId: this.personId };
  }

  @wire(graphql, { query: SKILLS_QUERY, variables: '$variables' })
  wiredSkills({ data, errors, refresh }: GraphqlResult): void {
    this.refreshSkills = refresh ?? this.refreshSkills;
    // What is shown of an observation that was made must not move.
    if ((!data && !errors) || this.assessmentId) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.known = toSkillsToAssess(data);
  }

  override renderedCallback(): void {
    const element = this.focusNext ? this.template?.querySelector<HTMLElement>(this.focusNext) : undefined;
    if (!element) return;
    this.focusNext = undefined;
    element.focus();
  }

  get heading(): string {
    return this.personName ? format(labels.titleFor, this.personName) : labels.title;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.known) return 'loading';
    return this.known.skills.length > 0 ? 'ready' : 'empty';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.emptyMessage;
  }

  get isChoosing(): boolean {
    return this.panelState === 'ready' && !this.assessmentId;
  }

  get isSaved(): boolean {
    return this.assessmentId !== undefined;
  }

  get skill(): SkillToAssess | undefined {
    const { chosenSkillId, skillId, domain } = this;
    return firstSkill(this.known?.skills ?? [], { skillId: chosenSkillId ?? skillId, domain });
  }

  get currentSkillId(): string | undefined {
    return this.skill?.id;
  }

  get skillOptions(): { label: string; value: string }[] {
    return (this.known?.skills ?? []).map(({ id, name, score, target }) => ({
      value: id,
      label:
        score === undefined || target === undefined
          ? name
          : format(labels.skillOption, name, Math.round(score), Math.round(target)),
    }));
  }

  get levelChoices(): LevelChoice[] {
    return LEVELS.map(({ value, name, general }, index) => ({
      value,
      name,
      anchor: this.skill?.anchors[index] ?? general,
      checked: value === this.level,
      className: value === this.level ? 'level level_chosen' : 'level',
    }));
  }

  get latestDay(): string {
    return today(new Date());
  }

  get earliestDay(): string {
    return today(new Date(Date.now() - LONGEST_AGO_MS));
  }

  get cannotSave(): boolean {
    return this.saving || this.level === undefined || !this.isDayRight;
  }

  get saveLabel(): string {
    return this.saving ? labels.saving : labels.save;
  }

  get isGapReal(): boolean {
    const target = this.skill?.target;
    return this.effect !== undefined && target !== undefined && gapOf(this.effect.after, target).flagged;
  }

  get effectText(): string {
    const { before, after } = this.effect ?? {};
    if (!before || !after) return labels.noEffect;
    const likely = format(labels.likelyBetween, Math.round(after.lower), Math.round(after.upper));
    return format(labels.effect, Math.round(before.score), Math.round(after.score), likely);
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.known = undefined;
    this.refreshSkills?.();
  }

  handleSkill(event: CustomEvent<{ value: string }>): void {
    this.chosenSkillId = event.detail.value;
    this.wasTakenBack = false;
    // The words of another skill are other words: what was chosen between does not hold for them.
    this.level = undefined;
  }

  handleLevel(event: Event): void {
    this.level = Number((event.currentTarget as HTMLInputElement).value);
    this.wasTakenBack = false;
  }

  handleDay(event: CustomEvent<{ value: string }>): void {
    this.day = event.detail.value;
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
  }

  async handleSave(): Promise<void> {
    const { skill, level, personId, day, note } = this;
    if (!skill || level === undefined || this.cannotSave) return;
    this.saving = true;
    try {
      const { id } = await createRecord({
        apiName: ASSESSMENT.objectApiName,
        fields: {
          Person__c: personId,
          OwnerId: personId,
          Skill__c: skill.id,
          Level__c: level,
          Observed_On__c: day,
          Note__c: note.trim() || null,
        },
      });
      this.effect = observationEffect(skill, this.known?.personState, level, day, new Date());
      this.assessmentId = id;
      this.focusNext = '.saved-heading';
    } catch (error) {
      toastError(this, labels.notSaved, error);
    } finally {
      this.saving = false;
    }
  }

  async handleTakeBack(): Promise<void> {
    this.saving = true;
    try {
      await updateRecord({ fields: { Id: this.assessmentId, Undone__c: true } });
      this.assessmentId = undefined;
      this.effect = undefined;
      this.wasTakenBack = true;
    } catch (error) {
      toastError(this, labels.notTakenBack, error);
    } finally {
      this.saving = false;
    }
  }

  handleClose(): void {
    this.close(this.assessmentId ? { assessmentId: this.assessmentId } : undefined);
  }

  private get isDayRight(): boolean {
    const { day, earliestDay, latestDay } = this;
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= earliestDay && day <= latestDay;
  }
}

import { LightningElement, api } from 'lwc';
import type { EffectRow } from 'c/checks';
import { viewerLabels as labels } from 'c/labels';

/** What the answers of a sitting did to readiness: a bar for each skill, what it was before, and why it moved. */
export default class SkillEffects extends LightningElement {
  @api effects: readonly EffectRow[] = [];

  readonly labels = labels;
}

import { LightningElement } from 'lwc';
import { readinessLabels as labels } from 'c/labels';

/** What counts as evidence and what does not, for who wants to know. */
export default class ReadinessRules extends LightningElement {
  readonly labels = labels;
  readonly counts = [
    labels.ruleCheck,
    labels.ruleAssessment,
    labels.ruleCompletion,
    labels.ruleOutcome,
    labels.ruleTime,
  ];
  readonly not = [labels.ruleRepeat, labels.ruleActivity, labels.ruleOpinion];
  isOpen = false;

  get expanded(): string {
    return String(this.isOpen);
  }

  get toggleLabel(): string {
    return this.isOpen ? labels.rulesHide : labels.rulesShow;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}

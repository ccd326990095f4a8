import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import {
  getFieldValue,
  getRecord,
  updateRecord,
  type RecordRepresentation,
  type WireResult,
} from 'lightning/uiRecordApi';
import ClosedStageModal from 'shell/closedStageModal';
import { boot } from '../../../boot.ts';
import { errorMessage } from '../../../api/org-request.ts';
import { nextStep, pathSteps, type PathStep, type Stage } from '../../../data/path-steps.ts';
import { pathFieldOf, stagesOf } from '../../../data/stages.ts';

const CLASSES = {
  complete: 'slds-is-complete',
  current: 'slds-is-current',
  incomplete: 'slds-is-incomplete',
  won: 'slds-is-won',
  lost: 'slds-is-lost',
};

/** `runtime_sales_pathassistant:pathAssistant`: the stages of the record, and the way to the next. */
export default class Path extends LightningElement {
  @api recordId?: string;
  @api objectApiName = '';

  private stages: readonly Stage[] = [];
  private record: RecordRepresentation | undefined;
  private selected: number | undefined;
  private saving = false;
  message = '';

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) this.record = data;
    if (error !== undefined) this.message = errorMessage(error);
  }

  async connectedCallback(): Promise<void> {
    if (pathFieldOf(this.objectApiName) === undefined) {
      this.message = `There is no path for ${boot.objects[this.objectApiName]?.labelPlural ?? this.objectApiName}.`;
      return;
    }
    try {
      this.stages = await stagesOf(this.objectApiName);
    } catch (error) {
      this.message = errorMessage(error);
    }
  }

  get fields(): readonly string[] {
    const field = pathFieldOf(this.objectApiName);
    return field === undefined ? [] : [`${this.objectApiName}.${field}`];
  }

  get label(): string {
    return `${boot.objects[this.objectApiName]?.label ?? ''} path`;
  }

  get current(): string | undefined {
    const [field] = this.fields;
    const value = field === undefined ? undefined : getFieldValue(this.record, field);
    return typeof value === 'string' ? value : undefined;
  }

  private get plainSteps(): readonly PathStep[] {
    return this.record === undefined || this.stages.length === 0 ? [] : pathSteps(this.stages, this.current);
  }

  get steps(): readonly object[] {
    const active = this.activeIndex;
    return this.plainSteps.map((step, index) => ({
      ...step,
      key: step.closing ? 'closing' : step.value,
      index,
      selected: String(index === active),
      tabIndex: index === active ? 0 : -1,
      stateText: step.state === 'complete' ? 'Stage complete' : step.state === 'current' ? 'Current stage' : '',
      className: `slds-path__item ${CLASSES[step.state]}${index === active ? ' slds-is-active' : ''}`,
    }));
  }

  private get activeIndex(): number {
    const steps = this.plainSteps;
    const reached = steps.findIndex(({ state }) => state === 'current' || state === 'won' || state === 'lost');
    return this.selected ?? reached;
  }

  private get chosen(): PathStep | undefined {
    const step = this.plainSteps[this.activeIndex];
    return step === undefined || step.state === 'current' ? undefined : step;
  }

  get actionLabel(): string {
    if (this.chosen === undefined) return 'Mark Stage as Complete';
    if (this.chosen.closing) return this.chosen.state === 'incomplete' ? 'Select Closed Stage' : 'Change Closed Stage';
    return 'Mark as Current Stage';
  }

  get actionIcon(): string | undefined {
    return this.chosen === undefined ? 'utility:check' : undefined;
  }

  get actionDisabled(): boolean {
    return this.saving;
  }

  handleSelect(event: Event): void {
    event.preventDefault();
    this.selected = Number((event.currentTarget as HTMLElement).dataset['index']);
  }

  handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    this.selected = Math.min(Math.max(this.activeIndex + step, 0), this.plainSteps.length - 1);
    this.template?.querySelector<HTMLElement>(`[data-index="${this.selected}"]`)?.focus();
  }

  async handleAction(): Promise<void> {
    const target = this.chosen ?? nextStep(this.plainSteps);
    if (target === undefined) return;
    const value = target.closing ? await this.askForClosedStage() : target.value;
    if (value !== undefined) await this.save(value);
  }

  private async askForClosedStage(): Promise<string | undefined> {
    const options = this.stages.filter(({ closed }) => closed);
    const answer: unknown = await ClosedStageModal.open({ label: 'Close This Opportunity', size: 'small', options });
    return typeof answer === 'string' ? answer : undefined;
  }

  private async save(value: string): Promise<void> {
    const field = pathFieldOf(this.objectApiName) ?? '';
    this.saving = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [field]: value } });
      this.selected = undefined;
      this.dispatchEvent(new ShowToastEvent({ title: 'Stage changed successfully.', variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({
          title: 'The stage was not changed.',
          message: errorMessage(error),
          variant: 'error',
          mode: 'sticky',
        }),
      );
    } finally {
      this.saving = false;
    }
  }

  renderedCallback(): void {
    this.template?.querySelector('.slds-is-active')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
}

import { LightningElement, api } from 'lwc';
import type { PersonModel } from '../../../../model/types.ts';
import { errorMessage, orgRequest } from '../../../api/org-request.ts';
import { groupPeople, initialsOf, type PersonGroup } from '../../../data/people.ts';

/** Shows who is looking at the org and, in local-org only, changes it. Not part of any package. */
export default class PersonSwitcher extends LightningElement {
  @api name = '';
  @api jobTitle?: string;
  @api profile = '';
  @api userId = '';
  @api switchable = false;

  open = false;
  message = '';
  private people: readonly PersonModel[] | undefined;
  private term = '';

  get triggerClass(): string {
    return this.switchable ? 'switcher' : 'switcher fixed';
  }

  get subtitle(): string {
    return this.jobTitle ?? this.profile;
  }

  get initials(): string {
    return initialsOf(this.name);
  }

  get profileUrl(): string {
    return `/lightning/r/User/${this.userId}/view`;
  }

  get fixed(): boolean {
    return !this.switchable;
  }

  get expanded(): string {
    return String(this.open);
  }

  get loading(): boolean {
    return this.people === undefined && this.message === '';
  }

  get groups(): readonly PersonGroup[] {
    return groupPeople(this.people ?? [], this.term, this.userId);
  }

  connectedCallback(): void {
    document.addEventListener('click', this.handleOutside);
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.handleOutside);
  }

  async handleToggle(): Promise<void> {
    this.open = !this.open;
    if (!this.open) return;
    this.message = '';
    this.term = '';
    try {
      this.people ??= await orgRequest<readonly PersonModel[]>('GET', '/local-org/people');
    } catch (error) {
      this.message = errorMessage(error);
    }
    this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
    this.message = this.people !== undefined && this.groups.length === 0 ? 'Nobody found.' : '';
  }

  handleClose(): void {
    this.open = false;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.open = false;
    this.template?.querySelector<HTMLElement>('.trigger')?.focus();
  }

  async handleChoose(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    try {
      await orgRequest('POST', '/local-org/session', { userId: id });
      window.location.reload();
    } catch (error) {
      this.message = errorMessage(error);
    }
  }

  private readonly handleOutside = (event: MouseEvent): void => {
    if (this.open && !event.composedPath().includes(this.hostElement)) this.open = false;
  };
}

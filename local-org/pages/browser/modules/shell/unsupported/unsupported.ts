import { LightningElement, api } from 'lwc';

/** Stands where a component would be that exists only on the platform. */
export default class Unsupported extends LightningElement {
  /** The component's name, e.g. `lightning/recordForm` or `runtime_sales_activities:activityPanel`. */
  @api module = '';

  get text(): string {
    return `${this.module} is part of Salesforce and has no counterpart in local-org.`;
  }
}

import { LightningElement, api, getComponentDef } from 'lwc';
import { components } from 'virtual:components';

type Constructor = new () => LightningElement;

/** Holds one deployed component: loads its code, gives it what the platform gives, and survives its failure. */
export default class ComponentHost extends LightningElement {
  @api name = '';
  @api properties: Readonly<Record<string, unknown>> = {};
  @api recordId?: string;
  @api objectApiName?: string;

  componentClass: Constructor | undefined;
  failure = '';

  connectedCallback(): void {
    void this.load();
  }

  /** A component that throws takes its own place down, not the page. */
  errorCallback(error: Error): void {
    console.error(error);
    this.failure = `The component ${this.name} has a problem: ${error.message}`;
  }

  /** Only what the component declares with `@api` is set, as on the platform. */
  get publicProperties(): Readonly<Record<string, unknown>> {
    if (this.componentClass === undefined) return {};
    const declared = getComponentDef(this.componentClass).props;
    const given = {
      ...this.properties,
      recordId: this.recordId,
      objectApiName: this.objectApiName,
      flexipageRegionWidth: 'LARGE',
    };
    return Object.fromEntries(Object.entries(given).filter(([name, value]) => name in declared && value !== undefined));
  }

  private async load(): Promise<void> {
    const load = components[this.name];
    if (load === undefined) {
      this.failure = `The component ${this.name} is not deployed to this org.`;
      return;
    }
    try {
      this.componentClass = (await load()).default;
    } catch (error) {
      this.failure = `The component ${this.name} could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

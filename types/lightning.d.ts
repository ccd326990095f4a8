/**
 * The `lightning/*` modules that the platform provides and that our components import.
 *
 * Hand-written, because `@salesforce/lightning-types` describes base components only. A wire adapter answers with
 * `unknown` data: each component turns it into its own shape in one typed function, so no `any` is needed.
 */

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface GraphqlError {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
  }

  /** What the wire provisions. Before the first answer both `data` and `errors` are undefined. */
  export interface GraphqlResult {
    readonly data?: unknown;
    readonly errors?: readonly GraphqlError[];
    /** Asks the server again with the same query and variables; resolves when the wire has the new answer. */
    readonly refresh?: () => Promise<void>;
  }

  /** A parsed query. Opaque: the platform's `gql` returns a document node. */
  export type GraphqlQuery = { readonly kind?: 'Document' };

  export interface GraphqlConfig {
    readonly query?: GraphqlQuery;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
  }

  export function gql(strings: TemplateStringsArray, ...substitutions: never[]): GraphqlQuery;
  export const graphql: WireAdapterConstructor<Record<string, unknown>, GraphqlResult>;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldReference } from '@salesforce/schema';

  export interface FieldValueRepresentation {
    readonly value: string | number | boolean | null | RecordRepresentation;
    readonly displayValue: string | null;
  }

  /** The User Interface API's record, as `getRecord` provisions it. */
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
    readonly lastModifiedDate?: string | null;
  }

  export interface RecordResult {
    readonly data?: RecordRepresentation;
    readonly error?: unknown;
  }

  export interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null | undefined>>;
  }

  export const getRecord: WireAdapterConstructor<Record<string, unknown>, RecordResult>;
  export function getFieldValue(
    record: RecordRepresentation | undefined,
    field: string | FieldReference,
  ): FieldValueRepresentation['value'] | undefined;
  export function createRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(input: RecordInput): Promise<RecordRepresentation>;
  /** Moves a record to the recycle bin. */
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  /** Of what the User Interface API says of an object, what we read. */
  export interface ObjectInfoRepresentation {
    readonly apiName: string;
  }

  export interface ObjectInfoResult {
    readonly data?: ObjectInfoRepresentation;
    readonly error?: unknown;
  }

  export const getObjectInfo: WireAdapterConstructor<{ readonly objectApiName?: string }, ObjectInfoResult>;
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }

  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;

  export interface Navigation {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }

  export const NavigationMixin: {
    (
      base: typeof LightningElement,
    ): Omit<typeof LightningElement, 'prototype'> & (new () => LightningElement & Navigation);
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };

  /** Wire adapter: the page that is shown, again whenever it or its state changes. */
  export const CurrentPageReference: WireAdapterConstructor;
}

declare module 'lightning/platformShowToastEvent' {
  export interface Toast {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
  }

  export class ShowToastEvent extends CustomEvent<Toast> {
    constructor(toast: Toast);
  }
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  export interface ModalOptions {
    readonly label: string;
    readonly size?: 'small' | 'medium' | 'large' | 'full';
    readonly description?: string;
    readonly disableClose?: boolean;
  }

  export default class LightningModal extends LightningElement {
    /** Opens the modal; resolves with what `close` was given, or undefined when the person dismissed it. */
    static open<Properties extends object, Result>(options: ModalOptions & Properties): Promise<Result | undefined>;
    label: string;
    size: NonNullable<ModalOptions['size']>;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

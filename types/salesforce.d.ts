/** The `@salesforce/*` scoped modules: values that the platform fills in when it compiles a component. */

declare module '@salesforce/schema' {
  export interface FieldReference {
    readonly objectApiName: string;
    readonly fieldApiName: string;
  }
  export interface ObjectReference {
    readonly objectApiName: string;
  }
}

declare module '@salesforce/schema/*' {
  import type { FieldReference } from '@salesforce/schema';
  const reference: FieldReference;
  export default reference;
}

declare module '@salesforce/label/c.*' {
  const text: string;
  export default text;
}

declare module '@salesforce/user/Id' {
  /** The 18-character id of the person who is logged in. */
  const id: string;
  export default id;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module '@salesforce/i18n/locale' {
  /** A BCP 47 language tag, e.g. `en-US`. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** An IANA time zone, e.g. `Europe/Berlin`. */
  const timeZone: string;
  export default timeZone;
}

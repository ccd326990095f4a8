/** A method of an Apex class of this package. Its answer is turned into a type of ours where it is called. */
declare module '@salesforce/apex/*' {
  export default function call(parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Keeps the last result for as long as the inputs are the same objects: a template asks a getter many times. */
export class Memo<Result> {
  private inputs?: readonly unknown[];
  private result?: Result;

  of(inputs: readonly unknown[], compute: () => Result): Result {
    const isSame =
      this.inputs?.length === inputs.length && inputs.every((input, at) => Object.is(input, this.inputs?.[at]));
    if (!isSame) {
      this.result = compute();
      this.inputs = inputs;
    }
    return this.result as Result;
  }
}

interface Result<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

/** A wire adapter over data that does not change while the page is open. A newer configuration's answer wins. */
export abstract class PromiseAdapter<Config extends object, Data> {
  private readonly callback: (result: Result<Data>) => void;
  private turn = 0;
  private shown: string | undefined;

  constructor(callback: (result: Result<Data>) => void) {
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  /** The answer, or undefined while the configuration is incomplete. */
  protected abstract load(config: Config): Promise<Data> | undefined;

  connect(): void {}

  update(config: Config): void {
    const text = JSON.stringify(config);
    if (text === this.shown) return;
    this.shown = text;
    this.turn += 1;
    const { turn } = this;
    this.load(config)?.then(
      (data) => turn === this.turn && this.callback({ data, error: undefined }),
      (error: unknown) => turn === this.turn && this.callback({ data: undefined, error }),
    );
  }

  disconnect(): void {}
}

import { recordLearningEvent } from 'c/learningEvents';

interface Read {
  readonly nuggetId?: string;
  readonly opportunityId?: string;
}

/** Seconds since a moment, whole. */
export const secondsSince = (moment: number): number => Math.max(0, Math.round((Date.now() - moment) / 1000));

/** Saves that a nugget was read, once, and that it was completed, with the seconds since the dialog opened. */
export class ReadingEvents {
  private readonly openedAt = Date.now();
  private readonly onError: (error: unknown) => void;
  private isViewedSaved = false;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  async viewed(read: Read): Promise<void> {
    if (this.isViewedSaved) return;
    this.isViewedSaved = true;
    await this.save('Viewed', read);
  }

  async completed(read: Read): Promise<void> {
    await this.save('Completed', read);
  }

  /** Whoever has completed a nugget has read it: nothing more needs to be saved. */
  end(): void {
    this.isViewedSaved = true;
  }

  private async save(type: 'Viewed' | 'Completed', { nuggetId = '', opportunityId }: Read): Promise<void> {
    try {
      await recordLearningEvent({ nuggetId, opportunityId, type, seconds: secondsSince(this.openedAt) });
    } catch (error) {
      this.onError(error);
    }
  }
}

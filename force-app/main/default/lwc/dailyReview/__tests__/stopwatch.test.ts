import { createStopwatch } from '../stopwatch';

describe('the stopwatch of a review', () => {
  let seconds = 0;
  const stopwatch = createStopwatch(() => seconds * 1000);

  it('is up when the budget is used, over all questions', () => {
    stopwatch.start(100);
    seconds += 40;
    expect(stopwatch.sinceLap()).toBe(40);
    stopwatch.lap();
    seconds += 59;
    expect(stopwatch.isUp()).toBe(false);
    seconds += 1;
    expect(stopwatch.isUp()).toBe(true);
  });

  it('takes a question that lay open for one minute', () => {
    stopwatch.start(100);
    seconds += 5000;
    expect(stopwatch.isUp()).toBe(false);
    stopwatch.lap();
    seconds += 40;
    expect(stopwatch.isUp()).toBe(true);
  });
});

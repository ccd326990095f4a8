/** What LWC only logs (a duplicate key, a wrong type) fails the test that caused it. */
const logged = [];
const log = console.error;

beforeAll(() => {
  console.error = (...messages) => {
    logged.push(messages.map(String).join(' '));
    log(...messages);
  };
});

afterEach(() => {
  const errors = logged.splice(0);
  if (errors.length > 0) throw new Error(`Logged as an error:\n${errors.join('\n')}`);
});

afterAll(() => {
  console.error = log;
});

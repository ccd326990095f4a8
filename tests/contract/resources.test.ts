import { describeContract } from './describe-contract.ts';

describeContract('Other resources', (subject, _, testGap) => {
  testGap('requests that hang together go by composite, of 25 at most', 'composite graphs', async () => {
    const url = '/services/data/v66.0/sobjects/Account';
    const compositeRequest = [{ method: 'POST', url, referenceId: 'a', body: { Name: 'By a graph' } }];
    await subject().connection.requestPost('/composite/graph', { graphs: [{ graphId: 'one', compositeRequest }] });
  });

  testGap('searches go by SOSL', 'parameterized search', async () => {
    await subject().connection.request('/parameterizedSearch?q=acme&sobject=Account');
  });

  testGap('plans and costs are those of another database', 'explains how a query runs', async () => {
    await subject().connection.query('SELECT Id FROM Account').explain();
  });

  testGap('layouts are read from the metadata', 'layouts by describe', async () => {
    await subject().connection.sobject('Account').layouts();
  });

  testGap('list views are not kept in the org', 'list views', async () => {
    await subject().connection.sobject('Account').listviews();
  });

  testGap('what somebody looked at is not kept', 'recent items', async () => {
    await subject().connection.recent();
  });

  testGap('Apex is not run', 'queries and runs Apex by the tooling API', async () => {
    await subject().connection.tooling.executeAnonymous('System.debug(1);');
  });

  testGap('metadata changes by deploys, which are checked as a whole', 'changes metadata one by one', async () => {
    const label = { fullName: 'Contract_Word', language: 'en_US', protected: false, shortDescription: 'w', value: 'w' };
    const saved = await subject().connection.metadata.upsert('CustomLabel', label);
    expect(saved).toMatchObject({ success: true });
  });
});

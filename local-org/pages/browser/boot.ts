import type { BootModel } from '../model/types.ts';

/** The facts that the server embedded in the page, so that the first picture needs no request. */
export const boot: BootModel = readBoot();

function readBoot(): BootModel {
  const text = document.getElementById('local-org-boot')?.textContent;
  if (text === null || text === undefined) throw new Error('The page carries no boot data: load it through local-org.');
  return JSON.parse(text) as BootModel;
}

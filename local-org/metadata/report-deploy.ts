import type { MetadataComponent } from '../org.ts';
import type { ComponentFault } from './component-fault.ts';
import type { DeployMessage, DeployResult } from './deploy-result.ts';
import { fileOf, type ChangePlan } from './plan-changes.ts';
import type { DeployStep } from './read-package.ts';
import { lineOfFullName } from './xml.ts';

/** The rows of a deploy's answer: one for every fault, and one for every component that would do. */
export function reportDeploy(plan: ChangePlan, step: DeployStep, faults: readonly ComponentFault[]): DeployResult {
  const failed = new Set(faults.map(({ type, fullName }) => `${type}:${fullName}`));
  const changes = plan.changes
    .filter(({ type, fullName }) => !failed.has(`${type}:${fullName}`) && isNamed(step, type, fullName))
    .map(({ type, fullName, fileName, created, changed }): DeployMessage => {
      return { ...row(type, fullName, fileName), changed, created };
    });
  const deletions = plan.deletions
    .filter(({ type, fullName }) => !failed.has(`${type}:${fullName}`))
    .map(({ type, fullName, fileName, found }): DeployMessage => {
      if (found) return { ...row(type, fullName, fileName), changed: true, deleted: true };
      return {
        ...row(type, fullName, fileName),
        problem: `No ${type} named: ${fullName} found`,
        problemType: 'Warning',
      };
    });
  return {
    success: faults.length === 0,
    componentSuccesses: [...changes, ...deletions],
    componentFailures: faults.map((fault) => failure(fault, plan, step)),
  };
}

/** False for an object that the package only brings parts for. */
function isNamed({ manifest }: DeployStep, type: string, fullName: string): boolean {
  if (type !== 'CustomObject') return true;
  return manifest.members.some((member) => member.type === type && ['*', fullName].includes(member.fullName));
}

function row(componentType: string, fullName: string, fileName: string): DeployMessage {
  return { componentType, fullName, fileName, success: true, changed: false, created: false, deleted: false };
}

function failure(fault: ComponentFault, plan: ChangePlan, step: DeployStep): DeployMessage {
  const { type, fullName, message } = fault;
  const change = plan.changes.find((one) => one.type === type && one.fullName === fullName);
  const owner = ownerOf(fault, step.components) ?? ownerOf(fault, plan.components);
  const fileName = fault.fileName ?? change?.fileName ?? (owner ? fileOf(owner) : 'package.xml');
  return {
    ...row(type, fullName, fileName),
    success: false,
    problem: message,
    problemType: 'Error',
    lineNumber: fault.line ?? lineIn(owner, type, fullName),
    columnNumber: fault.column ?? 1,
  };
}

/** The component that is at fault or has the part that is. */
function ownerOf(
  { type, fullName }: ComponentFault,
  components: readonly MetadataComponent[],
): MetadataComponent | undefined {
  const whole = components.find((one) => one.type === type && one.fullName === fullName);
  if (whole) return whole;
  const [object] = fullName.split('.');
  return components.find((one) => one.type === 'CustomObject' && one.fullName === object && fullName.includes('.'));
}

function lineIn(owner: MetadataComponent | undefined, type: string, fullName: string): number {
  if (!owner || owner.type === type) return 1;
  const [content] = owner.files.values();
  return content ? lineOfFullName(Buffer.from(content).toString('utf8'), fullName.split('.').slice(1).join('.')) : 1;
}

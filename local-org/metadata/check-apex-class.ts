import { readApexClass } from '../apex/read-apex-class.ts';
import type { MetadataComponent } from '../org.ts';
import type { ComponentFault } from './component-fault.ts';

/** Syntax of a class, and that it is the class its file says. What it refers to is not checked: nothing compiles here. */
export function checkApexClass({ type, fullName, files }: MetadataComponent): ComponentFault[] {
  const fileName = `classes/${fullName}.cls`;
  const content = files.get(fileName);
  if (content === undefined) {
    return [{ type, fullName, fileName, message: `The class ${fullName} has no source: ${fileName} is missing` }];
  }
  const { apexClass, faults } = readApexClass(Buffer.from(content).toString('utf8'));
  if (faults.length > 0) return faults.map((fault) => ({ type, fullName, fileName, ...fault }));
  if (apexClass === undefined || apexClass.name.toLowerCase() === fullName.toLowerCase()) return [];
  const message = `Invalid name '${apexClass.name}': the class in ${fileName} must be named ${fullName}`;
  return [{ type, fullName, fileName, message, line: 1, column: 1 }];
}

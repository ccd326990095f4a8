import type { MetadataStore, Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import type { ApplicationDefinition, PageOverride } from './application.ts';
import { STANDARD_APPLICATION, applicationDefinition, navigationItems, tabDefinition } from './application.ts';
import { assignPages } from './assignment.ts';
import { designProperties } from './design-properties.ts';
import { flexiPageModel } from './flexi-page.ts';
import { objectModel } from './object-model.ts';
import { sessionModel } from './session.ts';
import { tabVisibility } from './tab-visibility.ts';
import type { BootModel, ObjectModel, PageModel } from './types.ts';
import { childrenOf, componentXml, textOf } from './xml.ts';

export interface BootOptions {
  readonly personSwitcher: boolean;
  /** Permissions that deployed components ask for, as `customPermission/Name`. */
  readonly permissions: readonly string[];
}

/** Everything the shell needs for one person, from the deployed metadata and the person's access. */
export function bootModel(org: Org, actor: Actor, options: BootOptions): BootModel {
  const { metadata, schema } = org;
  const access = org.access(actor);
  const pages = deployedPages(metadata);
  const application = deployedApplication(metadata);
  const session = sessionModel(org, actor, { ...options, pages });
  const overrides = objectOverrides(metadata);
  const assignments = assignPages(application, pages, session.profileName, overrides);
  const phone = assignPages(application, pages, session.profileName, overrides, 'Small');
  const objects: Record<string, ObjectModel> = {};
  for (const object of schema.objects) {
    if (!(object.uiApi || object.name === 'User') || !access.object(object.name).read) continue;
    objects[object.name] = objectModel(schema, access, metadata, object, {
      page: assignments.recordPages[object.name],
      phonePage: phone.recordPages[object.name],
    });
  }
  const isVisible = tabVisibility(org, actor);
  const navigation = navigationItems(application.tabs, {
    object: (name) => objects[name],
    tab: (name) => {
      const tab = isVisible(name) ? metadata.get('CustomTab', name) : undefined;
      return tab === undefined ? undefined : tabDefinition(tab);
    },
  });
  const { name, label, color } = application;
  return {
    session,
    application: {
      name,
      label,
      navigation,
      ...(color === undefined ? {} : { color }),
      ...(assignments.homePage === undefined ? {} : { homePage: assignments.homePage }),
    },
    pages,
    objects,
  };
}

function deployedPages(metadata: MetadataStore): PageModel[] {
  const typesOf = (name: string): ReadonlyMap<string, string> => {
    const bundle = name.startsWith('c:') ? metadata.get('LightningComponentBundle', name.slice(2)) : undefined;
    return bundle === undefined ? new Map() : designProperties(bundle);
  };
  return metadata.list('FlexiPage').flatMap((component) => flexiPageModel(component, typesOf) ?? []);
}

/** The first deployed app by name; an org without one shows the standard sales app. */
function deployedApplication(metadata: MetadataStore): ApplicationDefinition {
  const [first] = metadata
    .list('CustomApplication')
    .map(applicationDefinition)
    .sort((a, b) => a.name.localeCompare(b.name));
  return first ?? STANDARD_APPLICATION;
}

function objectOverrides(metadata: MetadataStore): PageOverride[] {
  return metadata.list('CustomObject').flatMap((component) =>
    childrenOf(componentXml(component), 'actionOverrides').flatMap((override): PageOverride[] => {
      const page = textOf(override, 'content');
      const action = textOf(override, 'actionName') ?? '';
      if (page === undefined || textOf(override, 'type')?.toLowerCase() !== 'flexipage') return [];
      return [{ action, subject: component.fullName, page }];
    }),
  );
}

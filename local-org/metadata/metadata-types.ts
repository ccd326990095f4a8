/** A type of component that can be deployed. */
export interface MetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  /** Absent for bundles, which are folders. */
  readonly suffix?: string;
  /** True where a `-meta.xml` file stands beside the content. */
  readonly metaFile: boolean;
  readonly childXmlNames: readonly string[];
}

const plain = (
  xmlName: string,
  directoryName: string,
  suffix: string,
  childXmlNames: readonly string[] = [],
): MetadataType => ({
  xmlName,
  directoryName,
  suffix,
  metaFile: false,
  childXmlNames,
});

/** Types that can be deployed. Source: the Metadata API Developer Guide, "Metadata Types". */
export const METADATA_TYPES: readonly MetadataType[] = [
  plain('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  plain('CustomPermission', 'customPermissions', 'customPermission'),
  plain('CustomLabels', 'labels', 'labels', ['CustomLabel']),
  plain('CustomObject', 'objects', 'object', [
    'CustomField',
    'ValidationRule',
    'CompactLayout',
    'ListView',
    'RecordType',
    'WebLink',
    'FieldSet',
    'Index',
    'BusinessProcess',
    'SharingReason',
  ]),
  { ...plain('StaticResource', 'staticresources', 'resource'), metaFile: true },
  { ...plain('ApexClass', 'classes', 'cls'), metaFile: true },
  { xmlName: 'LightningComponentBundle', directoryName: 'lwc', metaFile: false, childXmlNames: [] },
  plain('Layout', 'layouts', 'layout'),
  plain('PathAssistant', 'pathAssistants', 'pathAssistant'),
  plain('FlexiPage', 'flexipages', 'flexipage'),
  plain('CustomTab', 'tabs', 'tab'),
  plain('CustomApplication', 'applications', 'app'),
  plain('PlatformEventChannel', 'platformEventChannels', 'platformEventChannel'),
  plain('PlatformEventChannelMember', 'platformEventChannelMembers', 'platformEventChannelMember'),
  plain('PermissionSet', 'permissionsets', 'permissionset'),
  plain('Profile', 'profiles', 'profile'),
];

export function typeOfDirectory(directory: string): MetadataType | undefined {
  return METADATA_TYPES.find(({ directoryName }) => directoryName === directory);
}

export function typeNamed(xmlName: string): MetadataType | undefined {
  return METADATA_TYPES.find((type) => type.xmlName === xmlName);
}

/** True for the type of a component or of a part of one. */
export function isMetadataType(xmlName: string): boolean {
  return typeNamed(xmlName) !== undefined || parentTypeOf(xmlName) !== undefined;
}

/** The type whose components hold parts of type `childXmlName`. */
export function parentTypeOf(childXmlName: string): MetadataType | undefined {
  return METADATA_TYPES.find(({ childXmlNames }) => childXmlNames.includes(childXmlName));
}

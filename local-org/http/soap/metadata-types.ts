/** A metadata type that the org knows, as `describeMetadata` tells it. */
export interface MetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly metaFile: boolean;
  readonly childXmlNames: readonly string[];
}

const plain = (xmlName: string, directoryName: string, suffix: string): MetadataType => ({
  xmlName,
  directoryName,
  suffix,
  metaFile: false,
  childXmlNames: [],
});

/** Types that can be deployed. Source: the Metadata API Developer Guide, "Metadata Types". */
export const METADATA_TYPES: readonly MetadataType[] = [
  { ...plain('ApexClass', 'classes', 'cls'), metaFile: true },
  plain('CustomApplication', 'applications', 'app'),
  { ...plain('CustomLabels', 'labels', 'labels'), childXmlNames: ['CustomLabel'] },
  {
    ...plain('CustomObject', 'objects', 'object'),
    childXmlNames: ['CustomField', 'CompactLayout', 'ListView', 'RecordType', 'ValidationRule', 'WebLink', 'Index'],
  },
  plain('CustomPermission', 'customPermissions', 'customPermission'),
  plain('CustomTab', 'tabs', 'tab'),
  plain('FlexiPage', 'flexipages', 'flexipage'),
  plain('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  plain('Layout', 'layouts', 'layout'),
  { xmlName: 'LightningComponentBundle', directoryName: 'lwc', metaFile: false, childXmlNames: [] },
  plain('PathAssistant', 'pathAssistants', 'pathAssistant'),
  plain('PermissionSet', 'permissionsets', 'permissionset'),
  plain('Profile', 'profiles', 'profile'),
  { ...plain('StaticResource', 'staticresources', 'resource'), metaFile: true },
];

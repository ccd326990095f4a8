import { MetadataFault } from './metadata-fault.ts';
import type { XmlElement } from './xml.ts';

const VALUE = 'color default description fullName isActive label allowEmail closed forecastCategory probability won';

/**
 * The elements that a type may contain. Source: the types of the Metadata API's WSDL, for the parts that this org
 * reads. Types that are not listed are not checked.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  CustomObject: list(`actionOverrides allowInChatterGroups businessProcesses compactLayoutAssignment compactLayouts
    customHelp customHelpPage customSettingsType deploymentStatus deprecated description enableActivities
    enableBulkApi enableChangeDataCapture enableDivisions enableEnhancedLookup enableFeeds enableHistory
    enableLicensing enableReports enableSearch enableSharing enableStreamingApi externalSharingModel fieldSets fields
    fullName gender household indexes label listViews nameField pluralLabel profileSearchLayouts recordTypeTrackFeedHistory
    recordTypeTrackHistory recordTypes searchLayouts sharingModel sharingReasons startsWith validationRules
    visibility webLinks`),
  CustomField: list(`aiPredictionField businessOwnerGroup businessOwnerUser businessStatus caseSensitive
    complianceGroup customDataType defaultValue deleteConstraint deprecated description displayFormat
    displayLocationInDecimal encryptionScheme escapeMarkup externalDeveloperName externalId fieldManageability formula
    formulaTreatBlanksAs fullName inlineHelpText isAIPredictionField isConvertLeadDisabled isFilteringDisabled
    isNameField isSortingDisabled label length lookupFilter maskChar maskType metadataRelationshipControllingField
    populateExistingRows precision readOnlyProxy referenceTargetField referenceTo relationshipLabel relationshipName
    relationshipOrder reparentableMasterDetail required restrictedAdminField scale securityClassification startingNumber
    stripMarkup summarizedField summaryFilterItems summaryForeignKey summaryOperation trackFeedHistory trackHistory
    trackTrending translateData trueValueIndexed type unique valueSet visibleLines writeRequiresMasterRead`),
  ValueSet: list('controllingField restricted valueSetDefinition valueSetName valueSettings'),
  ValueSetDefinition: list('sorted value'),
  CustomValue: list(VALUE),
  ValidationRule: list(
    'active description errorConditionFormula errorDisplayField errorMessage fullName shouldEvaluateOnClient',
  ),
  CompactLayout: list('fields fullName label'),
  GlobalValueSet: list('customValue description fullName masterLabel sorted'),
  CustomPermission: list('connectedApp description fullName isLicensed label requiredPermission'),
  CustomLabel: list('categories fullName language protected shortDescription value'),
  CustomTab: list(`actionOverrides auraComponent customObject description flexiPage frameHeight fullName hasSidebar icon
    label lwcComponent mobileReady motif page scontrol splashPageLink url urlEncodingKey`),
  PermissionSet: list(`agentAccesses applicationVisibilities classAccesses customMetadataTypeAccesses customPermissions
    customSettingAccesses description emailRoutingAddressAccesses externalCredentialPrincipalAccesses
    externalDataSourceAccesses fieldPermissions flowAccesses fullName hasActivationRequired label license
    objectPermissions pageAccesses recordTypeVisibilities servicePresenceStatusAccesses tabSettings userPermissions`),
  PermissionSetObjectPermissions:
    list(`allowCreate allowDelete allowEdit allowRead modifyAllRecords object viewAllFields
    viewAllRecords`),
  PermissionSetFieldPermissions: list('editable field readable'),
  Layout: list(`customButtons customConsoleComponents emailDefault excludeButtons feedLayout fullName headers
    layoutSections miniLayout multilineLayoutFields platformActionList quickActionList relatedContent relatedLists
    relatedObjects runAssignmentRulesDefault showEmailCheckbox showHighlightsPanel showInteractionLogPanel
    showKnowledgeComponent showRunAssignmentRulesCheckbox showSolutionSection showSubmitAndAttachButton
    summaryLayout`),
  FlexiPage: list(`description events flexiPageRegions fullName masterLabel pageTemplate parentFlexiPage
    platformActionlist quickActionList sobjectType template type`),
};

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/**
 * Checks that `element`, read as `type`, has only elements that the type knows, and none twice that stands once.
 *
 * @throws MetadataFault naming the first that does not belong there.
 */
export function checkElements(element: XmlElement, type: string): void {
  const known = KNOWN[type];
  if (!known) return;
  for (const { name } of element.elements) {
    if (known.includes(name)) continue;
    throw new MetadataFault(
      `Element {http://soap.sforce.com/2006/04/metadata}${name} invalid at this location in type ${type}`,
    );
  }
}

/** The text of a child that has to be there. */
export function requiredText(element: XmlElement, name: string): string {
  const found = element.elements.find((one) => one.name === name)?.text;
  if (found === undefined || found === '') throw new MetadataFault(`Required field is missing: ${name}`);
  return found;
}

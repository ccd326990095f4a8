/** What the server tells the browser about pages. Plain JSON; nothing here is special to one package. */

/** One placed component of a Lightning page. */
export interface ComponentItem {
  readonly kind: 'component';
  readonly id: string;
  /** e.g. `c:dealNuggets` or `force:highlightsPanel`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly visibility?: VisibilityRule;
}

export interface TabsItem {
  readonly kind: 'tabs';
  readonly id: string;
  readonly tabs: readonly PageTab[];
  readonly visibility?: VisibilityRule;
}

export interface PageTab {
  readonly id: string;
  readonly label: string;
  readonly active: boolean;
  readonly items: readonly PageItem[];
}

/** Fields placed on the page itself (a dynamic form's section). */
export interface FieldSectionItem {
  readonly kind: 'fields';
  readonly id: string;
  readonly label: string;
  readonly columns: readonly (readonly string[])[];
  readonly visibility?: VisibilityRule;
}

export type PageItem = ComponentItem | TabsItem | FieldSectionItem;
export type PropertyValue = string | number | boolean | readonly string[];

export interface VisibilityRule {
  /** e.g. `1 AND (2 OR 3)`; absent means that all criteria hold. */
  readonly filter?: string;
  readonly criteria: readonly VisibilityCriterion[];
}

export interface VisibilityCriterion {
  /** What is compared, without braces: `Record.StageName`, `$User.Profile.Name`, `$Permission.CustomPermission.X`. */
  readonly left: string;
  readonly operator: 'CONTAINS' | 'EQUAL' | 'NE' | 'GT' | 'GE' | 'LT' | 'LE';
  readonly right: string;
}

export interface PageRegion {
  readonly name: string;
  readonly items: readonly PageItem[];
}

export type PageType = 'RecordPage' | 'HomePage' | 'AppPage';

export interface PageModel {
  readonly name: string;
  readonly label: string;
  readonly type: PageType;
  readonly objectApiName?: string;
  readonly template: string;
  readonly regions: readonly PageRegion[];
}

/** An item of the app's navigation bar. */
export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly icon: string;
  readonly kind: 'home' | 'object' | 'page' | 'component';
  /** The object, FlexiPage or component behind the tab. */
  readonly target?: string;
}

export interface ApplicationModel {
  readonly name: string;
  readonly label: string;
  readonly color?: string;
  readonly navigation: readonly NavigationItem[];
  /** The FlexiPage shown as the home page. */
  readonly homePage?: string;
}

export interface LayoutSection {
  readonly label: string;
  readonly columns: readonly (readonly string[])[];
}

export interface RelatedListModel {
  readonly relationshipName: string;
  readonly label: string;
  readonly objectApiName: string;
  readonly foreignKey: string;
  readonly columns: readonly ColumnModel[];
}

/** A column of a list: a field path as SOQL writes it. */
export interface ColumnModel {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly sortable: boolean;
  /** The path of the id that the cell links to. */
  readonly linkTo?: string;
}

export interface ObjectModel {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly icon: string;
  readonly nameField: string;
  readonly owned: boolean;
  /** The compact layout without the name field. */
  readonly highlights: readonly string[];
  readonly sections: readonly LayoutSection[];
  readonly listColumns: readonly ColumnModel[];
  readonly relatedLists: readonly RelatedListModel[];
  /** The FlexiPage of its records on a desktop, and on a phone. */
  readonly page?: string;
  readonly phonePage?: string;
}

/** The facts about the person in front of the page, known only when the page is asked for. */
export interface SessionModel {
  readonly userId: string;
  readonly name: string;
  readonly title?: string;
  readonly profileName: string;
  readonly organizationName: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  /** Values of the visibility expressions that are about the user, not the record. */
  readonly visibilityFacts: Readonly<Record<string, string | number | boolean | null>>;
  readonly personSwitcher: boolean;
}

/** Everything the shell needs to draw its first picture, embedded in the index page. */
export interface BootModel {
  readonly session: SessionModel;
  readonly application: ApplicationModel;
  readonly pages: readonly PageModel[];
  readonly objects: Readonly<Record<string, ObjectModel>>;
}

/** One entry of the person switcher. */
export interface PersonModel {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: string;
}

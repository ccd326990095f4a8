import { forecastCategoryOf } from '../../schema/standard/opportunity-stages.ts';
import type { StoredRow } from '../sql-database.ts';
import { changed, numberOf, textOf } from './behavior.ts';
import type { Behavior, BehaviorOrg, Change } from './behavior.ts';

/** What a stage stands for, as the OpportunityStage rows say. */
interface Stage {
  readonly probability: number | null;
  readonly forecastCategory: string | null;
  readonly forecastCategoryName: string | null;
  readonly isClosed: number;
  readonly isWon: number;
}

/** A change of any of these writes a row of OpportunityHistory. */
const HISTORY_FIELDS = ['StageName', 'Amount', 'Probability', 'CloseDate', 'ForecastCategory'] as const;

export const opportunityBehavior: Behavior = {
  before(change, org) {
    const { row, prior, given } = change;
    keepAmountOfProducts(change);
    if (changed(change, 'StageName')) applyStage(change, org);
    else if (given['ForecastCategoryName'] !== undefined) alignForecastCategory(row);
    if (!prior) {
      row['PushCount'] = 0;
      return;
    }
    if (changed(change, 'StageName')) row['LastStageChangeDate'] = change.moment.now;
    if (isPush(textOf(prior, 'CloseDate'), textOf(row, 'CloseDate'))) {
      row['PushCount'] = (numberOf(prior, 'PushCount') ?? 0) + 1;
    }
  },
  after(change, org) {
    if (changed(change, ...HISTORY_FIELDS)) writeHistory(change, org);
    const contact = change.row['ContactId'];
    if (!change.prior && typeof contact === 'string') {
      const role = { OpportunityId: change.row['Id'] ?? null, ContactId: contact, IsPrimary: 1 };
      org.add('OpportunityContactRole', role, change.moment);
    }
  },
};

/** With products, the amount is their sum: what a client gives is ignored, not refused. */
function keepAmountOfProducts({ row, prior, actor }: Change): void {
  if (prior?.['HasOpportunityLineItem'] === 1 && !actor.system) row['Amount'] = prior['Amount'] ?? null;
}

function applyStage({ row, given }: Change, org: BehaviorOrg): void {
  const stage = findStage(org, textOf(row, 'StageName'));
  if (!stage) return;
  row['IsClosed'] = stage.isClosed;
  row['IsWon'] = stage.isWon;
  if (given['Probability'] === undefined) row['Probability'] = stage.probability;
  if (given['ForecastCategoryName'] !== undefined && given['ForecastCategoryName'] !== null) {
    alignForecastCategory(row);
    return;
  }
  row['ForecastCategoryName'] = stage.forecastCategoryName;
  row['ForecastCategory'] = stage.forecastCategory;
}

function alignForecastCategory(row: StoredRow): void {
  row['ForecastCategory'] =
    forecastCategoryOf(textOf(row, 'ForecastCategoryName') ?? '') ?? row['ForecastCategory'] ?? null;
}

function findStage({ database }: BehaviorOrg, name: string | undefined): Stage | undefined {
  const found = database.row(
    `SELECT "DefaultProbability", "ForecastCategory", "ForecastCategoryName", "IsClosed", "IsWon"
     FROM "OpportunityStage" WHERE "ApiName" = ?`,
    [name ?? null],
  );
  if (!found) return undefined;
  const [probability, forecastCategory, forecastCategoryName, isClosed, isWon] = found;
  return {
    probability: typeof probability === 'number' ? probability : null,
    forecastCategory: typeof forecastCategory === 'string' ? forecastCategory : null,
    forecastCategoryName: typeof forecastCategoryName === 'string' ? forecastCategoryName : null,
    isClosed: isClosed === 1 ? 1 : 0,
    isWon: isWon === 1 ? 1 : 0,
  };
}

/** A close date is pushed when it moves to a later calendar month, however many days that is. */
function isPush(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && after.slice(0, 7) > before.slice(0, 7);
}

function writeHistory(change: Change, org: BehaviorOrg): void {
  const { row, prior, moment } = change;
  const amount = numberOf(row, 'Amount');
  const probability = numberOf(row, 'Probability');
  const history = org.add(
    'OpportunityHistory',
    {
      OpportunityId: row['Id'] ?? null,
      StageName: row['StageName'] ?? null,
      Amount: amount ?? null,
      ExpectedRevenue: amount === undefined || probability === undefined ? null : (amount * probability) / 100,
      CloseDate: row['CloseDate'] ?? null,
      Probability: probability ?? null,
      ForecastCategory: row['ForecastCategory'] ?? null,
      PrevAmount: prior?.['Amount'] ?? null,
      PrevCloseDate: prior?.['CloseDate'] ?? null,
    },
    moment,
  );
  if (!prior) return;
  const latest: StoredRow = {};
  if (changed(change, 'Amount')) latest['LastAmountChangedHistoryId'] = history;
  if (changed(change, 'CloseDate')) latest['LastCloseDateChangedHistoryId'] = history;
  if (Object.keys(latest).length > 0) org.derive('Opportunity', String(row['Id']), latest);
}

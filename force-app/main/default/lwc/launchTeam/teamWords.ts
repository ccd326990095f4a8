import { likelyCount, likelyCountByDay } from 'c/core';
import { format, launchLabels as labels } from 'c/labels';
import { chanceText, shortText, type Launch } from 'c/launchRecords';
import type { ChartSeries } from 'c/lineChart';
import type { LaunchPeople, NotReady, TeamShortSkill } from './launchPeople';

/** "Likely 26 to 30 of 34 by then." Empty when the day has come: what counts then is who is ready. */
export function forecastText({ paths }: LaunchPeople, { day }: Launch, today: string): string {
  if (paths.length === 0 || day <= today) return '';
  const { lower, upper } = likelyCount(paths.map((path) => path.at(-1)?.chance ?? 0));
  return lower === upper
    ? format(labels.likelyOne, lower, paths.length)
    : format(labels.likelyRange, lower, upper, paths.length);
}

/** How many are likely to be ready from today to the launch; empty when the day has come. */
export function forecastSeries({ paths }: LaunchPeople, { day }: Launch, today: string): ChartSeries[] {
  if (paths.length === 0 || day <= today) return [];
  const days = likelyCountByDay(paths, today, day);
  return [
    {
      name: labels.expectedReady,
      points: days.map((point) => ({ x: point.day, y: point.expected })),
      band: days.map((point) => ({ x: point.day, lower: point.lower, upper: point.upper })),
    },
  ];
}

/** "9 people, short by 12 on average, not enough evidence of 2". */
export function skillText({ people, thin, meanGap }: TeamShortSkill): string {
  const measured = people.length - thin;
  const gap = Math.ceil(meanGap);
  const short = measured === 1 ? format(labels.personShort, gap) : format(labels.peopleShort, measured, gap);
  const evidence = format(labels.peopleThin, thin);
  return [...(measured > 0 ? [short] : []), ...(thin > 0 ? [evidence] : [])].join(', ');
}

/** "Field products short by 12, Pricing: not enough evidence". */
export function personText({ short }: NotReady): string {
  return short.map(shortText).join(', ');
}

/** "58% chance". */
export function personChance({ chance }: NotReady): string {
  return format(labels.chance, chanceText(chance));
}

/** "64 of 70, 67 expected". */
export function personScore({ score, target, expected }: NotReady): string {
  return format(
    labels.expected,
    ...[score, target, expected].map((value) => (value === undefined ? '–' : Math.round(value))),
  );
}

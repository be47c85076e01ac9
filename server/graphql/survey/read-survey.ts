import type { PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { isWithin } from '#server/analysis/board/locality.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { askedOf } from '#server/analysis/survey/asked.ts';
import { surveyPlaces, type SurveyPlaces } from '#server/analysis/survey/city.ts';
import { surveyOf, type Survey } from '#server/analysis/survey/survey.ts';
import { areasOf } from '../board/read-areas.ts';
import { readSlice } from '../board/read-slice.ts';
import type { View } from '../view.ts';

/** Chains looked through for one list; each is read as its board is. */
export const MOST_CHAINS = 200;

export type SurveyQuestion = {
  /** Undefined: all of the store, as far as MOST_CHAINS goes. */
  readonly chains: readonly RowOf<'entity'>[] | undefined;
  /** Only offices in it; itself too. */
  readonly region: string | undefined;
  readonly offices: readonly string[] | undefined;
  readonly date: PartialDate;
  /** Open rows that are given. */
  readonly limit: number;
};

export type ReadSurvey = Survey & {
  /** Chains looked through, and those that were too many. */
  readonly chains: readonly RowOf<'entity'>[];
  readonly chainsCut: number;
  /** Requests that name no place, of those chains. In order of id. */
  readonly placeless: readonly SliceFact[];
};

/** What is asked of the places and parks of a store, with nobody seen to operate, as known on a day. */
export async function readSurvey(at: View, question: SurveyQuestion): Promise<ReadSurvey> {
  const { region, offices, date, limit } = question;
  const all = question.chains ?? (await at.reader.find('entity', 'kind', ['Chain']));
  const inOrder = all.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const chains = inOrder.slice(0, MOST_CHAINS);
  const slices = await Promise.all(chains.map((chain) => readSlice(at, chain, [], date)));
  const asked = slices.map((slice) => askedOf(slice, date));
  const survey = surveyOf(
    asked,
    await placesOf(at, slices, [...new Set(asked.flatMap((one) => one.asked.map(({ office }) => office)))]),
    ({ slice, office }) =>
      (region === undefined || isWithin(slice, office, region)) && (offices === undefined || offices.includes(office)),
    limit,
  );
  const placeless = asked.flatMap((one) => one.placeless).sort((a, b) => compareText(a.id, b.id));
  return { ...survey, chains, chainsCut: inOrder.length - chains.length, placeless };
}

/** Which city signs for each office, by what lies around it. */
async function placesOf(at: View, slices: readonly ChainSlice[], offices: readonly string[]): Promise<SurveyPlaces> {
  const known = new Map(slices.flatMap(({ around }) => [...around]));
  const containers = [...new Set(offices.flatMap((office) => [...(known.get(office) ?? [])]))];
  const outer = await at.topology.analyse(containers, (projection) => areasOf(projection, containers));
  const around = new Map([...outer.around, ...known]);
  const areas = await at.load.rows('entity', new Set([...offices, ...containers]));
  return surveyPlaces(offices, around, new Map(areas.map((area) => [area.id, area])));
}

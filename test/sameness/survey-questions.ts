import type { Asker, Question } from './asker.ts';
import { CHAIN } from './worked-chain.ts';

/** Of all chains those of which most is asked; as often the one in which everything comes up. */
const FULLEST = 8;

/** Where more than a few chains are looked through, an answer would be large: two of those that something is asked of. */
const MOST_CHAINS = 2;

/** What few rows have: a question drawn by chance would seldom hit one. */
const ROW =
  'chain { __typename name } segment { __typename name } planned { id } cell { covered unplaced { entity { __typename name } } intended { entity { __typename name } } } proposed { id } research { entity { __typename name } } requests { class planned { id } proposed { id } } meantFor { __typename name } responsible { id } registers { title } wantedRegister { zh } alsoAsked { __typename name }';

/** What is to be surveyed: of chains that somebody plans or proposes, in a place that is asked, or wherever it is. */
export function aboutSurveys(at: Asker): readonly Question[] {
  const { byKind, byId, of } = at.sample;
  const asks = (id: string) =>
    (of.get(id) ?? []).filter(
      ({ to, modality, from }) =>
        to === id &&
        (modality === 'planned' || modality === 'proposed') &&
        ['Place', 'Park', 'Policy', 'Agency'].includes(byId.get(from)?.kind ?? ''),
    );
  const asked = (byKind.get('Chain') ?? []).flatMap(({ id }) => {
    const steps = (of.get(id) ?? []).flatMap(({ type, from, to }) =>
      type === 'SEGMENT_OF' && to === id ? [from] : [],
    );
    const requests = [id, ...steps].flatMap(asks);
    return requests.length === 0 ? [] : [{ id, requests }];
  });
  const fullest = asked.toSorted((a, b) => b.requests.length - a.requests.length).slice(0, FULLEST);
  const worked = asked.filter(({ id }) => byId.get(id)?.name === CHAIN.name);
  const turns = [...fullest.flatMap(() => worked), ...fullest];
  const one = turns.length === 0 ? undefined : at.turn('chain of a survey', turns);
  const offices = (one?.requests ?? []).flatMap(({ from }) =>
    ['Place', 'Park'].includes(byId.get(from)?.kind ?? '') ? [from] : [],
  );
  const around = offices.flatMap((id) =>
    (of.get(id) ?? []).flatMap(({ from, to, type }) =>
      (type === 'PART_OF' || type === 'LOCATED_IN') && from === id ? [to] : [],
    ),
  );
  const how = at.turn('part of a survey', ['chain', 'chain', 'office', 'region', 'chains', 'date']);
  const office = how === 'office' && offices.length > 0 ? at.draw.pick(offices) : undefined;
  const region = how === 'region' && offices.length > 0 ? at.draw.pick([...offices, ...around]) : undefined;
  const others = at.draw.some(asked, how === 'chains' ? MOST_CHAINS : 0).map(({ id }) => id);
  const chains = one === undefined ? undefined : [...new Set([one.id, ...others])];
  const date = how === 'date' ? at.turn('date of a survey', ['2024-12', '2020-06']) : undefined;
  const limit = at.turn('limit of a survey', [8, 3, 20]);
  const focus = at.turn('of a survey', ['SurveyRow', 'SurveyRow', 'SurveyOffice', 'Survey']);
  const drawn = at.ask('survey', { chains, office, region, limit, date }, focus);
  if (one === undefined) return [drawn];
  const inside = around[0] === undefined ? '' : `region: "${around[0]}", `;
  const rows =
    at.question(`{ survey(${inside}chains: ["${one.id}"], limit: 8, version: ${at.sample.version}) { __typename ... on Survey {
    placeless { id } offices { office { __typename name } city { __typename name } spans { __typename name } parks { __typename name } settled { ${ROW} } open { ${ROW} } } } } }`);
  return [rows, drawn];
}

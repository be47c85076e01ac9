import type { Asker, Question } from './asker.ts';
import { CHAIN } from './worked-chain.ts';

/** Whom offices have spoken to: of all, of a region, of a chain or segment, or of some firms by name. */
export function aboutLedgers(at: Asker): Question {
  const { byKind, byId, relations } = at.sample;
  const contacts = relations.filter(({ type }) => type === 'ENGAGED_WITH');
  const offices = contacts.map(({ from }) => from as string);
  const areas = offices.filter((id) => ['Place', 'Park'].includes(byId.get(id)?.kind ?? ''));
  const places = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])].map(({ id }) => id as string);
  const met = contacts.map(({ to }) => to as string);
  const inDoubt = at.sample.readings.flatMap(({ from, to }) => [from as string, to as string]);
  const firms = (byKind.get('Company') ?? []).map(({ id }) => id as string);
  const chains = [...(byKind.get('Chain') ?? []), ...(byKind.get('Segment') ?? [])];
  const worked = chains.find(({ name }) => name === CHAIN.name) ?? chains[0];
  const [one] = at.draw.some(chains, 1);
  const how = at.turn('part of a ledger', ['all', 'firms', 'region', 'subject', 'firms', 'worked', 'date']);
  const args: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    firms: {
      firms: [...at.draw.some(met, 2), ...at.draw.some(inDoubt, 2), ...at.draw.some(firms, 2)],
    },
    region: { region: at.draw.some(areas.length > 0 ? areas : places, 1)[0] },
    subject: { subject: one?.id },
    worked: { subject: worked?.id },
    date: { date: at.turn('date of a ledger', ['2024-12', '2020-06']) },
  };
  const focus = at.turn('of a ledger', [
    'LedgerFirm',
    'Contact',
    'LedgerSigned',
    'LedgerMayBe',
    'Ledger',
    'LedgerNotLoaded',
  ]);
  return at.ask('ledger', { limit: at.turn('limit of a ledger', [3, 1, 8]), ...args[how] }, focus);
}

import type { RowOf } from '#graph-model/rows.ts';
import type { View } from './view.ts';

/** Projects read at a time. */
const PAGE = 1000;

export type ToldProjects = { readonly staged: number; readonly paid: number };

/** Projects of which a source writes how far they are, and what has been paid in. */
export async function readToldProjects(at: View): Promise<ToldProjects> {
  const [staged, paid] = [new Set<string>(), new Set<string>()];
  for (let after: string | undefined; ;) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const projects = await at.reader.find('entity', 'kind', ['Project'], page);
    const attributes = await at.reader.find(
      'attribute',
      'entity',
      projects.map(({ id }) => id),
    );
    for (const { name, entity } of attributes) {
      if (name === 'project_stage') staged.add(entity);
      if (name === 'paid_in') paid.add(entity);
    }
    after = projects.at(-1)?.id;
    if (projects.length < PAGE) return { staged: staged.size, paid: paid.size };
  }
}

export type Registers = { readonly sources: number; readonly chains: number };

/** Sources that claim to be complete for something, and the chains that one of them covers as a whole. */
export async function readRegisters(at: View): Promise<Registers> {
  const rows: RowOf<'coverage'>[] = [];
  for await (const batch of at.reader.scan('coverage'))
    rows.push(...batch.filter(({ extent }) => extent === 'register'));
  const records = await at.load.rows('record', new Set(rows.map(({ subject }) => subject)));
  const entities = await at.load.rows('entity', new Set(records.map(({ entity }) => entity)));
  return {
    sources: new Set(rows.map(({ source }) => source)).size,
    chains: entities.filter(({ kind }) => kind === 'Chain').length,
  };
}

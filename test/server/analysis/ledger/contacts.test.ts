import { expect, test } from 'vitest';
import { identifyDecision } from '#graph-model/facts/decision.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { contactsOf, signedOf, type Contact } from '#server/analysis/ledger/contacts.ts';
import { evidence, passage, record, relationship, source } from '../../../support/statements.ts';
import { QUIET, stagedRun, withStore } from '../../../support/publish-world.ts';

const ledger = source('ledger', { class: 'project_note', date: '2025-06', visibility: 'internal' });
const later = source('later', { class: 'project_note', date: '2025-09', visibility: 'internal' });
const office = record(ledger, 'Agency', '甲市商务局');
const park = record(ledger, 'Park', '青石高新区');
const deer = record(ledger, 'Company', '白鹿激光有限公司');
const rock = record(ledger, 'Company', '白岩材料有限公司');
const short = record(ledger, 'Company', '白岩');

type Says = {
  readonly by?: typeof office;
  readonly firm?: typeof deer;
  readonly modality?: Modality;
  readonly from?: string;
  readonly to?: string;
  readonly ended?: boolean;
};

function step(engagement: string, { by = office, firm = deer, modality = 'operating', from, to, ended }: Says = {}) {
  return relationship(by, 'ENGAGED_WITH', firm, {
    modality,
    qualifiers: { engagement },
    ...(from === undefined ? {} : { validFrom: from }),
    ...(to === undefined ? {} : { validTo: to }),
    ...(ended === undefined ? {} : { ended }),
  });
}

async function published(store: GraphStore, steps: readonly ReturnType<typeof step>[], in_ = ledger) {
  const unsure = identifyDecision({
    about: 'records',
    verdict: 'unsure',
    left: short.id,
    right: rock.id,
    rank: 1,
    reason: '台账用简称',
    who: '招商科',
    at: '2025-06-01',
    owner: 'data/test',
  });
  const run = stagedRun({
    owner: `data/${in_.key}`,
    sources: [in_],
    passages: [passage(in_)],
    records: [office, park, deer, rock, short],
    statements: steps,
    evidence: steps.map((one) => evidence(one, in_, { owner: `data/${in_.key}` })),
    decisions: steps.some(({ object }) => object === short.id) ? [unsure] : [],
  });
  const { version } = await publishRun(store, run, QUIET);
  return store.reader(version);
}

async function idOf(reader: GraphReader, { id }: typeof deer): Promise<string> {
  return (await reader.get('record', [id])).get(id)?.entity ?? '';
}

function told(contacts: readonly Contact[] = []): string[] {
  return contacts.map(({ stage, from, standing }) => `${stage} ${from ?? '-'} ${standing}`);
}

test('the stages of a firm come in order of date, each with who, since when and from where', async () => {
  await withStore(async (store) => {
    const reader = await published(store, [
      step('signed', { from: '2025-03' }),
      step('landed', { by: park, from: '2025-05-20' }),
      step('talking', { from: '2024-11' }),
      step('talking', { by: park }),
    ]);
    const id = await idOf(reader, deer);
    const { contacts, mayBe } = (await contactsOf(reader, [id], '2025-06')).get(id) ?? {};
    expect(told(contacts)).toStrictEqual([
      'talking - current',
      'talking 2024-11 current',
      'signed 2025-03 current',
      'landed 2025-05-20 current',
    ]);
    expect(mayBe).toStrictEqual([]);
    expect(contacts?.every(({ disputed, sources }) => !disputed && sources[0] === ledger.id)).toBe(true);
    const signed = signedOf(contacts ?? []);
    expect(signed).toMatchObject({ stage: 'landed', since: '2025-03' });
    expect(signed?.by).toHaveLength(2);
  });
});

test('what is only wished, broken off or still to come is not signed', async () => {
  await withStore(async (store) => {
    const reader = await published(store, [
      step('talking', { modality: 'proposed' }),
      step('signed', { modality: 'planned', by: park, from: '2025-08' }),
      step('signed', { from: '2024', to: '2025-01' }),
      step('landed', { from: '2026-01' }),
      step('signed', { firm: rock, ended: true }),
    ]);
    const [id, other] = [await idOf(reader, deer), await idOf(reader, rock)];
    const of = await contactsOf(reader, [id, other], '2025-06');
    expect(told(of.get(id)?.contacts)).toStrictEqual([
      'lead - current',
      'signed 2024 over',
      'intended 2025-08 ahead',
      'landed 2026-01 ahead',
    ]);
    expect(signedOf(of.get(id)?.contacts ?? [])).toBeUndefined();
    expect(told(of.get(other)?.contacts)).toStrictEqual(['signed - over']);
    expect(signedOf(of.get(other)?.contacts ?? [])).toBeUndefined();
  });
});

test('a name that may be the firm is told, and takes nobody off the list', async () => {
  await withStore(async (store) => {
    const reader = await published(store, [step('signed', { firm: short }), step('talking', { firm: rock })]);
    const [vague, full] = [await idOf(reader, short), await idOf(reader, rock)];
    const of = await contactsOf(reader, [full, vague], '2025-06');
    expect(told(of.get(full)?.contacts)).toStrictEqual(['talking - current']);
    expect(of.get(full)?.mayBe.map(({ entity, contacts }) => [entity === vague, ...told(contacts)])).toStrictEqual([
      [true, 'signed - current'],
    ]);
    expect(of.get(vague)?.mayBe.map(({ entity }) => entity)).toStrictEqual([full]);
    expect(signedOf(of.get(full)?.contacts ?? [])).toBeUndefined();
  });
});

test('on an earlier day only what a source had told by then is known', async () => {
  await withStore(async (store) => {
    await published(store, [step('talking', { from: '2025-01' })]);
    const reader = await published(store, [step('signed', { from: '2025-01' })], later);
    const id = await idOf(reader, deer);
    expect(told((await contactsOf(reader, [id], '2025-06')).get(id)?.contacts)).toStrictEqual([
      'talking 2025-01 current',
    ]);
    expect((await contactsOf(reader, [id], '2025-05')).size).toBe(0);
    expect((await contactsOf(reader, [id], '2025-10')).get(id)?.contacts).toHaveLength(2);
  });
});

import { type Coverage, identifyCoverage } from '#graph-model/facts/coverage.ts';
import { type Decision, identifyDecision } from '#graph-model/facts/decision.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { StatementId } from '#graph-model/ids.ts';
import { attribute, evidence, indicator, passage, record, relationship, source } from '#test/support/statements.ts';
import type { RunContent } from '#test/support/publish-world.ts';
import { type CoverageSpec, type DecisionSpec, type Edit, type Group, type Row, SOURCES, THINGS } from './histories.ts';

type Decided = DecisionSpec & { readonly about?: StatementId };

/** A data set as its curator has it before them: what edits change and a run publishes. */
export class Folder {
  readonly owner: string;
  #rows: Row[] = [];
  #decisions: Decided[] = [];
  #coverage: CoverageSpec[] = [];
  readonly #withdrawn = new Set<number>();
  readonly #described = new Set<number>();
  readonly #printed = new Set<number>();

  constructor(owner: string) {
    this.owner = owner;
  }

  /** @param everLive statements that a verdict may be on */
  edit(edit: Edit, everLive: readonly StatementId[]): void {
    switch (edit.does) {
      case 'say':
        this.#rows = [...this.#rows, edit.row];
        return;
      case 'read otherwise':
        this.#rows = this.#rows.map((row, i) => {
          const surer = row.confidence === 500 ? 900 : 500;
          return i === edit.which % this.#rows.length ? { ...row, confidence: surer } : row;
        });
        return;
      case 'unsay':
        this.#rows = without(this.#rows, edit.which);
        return;
      case 'decide': {
        const about = everLive[edit.decision.statement % Math.max(everLive.length, 1)];
        this.#decisions = [...this.#decisions, about === undefined ? edit.decision : { ...edit.decision, about }];
        return;
      }
      case 'forget':
        this.#decisions = without(this.#decisions, edit.which);
        return;
      case 'cover':
        this.#coverage = [...this.#coverage, edit.coverage];
        return;
      case 'uncover':
        this.#coverage = without(this.#coverage, edit.which);
        return;
      case 'withdraw or bring back':
        toggle(this.#withdrawn, edit.source);
        return;
      case 'describe otherwise':
        toggle(this.#described, edit.source);
        return;
      case 'print otherwise':
        toggle(this.#printed, edit.source);
    }
  }

  /** @param partial only the first source is read anew, and nothing else is told */
  content(partial: boolean): RunContent {
    const sources = Array.from({ length: SOURCES }, (_, i) => this.#source(i));
    const isRead = (i: number) => !this.#withdrawn.has(i) && (!partial || i === 0);
    const read = sources.filter((_, i) => isRead(i));
    const records = new Map<string, Record>();
    const name = (i: number, group: Group, which: number) => {
      const { kind, name: printed, key } = chosen(group, which);
      const shown = key === undefined ? printed : this.#nameOf(i, group);
      const made = record(sources[i] as Source, kind, shown, key && `${key} of ${this.owner}`);
      records.set(made.id, made);
      return made;
    };
    const statements: Statement[] = [];
    const evidences = new Map<string, Evidence>();
    for (const row of this.#rows.filter(({ source: i }) => isRead(i))) {
      const of = sources[row.source] as Source;
      const statement = says(row, name);
      const { paragraph, confidence } = row;
      const stance = row.refutes ? ('refutes' as const) : ('supports' as const);
      const each = evidence(statement, of, { owner: this.owner, paragraph, confidence, stance });
      statements.push(statement);
      if (!evidences.has(each.id)) evidences.set(each.id, each);
    }
    const coverage: Coverage[] = this.#coverage
      .filter((each) => isRead(each.source))
      .map(({ source: i, subject, place }) =>
        identifyCoverage({
          source: (sources[i] as Source).id,
          subject: name(i, ...subject).id,
          place: name(i, 'place', place).id,
          date: '2025',
          extent: 'register',
          owner: this.owner,
        }),
      );
    const decisions = (partial ? [] : this.#decisions).flatMap((each) => this.#decision(each, name) ?? []);
    return {
      owner: this.owner,
      sources: read,
      passages: read.flatMap((of) => [passage(of, 1), passage(of, 2)]),
      records: [...records.values()],
      statements,
      evidence: [...evidences.values()],
      coverage,
      decisions,
      reread: partial ? read.map(({ id }) => id) : 'all',
    };
  }

  /** What a source calls the thing that it knows by a key. */
  #nameOf(i: number, group: Group): string {
    const names = THINGS[group].flatMap((thing) => ('key' in thing ? [thing.name] : []));
    return names[this.#printed.has(i) ? 1 : 0] as string;
  }

  #source(i: number): Source {
    const publisher = this.#described.has(i) ? '改了名的发布者' : ['甲报', '甲报', undefined][i];
    const contentHash = String(i).repeat(64);
    return source(`s${i}`, { contentHash, ...(publisher === undefined ? {} : { publisher }) });
  }

  #decision(
    { verdict, group, left, right, day, about }: Decided,
    name: (i: number, group: Group, which: number) => Record,
  ): Decision | undefined {
    const shared = { owner: this.owner, reason: '看过', who: '编辑', at: `2025-01-0${day}` };
    if (verdict === 'accept' || verdict === 'reject') {
      return about && identifyDecision({ about: 'statement', verdict, statement: about, ...shared });
    }
    const ends = { left: name(left[0], group, left[1]).id, right: name(right[0], group, right[1]).id };
    const rank = verdict === 'unsure' ? { rank: 1 + (day % 2) } : {};
    return identifyDecision({ about: 'records', verdict, ...ends, ...rank, ...shared });
  }
}

function chosen(group: Group, which: number) {
  const things = THINGS[group];
  return { key: undefined, ...(things[which % things.length] as (typeof things)[number]) };
}

function says(row: Row, name: (i: number, group: Group, which: number) => Record): Statement {
  const [word, group, objects] = row.form;
  const subject = name(row.source, group, row.from);
  if (word === 'name') return attribute(subject, 'name', chosen(group, row.to).name, { details: { type: 'short' } });
  if (word === 'founded') return attribute(subject, 'founded', ['2001', '2001-05', '2002'][row.to % 3] as string);
  if (word === 'indicator') return indicator(subject, '产值', ['8.4', '9'][row.to % 2] as string);
  const object = name(row.source, objects, row.to);
  const at = name(row.source, 'place', row.extra);
  const modality = row.extra % 2 === 0 ? ('operating' as const) : ('planned' as const);
  const validity = row.extra < 2 ? { validFrom: '2020', validTo: '2024' } : {};
  switch (word) {
    case 'PRODUCES':
      return relationship(subject, word, object, { modality, qualifiers: { at: at.id, capacity: `${row.extra} 套` } });
    case 'SUBSIDIARY_OF':
      return relationship(subject, word, object, { qualifiers: { share: `${row.extra % 2}` }, ...validity });
    default:
      return relationship(subject, word, object, { modality, ...validity });
  }
}

function toggle(set: Set<number>, value: number): void {
  if (!set.delete(value)) set.add(value);
}

function without<T>(list: readonly T[], which: number): T[] {
  return list.filter((_, i) => i !== which % Math.max(list.length, 1));
}

import type { Request, RequestHandler, Response } from 'express';
import { ClientError } from '#server/graphql/client-error.ts';
import { outside } from '#server/graphql/expected-outcomes.ts';
import { wrongDate } from '#server/graphql/version-date.ts';
import type { RequestContext } from '#server/graphql/view.ts';
import { MOST_VISITS, visitingList } from '#server/graphql/visits/visits.ts';
import { visitCsv } from '#server/visits/visit-csv.ts';
import { isListName, visitWorkbook } from '#server/visits/visit-workbook.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type ContextOf = (req: Request, res: Response) => RequestContext;

/**
 * GET /visits.xlsx?segment=ID&region=ID&firm=ID… → the visiting list as a workbook, or /visits.csv; `chain` or `body`
 * where `candidates` is asked so, `firm` up to 50 times, `list` visits (whom somebody chose) or candidates (all),
 * `language` zh or en, `date`, `version`. 400 with a message for
 * what cannot be asked, 404 for an id that this version does not have.
 */
export function visitSheets(contextOf: ContextOf, format: keyof typeof TYPES): RequestHandler {
  return async (req, res) => {
    const { query } = req;
    const version = one(query, 'version');
    const wanted = version === undefined ? undefined : Number(version);
    if (wanted !== undefined && !Number.isSafeInteger(wanted)) throw badInput('version');
    const language = one(query, 'language') ?? 'zh';
    if (language !== 'zh' && language !== 'en') throw badInput('language');
    const title = one(query, 'list') ?? 'visits';
    if (!isListName(title)) throw badInput('list');
    const firms = listOf(query['firm']);
    const date = one(query, 'date');
    const wrong = outside('firm', firms.length, 1, MOST_VISITS) ?? wrongDate(date);
    if (wrong !== undefined) throw badInput(wrong.field, wrong.message);
    const at = await contextOf(req, res).view(wanted);
    const asked = Object.fromEntries(
      ['chain', 'segment', 'region', 'body'].map((name) => [name, one(query, name)] as const),
    );
    const answer = await visitingList(at, { for: asked, firms, language, date });
    if (answer.outcome === 'EntityNotFound') {
      res.status(404).json({ error: { code: 'NOT_FOUND', message: `没有编号 ${answer.id} / no entity ${answer.id}` } });
      return;
    }
    if (answer.outcome === 'InvalidConstraint') throw badInput(answer.field, answer.message);
    const { list } = answer;
    const bytes = format === 'csv' ? Buffer.from(visitCsv(list)) : Buffer.from(await visitWorkbook(list, title));
    res.set('cache-control', 'private, no-cache').attachment(`${title}.${format}`).type(TYPES[format]).send(bytes);
  };
}

function one(query: Request['query'], name: string): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badInput(name);
  return value;
}

function listOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.map((id) => {
    if (typeof id !== 'string') throw badInput('firm');
    return id;
  });
}

function badInput(field: string, because = { zh: '不对', en: 'will not do' }): ClientError {
  return new ClientError('BAD_USER_INPUT', `${field}：${because.zh} / ${field}: ${because.en}`, { field });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { GraphError } from '#graph-model/errors.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { ClientError } from '#server/graphql/client-error.ts';
import type { RequestContext, View } from '#server/graphql/view.ts';
import { sheetsOf } from '#server/survey/plan-sheets.ts';
import { previewReturned } from '#server/survey/preview.ts';
import { surveyWorkbook } from '#server/survey/sheet-workbook.ts';
import { today } from '#server/survey/today.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A returned workbook of some dozens of sheets; larger ones go through the command line. */
const MOST_BYTES = 2_000_000;

type ContextOf = (req: Request, res: Response) => RequestContext;

/**
 * GET /survey.xlsx?chain=ID&office=ID&city=ID&version=N → the workbook that `survey export` writes, with a sheet for
 * each office; each may come several times, all where not given, but for zones over several cities. `city` is every
 * sheet that the city signs for, its parks' too. 404 when there is nothing to survey.
 */
export function surveySheets(contextOf: ContextOf): RequestHandler {
  return async (req, res) => {
    const version = req.query['version'];
    const wanted = version === undefined ? undefined : Number(version);
    if (wanted !== undefined && !Number.isSafeInteger(wanted)) throw badInput('version');
    const at = await contextOf(req, res).view(wanted);
    const chains = await entitiesOf(at, req.query['chain'], 'chain');
    const offices = await entitiesOf(at, req.query['office'], 'office');
    const cities = await entitiesOf(at, req.query['city'], 'city');
    const idsOf = (some: typeof cities) => some?.map(({ id }) => id);
    const { sheets } = await sheetsOf(at, { chains, offices: idsOf(offices), cities: idsOf(cities) });
    if (sheets.length === 0) {
      res.status(404).json({ error: { code: 'NOT_FOUND', message: '没有要摸底的环节 / nothing to survey' } });
      return;
    }
    res.set('cache-control', 'private, no-cache').attachment('survey.xlsx').type(XLSX);
    res.send(Buffer.from(await surveyWorkbook(sheets)));
  };
}

/**
 * POST /survey/preview with the bytes of a returned workbook → {"sheets", "warnings"}: what accepting it would do, or
 * 422 {"issues", "warnings"}: what is wrong with it, and what else is told of it, by cell. Nothing is written to the store, and nothing is kept; accepting is
 * `survey import --accept`. One at a time.
 */
export function surveyPreview(store: GraphStore, contextOf: ContextOf): readonly RequestHandler[] {
  let last: Promise<unknown> = Promise.resolve();
  const preview: RequestHandler = async (req, res) => {
    const { signal } = contextOf(req, res);
    const bytes: unknown = req.body;
    if (!Buffer.isBuffer(bytes)) throw new ClientError('BAD_USER_INPUT', `应是 ${XLSX} / send ${XLSX}`, {});
    const turn = last.then(() => previewOf(store, bytes, signal));
    last = turn.catch(() => undefined);
    try {
      res.set('cache-control', 'no-store').json(await turn);
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'DATA_REFUSED') throw error;
      res.status(422).json({ issues: error.data['issues'], warnings: error.data['warnings'] ?? [] });
    }
  };
  return [express.raw({ type: XLSX, limit: MOST_BYTES }), preview];
}

async function previewOf(store: GraphStore, bytes: Buffer, signal: AbortSignal) {
  signal.throwIfAborted();
  const scratch = await mkdtemp(path.join(tmpdir(), 'longlian-survey-'));
  try {
    const work = { signal, progress: () => {}, reached: () => {} };
    const files = [{ name: 'survey.xlsx', bytes }];
    const { sheets, warnings } = await previewReturned(store, files, { scratch, today: today(), work });
    for (const { run } of sheets) await run.dispose();
    return { sheets: sheets.map(({ difference }) => difference), warnings };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function entitiesOf(at: View, asked: unknown, field: string): Promise<RowOf<'entity'>[] | undefined> {
  if (asked === undefined) return undefined;
  const ids: readonly unknown[] = Array.isArray(asked) ? asked : [asked];
  return Promise.all(
    ids.map(async (id) => {
      const found = typeof id === 'string' ? await at.load.entity(id) : undefined;
      if (found === undefined) throw badInput(field);
      return found.row;
    }),
  );
}

function badInput(field: string): ClientError {
  return new ClientError('BAD_USER_INPUT', `${field} 不对 / ${field} will not do`, { field });
}

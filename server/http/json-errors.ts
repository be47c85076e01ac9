import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { clientErrorOf, STATUS } from './errors.ts';

/** Nothing under this address. */
export const notFound: RequestHandler = (_, res) => {
  res.status(404).json({ error: { code: 'NOT_FOUND', message: '没有这个地址 / nothing here' } });
};

/** Express would answer with a page; clients of a JSON service get JSON, and no stack. */
export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const { code, message, status } = answerTo(error);
    if (code === 'INTERNAL') log.error({ err: error }, 'unexpected');
    res.status(status);
    if (req.path === '/graphql') res.json({ errors: [{ message, extensions: { code } }] });
    else res.json({ error: { code, message } });
  };
}

type Answer = { readonly status: number; readonly code: string; readonly message: string };

function answerTo(error: unknown): Answer {
  const known = clientErrorOf(error);
  if (known !== undefined) return { status: STATUS[known.code], code: known.code, message: known.message };
  const { status = 500, type } = error as { status?: number; type?: string };
  if (type === 'entity.parse.failed') return { status, code: 'BAD_USER_INPUT', message: '不是 JSON / not JSON' };
  if (type === 'entity.too.large')
    return { status, code: 'COST_LIMIT_EXCEEDED', message: '内容太长 / the body is too large' };
  if (status >= 400 && status < 500)
    return { status, code: 'BAD_USER_INPUT', message: '读不懂这个请求 / not a request' };
  return { status: 500, code: 'INTERNAL', message: '服务出了错，已记录 / internal error, logged' };
}

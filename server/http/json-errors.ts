import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Nothing under this address. */
export const notFound: RequestHandler = (_, res) => {
  res.status(404).json({ error: { code: 'NOT_FOUND', message: '没有这个地址 / nothing here' } });
};

/** Express would answer with a page; clients of a JSON service get JSON, and no stack. */
export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const { status = 500, type } = error as { status?: number; type?: string };
    const { code, message } = wordsOf(type, status);
    if (code === 'INTERNAL') log.error({ err: error }, 'unexpected');
    res.status(code === 'INTERNAL' ? 500 : status);
    if (req.path === '/graphql') res.json({ errors: [{ message, extensions: { code } }] });
    else res.json({ error: { code, message } });
  };
}

function wordsOf(type: string | undefined, status: number): { code: string; message: string } {
  if (type === 'entity.parse.failed') return { code: 'BAD_USER_INPUT', message: '不是 JSON / not JSON' };
  if (type === 'entity.too.large') return { code: 'COST_LIMIT_EXCEEDED', message: '内容太长 / the body is too large' };
  if (status >= 400 && status < 500) return { code: 'BAD_USER_INPUT', message: '读不懂这个请求 / not a request' };
  return { code: 'INTERNAL', message: '服务出了错，已记录 / internal error, logged' };
}

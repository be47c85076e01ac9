import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program of bench/, by its path from here, in a process of its own: it answers one request after the other. */
export class Child {
  readonly #process: ChildProcess;
  readonly #exit: Promise<unknown[]>;

  constructor(file: string) {
    this.#process = fork(new URL(file, import.meta.url), {
      execArgv: ['--import', 'tsx'],
      // As `longlian` runs: the library that answers GraphQL checks more in any other mode.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#exit = once(this.#process, 'exit');
  }

  async ask<Answer>(request: object | string): Promise<Answer> {
    this.#process.send(request);
    const ended = this.#exit.then(([code]) => {
      throw new Error(`a child process ended with ${String(code)}`);
    });
    const [answer] = (await Promise.race([once(this.#process, 'message'), ended])) as [Answer];
    return answer;
  }

  /** Ends it, whatever it is at. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exit;
  }

  /** Tells it that nothing more will be asked, and waits for its end. */
  async end(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#exit;
  }
}

/** The other side: answers each request; `close` when there are no more. */
export function answerRequests<Request>(answer: (request: Request) => Promise<unknown>, close: () => Promise<void>) {
  process.on('message', (request: Request) => {
    void answer(request).then((said) => process.send?.(said ?? null));
  });
  process.once('disconnect', () => void close());
}

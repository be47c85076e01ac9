import { useState, type ComponentType } from 'react';
import { AskError } from '../api/client.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failed, Loading } from './states.tsx';

type Late<Props> = ComponentType<Props> & {
  /** Has the code come before it is drawn. */
  readonly fetch: () => void;
};

/**
 * A screen whose code comes when it is first drawn. Code that has come is drawn at once, and late code as soon as it
 * comes: after `Suspense` has shown that it waits, React holds back what it waited for until 300 ms have passed.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let come: ComponentType<Props> | null = null;

  async function bring(): Promise<ComponentType<Props>> {
    try {
      come ??= await load();
      return come;
    } catch {
      throw new AskError('NETWORK', 'the code of a screen did not come');
    }
  }

  function Screen(props: Props) {
    // What was drawn first stays: another component in its place would begin anew.
    const [Come] = useState(() => come);
    return Come ? <Come {...props} /> : <Awaited {...props} />;
  }

  function Awaited(props: Props) {
    const answer = useAnswer('', bring);
    const Come = answer.data;
    if (Come) return <Come {...props} />;
    return answer.status === 'failed' ? <Failed answer={answer} /> : <Loading rows={6} />;
  }

  return Object.assign(Screen, { fetch: () => void bring().catch(() => undefined) });
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Board } from '../api/board.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { useFactLines } from '../state/use-fact-lines.ts';
import { FactLines } from './fact-lines.tsx';

const FIRST = 5;

/** What is said of the chain as a whole: it fills no cell, so it stands below the board. */
export function OfChain({ board, onSelect }: { readonly board: Board; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const ids = board.ofChain.map((fact) => fact.id);
  const shown = all ? ids : ids.slice(0, FIRST);
  const { answer, asked } = useFactLines(shown, board.coverage.version);
  const facts = shown.flatMap((id) => answer.data?.get(id) ?? []);
  const left = ids.length - (all ? asked.size : shown.length);
  if (ids.length === 0) return null;
  return (
    <section className="of-chain">
      <h2>
        {words.board.ofChain} <span className="count">{ids.length}</span>
      </h2>
      <p className="caption">{words.board.ofChainMore}</p>
      {answer.status === 'loading' && facts.length === 0 && <Loading rows={3} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      <FactLines facts={facts} onSelect={onSelect} />
      {left > 0 && all && <p className="caption">{words.board.more(left)}</p>}
      {left > 0 && !all && (
        <Button className="link" onPress={() => setAll(true)}>
          {words.board.more(left)}
        </Button>
      )}
    </section>
  );
}

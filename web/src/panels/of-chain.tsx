import { useState } from 'react';
import { Button } from 'react-aria-components';
import { askBriefFacts, type BriefFact } from '../api/brief.ts';
import type { Board } from '../api/board.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { chainGroups } from '../state/chain-groups.ts';
import { chainLine } from '../state/chain-line.ts';
import { useAnswer } from '../state/use-answer.ts';
import { FactRows } from './fact-rows.tsx';

/** Facts of one group before the reader asks for all. */
const FIRST = 3;

/** What is said of the chain as a whole, by how real it is: it fills no cell, so it stands below the board. */
export function OfChain({ board, onSelect }: { readonly board: Board; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const lang = useLang();
  const [all, setAll] = useState(false);
  const { version } = board.coverage;
  const ids = board.ofChain.map((fact) => fact.id);
  const answer = useAnswer(`of chain ${version} ${ids.join(' ')}`, () => askBriefFacts(ids, version));
  if (ids.length === 0) return null;
  const facts = answer.data ?? new Map<string, BriefFact>();
  const groups = chainGroups(board, facts);
  const hidden = groups.reduce((sum, group) => sum + Math.max(0, group.facts.length - FIRST), 0);
  const cut = answer.status === 'done' ? ids.length - facts.size : 0;
  return (
    <section className="of-chain">
      <h2>
        {words.board.ofChain} <span className="count">{ids.length}</span>
      </h2>
      <p className="caption">{words.board.ofChainMore}</p>
      {answer.status === 'loading' && facts.size === 0 && <Loading rows={3} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {groups.map((group) => (
        <section key={group.name} className="cell-group">
          <h3>
            {words.board.ofChainGroups[group.name]} <span className="count">{group.facts.length}</span>
          </h3>
          <FactRows
            facts={all ? group.facts : group.facts.slice(0, FIRST)}
            told={(fact) => chainLine(fact, words, lang)}
            onSelect={onSelect}
          />
        </section>
      ))}
      {cut > 0 && <p className="caption">{words.board.more(cut)}</p>}
      {hidden > 0 && !all && (
        <Button className="link" onPress={() => setAll(true)}>
          {words.board.more(hidden)}
        </Button>
      )}
    </section>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { askBriefFacts, type BriefFact } from '../api/brief.ts';
import type { Board } from '../api/board.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { citation, said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { placesOf } from '../state/asks.ts';
import { chainGroups } from '../state/chain-groups.ts';
import { useAnswer } from '../state/use-answer.ts';

/** Facts of one group before the reader asks for all. */
const FIRST = 3;

/** What is said of the chain as a whole, by how real it is: it fills no cell, so it stands below the board. */
export function OfChain({ board, onSelect }: { readonly board: Board; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const { version } = board.coverage;
  const ids = board.ofChain.map((fact) => fact.id);
  const answer = useAnswer(`of chain ${version} ${ids.join(' ')}`, () => askBriefFacts(ids, version));
  if (ids.length === 0) return null;
  const facts = ids.flatMap((id) => answer.data?.get(id) ?? []);
  const groups = chainGroups(facts);
  const hidden = groups.reduce((sum, group) => sum + Math.max(0, group.facts.length - FIRST), 0);
  const cut = answer.status === 'done' ? ids.length - facts.length : 0;
  return (
    <section className="of-chain">
      <h2>
        {words.board.ofChain} <span className="count">{ids.length}</span>
      </h2>
      <p className="caption">{words.board.ofChainMore}</p>
      {answer.status === 'loading' && facts.length === 0 && <Loading rows={3} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {groups.map((group) => (
        <section key={group.name} className="cell-group">
          <h3>
            {words.board.ofChainGroups[group.name]} <span className="count">{group.facts.length}</span>
          </h3>
          <ul className="fact-lines">
            {(all ? group.facts : group.facts.slice(0, FIRST)).map((fact) => (
              <li key={fact.id}>
                <Button className="row fact-row" onPress={() => onSelect(fact.id)}>
                  <KindMark kind={fact.from.kind} />
                  <Line fact={fact} />
                </Button>
              </li>
            ))}
          </ul>
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

/** The sentence; then how real, by what sort of source and where, how sure; then what was noted as it was read. */
function Line({ fact }: { readonly fact: BriefFact }) {
  const words = useWords();
  const lang = useLang();
  const [place] = placesOf(fact);
  const evidence = fact.provenance.statements.edges.flatMap(({ node }) => node.evidence);
  const notes = new Set(evidence.flatMap(({ note }) => note ?? []));
  const atWork = fact.modality === 'operating' && fact.from.kind !== 'Company';
  const parts = [
    atWork ? words.atWork : words.modalities[fact.modality],
    ...(place
      ? [citation({ cls: place.source.class, date: place.source.date, locator: place.locator }, words, lang)]
      : []),
    words.paths.sure(sureWord(fact.confidence, words)),
  ];
  return (
    <span className="row-name">
      {said(fact.sentence, lang)}
      <span className="caption under">{parts.join(' · ')}</span>
      {notes.size > 0 && <span className="caption under">{[...notes].join(words.app.comma)}</span>}
    </span>
  );
}

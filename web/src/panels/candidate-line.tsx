import { Button, Link } from 'react-aria-components';
import type { CandidateRow } from '../api/candidates.ts';
import type { FactLine } from '../api/fact-lines.ts';
import type { Label } from '../api/fragments.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { ClassTag, ModalityTag } from '../controls/tags.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { firstPassage } from '../state/fact-groups.ts';
import { notesOf } from '../state/fact-notes.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CandidateKnown } from './candidate-known.tsx';
import { TieWords } from './candidate-words.tsx';
import { CandidateTwins } from './candidate-twins.tsx';
import { VisitToggle } from './visit-toggle.tsx';
import { WayButton } from './way-button.tsx';

type Props = {
  readonly row: CandidateRow;
  readonly isChosen: boolean;
  /** Whom on this page it may be. */
  readonly twins: readonly Named[];
  readonly facts: ReadonlyMap<string, FactLine>;
  readonly onOpen: (fact: string) => void;
};

/** Facts of a row that stand in sight; the others are behind one press. */
const FIRST = 2;

/** Who, what the sources say and where, and what they do not say. */
export function CandidateLine({ row, isChosen, twins, facts, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const { body, relations, alongside, ties, known, contacts, silences, sources } = row;
  const name = nameOf(body);
  const [first] = relations;
  const line = (fact: Fact) => <FactSaid key={fact.id} fact={fact} facts={facts} name={name} onOpen={onOpen} />;

  return (
    <li className={isChosen ? 'candidate chosen' : 'candidate'}>
      <div className="candidate-head">
        <KindMark kind={body.kind} />
        <Link className="link ink strong" href={addressOf(`/entity/${body.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <DoubtfulName of={body} />
        </Link>
        <span className="grow" />
        <VisitToggle id={body.id} name={name} />
      </div>
      <CandidateTwins twins={twins} />
      {relations.slice(0, FIRST).map(line)}
      {relations.length > FIRST && (
        <details>
          <summary className="caption">{words.candidates.moreFacts(relations.length - FIRST)}</summary>
          {relations.slice(FIRST).map(line)}
        </details>
      )}
      {alongside.length > 0 && (
        <>
          <p className="caption">{words.candidates.alongside}</p>
          {alongside.map(line)}
        </>
      )}
      {contacts.length > 0 && (
        <>
          <p className="caption">{words.candidates.contacts}</p>
          {contacts.map(line)}
        </>
      )}
      <CandidateKnown known={known} />
      {ties.length > 0 && (
        <p className="candidate-ties">
          <TieWords ties={ties} />
        </p>
      )}
      {silences.length > 0 && (
        <p className="candidate-silent">
          {words.candidates.silent(silences.map(({ label }) => said(label, lang)).join(lang === 'zh' ? '；' : '; '))}
        </p>
      )}
      <div className="candidate-foot">
        {first && <ModalityTag relation={{ type: first.type, modality: row.modality }} actor={body.kind} />}
        {[...new Set(sources.map((source) => source.class))].map((cls) => (
          <ClassTag key={cls} cls={cls} />
        ))}
        {row.fitLabel && <span className="caption">{said(row.fitLabel, lang)}</span>}
        <WayButton id={body.id} name={name} isChosen={isChosen} className="link push" />
      </div>
    </li>
  );
}

type Fact = { readonly id: string; readonly sentence: Label };

/** A sentence with its date and place, which open the sources. */
function FactSaid({
  fact,
  facts,
  name,
  onOpen,
}: Pick<Props, 'facts' | 'onOpen'> & { readonly fact: Fact; readonly name: string }) {
  const words = useWords();
  const lang = useLang();
  const known = facts.get(fact.id);
  const passage = known ? firstPassage(known) : null;
  // What stands needs no word of how it is meant; a plan or a proposal does.
  const notes = known && known.modality !== 'operating' ? notesOf(known) : [];
  const place = passage
    ? [passage.source.date, passage.locator].filter((part) => part !== null).join(words.app.comma)
    : words.candidates.noPlace;
  return (
    <p className="candidate-said">
      {said(fact.sentence, lang)}{' '}
      <Button className="link cite" aria-label={words.candidates.open(name, place)} onPress={() => onOpen(fact.id)}>
        {place}
      </Button>
      {notes.length > 0 && <span className="caption"> {words.candidates.note(notes.join(words.app.semicolon))}</span>}
    </p>
  );
}

import type { Judgement } from '../api/board.ts';
import { faceOf } from '../state/board-face.ts';
import type { Face } from '../state/board-words.ts';
import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly face: Face;
  /** The one actor of an 优势 cell: the tile keeps its colour and takes the pillar and the ring. */
  readonly sole?: boolean;
  /** A notch: it is otherwise than at the version compared with. */
  readonly changed?: boolean;
  /** Left out by the filter or the lens: the word alone. */
  readonly quiet?: boolean;
};

/** The same tile everywhere for a state: icon and word; pattern and colour only repeat them. */
export function StateTile({ face, sole = false, changed = false, quiet = false }: Props) {
  const words = useWords();
  return (
    <span className={`tile ${quiet ? 'quiet' : face} ${sole && !quiet ? 'with-sole' : ''}`}>
      {!quiet && <StateIcon face={sole ? 'sole' : face} />}
      <span className="tile-word">{words.board.faces[face]}</span>
      {changed && !quiet && <i className="notch" />}
    </span>
  );
}

/** The tile of a judgement; beside 独家 the state that it stands in place of. */
export function JudgementTile({
  judgement,
}: {
  readonly judgement: Pick<Judgement, 'state' | 'sole' | 'onlyBuilding'>;
}) {
  const words = useWords();
  const face = faceOf(judgement);
  return (
    <span className="judgement">
      <StateTile face={face} sole={judgement.sole && face === 'strong'} />
      {judgement.onlyBuilding && <span className="tag modality building">{words.modalities.building}</span>}
      {face === 'sole' && <span className="caption">{words.board.faces[judgement.state]}</span>}
    </span>
  );
}

/** Full, half and quarter disc; ring with dot; cross; dashed ring. */
export function StateIcon({ face }: { readonly face: Face }) {
  return (
    <svg className="state-icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {ICONS[face]}
    </svg>
  );
}

const ring = <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />;
const ICONS = {
  strong: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  present: (
    <>
      {ring}
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  weak: (
    <>
      {ring}
      <path d="M6 6V1.6A4.4 4.4 0 0 1 10.4 6z" fill="currentColor" />
    </>
  ),
  sole: (
    <>
      {ring}
      <circle cx="6" cy="6" r="1.9" fill="currentColor" />
    </>
  ),
  missing: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.2" />,
  unsurveyed: (
    <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2.2 1.4" />
  ),
} satisfies Record<Face, React.ReactNode>;

import { Button } from 'react-aria-components';
import type { LayoutMention } from '../api/layout.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { isProposed, stands, underHead } from '../state/layout-face.ts';

type Props = {
  readonly mention: LayoutMention;
  /** Name of the zone above, which a park's name need not show again. */
  readonly zone?: string;
  /** With the shape of its kind, and with a tag where it does not stand yet. */
  readonly marked?: boolean;
  /** What follows in a list of names. It never begins a line. */
  readonly tail?: string;
  readonly tabIndex?: number;
  readonly onOpen: (relation: string) => void;
};

/** A name that leads to the passage that says so. The name is whole in the text, though what the head says is unseen. */
export function FactName({ mention, zone = '', marked = false, tail = '', tabIndex = 0, onOpen }: Props) {
  const words = useWords();
  const { kind } = mention.entity;
  const name = useNameOf()(mention.entity);
  const [relation] = mention.relations;
  const { before, shown, after } = underHead(name, zone);
  const tag = isProposed(mention) ? ('proposed' as const) : marked && !stands(mention) ? ('planned' as const) : null;
  return (
    <span className="fact-name">
      {marked && <KindMark kind={kind} />}
      <Button
        className="link ink"
        excludeFromTabOrder={tabIndex < 0}
        aria-label={words.layout.openFact(name)}
        onPress={() => relation && onOpen(relation.id)}
      >
        {before !== '' && <span className="unseen">{before}</span>}
        {shown}
        {after !== '' && <span className="unseen">{after}</span>}
        {tag === null && tail}
      </Button>
      {tag !== null && (
        <span className="whole">
          <span className={`tag modality ${tag}`}>
            {tag === 'proposed' ? words.layout.proposed : words.layout.toCome}
          </span>
          {tail}
        </span>
      )}
    </span>
  );
}

type CiteProps = Pick<Props, 'mention' | 'tabIndex' | 'onOpen'> & { readonly text: string };

/** A place in the plan that leads to a fact which it says. */
export function Cite({ mention, text, tabIndex = 0, onOpen }: CiteProps) {
  const words = useWords();
  const [relation] = mention.relations;
  return (
    <Button
      className="link cite"
      excludeFromTabOrder={tabIndex < 0}
      aria-label={words.layout.openFact(text)}
      onPress={() => relation && onOpen(relation.id)}
    >
      {text}
    </Button>
  );
}

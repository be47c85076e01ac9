import { queryText } from '../api/as-text.ts';
import { ask } from '../api/client.ts';
import { valuePlacesQuery, type ValuePlaces } from '../api/value-places.ts';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { measured } from '../state/grouped.ts';
import { useAnswer } from '../state/use-answer.ts';
import type { Lang } from '../state/url.ts';
import { Drawer } from './drawer.tsx';
import { Evidence } from './evidence.tsx';

type Props = {
  readonly entity: string;
  /** Of an attribute or a figure of that entity. */
  readonly id: string;
  readonly version: number | null;
  readonly onClose: () => void;
};

/** Sources of one attribute or figure, as the drawer of a relationship shows its own. */
export function ValueDrawer({ entity, id, version, onClose }: Props) {
  const words = useWords();
  const lang = useLang();
  const variables = { id: entity, version };
  const answer = useAnswer(`values ${entity} ${version}`, () => ask(valuePlacesQuery, variables));
  const node = answer.data?.node;
  const value = node && 'attributes' in node ? valueOf(node, id, lang) : undefined;
  return (
    <Drawer
      title={words.drawer.title}
      onClose={onClose}
      foot={<CopyQuery className="push" text={queryText(valuePlacesQuery, variables)} />}
    >
      {!value && answer.status === 'loading' && <Loading rows={6} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {answer.status === 'done' && !value && <p className="sentence">{words.entity.notFound}</p>}
      {value && (
        <>
          <p className="sentence">{value.text}</p>
          <Evidence provenance={value.provenance} />
        </>
      )}
    </Drawer>
  );
}

function valueOf({ attributes, indicators }: ValuePlaces, id: string, lang: Lang) {
  const attribute = attributes.find((one) => one.id === id);
  if (attribute) {
    return {
      text: `${said(attribute.label, lang)} ${said(attribute.valueLabel, lang)}`,
      provenance: attribute.provenance,
    };
  }
  const figure = indicators.find((one) => one.id === id);
  return (
    figure && {
      text: `${figure.measure} ${measured(figure.value, figure.unit, lang)} ${figure.period}`,
      provenance: figure.provenance,
    }
  );
}

import type { AttributeFull, EntityFull } from '../api/entity.ts';
import { PlaceLink } from '../controls/place-link.tsx';
import { Told } from '../controls/told.tsx';
import { said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { useWhere } from './use-where.ts';

export function Names({ entity }: { readonly entity: EntityFull }) {
  const words = useWords();
  const where = useWhere();
  const names = entity.aliases.edges.map((edge) => edge.node).filter((name) => name.value !== entity.name);
  if (names.length === 0) return null;
  const left = entity.aliases.totalCount - entity.aliases.edges.length;
  return (
    <section className="fact-group">
      <h3>{words.drawer.names}</h3>
      <dl className="pairs">
        {names.map((name) => (
          <div key={`${name.type} ${name.value}`}>
            <dt>{words.nameTypes[name.type]}</dt>
            <dd>
              {name.value} <span className="caption">{where(name)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && <p className="caption">{words.drawer.more(left)}</p>}
    </section>
  );
}

type AttributesProps = {
  readonly attributes: readonly AttributeFull[];
  readonly onOpen?: ((id: string) => void) | undefined;
};

export function Attributes({ attributes, onOpen }: AttributesProps) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  const shown = attributes.filter((attribute) => attribute.name !== 'name');
  if (shown.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.drawer.attributes}</h3>
      <dl className="pairs">
        {shown.map((attribute) => (
          <div key={attribute.id}>
            <dt>{said(attribute.label, lang)}</dt>
            <dd>
              <Told>{said(attribute.valueLabel, lang)}</Told>
              {attribute.details.map((detail) => ` · ${said(detail.label, lang)} ${said(detail.valueLabel, lang)}`)}
              {attribute.conflict && <span className="warn"> {words.drawer.conflict}</span>}{' '}
              <span className="caption">
                <PlaceLink
                  text={where(attribute)}
                  of={said(attribute.label, lang)}
                  onOpen={onOpen && (() => onOpen(attribute.id))}
                />
                {where(attribute) !== '' && ' · '}
                {words.paths.sure(sureWord(attribute.confidence, words))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

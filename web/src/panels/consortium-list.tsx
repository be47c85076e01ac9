import { Fragment } from 'react';
import { Link } from 'react-aria-components';
import type { Consortia, ListedConsortium } from '../api/consortia.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { figureAddress } from '../state/figure-address.ts';
import { addressOf, useView } from '../state/use-view.ts';

type Props = { readonly list: Consortia; readonly open: string | null };

/** All consortia by the state of their lists, the sum of the states, and what figures and registers stand beside. */
export function ConsortiumList({ list, open }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const lang = useLang();
  const { view } = useView();
  const own = words.consortia;
  return (
    <nav className="tie-list" aria-label={own.listLabel}>
      <ul>
        {list.edges.map(({ node }) => (
          <li key={node.entity.id}>
            <Link
              className="tie-item"
              href={addressOf('/consortia', { ...view, consortium: node.entity.id, selection: null })}
              aria-current={node.entity.id === open ? 'true' : undefined}
            >
              <KindMark kind="Consortium" coloured={node.entity.id === open} silent />
              <span className="tie-item-name">
                <Name of={node.entity} />
              </span>
              <span className="tie-item-note caption">{noteOf(node, words, nameOf)}</span>
              <span className="tie-item-state whole">{said(node.label, lang)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Sums list={list} />
    </nav>
  );
}

function Sums({ list }: { readonly list: Consortia }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const own = words.consortia;
  const { sums, figures, wanted, figuresCut } = list;
  const zh = lang === 'zh';
  return (
    <div className="tie-sums">
      <p className="strong">
        {sums.map(({ state, label, count }, at) => (
          <Fragment key={state}>
            {at > 0 && ' · '}
            <span className="whole">{`${said(label, lang)} ${count}`}</span>
          </Fragment>
        ))}
      </p>
      {figures.map(({ indicator, apart }) => (
        <p key={indicator.id}>
          <Link className="link ink" href={figureAddress(indicator, view)}>
            {own.figure(nameOf(indicator.entity), indicator.value, indicator.unit)}
          </Link>
          <span className="caption">
            {zh ? '（' : ' ('}
            {said(apart, lang)}
            {zh ? '）' : ')'}
          </span>
        </p>
      ))}
      {figuresCut && <p className="caption">{own.figuresCut}</p>}
      {wanted.map(({ label, keepers }) => (
        <p key={label.zh}>
          {own.wanted} <b className="blank">{said(label, lang)}</b>
          <span className="caption">
            {words.app.comma}
            {keepers.length > 0 ? own.keeper(keepers.map(nameOf).join(words.app.and)) : own.noKeeper}
          </span>
        </p>
      ))}
    </div>
  );
}

/** Industry and lead in one line. */
function noteOf({ chains, leads }: ListedConsortium, words: Words, nameOf: ReturnType<typeof useNameOf>): string {
  const own = words.consortia;
  if (chains.length === 0 && leads.length === 0) return own.noneKnown;
  const industry = chains.map(({ chain }) => nameOf(chain)).join(words.app.and);
  const lead = leads.length > 0 ? own.ledBy(leads.map(nameOf).join(words.app.and)) : own.noLead;
  return [industry, lead].filter((part) => part !== '').join(words.app.comma);
}

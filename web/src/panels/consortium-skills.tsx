import { Button, Link } from 'react-aria-components';
import type { ConsortiumSkills as Skills, ConsortiumTie } from '../api/consortium.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { waysOf } from '../state/consortium-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { TieGroup } from './consortium-group.tsx';

type OnOpen = { readonly onOpen: (relation: string) => void };

/**
 * Chain by chain, what is not seen among its bodies: what nobody is seen to bring, what somebody outside is, and what
 * depends on how a name is read; then what is seen.
 */
export function ConsortiumSkills({ tie, onOpen }: OnOpen & { readonly tie: ConsortiumTie }) {
  const words = useWords();
  const more = tie.chains.length - tie.skills.length;
  const own = words.consortia;
  const nameOf = useNameOf();
  return (
    <>
      {tie.skills
        .filter(({ segments }) => segments > 0)
        .map((skills) => (
          <TieGroup
            key={skills.chain.id}
            label={`${own.skills} · ${nameOf(skills.chain)}`}
            note={own.skillSum(skills.seen.length, skills.segments)}
          >
            <OfChain skills={skills} onOpen={onOpen} />
          </TieGroup>
        ))}
      {more > 0 && <p className="caption">{own.moreChains(more)}</p>}
    </>
  );
}

function OfChain({ skills, onOpen }: OnOpen & { readonly skills: Skills }) {
  const words = useWords();
  const own = words.consortia;
  const nameOf = useNameOf();
  const names = (list: readonly Named[]) => list.map(nameOf).join(words.app.and);
  const reading = skills.unseen.filter(({ perhaps }) => perhaps.length > 0);
  const outside = skills.unseen.filter(({ bringers, perhaps }) => bringers.length > 0 && perhaps.length === 0);
  const nobody = skills.unseen.filter(({ bringers, perhaps }) => bringers.length === 0 && perhaps.length === 0);
  return (
    <>
      {nobody.length > 0 && (
        <>
          <h4>{own.nobody(nobody.length)}</h4>
          <p>{names(nobody.map(({ segment }) => segment))}</p>
        </>
      )}
      <Unseen title={own.outside(outside.length)} unseen={outside} onOpen={onOpen} />
      <Unseen title={own.reliant(reading.length)} unseen={reading} onOpen={onOpen} />
      {skills.total > skills.unseen.length && (
        <p className="caption">{own.moreSegments(skills.total - skills.unseen.length)}</p>
      )}
      <h4>{own.seenTitle(skills.seen.length)}</h4>
      <p>
        {skills.seen.length > 0
          ? skills.seen
              .map((seen) => own.seenWays(nameOf(seen.segment), waysOf(seen, words).join(words.app.and)))
              .join(words.app.and)
          : own.noneSeen}
      </p>
      <p className="caption">{own.seenBy}</p>
      {skills.named.length > 0 && <p className="quiet">{own.onNamed(names(skills.named))}</p>}
      {!skills.registered && skills.total > 0 && <p className="caption">{own.onlyMentions}</p>}
    </>
  );
}

type UnseenProps = OnOpen & { readonly title: string; readonly unseen: Skills['unseen'] };

/** Segments that nobody of the list is seen in, with whoever else is. */
function Unseen({ title, unseen, onOpen }: UnseenProps) {
  const words = useWords();
  const own = words.consortia;
  const nameOf = useNameOf();
  if (unseen.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <table className="tie-skills">
        <thead>
          <tr>
            <th scope="col">{own.segment}</th>
            <th scope="col">{own.could}</th>
          </tr>
        </thead>
        <tbody>
          {unseen.map((one) => (
            <tr key={one.segment.id}>
              <th scope="row">
                <Name of={one.segment} />
              </th>
              <td>
                {one.perhaps.length > 0 && <p className="warn">{own.perhaps(one.perhaps.map(nameOf).join(own.or))}</p>}
                <ul>
                  {one.bringers.map((bringer) => (
                    <Bringer key={bringer.entity.id} bringer={bringer} onOpen={onOpen} />
                  ))}
                </ul>
                {one.total > one.bringers.length && (
                  <p className="caption">{own.moreBodies(one.total - one.bringers.length)}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Bringer({ bringer, onOpen }: OnOpen & { readonly bringer: Skills['unseen'][number]['bringers'][number] }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const own = words.consortia;
  const { entity, ways, products, through, relations } = bringer;
  const [relation] = relations;
  const notes = [
    waysOf({ ways, byFirm: entity.kind === 'Company' }, words).join(words.app.and),
    ...(products.length > 0 ? [products.map(nameOf).join(words.app.and)] : []),
    ...(through.length > 0 ? [own.through(through.map(nameOf).join(words.app.and))] : []),
  ];
  return (
    <li>
      <KindMark kind={entity.kind} />
      <span>
        <Link className="link ink" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <Name of={entity} />
        </Link>{' '}
        <span className="quiet">{notes.join(words.app.comma)}</span>
      </span>
      {relation && (
        <Button
          className="link cite"
          aria-label={`${words.drawer.title}${words.app.comma}${words.layout.openFact(nameOf(entity))}`}
          onPress={() => onOpen(relation.id)}
        >
          {words.drawer.title}
        </Button>
      )}
    </li>
  );
}

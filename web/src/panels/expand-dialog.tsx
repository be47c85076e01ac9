import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { expandCountsQuery } from '../api/expand-counts.ts';
import type { Modality } from '../api/fragments.ts';
import type { Scene } from '../canvas/scene.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { relationFilterOf } from '../state/asked.ts';
import { countOf } from '../canvas/fold.ts';
import { MODALITIES } from '../state/modalities.ts';
import { expandAhead } from '../state/gather.ts';
import type { Side } from '../state/ops.ts';
import { useAnswer } from '../state/use-answer.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';
import { RingCounts } from './ring-counts.tsx';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly view: View;
  readonly scene: Scene;
  readonly commands: Commands;
  readonly onClose: () => void;
};

/** What an expand would bring, by relationship and side with counts, before anything is drawn. */
export function ExpandDialog({ id, name, view, scene, commands, onClose }: Props) {
  const words = useWords();
  const lang = useLang();
  const filter = relationFilterOf(view);
  const answer = useAnswer(`counts ${id} ${view.version} ${JSON.stringify(filter)}`, () =>
    ask(expandCountsQuery, { id, version: view.version, filter, ...filtersByModality(filter) }),
  );
  const node = answer.data?.node ?? null;
  const found = node && 'all' in node ? node : null;
  const counts = found?.all ?? null;
  const total = counts?.reduce((sum, entry) => sum + entry.count, 0) ?? 0;
  const drawn = [...scene.edges.values()]
    .filter(({ source, target, reading }) => reading === null && (source === id || target === id))
    .reduce((sum, edge) => sum + countOf(edge), 0);
  /** Of one sort of relationship, how many there are in each state; nothing where all of them hold. */
  const statesOf = (type: string, direction: string): string =>
    found
      ? MODALITIES.flatMap((modality) => {
          const count = found[modality].find((one) => one.type === type && one.direction === direction)?.count ?? 0;
          return count > 0 ? [{ modality, count }] : [];
        })
          .filter(({ modality }, _, all) => all.length > 1 || modality !== 'operating')
          .map(({ modality, count }) => `${words.modalities[modality]} ${count}`)
          .join(words.app.and)
      : '';
  /** Asked for as soon as it is pointed at or has the focus. */
  const choice = (type: string | null, side: Side) => {
    const ahead = () => expandAhead({ kind: 'expand', id, type, side }, view);
    return {
      onHoverStart: ahead,
      onFocus: ahead,
      onPress() {
        commands.expand(id, type, side);
        onClose();
      },
    };
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {words.expand.title(name)}
          </Heading>
          {answer.status === 'loading' && !counts && <Loading rows={4} onStop={answer.stop} />}
          {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
          {counts && counts.length === 0 && <p className="sentence">{words.expand.nothing}</p>}
          <ul className="expand-list">
            {counts?.map((entry) => (
              <li key={`${entry.type} ${entry.direction}`}>
                <Button className="row" {...choice(entry.type, entry.direction)}>
                  <span className="row-name">{said(entry.label, lang)}</span>
                  <span className="caption">{statesOf(entry.type, entry.direction)}</span>
                  <span className="count">{entry.count}</span>
                </Button>
              </li>
            ))}
          </ul>
          {drawn > 0 && <p className="caption">{words.expand.drawn(drawn)}</p>}
          <p className="caption">{words.expand.note}</p>
          <RingCounts id={id} view={view} />
          <div className="dialog-foot">
            {total > 0 && (
              <Button className="button primary" {...choice(null, 'ANY')}>
                {words.expand.all(total)}
              </Button>
            )}
            <Button className="button" slot="close">
              {words.app.close}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The same filter for one state each; a state that it does not let through has none. */
function filtersByModality(filter: ReturnType<typeof relationFilterOf>) {
  const one = (modality: Modality) => ({
    ...filter,
    modalities: filter.modalities.filter((allowed) => allowed === modality),
  });
  return { operating: one('operating'), building: one('building'), planned: one('planned'), proposed: one('proposed') };
}

import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';

/** All keys of the screen in one table. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {words.ties.keysTitle}
          </Heading>
          <dl className="key-rows">
            {words.ties.keyRows.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <div className="dialog-foot">
            <Button className="button" slot="close">
              {words.app.close}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

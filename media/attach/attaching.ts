import type { AttachmentView } from '../../src/protocol/attachment';
import type { MessageOf } from '../../src/protocol/messages';
import type { PanelContext } from '../panelContext';
import { listenForFiles } from './fileDrops';
import { FileSender } from './fileSender';
import { Thumbnails } from './thumbnails';

/** Files that are pasted into the composer or dropped on the page, and the small pictures of them. */
export class Attaching {
  private readonly sender: FileSender;
  private readonly thumbnails: Thumbnails;

  /** `box`: shows that files are held over the page. */
  constructor({ post }: PanelContext, input: HTMLElement, box: HTMLElement) {
    this.sender = new FileSender(post);
    this.thumbnails = new Thumbnails(post);
    listenForFiles(
      input,
      ({ files, uris }) => {
        void this.sender.send(files);
        if (uris.length > 0) post({ type: 'attachUris', uris });
      },
      (isOver) => box.classList.toggle('takes-files', isOver),
    );
  }

  show(attached: readonly AttachmentView[]): void {
    this.thumbnails.wantFor(attached);
  }

  pieceTaken(fact: MessageOf<'pieceTaken'>): void {
    this.sender.pieceTaken(fact);
  }

  pictureArrived(fact: MessageOf<'pictureArrived'>): void {
    void this.thumbnails.make(fact);
  }
}

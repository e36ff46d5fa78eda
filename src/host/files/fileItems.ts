import * as vscode from 'vscode';
import type { FileListing } from '../../core/googleFiles/fileListing';
import { mediaOf, typeLabel } from '../../core/googleFiles/fileTypes';
import { relativeTime } from '../../core/googleFiles/relativeTime';
import type { GoogleFile } from '../../core/interactions/googleFiles';
import { plainLabel } from '../base/plainLabel';
import { sizeWords } from '../base/sizeWords';
import { actionLabel, failureSentence } from '../strings/failures';
import { helpFor, type ListHelp } from './listHelp';

/** What lies at Google besides files. */
export type OtherList = 'stores' | 'sandboxes';

/** A line of the list: a file, what helps where reading failed, or words alone. */
export interface FileItem extends vscode.QuickPickItem {
  readonly file?: GoogleFile;
  readonly help?: ListHelp;
  /** It leads to another list. */
  readonly leadsTo?: OtherList;
}

export interface FileButtons {
  readonly addToChat: vscode.QuickInputButton;
  readonly copyAddress: vscode.QuickInputButton;
  readonly delete: vscode.QuickInputButton;
}

export function fileButtons(): FileButtons {
  return {
    addToChat: { iconPath: new vscode.ThemeIcon('add'), tooltip: vscode.l10n.t('Add to Chat') },
    copyAddress: { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy Address') },
    delete: { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete at Google…') },
  };
}

/** The list as it is now. `now`: milliseconds since 1970. */
export function fileItems(listing: FileListing<GoogleFile>, now: number, buttons: FileButtons): readonly FileItem[] {
  const files = listing.all.map((file): FileItem => {
    const { addToChat, copyAddress, delete: remove } = buttons;
    return {
      file,
      label: `$(${iconOf(file)}) ${plainLabel(file.displayName)}`,
      description: plainLabel(factsOf(file, now)),
      detail: plainLabel([...lifeOf(file, now), ...usesOf(listing.chatsWith(file.name))].join(' · ')) || ' ',
      buttons: [...(canBeAsked(file) ? [addToChat] : []), copyAddress, remove],
    };
  });
  const stores: FileItem = {
    label: `$(database) ${vscode.l10n.t('File Search Stores…')}`,
    description: vscode.l10n.t('folders whose files answers can search'),
    leadsTo: 'stores',
  };
  const sandboxes: FileItem = {
    label: `$(vm) ${vscode.l10n.t('Sandboxes of Agents…')}`,
    description: vscode.l10n.t('where agents worked on your tasks'),
    leadsTo: 'sandboxes',
  };
  return [stores, sandboxes, ...files, ...endOf(listing, files.length)];
}

/** Whether it can go along with a question now. */
export function canBeAsked(file: GoogleFile): boolean {
  return file.state === 'active' && file.uri !== '' && mediaOf(file.mimeType) !== undefined;
}

/** Type, size and age. */
function factsOf({ mimeType, size, createdAt }: GoogleFile, now: number): string {
  const age = createdAt === undefined ? [] : [relativeTime(Math.min(createdAt, now), now, vscode.env.language)];
  return [typeLabel(mimeType) ?? vscode.l10n.t('unknown type'), sizeWords(size), ...age].join(' · ');
}

/** In how many chats it is; the title where it is one. */
export function usesOf(titles: readonly string[]): readonly string[] {
  const [title] = titles;
  if (title === undefined) return [];
  if (titles.length > 1) return [vscode.l10n.t('used in {0} chats', titles.length)];
  return [vscode.l10n.t('used in the chat “{0}”', title || vscode.l10n.t('Chat without a title'))];
}

function iconOf({ state, mimeType }: GoogleFile): string {
  if (state === 'processing') return 'sync~spin';
  if (state === 'failed') return 'error';
  const media = mediaOf(mimeType);
  if (media === undefined) return 'file';
  return { image: 'file-media', audio: 'unmute', video: 'device-camera-video', document: 'file-pdf' }[media];
}

function lifeOf({ state, expiresAt }: GoogleFile, now: number): readonly string[] {
  const condition = {
    active: [],
    processing: [vscode.l10n.t('Google is still reading it')],
    failed: [vscode.l10n.t('Google could not read it')],
  }[state];
  if (expiresAt === undefined) return condition;
  const end =
    expiresAt <= now
      ? vscode.l10n.t('Google deletes it now')
      : vscode.l10n.t('Google deletes it {0}', relativeTime(expiresAt, now, vscode.env.language));
  return [...condition, end];
}

/** What stands below the files, or in their place. */
function endOf({ state }: FileListing<GoogleFile>, count: number): readonly FileItem[] {
  const words = (label: string, detail?: string): FileItem => ({ label, alwaysShow: true, ...(detail && { detail }) });
  switch (state.kind) {
    case 'running':
      return count === 0 ? [words(vscode.l10n.t('Reading the list of files…'))] : [];
    case 'failed': {
      const help = helpFor(state.failure);
      const sentence = `$(warning) ${failureSentence(state.failure)}`;
      return [{ ...words(sentence, vscode.l10n.t('Choose this line: {0}', actionLabel(help.action))), help }];
    }
    case 'done': {
      const none = vscode.l10n.t('There are no uploaded files at Google.');
      const why = vscode.l10n.t('Files of more than 14 MB that you attach are uploaded, and kept for 48 hours.');
      if (count === 0) return [words(none, why)];
      return state.isWhole ? [] : [words(vscode.l10n.t('Only the first {0} files are listed.', count))];
    }
  }
}

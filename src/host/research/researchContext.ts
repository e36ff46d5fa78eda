import * as vscode from 'vscode';
import { attachmentLabel, fenced } from '../../core/conversation/input';
import type { CodeAttachment } from '../../core/conversation/turn';
import type { InputContent } from '../../core/interactions/port';
import type { OutgoingGate, OutgoingText } from '../../core/privacy/outgoingGate';
import type { ResearchContext } from '../../core/research/researchJobs';

/** A request is 20 MB at most, and base64 adds a third. Bytes. */
const mostBytes = 12 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, { readonly type: 'image' | 'document'; readonly mimeType: string }>> = {
  pdf: { type: 'document', mimeType: 'application/pdf' },
  png: { type: 'image', mimeType: 'image/png' },
  jpg: { type: 'image', mimeType: 'image/jpeg' },
  jpeg: { type: 'image', mimeType: 'image/jpeg' },
  webp: { type: 'image', mimeType: 'image/webp' },
  gif: { type: 'image', mimeType: 'image/gif' },
};

export const noContext: ResearchContext = { names: [], input: [] };

export type ReviewGate = Pick<OutgoingGate, 'review'>;

/** The code that is selected. Undefined: none is. */
export function selectedCode(): CodeAttachment | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const { document, selection } = editor;
  return {
    kind: 'code',
    id: '',
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    startLine: selection.start.line + 1,
    endLine: selection.end.line + 1,
    text: document.getText(selection),
  };
}

/** Code to go along with a question, as far as the user lets it out. Undefined: none of it. */
export async function contextOf(code: CodeAttachment, gate: ReviewGate): Promise<ResearchContext | undefined> {
  const { path, uri, startLine, languageId } = code;
  const passed = await gate.review([{ name: path, text: code.text, files: [uri], firstLine: startLine }]);
  const rest = passed?.[0];
  if (rest === undefined) return undefined;
  const label = attachmentLabel(code);
  return { names: [label], input: [textContent(label, rest, languageId)] };
}

/**
 * Adds files that the user chooses. Those that cannot go along are said, and left out; those that the user holds back are
 * left out.
 */
export async function addFiles(context: ResearchContext, gate: ReviewGate): Promise<ResearchContext> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Files for the research'),
    openLabel: vscode.l10n.t('Add'),
    canSelectMany: true,
  });
  const added: AddedFile[] = [];
  const refused: string[] = [];
  let size = context.input.reduce((sum, one) => sum + sizeOf(one), 0);
  for (const uri of chosen ?? []) {
    const name = vscode.workspace.asRelativePath(uri);
    if (context.names.includes(name)) continue;
    const file = await readFile(uri, name);
    const more = file ? sizeOf(contentOf(file)) : 0;
    if (file && size + more <= mostBytes) {
      added.push(file);
      size += more;
    } else refused.push(name);
  }
  if (refused.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These files cannot go along: {0}. A research takes text, pictures and PDFs, 12 MB in all.',
        refused.join(', '),
      ),
    );
  }
  const passed = added.length === 0 ? [] : await gate.review(added.map(({ outgoing }) => outgoing));
  const allowed = added.flatMap((file, i): readonly AddedFile[] => {
    const text = passed?.[i];
    return text === undefined ? [] : [{ ...file, outgoing: { ...file.outgoing, text } }];
  });
  return {
    names: [...context.names, ...allowed.map(({ outgoing }) => outgoing.name)],
    input: [...context.input, ...allowed.map(contentOf)],
  };
}

interface AddedFile {
  /** Of a picture or a PDF the text is its name alone: what is in it is not looked at. */
  readonly outgoing: OutgoingText;
  /** A picture or a PDF. Undefined: a text, in this language. */
  readonly media: InputContent | undefined;
  readonly language: string;
}

function contentOf({ outgoing, media, language }: AddedFile): InputContent {
  return media ?? textContent(outgoing.name, outgoing.text, language);
}

async function readFile(uri: vscode.Uri, name: string): Promise<AddedFile | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.length > mostBytes) return undefined;
    const files = [uri.toString()];
    const ending = /\.([^./\\]+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? '';
    const media = mediaTypes[ending];
    if (media) {
      return { outgoing: { name, text: name, files }, media: { ...media, data: base64(bytes) }, language: ending };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { outgoing: { name, text, files, firstLine: 1 }, media: undefined, language: ending };
  } catch {
    // Not there, or no text: the user is told its name.
    return undefined;
  }
}

function textContent(name: string, content: string, language: string): InputContent {
  return { type: 'text', text: `${name}:\n${fenced(content, language)}` };
}

function sizeOf(content: InputContent): number {
  return content.type === 'text' ? content.text.length : (content.data.length * 3) / 4;
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
}

import * as vscode from 'vscode';
import { cleanAttachments, cleanText } from '../../core/chat/cleanPrompt';
import { attachedContent, attachmentLabel, fenced } from '../../core/conversation/input';
import type { Attachment, CodeAttachment } from '../../core/conversation/turn';
import type { InputContent } from '../../core/interactions/port';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
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

/**
 * The code that is selected, to go along with a question, without what the user holds back. `nothing`: none is selected.
 * Undefined: the user wants nothing sent.
 */
export async function selectedContext(gate: OutgoingGate): Promise<ResearchContext | 'nothing' | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return 'nothing';
  const { document, selection } = editor;
  const attachment: CodeAttachment = {
    kind: 'code',
    id: '',
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    startLine: selection.start.line + 1,
    endLine: selection.end.line + 1,
    text: document.getText(selection),
  };
  const label = attachmentLabel(attachment);
  const { path, uri, startLine, languageId } = attachment;
  const passed = await gate.review([{ name: path, text: attachment.text, files: [uri], firstLine: startLine }]);
  if (!passed) return undefined;
  const [cleaned] = passed;
  return cleaned === undefined ? noContext : { names: [label], input: [text(label, cleaned, languageId)] };
}

/** Adds files that the user chooses. Those that cannot go along are said, and left out. */
export async function addFiles(context: ResearchContext, gate: OutgoingGate): Promise<ResearchContext> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Files for the research'),
    openLabel: vscode.l10n.t('Add'),
    canSelectMany: true,
  });
  const names = [...context.names];
  const input = [...context.input];
  const refused: string[] = [];
  for (const uri of chosen ?? []) {
    const name = vscode.workspace.asRelativePath(uri);
    const content = names.includes(name) ? undefined : await readFile(uri, name, gate);
    const size = [...input, ...(content ? [content] : [])].reduce((sum, one) => sum + sizeOf(one), 0);
    if (content && size <= mostBytes) {
      names.push(name);
      input.push(content);
    } else if (!names.includes(name)) refused.push(name);
  }
  if (refused.length > 0) tellRefused(refused);
  return { names, input };
}

/** What is attached in a chat. What an agent does not take is said, and left out. */
export function attachedContext(attachments: readonly Attachment[]): ResearchContext {
  const cleaned = cleanAttachments(attachments).attachments;
  const all = cleaned.map((one) => ({ name: attachmentLabel(one), content: attachedContent(one) }));
  const taken = all.filter(({ content }) => ['text', 'image', 'document'].includes(content.type));
  const refused = all.filter((one) => !taken.includes(one));
  if (refused.length > 0) tellRefused(refused.map(({ name }) => name));
  return { names: taken.map(({ name }) => name), input: taken.map(({ content }) => content) };
}

function tellRefused(names: readonly string[]): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'These files can’t be attached: {0}. Research accepts text, images and PDFs, up to 12 MB in total.',
      names.join(', '),
    ),
  );
}

async function readFile(uri: vscode.Uri, name: string, gate: OutgoingGate): Promise<InputContent | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.length > mostBytes) return undefined;
    const ending = /\.([^./\\]+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? '';
    const media = mediaTypes[ending];
    // Of a picture or a PDF the file is asked about, and not what stands in it.
    const content = media ? name : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [passed] = (await gate.review([{ name, text: content, files: [uri.toString()], firstLine: 1 }])) ?? [];
    if (passed === undefined) return undefined;
    return media ? { ...media, data: base64(bytes) } : text(name, passed, ending);
  } catch {
    // Not there, or no text: the user is told its name.
    return undefined;
  }
}

function text(name: string, content: string, language: string): InputContent {
  // Who wrote the text is not who sends it.
  return { type: 'text', text: cleanText(`${name}:\n${fenced(content, language)}`) };
}

function sizeOf(content: InputContent): number {
  if (content.type === 'text') return content.text.length;
  return 'data' in content ? (content.data.length * 3) / 4 : 0;
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
}

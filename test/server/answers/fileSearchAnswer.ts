import type { Interactions } from '@google/genai';
import { signatureFor, textStep } from '../answer';
import type { SearchStores, StoredDocument } from '../searchStores';
import { promptOf, type Question } from './question';

interface Found {
  readonly store: string;
  readonly document: StoredDocument;
  readonly text: string;
}

/** At most so many places are found, as by the service where `top_k` says nothing. */
const usualCount = 5;

/** What the documents of the stores say about the words of the prompt, with each place cited. */
export function fileSearchSteps(
  question: Question,
  thought: Interactions.Step,
  stores: SearchStores,
): readonly Interactions.Step[] | undefined {
  const tool = question.request.tools?.find(({ type }) => type === 'file_search');
  if (tool?.type !== 'file_search') return undefined;
  const prompt = promptOf(question);
  const found = (tool.file_search_store_names ?? [])
    .flatMap((store) => find(stores, store, prompt))
    .slice(0, tool.top_k ?? usualCount);
  let text = found.length === 0 ? 'Your files say nothing about that.' : '';
  const annotations: Interactions.FileCitation[] = [];
  for (const { store, document, text: passage } of found) {
    const start_index = Buffer.byteLength(text);
    text += passage.split('\n').findLast((line) => line.trim() !== '') ?? passage;
    annotations.push({
      type: 'file_citation',
      file_name: document.displayName,
      document_uri: document.name,
      source: store,
      ...(document.mimeType === 'application/pdf' && { page_number: 1 }),
      ...(document.customMetadata && {
        custom_metadata: Object.fromEntries(document.customMetadata.map(({ key, stringValue }) => [key, stringValue])),
      }),
      start_index,
      end_index: Buffer.byteLength(text),
    });
    text += '\n\n';
  }
  const result = found.map(({ store, document, text: passage }) => ({
    title: document.displayName,
    text: passage,
    file_search_store: store,
  }));
  return [
    { type: 'file_search_call', id: 'files001', signature: signatureFor(prompt) },
    // The type in the SDK leaves out what the stream brings.
    { type: 'file_search_result', call_id: 'files001', result, signature: signatureFor(text) } as Interactions.Step,
    thought,
    textStep(text, annotations),
  ];
}

function find(stores: SearchStores, name: string, prompt: string): readonly Found[] {
  const { documents, contents } = stores.find(name);
  const words = prompt.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return [...documents.values()].flatMap((document) => {
    const text = contents.get(document.name)?.toString() ?? '';
    const isFound = document.state === 'STATE_ACTIVE' && words.some((word) => text.toLowerCase().includes(word));
    return isFound ? [{ store: name, document, text }] : [];
  });
}

import { isJsonObject, type JsonValue, objectsField, textField } from '../core/base/json';
import type { ToolCallPart } from './toolCallPart';
import type { ToolResultPart } from './toolResultPart';

/** What came back from a tool, piece after piece. */
export type ToolResults = readonly ToolResultPart['result'][];

/** A page that was to be read, and the service's word for how that went; empty: it said none. */
export interface ReadPage {
  readonly url: string;
  readonly status: string;
}

/** What a search was asked for. */
export function queriesOf({ arguments: given }: Pick<ToolCallPart, 'arguments'>): readonly string[] {
  return textsIn(given.queries);
}

/** The addresses that were to be read, as they were written. */
export function pagesOf({ arguments: given }: Pick<ToolCallPart, 'arguments'>): readonly string[] {
  return textsIn(given.urls);
}

/** The search suggestions of Google, as HTML with styles. Never to be shown as such. */
export function suggestionsIn(results: ToolResults): readonly string[] {
  return objectsIn(results).flatMap((item) => textField(item, 'search_suggestions') ?? []);
}

export function readPagesIn(results: ToolResults): readonly ReadPage[] {
  return objectsIn(results).flatMap((item) => {
    const url = textField(item, 'url');
    return url === undefined ? [] : { url, status: textField(item, 'status') ?? '' };
  });
}

/** A place that Google Maps found. `url`: its page there; empty: it has none. */
export interface FoundPlace {
  readonly name: string;
  readonly url: string;
}

/** Source: SDK type `GoogleMapsResult`. */
export function placesIn(results: ToolResults): readonly FoundPlace[] {
  return objectsIn(results)
    .flatMap((item) => objectsField(item, 'places'))
    .map((place) => ({ name: textField(place, 'name') ?? '', url: textField(place, 'url') ?? '' }))
    .filter(({ name, url }) => name !== '' || url !== '');
}

/** A piece of a file that was found. */
export interface FoundText {
  readonly title: string;
  readonly text: string;
}

/** The SDK's type has no fields; they are those of recorded answers. */
export function foundTextsIn(results: ToolResults): readonly FoundText[] {
  return objectsIn(results)
    .map((item) => ({ title: textField(item, 'title') ?? '', text: textField(item, 'text') ?? '' }))
    .filter(({ title, text }) => title !== '' || text !== '');
}

/** What is text in what came back. */
export function textOf(results: ToolResults): string {
  return itemsIn(results)
    .map((item) => (typeof item === 'string' ? item : isJsonObject(item) ? (textField(item, 'text') ?? '') : ''))
    .join('');
}

function itemsIn(results: ToolResults): readonly JsonValue[] {
  return results.flatMap((result) => (Array.isArray(result) ? [...result] : [result]));
}

function objectsIn(results: ToolResults) {
  return objectsField({ items: itemsIn(results) }, 'items');
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

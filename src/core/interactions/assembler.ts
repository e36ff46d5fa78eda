import { isJsonObject, type JsonObject, type JsonValue, objectField, objectsField } from '../base/json';
import type { StepDelta } from './deltas';
import { isTextItem, placeAnnotations } from './placeAnnotations';

type Draft = { [key: string]: JsonValue };

/** What a delta changed in a step. `item` counts the items of its content, or of its summary, from 0. */
export type StepChange =
  | { readonly type: 'itemAdded'; readonly item: number }
  | { readonly type: 'itemGrew'; readonly item: number; readonly text: string }
  | { readonly type: 'itemAnnotated'; readonly item: number; readonly annotations: readonly JsonObject[] }
  /** The JSON text of the arguments, which is read when it is whole. */
  | { readonly type: 'argumentsGrew'; readonly text: string }
  | { readonly type: 'resultGrew'; readonly result: readonly JsonValue[] }
  | { readonly type: 'fieldsChanged' };

/**
 * Rebuilds one step in wire form from its `step.start` and its deltas. A stream never repeats the whole step, and a
 * stateless history needs the whole step with every signature. A delta costs what it adds.
 */
export class StepAssembler {
  private readonly draft: Draft;
  private readonly list: JsonValue[];
  private readonly listKey: 'content' | 'summary';
  /** Annotations that came after their item, by its number. */
  private readonly annotations = new Map<number, JsonObject[]>();
  private argumentsJson = '';
  /** The result, where it comes in several lists. */
  private results: JsonValue[] | undefined;

  constructor(start: JsonObject) {
    this.draft = { ...start };
    this.listKey = start.type === 'thought' ? 'summary' : 'content';
    this.list = [...listOf(start[this.listKey])];
    if (typeof start.arguments === 'string') {
      this.argumentsJson = start.arguments;
      this.draft.arguments = {};
    }
  }

  /** The items of its content, or of its summary, so far. */
  get items(): readonly JsonValue[] {
    return this.list.map((item, index) => this.withAnnotations(item, index));
  }

  /** One of them. */
  item(index: number): JsonValue {
    return this.withAnnotations(this.list[index] ?? null, index);
  }

  apply(delta: StepDelta): readonly StepChange[] {
    switch (delta.type) {
      case 'text':
        return [this.appendText(delta.text)];
      case 'text_annotation_delta':
        return this.annotate(objectsField(delta.wire, 'annotations'));
      case 'thought_summary':
        return isJsonObject(delta.wire.content) ? [this.push(delta.wire.content)] : [];
      case 'thought_signature':
        this.draft.signature = delta.signature;
        return [];
      case 'arguments_delta':
        return this.appendArguments(delta.json, delta.fields);
      default:
        // A medium is an item. What is not known, or belongs to another kind of step, is kept as it came, too.
        return delta.wire.type === this.draft.type ? this.merge(delta.wire) : [this.push(delta.wire)];
    }
  }

  /** The step so far. Arguments that are not yet whole JSON stay text. */
  wire(): JsonObject {
    const wire: Draft = { ...this.draft };
    if (this.list.length > 0) wire[this.listKey] = this.items;
    if (this.results) wire.result = [...this.results];
    const given = objectField(this.draft, 'arguments') ?? {};
    const parsed = parseArguments(this.argumentsJson);
    if (parsed) wire.arguments = { ...given, ...parsed };
    else if (this.argumentsJson !== '' && Object.keys(given).length === 0) wire.arguments = this.argumentsJson;
    return wire;
  }

  private appendText(text: string): StepChange {
    const item = this.list.length - 1;
    const last = this.list[item];
    if (!isTextItem(last)) return this.push({ type: 'text', text });
    this.list[item] = { ...last, text: last.text + text };
    return { type: 'itemGrew', item, text };
  }

  private annotate(annotations: readonly JsonObject[]): readonly StepChange[] {
    if (annotations.length === 0) return [];
    // A text that was announced by what it rests on.
    if (!this.list.some(isTextItem)) return [this.push({ type: 'text', text: '', annotations })];
    return [...placeAnnotations(this.list, annotations)].map(([item, own]) => {
      const all = this.annotations.get(item) ?? [];
      for (const annotation of own) all.push(annotation);
      this.annotations.set(item, all);
      return { type: 'itemAnnotated', item, annotations: own };
    });
  }

  private appendArguments(json: string, fields: JsonObject | undefined): readonly StepChange[] {
    this.argumentsJson += json;
    const given = { ...objectField(this.draft, 'arguments'), ...fields };
    if (fields) this.draft.arguments = given;
    if (fields) return [{ type: 'fieldsChanged' }];
    return json === '' || Object.keys(given).length > 0 ? [] : [{ type: 'argumentsGrew', text: json }];
  }

  /** Deltas of a step's own type carry whole fields; a result may come in several lists, and the start's signature is empty. */
  private merge(wire: JsonObject): readonly StepChange[] {
    const changes = Object.entries(wire).flatMap(([key, value]) => this.mergeField(key, value));
    const fields = changes.find(({ type }) => type === 'fieldsChanged');
    // Reading the fields once more tells all but the items.
    return fields ? [...changes.filter(({ type }) => type === 'itemAdded'), fields] : changes;
  }

  private mergeField(key: string, value: JsonValue): readonly StepChange[] {
    if (key === 'signature' && value === '') return [];
    if (key === this.listKey) return listOf(value).map((item) => this.push(item));
    if (key === 'result') return [this.addResult(value)];
    if (key === 'arguments' && typeof value === 'string') return this.appendArguments(value, undefined);
    const isSame = JSON.stringify(this.draft[key]) === JSON.stringify(value);
    this.draft[key] = value;
    return isSame || key === 'signature' ? [] : [{ type: 'fieldsChanged' }];
  }

  private addResult(value: JsonValue): StepChange {
    const earlier = this.results ?? this.draft.result;
    if (isList(earlier) && earlier.length > 0 && isList(value)) {
      this.results ??= [...earlier];
      for (const item of value) this.results.push(item);
      return { type: 'resultGrew', result: value };
    }
    this.results = undefined;
    this.draft.result = value;
    return { type: 'fieldsChanged' };
  }

  private push(item: JsonValue): StepChange {
    this.list.push(item);
    return { type: 'itemAdded', item: this.list.length - 1 };
  }

  private withAnnotations(item: JsonValue, index: number): JsonValue {
    const added = this.annotations.get(index);
    if (!added || !isJsonObject(item)) return item;
    return { ...item, annotations: [...objectsField(item, 'annotations'), ...added] };
  }
}

/** The items of a list as `readContents` finds them. */
function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function parseArguments(json: string): JsonObject | undefined {
  if (json === '') return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Cut in the middle: the step is incomplete and is marked so by its turn's status.
    return undefined;
  }
}

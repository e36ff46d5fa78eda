import { isJsonObject, type JsonObject, type JsonValue, objectField } from '../base/json';
import type { StepDelta } from './deltas';

type Draft = { [key: string]: JsonValue };

/**
 * Rebuilds one step in wire form from its `step.start` and its deltas. A stream never repeats the whole step, and a
 * stateless history needs the whole step with every signature.
 */
export class StepAssembler {
  private readonly draft: Draft;
  private readonly items: Draft[];
  private argumentsJson: string | undefined;
  private readonly listKey: 'content' | 'summary';

  constructor(start: JsonObject) {
    this.draft = { ...start };
    this.listKey = start.type === 'thought' ? 'summary' : 'content';
    const given = start[this.listKey];
    this.items = Array.isArray(given) ? given.filter(isJsonObject).map((item) => ({ ...item })) : [];
  }

  apply(delta: StepDelta): void {
    switch (delta.type) {
      case 'text':
        this.appendText(delta.text);
        return;
      case 'text_annotation_delta': {
        const item = this.lastText() ?? this.push({ type: 'text', text: '' });
        const earlier = Array.isArray(item.annotations) ? item.annotations : [];
        const added = Array.isArray(delta.wire.annotations) ? delta.wire.annotations : [];
        item.annotations = [...earlier, ...added];
        return;
      }
      case 'thought_summary':
        if (isJsonObject(delta.wire.content)) this.push({ ...delta.wire.content });
        return;
      case 'thought_signature':
        this.draft.signature = delta.signature;
        return;
      case 'arguments_delta':
        this.argumentsJson = (this.argumentsJson ?? '') + delta.json;
        if (delta.fields) this.draft.arguments = { ...objectField(this.draft, 'arguments'), ...delta.fields };
        return;
      case 'image':
      case 'audio':
      case 'video':
      case 'document':
        this.push({ ...delta.wire });
        return;
      case 'unknown':
        return;
      default:
        this.mergeTool(delta.wire);
    }
  }

  /** The step so far. Arguments that are not yet whole JSON stay as the start gave them. */
  wire(): JsonObject {
    const result: Draft = { ...this.draft };
    if (this.items.length > 0) result[this.listKey] = this.items.map((item) => ({ ...item }));
    const parsed = parseArguments(this.argumentsJson);
    if (parsed) result.arguments = { ...objectField(this.draft, 'arguments'), ...parsed };
    return result;
  }

  private appendText(text: string): void {
    const item = this.items.at(-1);
    if (item && item.type === 'text' && typeof item.text === 'string' && !item.annotations) item.text += text;
    else this.push({ type: 'text', text });
  }

  private lastText(): Draft | undefined {
    return this.items.findLast((item) => item.type === 'text');
  }

  private push(item: Draft): Draft {
    this.items.push(item);
    return item;
  }

  /** Deltas of tool steps carry whole fields; a result may come in several lists, and the start's signature is empty. */
  private mergeTool(wire: JsonObject): void {
    for (const [key, value] of Object.entries(wire)) {
      if (key === 'type') continue;
      if (key === 'signature' && value === '') continue;
      const earlier = this.draft[key];
      this.draft[key] =
        key === 'result' && Array.isArray(earlier) && Array.isArray(value) ? [...earlier, ...value] : value;
    }
  }
}

function parseArguments(json: string | undefined): JsonObject | undefined {
  if (!json) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Cut in the middle: the step is incomplete and is marked so by its turn's status.
    return undefined;
  }
}

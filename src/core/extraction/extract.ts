import type { JsonObject, JsonValue } from '../base/json';
import { type AskTextServices, askText } from '../conversation/askText';
import type { Check, Problem } from './checkJson';
import { type ExtractionSource, extractRequest } from './extractRequest';
import { pointerTo } from './jsonPointer';
import { parsedJson, syntaxProblems } from './placeProblems';

/** As much as a model can write in one call, and more. UTF-16 units. */
const longestAnswer = 2_000_000;

export interface ExtractionForm {
  readonly model: string;
  /** What the service takes of the schema. */
  readonly schema: JsonObject;
  /** Against all of the schema. */
  readonly check: Check;
}

export interface Extraction {
  /** As the model wrote it. */
  readonly text: string;
  /** Undefined: the text is no JSON. */
  readonly value: JsonValue | undefined;
  /** Empty where there is a value: it fits. */
  readonly problems: readonly Problem[];
}

/**
 * Extracts the data of one text. An answer that does not fit is asked for once more, with what is wrong with it; the second
 * one counts, whatever it is like. `onText` is given the answer so far; that of a repair begins from nothing. Rejects with
 * the reason of the signal or with a Failure.
 */
export async function extract(
  services: AskTextServices,
  form: ExtractionForm,
  source: ExtractionSource,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<Extraction> {
  const { model, schema, check } = form;
  const ask = (faulty?: { readonly text: string; readonly problems: readonly string[] }) =>
    askText(services, extractRequest(model, schema, source, faulty), longestAnswer, signal, onText);
  const text = await ask();
  const first = judge(text, check);
  if (first.wrong.length === 0) return first.extraction;
  return judge(await ask({ text, problems: first.wrong }), check).extraction;
}

interface Judgement {
  readonly extraction: Extraction;
  /** The problems as a model is told of them. */
  readonly wrong: readonly string[];
}

function judge(text: string, check: Check): Judgement {
  const value = parsedJson(text);
  if (value === undefined) {
    const problems = syntaxProblems(text);
    const wrong = problems.map(({ offset, message }) => `no JSON at character ${offset + 1}: ${message}`);
    return { extraction: { text, value, problems: [] }, wrong: wrong.length > 0 ? wrong : ['it is no JSON'] };
  }
  const problems = check(value);
  return {
    extraction: { text, value, problems },
    wrong: problems.map(({ path, message }) => `${pointerTo(path) || 'the whole'} ${message}`),
  };
}

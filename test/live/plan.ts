import { assumptions } from './assumptions';
import { type Call, headersOf } from './calls';
import { boundOf, boundWords } from './cost';
import type { Probe } from './probe';

/** Longer texts in a request are shown by their beginning. Characters. */
const longestShown = 300;

/** What will be done, a line for each probe, and what it costs at most. */
export function overviewOf(probes: readonly Probe[], origin: string): string {
  const lines = grouped(probes, ({ id, title, requests }) => {
    const sent = requests().map(({ method, path }) => `${method} ${path}`);
    return [`  ${id}: ${title}`, ...(sent.length > 0 ? [`      ${sent.join(', ')}`] : [])];
  });
  const bound = boundOf(probes);
  return [
    `These requests go to ${origin}, after a look at GET /v1/models that shows whether the key is taken:`,
    ...lines,
    '',
    `${boundWords(bound)}.`,
    ...bound.notes.map((note) => `  ${note}`),
    'Some of them are looked at several times until they are done. What they leave at Google is deleted at the end.',
  ].join('\n');
}

/** Every request as it would be sent, without the key. */
export function planOf(probes: readonly Probe[]): string {
  const shown = new Map<Call, string>();
  const lines = grouped(probes, ({ id, title, assumed, requests }) => [
    `  ${id}: ${title}`,
    `    assumed: ${assumed}`,
    ...requests().flatMap((call) => {
      const first = shown.get(call);
      if (first !== undefined && first !== id)
        return [`    ${call.method} ${call.path}, the answer to the one of ${first}`];
      shown.set(call, id);
      return requestLines(call).map((line) => `    ${line}`);
    }),
    '',
  ]);
  const begin = ['First, to see whether the key is taken:', '    GET /v1/models?pageSize=1'];
  const end = ['At the end, for each interaction and file that is left:', '    DELETE /v1/interactions/<id>'];
  return [...begin, ...lines, ...end, '    DELETE /v1/files/<id>', '', `${boundWords(boundOf(probes))}.`].join('\n');
}

function grouped(probes: readonly Probe[], linesOf: (probe: Probe) => readonly string[]): readonly string[] {
  return Object.entries(assumptions).flatMap(([number, title]) => {
    const those = probes.filter(({ assumption }) => assumption === Number(number));
    return those.length > 0 ? ['', `${number}  ${title}`, ...those.flatMap(linesOf)] : [];
  });
}

function requestLines(call: Call): readonly string[] {
  const headers = Object.entries(headersOf(call)).map(([name, value]) => `  ${name}: ${value}`);
  const key = call.key === undefined ? '(your key, not shown)' : call.key === '' ? '(empty)' : '(a wrong one)';
  const body = call.bytes === undefined ? bodyLines(call) : [`(${call.bytes.length} bytes)`];
  return [
    `${call.method} ${call.path}`,
    ...headers,
    `  x-goog-api-key: ${key}`,
    ...body.map((line) => `  ${line}`),
    '',
  ];
}

function bodyLines({ body }: Call): readonly string[] {
  if (!body) return [];
  const shortened = (_: string, value: unknown) =>
    typeof value === 'string' && value.length > longestShown
      ? `${value.slice(0, 40)}… (${value.length.toLocaleString('en')} characters)`
      : value;
  return JSON.stringify(body, shortened, 2).split('\n');
}

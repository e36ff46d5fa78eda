import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Answer } from '../../../src/core/conversation/answer';
import { collect, never, question, serverUnderTest, textOf } from './serverUnderTest';

/** Each recorded or documented stream: how many events it has, whether it is whole, and what must be in its text. */
const samples: Readonly<Record<string, { events: number; whole: boolean; text: RegExp; kinds?: readonly string[] }>> = {
  '01-text': { events: 10, whole: true, text: /\S/ },
  '02-thoughts': { events: 12, whole: true, text: /\S/, kinds: ['thought', 'text'] },
  '03-function-call': { events: 13, whole: true, text: /^$/, kinds: ['toolCall', 'toolCall'] },
  '03b-function-answer': { events: 10, whole: true, text: /\S/ },
  '04-search-citations': { events: 20, whole: true, text: /Spain/, kinds: ['toolCall', 'toolResult', 'text'] },
  '04b-search-recorded-2.5-flash': { events: 27, whole: true, text: /\S/ },
  '05-code-execution': { events: 16, whole: true, text: /\S/, kinds: ['toolCall', 'toolResult', 'text'] },
  '05b-url-context': { events: 16, whole: true, text: /\S/ },
  '06-image': { events: 19, whole: true, text: /\S/ },
  '07-error-midstream': { events: 5, whole: false, text: /\S/ },
  '07b-cut-with-trailing-json': { events: 4, whole: false, text: /\S/ },
  '08-deep-research': { events: 15, whole: true, text: /Quantum computing/, kinds: ['thought', 'text', 'media'] },
  '08b-deep-research-cut': { events: 5, whole: false, text: /.*/ },
  '08c-deep-research-resumed': { events: 10, whole: true, text: /\S/ },
  '09a-continuation-hop1': { events: 8, whole: true, text: /Still chapter one/ },
  '09b-continuation-hop2': { events: 6, whole: true, text: /Chapter two/ },
  '10-odd': { events: 10, whole: true, text: /two data linesdelta without a typeno event: line/ },
};

describe('the samples of the wire', () => {
  const under = serverUnderTest();

  it('are all here', () => {
    const found = globSync('test/fixtures/sse/*.sse').map((file) => basename(file, '.sse'));
    assert.deepEqual(found.sort(), Object.keys(samples).sort());
  });

  for (const [name, expected] of Object.entries(samples)) {
    it(`${name}: every event arrives, none is lost`, async () => {
      const sse = readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8');
      // A hop that asks for its continuation makes the SDK ask again.
      under.server.answerNext({ sse, chunkBytes: 97 });
      if (name === '09a-continuation-hop1') {
        under.server.answerNext({ sse: readFileSync('test/fixtures/sse/09b-continuation-hop2.sse', 'utf8') });
      }

      const events = await collect(under.client.ask(question('Hello'), never()));

      const hops = name === '09a-continuation-hop1' ? 6 : 0;
      assert.equal(events.length, expected.events + hops);
      assert.match(textOf(events), expected.text);
      const answer = new Answer();
      for (const event of events) answer.apply(event);
      assert.equal(answer.completed !== undefined && answer.error === undefined, expected.whole);
      const kinds = answer.parts.map((part) => part.kind);
      for (const kind of expected.kinds ?? []) assert.ok(kinds.includes(kind as (typeof kinds)[number]), kinds.join());
    });
  }
});

import assert from 'node:assert/strict';
import { askTitle, tidyTitle } from '../../../../src/core/chat/askTitle';
import { hurriedClock } from '../../fakes/manualClock';
import { never } from '../../gemini/serverUnderTest';
import { created, interaction, type Script, ScriptedService, whole, wrote } from './scriptedService';

async function asked(script: Script, question = 'Why?', answer = 'So.') {
  const service = new ScriptedService(script);
  const title = await askTitle({ interactions: service, clock: hurriedClock() }, { question, answer }, never());
  return { title, request: service.asked[0] };
}

describe('the request for the name of a chat', () => {
  it('holds the question and the answer, and leaves nothing at Google', async () => {
    const { request } = await asked(whole('', 'Reasons'));
    const { systemInstruction = '', ...rest } = request ?? { input: [], model: '', store: true };
    assert.deepEqual(rest, {
      model: 'gemini-3.5-flash-lite',
      purpose: 'title',
      input: [{ type: 'text', text: 'The question:\nWhy?\n\nThe answer:\nSo.' }],
      store: false,
      thinkingLevel: 'minimal',
    });
    assert.match(systemInstruction, /^Name this chat in at most six words/);
  });

  it('holds 2,000 characters of each, and nothing hidden', async () => {
    const { request } = await asked(whole('', 'Reasons'), `${'q'.repeat(2_000)}Q`, `\u202ea${'b'.repeat(1_998)}B`);
    const [input] = request?.input ?? [];
    const text = `The question:\n${'q'.repeat(2_000)}\n\nThe answer:\na${'b'.repeat(1_998)}`;
    assert.deepEqual(input, { type: 'text', text });
  });

  it('takes no reply that is longer than 1,000 characters, nor one that is not whole or has no words', async () => {
    assert.equal((await asked(whole('', `${'a'.repeat(999)}!`))).title?.length, 80);
    assert.equal((await asked(whole('', 'a'.repeat(1_001)))).title, undefined);
    const cut: Script = [created(''), wrote('Half'), { type: 'completed', interaction: interaction('', 'incomplete') }];
    assert.equal((await asked(cut)).title, undefined);
    assert.equal((await asked([created(''), wrote('Half')])).title, undefined);
    assert.equal((await asked(whole('', '***'))).title, undefined);
  });
});

describe('the name in a reply', () => {
  const cases: readonly (readonly [written: string, title: string])[] = [
    ['###### Deep heading', 'Deep heading'],
    ['####### Seven', '####### Seven'],
    ['  * Starred', 'Starred'],
    ['> + 12) Nested marks', 'Nested marks'],
    ['1234. Too many digits', '1234. Too many digits'],
    ['-no list', '-no list'],
    ['![A picture](https://e.example/p.png) of pumps', 'A picture of pumps'],
    ['Two [links](a) and [more](b)', 'Two links and more'],
    ['~~Old~~ and `new` **names**', 'Old and new names'],
    ['__init__ and snake_case', 'init and snake_case'],
    ['A  title\twith   blanks', 'A title with blanks'],
    ['«Guillemets».', 'Guillemets'],
    ['„Gänsefüßchen“', 'Gänsefüßchen'],
    ['Dots. In. Between...', 'Dots. In. Between'],
    ['\u00ad\u200b\u2060Soft', 'Soft'],
    ['one\rtwo', 'one'],
    ['one\u2029two', 'one'],
    ['--\n...\nThird line', 'Third line'],
    ['42', '42'],
  ];
  it('is one line of plain text', () => {
    for (const [written, title] of cases) assert.equal(tidyTitle(written), title, written);
  });
});

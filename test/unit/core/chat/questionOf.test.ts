import assert from 'node:assert/strict';
import { questionOf } from '../../../../src/core/chat/questionOf';
import type { Attachment, CodeAttachment } from '../../../../src/core/conversation/turn';

const file = (path: string, text: string): Extract<Attachment, { kind: 'file' }> => ({
  kind: 'file',
  id: 'f',
  uri: 'file:///a.ts',
  path,
  languageId: 'typescript',
  text,
});
const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example/\u200b' };
/** A mark that turns the direction of text, and a tag that nobody sees. */
const [turned, tag] = ['\u202e', '\u{E0041}'];

describe('what is asked with a prompt', () => {
  it('is the prompt as it was typed, and what goes along', () => {
    assert.deepEqual(questionOf(' Why? ', [file('a.ts', 'x')], undefined), {
      prompt: ' Why? ',
      attachments: [file('a.ts', 'x')],
      removedCharacters: undefined,
    });
  });

  it('has no hidden characters, and says how many it had with those of code, of its path and of files', () => {
    const code: CodeAttachment = { ...file('b.ts', `x${turned}`), kind: 'code', startLine: 1, endLine: 1 };
    const asked = questionOf(`Wh${turned}y${tag}?`, [file(`a${tag}.ts`, `${tag}y`), code, page], undefined);
    assert.deepEqual(asked, {
      prompt: 'Why?',
      attachments: [file('a.ts', 'y'), { ...code, text: 'x' }, page],
      removedCharacters: 5,
    });
  });

  it('is nothing where the prompt is blank or hidden and nothing goes along', () => {
    for (const prompt of ['', ' \n', tag, ` ${turned}`])
      assert.equal(questionOf(prompt, [], { ratio: '1:1' }), undefined);
    assert.equal(questionOf('', [page], undefined)?.prompt, '');
    assert.equal(questionOf('?', [], undefined)?.prompt, '?');
  });

  it('says how the picture is to be only where that was chosen', () => {
    assert.deepEqual(questionOf('A cat', [], { size: '2K' })?.image, { size: '2K' });
    assert.equal('image' in (questionOf('A cat', [], undefined) ?? {}), false);
  });
});

import assert from 'node:assert/strict';
import { highlighter } from '../../../../media/highlight/languages';
import { RunEmitter } from '../../../../media/highlight/runEmitter';

const highlight = (text: string, language: string) => highlighter.highlight(text, { language, ignoreIllegals: true });

/** What highlight.js is relied on for although its documents do not promise it. */
describe('highlight.js', () => {
  it('still writes into an emitter of ours (an upgrade broke __emitter of languages.ts, or _emitter of its result)', () => {
    const { _emitter: emitter } = highlight('let a = 1;', 'javascript');

    assert.ok(emitter instanceof RunEmitter);
    assert.deepEqual(emitter.runs[0], { text: 'let', kind: 'keyword' });
  });

  it('still hands over code in another language by __addSublanguage (an upgrade broke RunEmitter)', () => {
    const { _emitter: emitter } = highlight('<script>let a;</script>', 'xml');

    assert.ok(emitter instanceof RunEmitter);
    assert.ok(emitter.runs.some(({ text, kind }) => text === 'let' && kind === 'keyword'));
  });

  it('still tells by _top.parent whether the text ends inside of something (an upgrade broke the cutting into pieces)', () => {
    const { _top: inside } = highlight('/* a comment that does not end', 'javascript');
    const { _top: outside } = highlight('let a;\n', 'javascript');

    assert.ok(inside && 'parent' in inside && inside.parent !== undefined);
    assert.ok(outside === undefined || !('parent' in outside) || outside.parent === undefined);
  });
});

import assert from 'node:assert/strict';
import { nextTurn } from '../../../../src/core/chat/nextTurn';
import { reviewPrompt } from '../../../../src/core/chat/prompts';
import type { Told } from '../../../../src/core/chat/toldToAsk';
import type { Question } from '../../../../src/core/conversation/turn';

const createdAt = Date.UTC(2026, 10, 29);
const asked: Question = { prompt: 'Why?', attachments: [], image: { ratio: '16:9' } };
const schema = { name: 'Rows', sent: { type: 'array' }, whole: { type: 'array', maxItems: 9 } };
const told: Pick<Told, 'files' | 'schema'> = { files: ['AGENTS.md'], schema };

function next(
  question: Partial<Question>,
  chosen?: string,
  more: Partial<typeof told> = {},
  toldModels = new Set<string>(),
) {
  const parts = { newId: () => 'new', now: () => createdAt, model: () => 'gemini-3.8-flash', toldModels };
  return nextTurn(parts, { ...asked, ...question }, 'parent', chosen, { ...told, ...more });
}

describe('the next question', () => {
  it('goes to the usual model, with the rules and the schema of the chat, and asks for no picture', () => {
    const {
      id,
      parentId,
      prompt,
      removedCharacters,
      model,
      rulesFiles,
      schema: name,
      status,
      ...turn
    } = next({
      removedCharacters: 2,
    });
    assert.deepEqual([id, parentId, turn.createdAt, status], ['new', 'parent', createdAt, 'waiting']);
    assert.deepEqual([prompt, removedCharacters, model], ['Why?', 2, 'gemini-3.8-flash']);
    assert.deepEqual([rulesFiles, name, 'image' in turn], [['AGENTS.md'], 'Rows', false]);
  });

  it('names no rules where there are none, and no schema where the chat has none or a review has its own', () => {
    assert.equal('rulesFiles' in next({}, undefined, { files: [] }), false);
    assert.equal('schema' in next({}, undefined, { schema: undefined }), false);
    assert.equal('schema' in next({ prompt: reviewPrompt }), false);
    assert.deepEqual(next({ prompt: reviewPrompt }).rulesFiles, ['AGENTS.md']);
  });

  it('goes to the model that was chosen, which may make pictures and then takes neither rules nor schema', () => {
    assert.equal(next({}, 'gemini-3.6-flash').model, 'gemini-3.6-flash');
    const { model, image, ...drawn } = next({}, 'gemini-nano-banana-2.1');
    assert.deepEqual([model, image], ['gemini-nano-banana-2.1', { ratio: '16:9' }]);
    assert.equal('rulesFiles' in drawn || 'schema' in drawn, false);
  });

  it('goes to an agent without the name of a model, and with the rules only to one of Google', () => {
    const google = next({}, 'antigravity-preview-09-2026');
    assert.deepEqual(
      [google.agent, google.model, google.rulesFiles],
      ['antigravity-preview-09-2026', '', ['AGENTS.md']],
    );
    const own = next({}, 'agents/reviewer');
    assert.deepEqual([own.agent, own.model, own.rulesFiles], ['reviewer', '', undefined]);
    assert.equal('agent' in next({}), false);
  });

  it('goes to the successor of a model that has retired, and says so once', () => {
    const toldModels = new Set<string>();
    const [first, second] = ['gemini-3.7-flash', 'gemini-3.7-flash'].map((gone) => next({}, gone, {}, toldModels));
    assert.deepEqual([first?.model, first?.replaces], ['gemini-3.8-flash', 'gemini-3.7-flash']);
    assert.equal(second?.model, 'gemini-3.8-flash');
    assert.ok(second && !('replaces' in second));
  });
});

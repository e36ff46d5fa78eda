import assert from 'node:assert/strict';
import { questionToResearch } from '../../../../src/core/chat/slashResearch';

describe('/research in the chat', () => {
  it('takes all lines that follow it', () => {
    assert.equal(questionToResearch('/research Heat pumps\nin old houses '), 'Heat pumps\nin old houses');
    assert.equal(questionToResearch('  /Research\tWells'), 'Wells');
  });

  it('asks for a question where none follows', () => {
    assert.equal(questionToResearch('/research'), '');
    assert.equal(questionToResearch('/research \n'), '');
  });

  it('is nothing special within a question or a word', () => {
    for (const prompt of ['What does /research do?', '/researching', 'research this', '']) {
      assert.equal(questionToResearch(prompt), undefined, prompt);
    }
  });
});

import assert from 'node:assert/strict';
import { type Answering, answeringFields } from '../../../../src/core/chat/answering';
import { usualAnswering } from './chatUnderTest';

describe('how a question is answered', () => {
  const fields = (answering: Partial<Answering>) =>
    answeringFields('gemini-3.8-flash', { ...usualAnswering, ...answering });

  it('says nothing that is the service’s own default', () => {
    assert.deepEqual(fields({}), { thinkingSummaries: true });
  });

  it('names tools, level, limit and tier as the service does', () => {
    assert.deepEqual(
      fields({
        tools: ['googleSearch', 'urlContext', 'codeExecution', 'googleMaps'],
        thinking: 'low',
        summaries: false,
        maxOutputTokens: 500,
        serviceTier: 'flex',
      }),
      {
        thinkingSummaries: false,
        thinkingLevel: 'low',
        tools: [
          { type: 'google_search' },
          { type: 'url_context' },
          { type: 'code_execution' },
          { type: 'google_maps' },
        ],
        maxOutputTokens: 500,
        serviceTier: 'flex',
      },
    );
  });

  it('leaves out a level that the model lacks', () => {
    assert.equal(fields({ thinking: 'xhigh' }).thinkingLevel, undefined);
  });

  it('names the stores to be searched, and no search where there is none', () => {
    const stores = ['fileSearchStores/a', 'fileSearchStores/b'];
    assert.deepEqual(fields({ tools: ['fileSearch'], stores }).tools, [
      { type: 'file_search', file_search_store_names: stores },
    ]);
    assert.equal(fields({ tools: ['fileSearch'] }).tools, undefined);
    assert.equal(fields({ stores }).tools, undefined);
  });
});

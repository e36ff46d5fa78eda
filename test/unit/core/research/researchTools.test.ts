import assert from 'node:assert/strict';
import { jobFolder } from '../../../../src/core/research/researchFiles';
import { readResearchTools } from '../../../../src/core/research/researchTools';
import { agent, ResearchWindow } from './researchUnderTest';

const stores = ['fileSearchStores/handbook-1', 'fileSearchStores/handbook-1', '../x', 5];
const servers = {
  tickets: { url: 'https://mcp.example/v1', headers: { authorization: 'Bearer x', other: 1 } },
  plain: { url: 'http://mcp.example' },
  'Not-a-name': { url: 'https://mcp.example' },
  broken: 'x',
};
const own = [{ type: 'google_search' }, { type: 'url_context' }, { type: 'code_execution' }];
const wanted = [
  ...own,
  { type: 'file_search', file_search_store_names: ['fileSearchStores/handbook-1'] },
  { type: 'mcp_server', name: 'tickets', url: 'https://mcp.example/v1', headers: { authorization: 'Bearer x' } },
];

describe('the tools of a research', () => {
  it('are the agent’s own, besides what the settings name and the service takes', () => {
    assert.deepEqual(readResearchTools(stores, servers), {
      tools: wanted,
      names: ['fileSearchStores/handbook-1', 'tickets (mcp.example)'],
    });
  });

  it('are left to the agent where the settings name none', () => {
    for (const [store, server] of [
      [undefined, undefined],
      [[], {}],
      ['x', []],
      [[''], { a: null }],
    ]) {
      assert.deepEqual(readResearchTools(store, server), { tools: [], names: [] });
    }
  });

  it('have no headers where none are texts, and leave out servers with a name or an address of another form', () => {
    const url = 'https://mcp.example/';
    const odd = {
      aB: { url },
      Ba: { url },
      'a-b': { url },
      '': { url },
      a: {},
      b: { url: 5 },
      c: { url: 'mcp.example' },
    };
    const fine = { a1: { url }, d: { url, headers: { a: 1 } }, e: { url, headers: 'x' } };
    assert.deepEqual(readResearchTools([], { ...odd, ...fine }), {
      tools: [...own, ...['a1', 'd', 'e'].map((name) => ({ type: 'mcp_server', name, url }))],
      names: ['a1 (mcp.example)', 'd (mcp.example)', 'e (mcp.example)'],
    });
  });

  it('go along with each request, as they are then, and are kept nowhere on disk', async () => {
    let { tools } = readResearchTools(stores, servers);
    const window = new ResearchWindow(undefined, undefined, undefined, undefined, () => tools);
    await window.jobs.start({ question: 'Heat pumps', agent, planFirst: true });
    tools = [];
    await window.jobs.start({ question: 'Tides', agent, planFirst: false });

    assert.deepEqual(
      window.service.requests.map((request) => request.tools),
      [wanted, undefined],
    );
    for (const { id } of window.jobs.all) {
      const bytes = window.files.bytesOf(`${jobFolder(id)}/job.json`);
      assert.ok(bytes && !new TextDecoder().decode(bytes).includes('Bearer'));
    }
  });
});

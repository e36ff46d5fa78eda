import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { geminiOrigin } from '../../../src/names';
import { longStory, oneWord } from '../../live/calls';
import { allProbes } from '../../live/probes/allProbes';
import { reportOf, sumOf, tableOf, writeReport } from '../../live/report';
import type { Row } from '../../live/walk';
import { type Deviation, type Heard, testKey } from './standIn';
import { type Walked, walkAgainst } from './walkUnderTest';

const at = Date.UTC(2026, 10, 28, 12);
/** An answer, an id and a person, none of which may be handed on. */
const answer = 'The answer speaks of lighthouses and of nothing else.';
const secrets = { id: 'v1_ChdTZWNyZXRJbnRlcmFjdGlvbg', project: 'projects/persons-project-7', answer, key: testKey };
const cheap = allProbes.filter(({ flag }) => flag === undefined);

/** A sentence that quotes all there is; another part comes first each time, since sentences are cut. */
let turn = 0;
function quoting({ text }: Heard): string {
  const parts = [text, ...Object.values(secrets)];
  turn += 1;
  return [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)].join(' ');
}

const created = { event_type: 'interaction.created', interaction: { id: secrets.id, status: 'in_progress' } };
const grown = { event_type: 'step.delta', index: 0, delta: { type: 'text', text: answer }, event_id: secrets.id };

/** Services that say in many places what they should not. */
const talkative: Readonly<Record<string, Deviation>> = {
  'quotes the request, and its first answer, when it refuses': {
    answers: (heard, { heard: all }) => {
      const steps = [{ type: 'model_output', content: [{ type: 'text', text: answer }] }];
      if (all.length === 1) return { status: 200, body: { status: 'completed', steps } };
      return { status: 400, body: { error: { code: 'invalid_request', message: quoting(heard) } } };
    },
  },
  'quotes the request in the middle of a stream, and in types, states and names of fields': {
    answers: (heard) => {
      const said = quoting(heard);
      const odd = { [said]: 1, status: said, id: secrets.id, state: said, type: said, code: said };
      if (heard.body.stream !== true && !heard.path.includes('stream=true')) {
        return { status: 200, body: { ...odd, steps: [{ ...odd }], models: [{ ...odd, name: said }], usage: odd } };
      }
      const error = { event_type: 'error', error: { code: said, message: said } };
      const events = [created, { event_type: said }, { event_type: 'step.start', index: 0, step: odd }, grown, error];
      return { sse: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') };
    },
  },
  'answers as assumed': {},
};

/** All that stands in the requests and is ours, and what the services above say. */
function mustNotStandIn({ standIn, rows, api }: Walked): void {
  const report = reportOf({ rows, origin: standIn.url, flags: new Set(), isStopped: false, at }, api);
  const prompts = standIn.heard.flatMap(({ text }) =>
    [...text.matchAll(/"text":"([^"]{16,})"/g)].map(([, said]) => said),
  );
  assert.ok(prompts.includes(oneWord) && rows.length === cheap.length);
  const local = ['local test server', 'You asked', 'upload_id', standIn.url, longStory];
  for (const text of [report, tableOf(rows)]) {
    for (const secret of [...prompts, ...Object.values(secrets), ...local]) {
      assert.ok(secret !== undefined && !text.includes(secret), `${secret} stands in it`);
    }
    assert.doesNotMatch(text, /\bv1_|persons-project|AQ\./);
  }
}

describe('smoke:live, the report', () => {
  for (const [name, deviation] of Object.entries(talkative)) {
    it(`holds no key, prompt, answer or id of a service that ${name}`, async () => {
      mustNotStandIn(await walkAgainst(deviation, cheap));
    });
  }

  it('says what was seen, on what, and what was left', async () => {
    const { rows, api } = await walkAgainst({}, cheap);
    api.created.unnamed = 1;

    const report = JSON.parse(
      reportOf({ rows, origin: geminiOrigin, flags: new Set(['long']), isStopped: true, at }, api),
    );

    const { rows: written, node: _node, product: _product, ...head } = report;
    assert.deepEqual(head, {
      format: 'gemini-interactions smoke-live 1',
      date: '2026-11-28T12:00:00.000Z',
      service: 'Google',
      flags: ['long'],
      isStopped: true,
      rateLimits: 0,
      left: { interactions: 0, files: 0, unnamed: 1 },
    });
    const unknown = written.find(({ id }: Row) => id === 'unknown-model');
    assert.equal(unknown.facts.form, 'interactions');
    assert.match(unknown.facts.message, /^Model 'gemini-0-nothing' was not found/);
    const search = written.find(({ id }: Row) => id === 'google-search');
    assert.ok(search.facts.sequence.includes('step.start google_search_call'));
  });

  it('goes beside an earlier one of the day, and where it is told to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
    const inFolder = (name: string) => join(folder, name);
    try {
      assert.equal(writeReport('1', undefined, inFolder, at), inFolder('smoke-live-2026-11-28.json'));
      assert.equal(writeReport('2', undefined, inFolder, at), inFolder('smoke-live-2026-11-28-2.json'));
      writeFileSync(inFolder('mine.json'), 'old');
      writeReport('3', inFolder('mine.json'), inFolder, at);
      assert.equal(readFileSync(inFolder('mine.json'), 'utf8'), '3');
      assert.equal(readFileSync(inFolder('smoke-live-2026-11-28.json'), 'utf8'), '1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is a table in the terminal, in which long cells are broken', () => {
    const row = {
      title: '',
      facts: {},
      assumption: 3,
      id: 'x',
      assumed: 'word '.repeat(12).trim(),
      seen: '200',
    } as const;

    assert.deepEqual(tableOf([{ ...row, same: 'no' }]).split('\n'), [
      '   probe  assumed                                       seen  same?',
      '3  x      word word word word word word word word word  200   no',
      '          word word word',
    ]);
    assert.equal(sumOf([{ ...row, same: 'no' }]), '1 probes: 0 as assumed, 1 not, 0 open');
  });
});

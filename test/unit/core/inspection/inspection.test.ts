import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harOf } from '../../../../src/core/inspection/har';
import { nameOf } from '../../../../src/core/inspection/inspection';
import { normalised } from '../../../../src/core/inspection/normalise';
import { writeInspection } from '../../../../src/core/inspection/writeInspection';
import { repositoryRoot } from '../../../launch/repositoryRoot';
import { pixel } from './goldenTurns';
import { inspectedTurn, key, otherKey, signature, words } from './inspectedTurn';

/** `UPDATE_GOLDEN=1` writes the files. Read them before they are kept. */
function assertGolden(name: string, text: string): void {
  const file = join(repositoryRoot, 'test/fixtures/inspection', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}

const secrets = [otherKey, ''];

describe('a turn under inspection', () => {
  const forms = {
    'turn.json': writeInspection(inspectedTurn(), words, secrets),
    'normalised.json': normalised(inspectedTurn(), words, secrets),
    'turn.har': harOf(inspectedTurn(), words, secrets, '1.0.0'),
  };
  for (const [name, text] of Object.entries(forms)) {
    it(`is written as ${name}, which is JSON without the key and without secrets of other servers`, () => {
      JSON.parse(text);
      for (const secret of [key, otherKey, 'Bearer x']) assert.ok(!text.includes(secret), secret);
      assertGolden(name, text);
    });
  }

  it('has its media and signatures cut where people read it, and whole in the archive', () => {
    for (const blob of [pixel, signature]) {
      assert.ok(!forms['turn.json'].includes(blob));
      assert.ok(!forms['normalised.json'].includes(blob));
      assert.ok(forms['turn.har'].includes(blob));
    }
  });

  it('says of requests that were made again, of an agent, and of events that are not there', () => {
    const [request] = inspectedTurn().requests;
    assert.ok(request);
    const { sent: _sent, ...again } = request;
    const made = writeInspection(inspectedTurn({ requests: [again], events: [] }), words, []);
    assert.match(made, /"note": "made again"/);
    assert.match(made, /"events_note": "no events",\n {2}"events": \[\]\n\}\n$/);
    assert.match(writeInspection(inspectedTurn({ requests: [] }), words, []), /"note": "of an agent"/);
    assert.match(writeInspection(inspectedTurn({ lostEvents: 3 }), words, []), /"events_note": "3 lost"/);
  });

  it('keeps a field named __proto__', () => {
    const turn = { ...inspectedTurn().turn, steps: [JSON.parse('{"type":"x","__proto__":{"a":1}}')] };
    assert.match(writeInspection(inspectedTurn({ turn }), words, []), /"__proto__": \{\n\s+"a": 1/);
  });

  it('is the same as another one, once normalised, if only ids and times differ', () => {
    const one = inspectedTurn();
    const [request] = one.requests;
    assert.ok(request);
    const other = inspectedTurn({
      turn: { ...one.turn, interactionId: 'v1_other', createdAt: 0, times: undefined },
      requests: [{ ...request, body: { ...request.body, previous_interaction_id: 'v1_elsewhere' } }],
      events: [],
    });
    assert.equal(normalised(one, words, []), normalised(other, words, []));
    const changed = inspectedTurn({ requests: [{ ...request, body: { ...request.body, model: 'gemini-3.8-flash' } }] });
    assert.notEqual(normalised(one, words, []), normalised(changed, words, []));
  });

  it('has a name that is good for a file', () => {
    const named = (prompt: string) => nameOf({ turn: { ...inspectedTurn().turn, prompt } });
    assert.equal(named('What is ../../etc/passwd: a “file”?'), 'What-is-etc-passwd-a-file');
    assert.equal(named('東京はどこ？'), '東京はどこ');
    assert.equal(named('🚀'), 'gemini-3.8-flash');
    assert.ok(named('word '.repeat(50)).length <= 41);
  });
});

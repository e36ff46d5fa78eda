import assert from 'node:assert/strict';
import { Answer } from '../../../../src/core/conversation/answer';
import { FindingsReader, isFindingsText } from '../../../../src/core/conversation/findingsReader';
import { partsOf } from '../../../../src/core/conversation/savedAnswer';
import { readDelta } from '../../../../src/core/interactions/deltas';
import { readStep } from '../../../../src/core/interactions/steps';

const findings = [
  {
    file: 'src/a.ts',
    line: 3,
    code: 'if (a = "}{") {',
    severity: 'error',
    title: 'Assigns *instead* of\ncompares',
    detail: 'Use `===`.',
  },
  { file: 'src/a.ts', line: 9.5, code: '', severity: 'odd', title: 'Slow', detail: '' },
];
const whole = JSON.stringify({ reviewFindings: findings, summary: 'Two things.' }, undefined, 1);
const markdown =
  '**Assigns \\*instead\\* of compares** `src/a.ts:3`\n\nUse `===`.\n\n**Slow** `src/a.ts:9`\n\n\n\nTwo things.\n';

describe('FindingsReader', () => {
  it('reads the same at every cut, and each finding as soon as it is whole', () => {
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const reader = new FindingsReader();
      assert.equal(reader.push(whole.slice(0, cut)) + reader.push(whole.slice(cut)), markdown);
      assert.equal(reader.findings.length, 2);
    }
    const early = new FindingsReader();
    assert.match(early.push(whole.slice(0, whole.indexOf('"file": "src/a.ts"', 40))), /^\*\*Assigns/);
  });

  it('reads severities and lines that the schema does not know as harmless ones', () => {
    const reader = new FindingsReader();
    reader.push(whole);
    assert.deepEqual(
      reader.findings.map(({ line, severity }) => [line, severity]),
      [
        [3, 'error'],
        [9, 'suggestion'],
      ],
    );
  });

  it('says no more than the summary where nothing was found, and leaves out what is no finding', () => {
    assert.equal(new FindingsReader().push('{"reviewFindings":[],"summary":"All good."}'), 'All good.\n');
    assert.equal(new FindingsReader().push('{"reviewFindings":[{"line":1},{"file":{}}],"summary":"x"}'), 'x\n');
  });

  it('tells an answer of findings by its beginning, and waits no longer than it has to', () => {
    assert.equal(isFindingsText('{"rev'), undefined);
    assert.equal(isFindingsText('{\n  "reviewFindings" : ['), true);
    assert.equal(isFindingsText('{"result"'), false);
    assert.equal(isFindingsText('Here'), false);
    assert.equal(isFindingsText('\n'), false);
  });
});

describe('an answer of findings', () => {
  it('shows as Markdown while it streams and when it is read from disk, and keeps its own words in the steps', () => {
    const answer = new Answer();
    answer.apply({ type: 'stepStarted', index: 0, step: readStep({ type: 'model_output', content: [] }) });
    let shown = '';
    for (let at = 0; at < whole.length; at += 7) {
      const delta = readDelta({ type: 'text', text: whole.slice(at, at + 7) });
      for (const change of answer.apply({ type: 'stepGrew', index: 0, delta })) {
        if (change.type === 'partAdded' && change.part.kind === 'text') shown += change.part.text;
        if (change.type === 'partGrew') shown += change.text;
      }
    }
    assert.equal(shown, markdown);
    assert.deepEqual(answer.parts, [{ kind: 'text', text: markdown }]);
    assert.ok(JSON.stringify(answer.steps).includes('Assigns *instead*'));
    assert.deepEqual(partsOf(answer.steps), answer.parts);
  });
});

import assert from 'node:assert/strict';
import { commitRequest } from '../../../../src/core/commit/commitRequest';
import { draftOf, type Gathered } from '../../../../src/core/commit/draft';
import { noRules } from '../../../../src/core/commit/projectRules';
import { withSignOff } from '../../../../src/core/commit/signOff';
import { situationLines } from '../../../../src/core/commit/situation';
import { styleOf } from '../../../../src/core/commit/style';
import { ticketOf } from '../../../../src/core/commit/ticket';
import { leastThinking } from '../../../../src/core/interactions/leastThinking';
import type { OutgoingGate, OutgoingText } from '../../../../src/core/privacy/outgoingGate';
import { models } from '../../../server/modelCatalogue';
import { commits, histories } from './histories';

const gathered: Gathered = {
  root: 'file:///shop',
  changes: [
    { path: 'src/a.ts', status: 'changed', diff: '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n+const a = 1;\n' },
    { path: '.env', status: 'added', diff: '--- /dev/null\n+++ b/.env\n@@ -0,0 +1 @@\n+NAME=hidden-value\n' },
    { path: 'logo.png', status: 'added', namedOnly: 'binary' },
  ],
  style: styleOf(histories.conventional, []),
  rules: { ...noRules, template: { path: '.gitmessage', text: '# Why?\n' } },
  situation: { source: 'staged', branch: 'main', isFirst: false, merging: undefined },
};
const names = { history: 'earlier messages', hint: 'the message box' };

type ReviewGate = Pick<OutgoingGate, 'review'>;

/** Lets through what a test says, and remembers what it was shown. */
class Gate implements ReviewGate {
  shown: readonly OutgoingText[] = [];

  constructor(private readonly pass: (text: OutgoingText) => string | undefined = ({ text }) => text) {}

  review(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[]> {
    this.shown = texts;
    return Promise.resolve(texts.map(this.pass));
  }
}

const draft = (gate: ReviewGate, hint?: string) =>
  draftOf(gathered, { model: 'gemini-3.5-flash-lite', hint }, gate, names);
const textOf = (request: { readonly input: readonly object[] } | undefined) => JSON.stringify(request?.input);

describe('the request for a commit message', () => {
  it('holds nothing that nobody sees, wherever it comes from', async () => {
    const made = await draft(new Gate(({ text }) => text.replaceAll('a', 'a\u200B\u{E0041}\u202E')), 'a place');

    assert.doesNotMatch(textOf(made?.request), /[\u200B\u202E\u{E0041}]/u);
    assert.ok(textOf(made?.request).includes('const a = 1;'));
  });

  it('holds the style, the examples, the template, the place and the changes', async () => {
    const made = await draft(new Gate(), 'we lost the place');
    const text = textOf(made?.request);

    for (const part of [
      'Types used: feat, fix',
      'docs(readme): tell how',
      '# Why?',
      'called main',
      'const a = 1;',
      'added logo.png (binary)',
      'says about this commit:\\nwe lost the place',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it('is kept nowhere and takes as little thought as can be', async () => {
    const { request } = (await draft(new Gate())) ?? {};
    assert.equal(request?.store, false);
    assert.equal(request?.thinkingLevel, 'minimal');
    assert.match(request?.systemInstruction ?? '', /material, never an instruction/);
  });

  it('shows the gate each text that it sends', async () => {
    const gate = new Gate();
    await draft(gate, 'hint');

    assert.deepEqual(
      gate.shown.filter(({ text }) => text !== '').map(({ name }) => name),
      ['earlier messages', 'earlier messages', 'the message box', '.gitmessage', 'src/a.ts', '.env'],
    );
  });

  it('tells the gate which files a diff is of, also by their former name', async () => {
    const gate = new Gate();
    const moved = { path: 'b c.ts', oldPath: 'old/#1.ts', status: 'renamed', diff: '@@ -1 +1 @@\n+b\n' } as const;
    await draftOf({ ...gathered, changes: [moved] }, { model: 'm', hint: undefined }, gate, names);

    assert.deepEqual(gate.shown.at(-1)?.files, ['file:///shop/b%20c.ts', 'file:///shop/old/%231.ts']);
    await draft(gate);
    assert.deepEqual(
      gate.shown.flatMap(({ files }) => files ?? []),
      ['file:///shop/src/a.ts', 'file:///shop/.env'],
    );
  });

  it('has each earlier subject and each word about the place in a line of its own', async () => {
    const situation = { ...gathered.situation, isFirst: true };
    const made = await draftOf({ ...gathered, situation }, { model: 'm', hint: undefined }, new Gate(), names);
    const texts = made?.request.input.map((content) => ('text' in content ? content.text : '')) ?? [];

    const { subjects = [] } = gathered.style ?? {};
    assert.ok(subjects.length > 1 && texts.some((text) => text.endsWith(`:\n${subjects.join('\n')}`)));
    assert.ok(texts.includes(situationLines(situation, gathered.changes).join('\n')));
  });

  it('is made for a repository without a history', async () => {
    const made = await draftOf({ ...gathered, style: undefined }, { model: 'm', hint: undefined }, new Gate(), names);
    assert.ok(textOf(made?.request).includes('Language: English.') && !textOf(made?.request).includes('Earlier'));
  });

  it('sends what the gate gave, and names a file that it held back', async () => {
    const gate = new Gate(({ name, text }) => (name === '.env' ? undefined : text.replace('const', 'MARKED')));
    const made = await draft(gate);
    const text = textOf(made?.request);

    assert.ok(!text.includes('hidden-value') && text.includes('added .env (held back by the author, not shown)'));
    assert.ok(text.includes('MARKED a = 1;') && !text.includes('const a = 1;'));
    assert.deepEqual(
      made?.sent.named.map(({ path, why }) => [path, why]),
      [
        ['logo.png', 'binary'],
        ['.env', 'heldBack'],
      ],
    );
  });

  it('leaves out a template and a hint that were held back', async () => {
    const gate = new Gate(({ name, text }) => (name === '.gitmessage' || name === names.hint ? undefined : text));
    const text = textOf((await draft(gate, 'the hint'))?.request);

    assert.ok(!text.includes('Why?') && !text.includes('template') && !text.includes('the hint'));
  });

  it('has neither the history nor the place where these were held back', async () => {
    const gate = new Gate(({ name, text }) => (name === names.history ? undefined : text));
    const { input = [] } = (await draft(gate))?.request ?? {};

    assert.deepEqual(
      input.map((content) => ('text' in content ? content.text.split(/[\n:]/)[0] : '')),
      ['The style', "The project's template for messages. Fill it in; lines that begin with # explain it and stay out"]
        .concat(['All changed files', 'src/a.ts', '.env'])
        .concat(['Write the commit message.']),
    );
  });

  it('shows the rules of commitlint to the gate by their path, and sends what it gave', async () => {
    const rules = { ...noRules, commitlint: { path: '.commitlintrc', text: 'rules: {}' } };
    const gate = new Gate(({ text }) => text.replace('rules', 'RULES'));
    const made = await draftOf({ ...gathered, rules }, { model: 'm', hint: undefined }, gate, names);

    assert.ok(gate.shown.some(({ name, text }) => name === '.commitlintrc' && text === 'rules: {}'));
    assert.ok(textOf(made?.request).includes('RULES: {}'));
  });

  it('is not made if the user wants nothing sent', async () => {
    assert.equal(await draft({ review: () => Promise.resolve(undefined) }), undefined);
  });

  it('is one that the service takes, for every model that answers in a chat', () => {
    const material = {
      style: undefined,
      rules: noRules,
      branch: undefined,
      examples: [],
      situation: [],
      changes: ['x'],
      hint: undefined,
    };
    for (const { id, thinkingLevels } of models) {
      const { thinkingLevel } = commitRequest(id, material);
      assert.ok(thinkingLevel === undefined || thinkingLevels.includes(thinkingLevel), `${id}: ${thinkingLevel}`);
    }
    assert.equal(leastThinking('gemini-3.8-flash'), 'low');
    assert.equal(leastThinking('some-other-model'), undefined);
  });
});

describe('the ticket in the name of a branch', () => {
  const key = { kind: 'key', place: 'start', written: '[SHOP-1]' } as const;
  const number = { kind: 'number', place: 'end', written: '#1' } as const;

  it('is found in the form of the history', () => {
    assert.equal(ticketOf('feature/SHOP-12-cart', key), '[SHOP-12]');
    assert.equal(ticketOf('shop-12', key), '[SHOP-12]');
    assert.equal(ticketOf('bugfix/API-7_x', key), '[API-7]');
    assert.equal(ticketOf('feature/12-cart', number), '#12');
    assert.equal(ticketOf('issue-77', number), '#77');
  });

  it('takes the place of the ticket that the form was read from, all of it', () => {
    const long = { kind: 'key', place: 'start', written: '[SHOP-1201]:' } as const;
    assert.equal(ticketOf('SHOP-7', long), '[SHOP-7]:');
    assert.equal(ticketOf('feature_api2-7', { ...long, written: 'API2-30' }), 'API2-7');
    assert.equal(ticketOf('gh-5', { ...number, written: '(#1201)' }), '(#5)');
    assert.equal(ticketOf('issues/77-cart', { ...number, written: '#30' }), '#77');
  });

  it('is not a part of a longer word or number', () => {
    for (const branch of ['SHOP-12a', 'workshop-12', 'SHOP-1234567', '12cart', 'api-7']) {
      assert.equal(ticketOf(branch, key), undefined, branch);
      assert.equal(ticketOf(branch, number), undefined, branch);
    }
  });

  it('is not made out of other numbers', () => {
    for (const branch of ['main', 'release-2026', 'fix-12', 'utf-8', 'v1.2.3', 'release/2026-11']) {
      assert.equal(ticketOf(branch, key), undefined, branch);
      assert.equal(ticketOf(branch, number), undefined, branch);
    }
  });
});

describe('a sign-off', () => {
  const author = { name: 'A Person', email: 'a@example.com' };

  it('is added where nearly all messages of the author have one', () => {
    const style = styleOf(histories.signedOff, []);
    assert.equal(withSignOff('mm: fix it', style, author), 'mm: fix it\n\nSigned-off-by: A Person <a@example.com>');
    assert.equal(
      withSignOff('mm: fix it\n\nFixes: #1', style, author),
      'mm: fix it\n\nFixes: #1\nSigned-off-by: A Person <a@example.com>',
    );
  });

  it('is not made up', () => {
    assert.equal(withSignOff('mm: fix it', styleOf([], histories.signedOff), author), 'mm: fix it');
    assert.equal(withSignOff('mm: fix it', styleOf(histories.parts, []), author), 'mm: fix it');
    assert.equal(withSignOff('mm: fix it', undefined, author), 'mm: fix it');
    const withRefs = styleOf(commits(...Array.from({ length: 5 }, () => 'mm: fix it\n\nRefs: #1')), []);
    assert.deepEqual(withRefs?.trailers, ['Refs']);
    assert.equal(withSignOff('mm: fix it', withRefs, author), 'mm: fix it');
    for (const missing of [{ name: '' }, { email: '' }]) {
      assert.equal(
        withSignOff('mm: fix it', styleOf(histories.signedOff, []), { ...author, ...missing }),
        'mm: fix it',
      );
    }
  });
});
